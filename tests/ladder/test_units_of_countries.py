"""Which figures speak for a unit: events where they speak for its country, nothing else."""

from typing import Any

import pandas as pd

from ladder.admin1 import Located, Spoken, figures_of_units, locate
from ladder.country import figures_that_speak
from tests import builders

WEST, EAST, KHARTOUM = "adm1:SDN:west-darfur", "adm1:SDN:east-darfur", "adm1:SDN:khartoum"


def event(year: int, best: int, unit: str | None, **more: Any) -> dict[str, Any]:
    return {"place_id": "SDN", "start": f"{year}-05-05", "best": best, "admin1_published": unit, **more}


def annual(year: int, best: int, place_id: str = "SDN") -> dict[str, Any]:
    return {"place_id": place_id, "year": year, "best": best}


def units(events: list[dict[str, Any]], years: list[dict[str, Any]]) -> Spoken:
    return figures_of_units(located(events, years))


def located(events: list[dict[str, Any]], years: list[dict[str, Any]]) -> Located:
    table = builders.events(*events)
    return locate(table, figures_that_speak(table, builders.years(*years)).comparison)


def deaths(spoken: Spoken) -> Any:
    return spoken.years.groupby(["place_id", "year"])["fatalities_best"].sum()


def test_a_unit_has_the_deaths_of_its_events_and_zero_in_years_without() -> None:
    rows = [event(2020, 30, "West Darfur state"), event(2021, 9, "Khartoum state")]
    found = deaths(units(rows, [annual(2020, 30), annual(2021, 9)]))
    assert found[WEST, 2020] == 30 and found[KHARTOUM, 2020] == 0
    assert EAST not in found.index.levels[0]  # no event ever named it


def test_events_without_a_unit_are_shown_and_the_row_is_there_even_when_zero() -> None:
    found = units([event(2020, 30, None), event(2021, 5, "Khartoum state")], [annual(2020, 30), annual(2021, 5)])
    assert deaths(found)["adm1:SDN:unlocated", 2020] == 30
    assert deaths(found)["adm1:SDN:unlocated", 2021] == 0
    kinds = found.years.groupby("place_id")["place_kind"].first()
    assert kinds["adm1:SDN:unlocated"] == "unlocated" and kinds[KHARTOUM] == "adm1"


def test_a_name_that_the_register_lacks_is_shown_apart_and_nothing_is_lost() -> None:
    found = deaths(units([event(2020, 30, "Middle Darfur state")], [annual(2020, 30)]))
    assert found["adm1:SDN:unmapped", 2020] == 30 and found.sum() == 30
    assert "adm1:SDN:unmapped" not in deaths(units([event(2020, 5, None)], [annual(2020, 5)])).index.levels[0]


def test_units_add_up_to_their_country() -> None:
    rows = [event(2020, 30, "West Darfur state"), event(2020, 4, None), event(2020, 3, "East Darfur state")]
    assert deaths(units(rows, [annual(2020, 37)])).sum() == 37


def test_where_events_do_not_speak_for_the_country_its_units_have_no_row() -> None:
    found = deaths(
        units([event(2020, 30, "West Darfur state"), event(2021, 5, None)], [annual(2020, 900), annual(2021, 5)])
    )
    assert set(found.index.get_level_values("year")) == {2021}


def test_a_year_of_zero_is_zero_in_every_unit_and_says_whose_zero_it_is() -> None:
    found = units([event(2020, 5, "West Darfur state")], [annual(2020, 5), annual(2021, 0)])
    quiet = found.years[found.years["year"] == 2021]
    assert quiet["fatalities_best"].sum() == 0 and set(quiet["source_id"]) == {"ucdp_country_year"}
    assert WEST in set(quiet["place_id"])


def test_a_unit_has_rows_only_in_the_years_in_which_it_existed() -> None:
    rows = [event(year, 30, "Western Darfur state") for year in (2011, 2012)]
    found = deaths(units(rows, [annual(2011, 30), annual(2012, 30)]))
    assert found["adm1:SDN:west-darfur-until-2011", 2011] == 30 and found[WEST, 2012] == 30
    assert (WEST, 2011) not in found.index and ("adm1:SDN:west-darfur-until-2011", 2012) not in found.index


def test_countries_whose_units_are_unknown_have_none() -> None:
    rows = [event(2020, 30, "Butare", place_id="RWA"), event(2020, 5, None)]
    found = deaths(units(rows, [annual(2020, 30, "RWA"), annual(2020, 5)]))
    assert all(place.startswith("adm1:SDN:") for place in found.index.get_level_values("place_id"))


def test_a_country_that_the_event_file_does_not_hold_has_no_units() -> None:
    found = deaths(units([event(2020, 5, None)], [annual(2020, 5), annual(2020, 0, "MMR")]))
    assert all(place.startswith("adm1:SDN:") for place in found.index.get_level_values("place_id"))


def test_months_are_kept_for_ten_years_and_years_for_all() -> None:
    years = range(2005, 2021)
    found = units([event(year, 30, "Khartoum state") for year in years], [annual(year, 30) for year in years])
    assert found.months["month"].min() == pd.Timestamp(2011, 1, 1)
    assert found.years["year"].min() == 2005
    of_khartoum = found.months[found.months["place_id"] == KHARTOUM]
    assert of_khartoum["fatalities_best"].sum() == 10 * 30 and len(of_khartoum) == 10 * 12 * 3


def test_located_events_name_their_unit_and_keep_their_country() -> None:
    events = located([event(2020, 30, "East Darfur state")], [annual(2020, 30)]).events
    assert events[["place_id", "unit_id"]].to_numpy().tolist() == [["SDN", EAST]]


def test_without_events_there_are_no_units() -> None:
    found = units([], [annual(2020, 30)])
    assert found.years.empty and found.months.empty
