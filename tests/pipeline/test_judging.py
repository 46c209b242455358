"""What a guard held back stays out, whatever else breaks; what is accepted says why; a torn file stops nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pandas as pd
import pytest

from contracts.population_year import POPULATION_YEAR
from ingest import SourceModule
from ingest._snapshot import save_snapshot, snapshots
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._verdicts import ACCEPTED, HELD, Verdict, note_verdict, verdicts
from pipeline.gather import Clock
from pipeline.guards import findings
from pipeline.judging import Judged, Run, judge, known_by


class Module:
    """A source whose one part is the number of persons that Sudan had each year."""

    SOURCE = Source("persons", "", "", "", "", "", POPULATION_YEAR, 700, "")

    def fetch(self, get: Get, today: date) -> Parts:
        raise NotImplementedError

    def release(self, parts: Parts) -> str:
        return "1"

    def parse(self, parts: Parts, retrieved: date) -> pd.DataFrame:
        if b"broken" in parts[0].content:
            raise SourceError("cannot be read any more")
        persons = [int(number) for number in parts[0].content.split()]
        rows = [("SDN", "country", 2000 + year, "persons", count) for year, count in enumerate(persons)]
        return POPULATION_YEAR.validate(pd.DataFrame(rows, columns=[one.name for one in POPULATION_YEAR.columns]))


MODULES = {"persons": cast(SourceModule, Module())}
NORMAL, DOUBLED = b"1000 1000 1000", b"2000 2000 2000"


def store(raw: Path, day: int, content: bytes) -> str:
    now = datetime(2026, 3, day, tzinfo=UTC)
    return save_snapshot(raw, Module.SOURCE, "1", [Part("https://x/y", content)], {}, now, False).digest


def judged(raw: Path, accept: str = "") -> Judged:
    run = Run(Clock(datetime(2026, 3, 30, tzinfo=UTC)), same_method=True)
    return judge(MODULES, {}, raw, None, run, {"persons": accept})["persons"]


def test_a_doubled_table_is_held_beside_the_one_before_it_even_without_a_release(tmp_path: Path) -> None:
    first = store(tmp_path, 1, NORMAL)
    store(tmp_path, 2, DOUBLED)
    said = judged(tmp_path)
    assert said.snapshot is not None and said.snapshot.digest == first
    assert "2 times" in said.held_reason and said.table is not None and said.table["persons"].tolist() == [1000] * 3


def test_what_is_held_stays_held_in_the_next_run(tmp_path: Path) -> None:
    first = store(tmp_path, 1, NORMAL)
    store(tmp_path, 2, DOUBLED)
    judged(tmp_path)
    again = judged(tmp_path)
    assert again.held_reason and again.snapshot is not None and again.snapshot.digest == first


def test_accepting_lets_it_in_and_keeps_the_reason(tmp_path: Path) -> None:
    store(tmp_path, 1, NORMAL)
    second = store(tmp_path, 2, DOUBLED)
    judged(tmp_path)
    said = judged(tmp_path, accept="census recount")
    assert said.snapshot is not None and said.snapshot.digest == second
    assert said.accepted_reason.startswith("census recount (held because: ")
    assert verdicts(tmp_path, "persons")[second].verdict == ACCEPTED


def test_a_snapshot_that_cannot_be_read_any_more_is_named_and_stops_nobody(tmp_path: Path) -> None:
    store(tmp_path, 1, b"broken")
    assert judged(tmp_path) == Judged(None, None, broken_reason="cannot be read any more")


@pytest.mark.parametrize("torn", ['{"digest": "a', "[]", '{"at": "2026-01-01"}', "\x00\x00"])
def test_a_torn_line_of_verdicts_is_passed_over(tmp_path: Path, torn: str) -> None:
    note_verdict(tmp_path, "persons", Verdict("d", HELD, "why"), datetime(2026, 3, 1, tzinfo=UTC))
    with (tmp_path / "persons" / "verdicts.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(torn)
    assert verdicts(tmp_path, "persons") == {"d": Verdict("d", HELD, "why")}


def test_an_unreadable_manifest_counts_as_no_snapshot_and_is_replaced(tmp_path: Path) -> None:
    store(tmp_path, 1, NORMAL)
    (snapshots(tmp_path, "persons")[0].folder / "manifest.json").write_text("")
    assert snapshots(tmp_path, "persons") == []
    store(tmp_path, 1, NORMAL)
    assert len(snapshots(tmp_path, "persons")) == 1


def test_what_was_known_on_a_day_goes_by_the_verdicts_of_that_day(tmp_path: Path) -> None:
    first = store(tmp_path, 1, NORMAL)
    second = store(tmp_path, 2, DOUBLED)
    note_verdict(tmp_path, "persons", Verdict(second, HELD, "doubled"), datetime(2026, 3, 2, tzinfo=UTC))
    note_verdict(tmp_path, "persons", Verdict(second, ACCEPTED, "right"), datetime(2026, 3, 9, tzinfo=UTC))
    for day, digest in ((5, first), (9, second)):
        snapshot = known_by(MODULES, tmp_path, date(2026, 3, day))["persons"].snapshot
        assert snapshot is not None and snapshot.digest == digest


def recorded(figures: dict[str, list[int]]) -> pd.DataFrame:
    rows = [
        (place, "country", 2010 + year, "persons", count)
        for place, counts in figures.items()
        for year, count in enumerate(counts)
    ]
    return POPULATION_YEAR.validate(pd.DataFrame(rows, columns=[one.name for one in POPULATION_YEAR.columns]))


BEFORE = {"SDN": [3000] * 4, "COD": [9000] * 4, "SOM": [8000] * 4}


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ({"SDN": [3000]}, "persons of SDN is gone in 3 periods that others have"),
        ({"SDN": [7500] * 4}, "persons of SDN sums to 2.5 times what it was"),
    ],
)
def test_one_place_that_collapses_is_seen_under_a_steady_world_total(after: dict[str, list[int]], said: str) -> None:
    source = replace(Module.SOURCE, may_move=0.9, may_shrink=0.9)  # so that no other guard speaks
    assert said in findings(recorded(BEFORE), recorded(BEFORE | after), source)


def test_a_recount_of_one_place_in_one_year_is_no_reason_to_hold_the_world() -> None:
    after = BEFORE | {"SDN": [3000, 3000, 3000, 60_000]}
    said = findings(recorded(BEFORE), recorded(after), Module.SOURCE)
    assert [one for one in said if "moved from" in one] == []


def test_a_year_that_moves_everywhere_is_held() -> None:
    after = {place: [*counts[:3], counts[3] * 2] for place, counts in BEFORE.items()}
    said = findings(recorded(BEFORE), recorded(after), Module.SOURCE)
    assert said == ["persons of 2013 moved from 20000 to 40000 (1 past periods beyond 25%)"]
