"""UNHCR's releases of three years, one after another: each is published when it comes, and given back as it was known."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from indicators._series_break import known_flows, series_breaks
from releases.read import Release, open_release
from tests.operations.replica import replica
from tests.operations.warm_refresh import Run, WarmRefresh, warm_refresh
from tests.refreshing import release_of

MID_YEAR, YEAR_END, STILL_THE_OLD = "2025-11-30", "2026-06-30", "2026-06-05"
DAYS = ("2023-06-14", "2023-10-25", "2024-06-17", "2024-10-18", "2025-06-12", MID_YEAR, "2026-03-30", YEAR_END)


@dataclass(frozen=True)
class Replay:
    """How the refresh of each day ended, and a Python to run further ones."""

    data: Path
    runs: dict[str, Run]
    refresh: WarmRefresh

    def release(self, day: str) -> Release:
        return open_release(self.data / "processed" / "releases" / release_of(self.runs[day].out))

    def refugees(self, day: str) -> pd.DataFrame:
        table = self.release(day).source_table("unhcr_population")
        return table[table["population_type"] == "refugees"]

    def total(self, day: str, reference_date: str, origin: str | None = None) -> int:
        refugees = self.refugees(day)
        is_origin = refugees["origin_id"].eq(origin) if origin else True
        return int(refugees.loc[refugees["reference_date"].eq(reference_date) & is_origin, "persons"].sum())

    def newest(self, day: str) -> str | None:
        return self.release(day).sources["unhcr_population"].newest_data


@pytest.fixture(scope="module")
def replay(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    """Refresh on each day what was published by then, from an empty folder."""
    scratch = tmp_path_factory.mktemp("replay")
    with replica(shared_data.parent / "replica" / "serve.py") as upstream:
        settings = {
            "SLOWBURN_MIRROR": upstream.address,
            "SLOWBURN_DATA": str(scratch / "data"),
            "SLOWBURN_PACE_SECONDS": "0",
        }
        with warm_refresh(scratch / "waiting", settings) as refresh:
            runs = {}
            for day in sorted((*DAYS, STILL_THE_OLD)):
                upstream.say("POST", "/_date", {"on": day})
                runs[day] = refresh.run("--only", "unhcr_population", further={"SLOWBURN_NOW": day})
            yield Replay(scratch / "data", runs, refresh)


def test_every_release_is_published_and_no_guard_takes_mid_year_for_year_end(replay: Replay) -> None:
    ended = {day: (replay.runs[day].code, replay.runs[day].out.splitlines()[0]) for day in DAYS}
    assert ended == dict.fromkeys(DAYS, (0, "unhcr_population: new")), [run.err for run in replay.runs.values()]
    assert len({release_of(replay.runs[day].out) for day in DAYS}) == len(DAYS)


def test_the_newest_figures_stand_at_the_date_they_are_of(replay: Replay) -> None:
    assert [replay.newest(day) for day in DAYS] == [
        "2022-12-31",
        "2023-06-30",
        "2023-12-31",
        "2024-06-30",
        "2024-12-31",
        "2025-06-30",
        "2025-06-30",
        "2025-12-31",
    ]


def test_in_june_before_the_new_release_the_old_one_stays_mid_year(replay: Replay) -> None:
    assert replay.runs[STILL_THE_OLD].out.splitlines()[0] == "unhcr_population: unchanged"
    assert release_of(replay.runs[STILL_THE_OLD].out) == release_of(replay.runs["2026-03-30"].out)


def test_the_worlds_refugees_of_2023_read_first_as_of_june_and_then_of_december(replay: Replay) -> None:
    assert replay.total("2023-10-25", "2023-06-30") == 30_510_633
    assert replay.total("2024-06-17", "2023-12-31") == 31_637_408
    assert replay.total("2024-06-17", "2023-06-30") == 0  # the later release no longer holds the middle of the year


def test_afghan_refugees_of_2025_read_as_they_were_known(replay: Replay) -> None:
    assert replay.total(MID_YEAR, "2025-06-30", origin="AFG") == 4_774_083
    assert replay.total(YEAR_END, "2025-12-31", origin="AFG") == 2_671_560


def test_the_fall_of_2025_is_a_break_and_the_middle_of_the_year_is_compared_with_nothing(replay: Replay) -> None:
    breaks = {}
    for day in (MID_YEAR, YEAR_END):
        table = replay.release(day).source_table("unhcr_population")
        found = series_breaks(table, known_flows(table))
        of_afghans = found[(found["origin_id"] == "AFG") & (found["reference_date"].dt.year == 2025)]
        breaks[day] = of_afghans.fillna({"asylum_id": "all"}).set_index("asylum_id")[["persons_before", "persons"]]
    assert breaks[MID_YEAR].empty
    assert breaks[YEAR_END].to_dict("index") == {
        "all": {"persons_before": 5_766_586.0, "persons": 2_671_560.0},
        "IRN": {"persons_before": 3_477_082.0, "persons": 758_339.0},
    }


@pytest.mark.parametrize("day", DAYS)
def test_what_was_known_on_a_day_comes_back_as_the_release_of_that_day(replay: Replay, day: str) -> None:
    again = replay.refresh.run("--as-of", day, further={})
    assert again.code == 0, again.err
    assert release_of(again.out) == release_of(replay.runs[day].out)  # the name is a digest of all that it holds
    assert replay.release(day).as_of.isoformat() == day
