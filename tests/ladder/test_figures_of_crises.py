"""Which figures speak for a crisis: its own rule, never more than its rung gives."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest

from contracts.dyad_year import DYAD_YEAR
from ladder.admin1 import locate
from ladder.country import Spoken, figures_that_speak
from ladder.crisis import events_of_crises, figures_of_crises
from reference.crises import Crisis, parse_crises
from tests import builders

HEAD = """
[[crisis]]
id = "one"
name_en = "One"
name_fr = "Une"
other_names = []
boundary_en = "A line."
boundary_fr = "Une ligne."
source = "UCDP"
"""
DARFUR = HEAD + 'countries = ["SDN"]\nfrom = 1989\nrule = "units"\nunits = ["adm1:SDN:west-darfur"]\n'
SOUTH = HEAD + (
    'countries = ["SDN", "SSD"]\nfrom = 1989\nrule = "units"\ncontinued_by = ["SSD"]\ncontinued_from = 2012\n'
    'units = ["adm1:SDN:jonglei", "adm1:SSD:jonglei", "adm1:SSD:unlocated"]\n'
)
TWO_COUNTRIES = HEAD + 'countries = ["MLI", "NER"]\nfrom = 2012\nto = 2021\nrule = "countries"\n'
DYADS = HEAD + 'countries = ["COD"]\nfrom = 1998\nrule = "dyads"\ndyads = ["9002", "9003"]\nfought_in = ["COD"]\n'


def event(year: int, best: int, unit: str | None, place_id: str = "SDN", **more: Any) -> dict[str, Any]:
    return {"place_id": place_id, "start": f"{year}-05-05", "best": best, "admin1_published": unit, **more}


def annual(year: int, best: int, place_id: str = "SDN", **more: Any) -> dict[str, Any]:
    return {"place_id": place_id, "year": year, "best": best, **more}


def dyad(year: int, best: int, dyad_id: str = "9002", fought_in: str = "COD") -> dict[str, Any]:
    return {
        "dyad_id": dyad_id,
        "year": year,
        "conflict_id": "9001",
        "source_id": "ucdp_battle_deaths",
        "side_a": "Government of Reds",
        "side_b": "Blues",
        "territory": None,
        "location_gw": "490",
        "place_ids": "COD",
        "battle_place_ids": fought_in,
        "types_covered": "state_based",
        "fatalities_best": best,
        "fatalities_low": best - 1,
        "fatalities_high": best + 1,
        "is_bounds_inconsistent": False,
    }


def crisis(
    text: str,
    events: Sequence[dict[str, Any]] = (),
    years: Sequence[dict[str, Any]] = (),
    dyads: Sequence[dict[str, Any]] = (),
) -> Spoken:
    table = builders.events(*events)
    elsewhere = annual(2020, 5, "LKA")  # some country always has a figure
    countries = figures_that_speak(table, builders.years(elsewhere, *years))
    by_dyad = DYAD_YEAR.validate(pd.DataFrame(list(dyads))) if dyads else DYAD_YEAR.empty()
    declared: list[Crisis] = list(parse_crises(text).values())
    counted = events_of_crises(declared, locate(table, countries.comparison))
    return figures_of_crises(declared, counted, by_dyad, countries)


def rungs(spoken: Spoken) -> dict[int, tuple[str, int]]:
    """Rung and deaths of each year."""
    rows = spoken.comparison
    return {
        int(year): (rung, int(best))
        for year, rung, best in zip(rows["year"], rows["rung"], rows["fatalities_best"], strict=True)
    }


def test_a_crisis_of_units_counts_their_events_of_all_types_with_months() -> None:
    rows = [
        event(2020, 30, "West Darfur state"),
        event(2020, 8, "West Darfur state", violence_type="one_sided"),
        event(2020, 4, "Khartoum state"),
        event(2020, 2, None),
    ]
    spoken = crisis(DARFUR, rows, [annual(2020, 44)])
    assert rungs(spoken) == {2020: ("events", 38)}
    by_type = spoken.years.set_index("violence_type")["fatalities_best"].to_dict()
    assert by_type == {"state_based": 30, "one_sided": 8, "non_state": 0}
    assert len(spoken.months) == 36 and spoken.months["fatalities_best"].sum() == 38
    assert set(spoken.years["place_id"]) == {"crisis:one"} and set(spoken.years["place_kind"]) == {"crisis"}


def test_where_events_do_not_speak_for_the_country_the_crisis_has_no_year() -> None:
    rows = [event(2020, 30, "West Darfur state"), event(2021, 30, "West Darfur state")]
    assert rungs(crisis(DARFUR, rows, [annual(2020, 900), annual(2021, 30)])) == {2021: ("events", 30)}


def test_a_quiet_year_that_events_speak_for_is_zero() -> None:
    spoken = crisis(DARFUR, [event(2020, 30, "Khartoum state")], [annual(2020, 30), annual(2021, 0)])
    assert rungs(spoken) == {2020: ("events", 0), 2021: ("years", 0)}


def test_the_south_is_spliced_over_its_independence() -> None:
    rows = [
        event(2011, 30, "Jonglei state"),
        event(2011, 9, "Khartoum state"),
        event(2011, 20, "Jonglei state", "SSD"),
        event(2011, 3, None, "SSD"),
        event(2012, 40, "Jonglei state", "SSD"),
    ]
    years = [annual(2011, 39), annual(2011, 23, "SSD"), annual(2012, 40, "SSD"), annual(2013, 900, "SSD")]
    spoken = crisis(SOUTH, rows, years)
    assert rungs(spoken) == {2011: ("events", 53), 2012: ("events", 40), 2013: ("years", 900)}
    assert spoken.comparison["source_id"].tolist() == ["ucdp_ged", "ucdp_ged", "ucdp_country_year"]
    assert spoken.months["month"].max() == pd.Timestamp(2012, 12, 1)  # annual figures are never spread over months


def test_the_year_of_the_change_needs_both_sides() -> None:
    rows = [event(2011, 30, "Jonglei state"), event(2011, 20, "Jonglei state", "SSD")]
    assert rungs(crisis(SOUTH, rows, [annual(2011, 30), annual(2011, 900, "SSD")])) == {}


def test_the_continuation_speaks_for_years_that_events_do_not() -> None:
    rows = [event(2013, 30, "Jonglei state", "SSD")]
    years = [annual(2012, 500, "SSD"), annual(2013, 30, "SSD")]
    assert rungs(crisis(SOUTH, rows, years)) == {2012: ("years", 500), 2013: ("events", 30)}


def test_events_of_named_dyads_count_beside_the_units_and_once() -> None:
    text = DARFUR + 'dyads = ["9002"]'
    rows = [
        event(2020, 30, "West Darfur state", dyad_id="9002"),
        event(2020, 4, "Khartoum state", dyad_id="9002"),
        event(2020, 2, "Khartoum state", dyad_id="8"),
        event(2020, 7, "Jonglei state", "SSD", dyad_id="9002"),  # the same dyad in another country
    ]
    assert rungs(crisis(text, rows, [annual(2020, 36), annual(2020, 7, "SSD")])) == {2020: ("events", 34)}


def test_a_crisis_of_countries_is_their_sum_on_the_lowest_rung() -> None:
    rows = [event(2020, 30, None, "MLI"), event(2020, 7, None, "NER"), event(2021, 5, None, "MLI")]
    years = [annual(2020, 30, "MLI"), annual(2020, 7, "NER"), annual(2021, 5, "MLI"), annual(2021, 900, "NER")]
    spoken = crisis(TWO_COUNTRIES, rows, years)
    assert rungs(spoken) == {2020: ("events", 37), 2021: ("years", 905)}
    assert spoken.years.groupby("year")["source_id"].first().to_dict() == {2020: "ucdp_ged", 2021: "ucdp_country_year"}
    by_month = spoken.months.groupby("month")["fatalities_best"].sum()
    assert len(by_month) == 12 and by_month[pd.Timestamp(2020, 5, 1)] == 37


def test_a_year_in_which_one_country_has_no_figure_is_missing() -> None:
    years = [annual(2020, 30, "MLI"), annual(2021, 5, "MLI"), annual(2021, 6, "NER"), annual(2022, 1, "NER")]
    assert rungs(crisis(TWO_COUNTRIES, [], years)) == {2021: ("years", 11)}


def test_only_the_years_of_the_crisis_count() -> None:
    years = [annual(year, 10, place) for year in range(2010, 2025) for place in ("MLI", "NER")]
    assert set(rungs(crisis(TWO_COUNTRIES, [], years))) == set(range(2012, 2022))


def test_dyads_are_state_based_without_months_and_a_year_below_the_threshold_has_no_row() -> None:
    rows = [dyad(1998, 40), dyad(1998, 60, "9003"), dyad(2000, 30), dyad(2000, 500, "9004"), dyad(1997, 99)]
    spoken = crisis(DYADS, dyads=rows)
    assert rungs(spoken) == {1998: ("dyads", 100), 2000: ("dyads", 30)}
    assert set(spoken.years["types_covered"]) == {"state_based"}
    assert set(spoken.years["violence_type"]) == {"state_based"} and spoken.months.empty
    assert spoken.years[["fatalities_low", "fatalities_high"]].to_numpy().tolist() == [[98, 102], [29, 31]]


@pytest.mark.parametrize(("where", "deaths"), [("COD", 40), ("RWA,COD", 40), ("RWA", None), ("RWA,UGA", None)])
def test_a_dyad_counts_only_in_years_in_which_it_was_fought_there(where: str, deaths: int | None) -> None:
    found = rungs(crisis(DYADS, dyads=[dyad(1998, 40, fought_in=where)]))
    assert found == ({} if deaths is None else {1998: ("dyads", deaths)})


@pytest.mark.parametrize("text", [DARFUR, SOUTH, TWO_COUNTRIES, DYADS])
def test_without_any_figure_there_are_no_rows(text: str) -> None:
    spoken = crisis(text)
    assert spoken.years.empty and spoken.months.empty and spoken.comparison.empty


def test_crises_may_overlap_and_leave_their_countries_alone() -> None:
    other = DARFUR.replace('"one"', '"two"')
    spoken = crisis(DARFUR + other, [event(2020, 30, "West Darfur state")], [annual(2020, 30)])
    assert spoken.comparison.set_index("place_id")["fatalities_best"].to_dict() == {"crisis:one": 30, "crisis:two": 30}
