"""Armed groups by hand: who counts as one, whose deaths they are, and where nothing may be said."""

import csv
import io
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.violence_year import VIOLENCE_YEAR
from indicators import (
    armed_groups_active,
    armed_groups_effective,
    armed_groups_with_deaths,
    state_conflict_groups,
    state_conflict_groups_effective,
)
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)
STATE = {"side_a": "Government of Sudan", "side_a_id": "112", "is_side_a_own_government": True}
REDS, BLUES, GREENS = (
    {"side_b": name, "side_b_id": number} for name, number in (("Reds", "1"), ("Blues", "2"), ("Greens", "3"))
)
KILLED = {"violence_type": "one_sided", "side_b": "Civilians", "side_b_id": "9999"}
EVENTS: list[dict[str, Any]] = [
    {"start": "2020-01-05", "best": 40, "low": 20, "high": 50} | STATE | REDS,
    {"start": "2020-02-05", "best": 40, "violence_type": "non_state"} | BLUES,  # Reds against Blues
    {"start": "2020-03-05", "best": 20, "low": 4, "high": 30} | KILLED | {"side_a": "Greens", "side_a_id": "3"},
    {"start": "2020-04-05", "best": 500} | KILLED | STATE,  # by the government: no group's
]


def asked(module: Any, events: list[dict[str, Any]] = EVENTS, recorded: int = 600) -> Any:
    years = builders.years({"place_id": "SDN", "year": 2020, "best": recorded})
    return module.compute({"violence_year": years, "violence_event": builders.events(*events)}, AS_OF)


def by_year(scores: pd.DataFrame) -> Any:
    return scores.set_index([scores["place_id"], scores["month"].dt.year])


def test_a_group_is_a_side_that_is_no_government_with_all_deaths_of_its_events() -> None:
    active = asked(armed_groups_active).iloc[0]  # Reds 80, Blues 40, Greens 20
    assert (active["value"], active["value_low"], active["value_high"]) == (2, 2, 3)
    assert asked(armed_groups_with_deaths)["value"].tolist() == [3]


def test_the_effective_number_shares_each_death_out_once() -> None:
    row = asked(armed_groups_effective).iloc[0]  # Reds 40 + 20, Blues 20, Greens 20
    assert row["value"] == pytest.approx(100**2 / (60**2 + 20**2 + 20**2))
    assert row["value_low"] == pytest.approx(64**2 / (40**2 + 20**2 + 4**2))  # of low, best and high the smallest
    assert row["value_high"] == pytest.approx(120**2 / (70**2 + 20**2 + 30**2))


def test_too_few_deaths_of_groups_bear_no_effective_number() -> None:
    few = asked(armed_groups_effective, [EVENTS[2], EVENTS[3]], 520).iloc[0]
    assert few["status"] == "sparse" and pd.isna(few["value"])
    assert asked(armed_groups_effective, [EVENTS[3]], 500).empty


def test_an_event_told_in_two_halves_in_another_order_and_a_quiet_place_change_nothing() -> None:
    half = {"best": 20, "low": 10, "high": 25}
    halves = [EVENTS[3], EVENTS[0] | half, EVENTS[2], EVENTS[0] | half, EVENTS[1]]
    for module in (armed_groups_active, armed_groups_with_deaths, armed_groups_effective):
        pd.testing.assert_frame_equal(asked(module, halves), asked(module))


def test_events_that_do_not_add_up_to_the_years_deaths_say_nothing_of_groups() -> None:
    assert asked(armed_groups_active, recorded=601).empty  # another figure speaks for the year
    assert asked(armed_groups_active, [], 0)["value"].tolist() == [0]


def test_events_kept_without_their_sides_give_no_rows() -> None:
    years = builders.years({"place_id": "SDN", "year": 2020, "best": 600})
    events = builders.events(*EVENTS).drop(columns=["side_a", "side_b"])
    assert armed_groups_active.compute({"violence_year": years, "violence_event": events}, AS_OF).empty


def test_units_are_not_asked_and_crises_are() -> None:
    places = [{"place_id": "adm1:SDN:x", "place_kind": "adm1"}, {"place_id": "crisis:darfur", "place_kind": "crisis"}]
    years = builders.years(*({**place, "year": 2020, "best": 600} for place in places))
    events = builders.events(*({**row, "place_id": place["place_id"]} for row in EVENTS for place in places))
    scores = armed_groups_active.compute({"violence_year": years, "violence_event": events}, AS_OF)
    assert scores["place_id"].tolist() == ["crisis:darfur"] and scores["place_kind"].tolist() == ["crisis"]


def test_groups_that_fight_a_state_are_counted_by_dyad_and_states_that_fight_states_are_not() -> None:
    dyads = builders.dyads(
        {"dyad_id": "1", "year": 2020, "best": 75, "low": 20},
        {"dyad_id": "2", "year": 2020, "best": 25, "high": 75},
        {"dyad_id": "3", "year": 2020, "best": 900, "place_ids": "SDN,TCD", "side_b": "Government of Chad"},
        {"dyad_id": "4", "year": 2021, "best": 30, "place_ids": "TCD"},
    )
    years = builders.yearly({"SDN": [5000, 10, 10], "TCD": [0, 0, 40]}, 2019)
    tables = {"violence_year": years, "dyad_year": dyads}
    counts = by_year(state_conflict_groups.compute(tables, AS_OF))
    assert counts["value"].to_dict() == {("SDN", 2020): 2, ("SDN", 2021): 0, ("TCD", 2020): 0, ("TCD", 2021): 1}
    assert counts.loc[("SDN", 2020), ["value_low", "value_high"]].tolist() == [1, 2]
    effective = by_year(state_conflict_groups_effective.compute(tables, AS_OF))
    assert effective["value"].to_dict() == {("SDN", 2020): pytest.approx(1.6), ("TCD", 2021): 1}
    assert effective.loc[("SDN", 2020), "value_high"] == pytest.approx(150**2 / (75**2 + 75**2))


@pytest.fixture(scope="module")
def published_events(shared_data: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(shared_data / "ucdp/ged241-csv.zip") as archive:
        text = archive.read("GEDEvent_v24_1.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_plain_python_counts_the_same_groups_in_ucdps_file(published_events: list[dict[str, str]]) -> None:
    full: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    shared: dict[tuple[str, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    total: dict[tuple[str, int], int] = defaultdict(int)
    rows = []
    for event in published_events:
        where, best = (event["country"], int(event["year"])), int(event["best"])
        sides = [event["side_a_new_id"]] if not event["side_a"].startswith("Government of") else []
        if event["type_of_violence"] != "3" and not event["side_b"].startswith("Government of"):
            sides.append(event["side_b_new_id"])
        total[where] += best
        for side in sides:
            full[where][side] += best
            shared[where][side] += best / len(sides)
        names = {name: event[name] for name in ("side_a", "side_b")}
        codes = {f"{name}_id": event[f"{name}_new_id"] for name in ("side_a", "side_b")}
        kind = {"1": "state_based", "2": "non_state", "3": "one_sided"}[event["type_of_violence"]]
        rows.append(
            {"place_id": where[0], "year": where[1], "violence_type": kind, "is_provisional": False}
            | {f"fatalities_{bound}": int(event[bound]) for bound in ("best", "low", "high")}
            | names
            | codes
        )
    recorded = builders.years(
        *({"place_id": place, "year": year, "best": best} for (place, year), best in total.items())
    )
    tables = {"violence_year": VIOLENCE_YEAR.validate(recorded), "violence_event": pd.DataFrame(rows)}
    as_of = pd.Timestamp(2023, 12, 1)
    for module, threshold in ((armed_groups_active, 25), (armed_groups_with_deaths, 1)):
        ours = by_year(module.compute(tables, as_of))["value"]
        assert ours.to_dict() == {at: sum(n >= threshold for n in full[at].values()) for at in total}
    effective = by_year(armed_groups_effective.compute(tables, as_of))["value"].dropna()
    theirs = {
        at: sum(s.values()) ** 2 / sum(n**2 for n in s.values()) for at, s in shared.items() if sum(s.values()) >= 25
    }
    assert effective.to_dict() == pytest.approx(theirs, abs=1e-9)
    assert by_year(armed_groups_active.compute(tables, as_of))["value"].loc[("Sudan", 2014)] >= 5
