"""Which figure speaks for a country's year: each rule of the ladder on a small table."""

from typing import Any

import pandas as pd
import pytest

from ladder.country import Spoken, figures_that_speak
from tests import builders

EVENTS, ANNUAL = "ucdp_ged", "ucdp_country_year"


def judged(events: list[dict[str, Any]], annual: list[dict[str, Any]]) -> Spoken:
    return figures_that_speak(builders.events(*events), builders.years(*annual))


def event(year: int, best: int, place_id: str = "SDN", **more: Any) -> dict[str, Any]:
    return {"place_id": place_id, "start": f"{year}-05-05", "best": best, **more}


def annual(year: int, best: int, place_id: str = "SDN", **more: Any) -> dict[str, Any]:
    return {"place_id": place_id, "year": year, "best": best, **more}


def speaker(spoken: Spoken, place_id: str, year: int) -> tuple[str, str]:
    """Source and reason of the one figure that speaks."""
    rows = spoken.comparison.query("place_id == @place_id and year == @year and speaks")
    assert len(rows) == 1
    return str(rows["source_id"].iloc[0]), str(rows["reason"].iloc[0])


def of_year(spoken: Spoken, place_id: str, year: int) -> int:
    rows = spoken.years.query("place_id == @place_id and year == @year")
    return int(rows["fatalities_best"].sum())


def months_of(spoken: Spoken, place_id: str, year: int) -> Any:
    """Deaths of all types by month; empty where no monthly source speaks."""
    rows = spoken.months[(spoken.months["place_id"] == place_id) & (spoken.months["month"].dt.year == year)]
    return rows.groupby(rows["month"].dt.month)["fatalities_best"].sum()


@pytest.mark.parametrize(
    ("by_events", "by_years", "speaks"),
    [
        (10_200, 10_000, EVENTS),  # 2 % above
        (9_800, 10_000, EVENTS),  # 2 % below
        (10_201, 10_000, ANNUAL),  # just beyond
        (9_799, 10_000, ANNUAL),
        (125, 100, EVENTS),  # 25 deaths of a small year
        (75, 100, EVENTS),
        (126, 100, ANNUAL),
        (74, 100, ANNUAL),
        (1_275, 1_250, EVENTS),  # 2 % of 1,250 is 25: the two tolerances meet
        (1_276, 1_250, ANNUAL),
        (25, 0, EVENTS),
        (26, 0, ANNUAL),
        (0, 25, EVENTS),  # an event with best 0 is an event
    ],
)
def test_events_speak_within_two_percent_or_25_deaths_of_the_annual_record(
    by_events: int, by_years: int, speaks: str
) -> None:
    spoken = judged([event(2020, by_events)], [annual(2020, by_years)])
    assert speaker(spoken, "SDN", 2020)[0] == speaks
    assert of_year(spoken, "SDN", 2020) == (by_events if speaks == EVENTS else by_years)
    assert months_of(spoken, "SDN", 2020).sum() == (by_events if speaks == EVENTS else 0)
    assert len(months_of(spoken, "SDN", 2020)) == (12 if speaks == EVENTS else 0)


def test_a_difference_is_kept_beside_what_speaks() -> None:
    spoken = judged([event(2020, 13_877)], [annual(2020, 10_899)])
    said: Any = spoken.comparison.set_index("source_id")
    assert said.loc[EVENTS, ["fatalities_best", "speaks", "reason"]].tolist() == [13_877, False, "differs"]
    assert said.loc[ANNUAL, ["fatalities_best", "speaks", "reason"]].tolist() == [10_899, True, "annual_record"]


def test_where_both_agree_both_say_so_and_events_speak() -> None:
    spoken = judged([event(2020, 101)], [annual(2020, 100)])
    assert speaker(spoken, "SDN", 2020) == (EVENTS, "agrees")
    assert spoken.comparison["reason"].tolist() == ["agrees", "agrees"]


def test_each_year_is_judged_alone() -> None:
    spoken = judged([event(2019, 100), event(2020, 100)], [annual(2019, 100), annual(2020, 900)])
    assert speaker(spoken, "SDN", 2019)[0] == EVENTS and speaker(spoken, "SDN", 2020)[0] == ANNUAL


def test_the_types_together_are_compared_not_each() -> None:
    spoken = judged(
        [event(2020, 300), event(2020, 100, violence_type="one_sided")],
        [annual(2020, 100), annual(2020, 300, violence_type="one_sided")],
    )
    assert speaker(spoken, "SDN", 2020) == (EVENTS, "agrees")
    by_type = spoken.years.set_index("violence_type")["fatalities_best"].to_dict()
    assert by_type == {"state_based": 300, "one_sided": 100, "non_state": 0}


def test_a_year_of_zero_without_events_has_twelve_months_of_zero() -> None:
    spoken = judged([event(2019, 5)], [annual(2019, 5), annual(2020, 0)])
    assert speaker(spoken, "SDN", 2020) == (ANNUAL, "zero_year")
    assert months_of(spoken, "SDN", 2020).tolist() == [0] * 12


def test_a_year_the_event_file_lacks_is_the_annual_figure_and_has_no_months() -> None:
    # Ukraine: events end in 2021, the annual record goes on.
    spoken = judged([event(2021, 30, "UKR")], [annual(2021, 30, "UKR"), annual(2022, 80_000, "UKR")])
    assert speaker(spoken, "UKR", 2022) == (ANNUAL, "annual_record")
    assert of_year(spoken, "UKR", 2022) == 80_000
    assert months_of(spoken, "UKR", 2022).empty


def test_a_small_year_the_event_file_lacks_is_not_taken_for_zero() -> None:
    # 20 deaths are within 25 of nothing, but a file without events says nothing.
    spoken = judged([event(2019, 5)], [annual(2019, 5), annual(2020, 20)])
    assert speaker(spoken, "SDN", 2020) == (ANNUAL, "annual_record")
    assert of_year(spoken, "SDN", 2020) == 20 and months_of(spoken, "SDN", 2020).empty


def test_a_country_without_any_event_is_its_annual_record() -> None:
    spoken = judged([event(2020, 5)], [annual(2020, 5), annual(2020, 772_463, "RWA", low=347_614, high=1_612_663)])
    rwanda = spoken.years.query("place_id == 'RWA'")
    assert rwanda[["fatalities_best", "fatalities_low", "fatalities_high"]].to_numpy().tolist() == [
        [772_463, 347_614, 1_612_663]
    ]
    assert months_of(spoken, "RWA", 2020).empty


def test_beyond_the_annual_record_events_speak_for_the_countries_they_hold() -> None:
    spoken = judged(
        [event(2020, 5), event(2020, 7, "MEX"), event(2021, 40)],
        [annual(2020, 5), annual(2020, 7, "MEX"), annual(2020, 9, "LKA")],
    )
    assert speaker(spoken, "SDN", 2021) == (EVENTS, "beyond_annual")
    assert of_year(spoken, "SDN", 2021) == 40 and months_of(spoken, "SDN", 2021)[5] == 40
    assert speaker(spoken, "MEX", 2021) == (EVENTS, "beyond_annual")  # held, quiet: no recorded death
    assert months_of(spoken, "MEX", 2021).tolist() == [0] * 12
    assert months_of(spoken, "LKA", 2021).empty and of_year(spoken, "LKA", 2021) == 0
    assert spoken.years.query("place_id == 'LKA' and year == 2021").empty  # not held: absent, not zero


def test_a_quiet_month_of_a_covered_year_is_zero_for_every_type() -> None:
    spoken = judged([event(2020, 30)], [annual(2020, 30)])
    assert len(spoken.months) == 12 * 3
    quiet = spoken.months[spoken.months["month"] == pd.Timestamp(2020, 6, 1)]
    assert quiet["fatalities_best"].tolist() == [0, 0, 0] and set(quiet["types_covered"]) == {"all"}


def test_months_add_up_to_the_year_that_speaks() -> None:
    across = {"start": "2019-12-20", "end": "2020-02-10", "year": 2020, "best": 71}
    spoken = judged([event(2020, 30), across], [annual(2020, 101), annual(2019, 0)])
    assert months_of(spoken, "SDN", 2020).sum() == of_year(spoken, "SDN", 2020) == 101
    assert months_of(spoken, "SDN", 2019).sum() == 0


def test_doubtful_bounds_of_an_event_flag_its_year_and_type_alone() -> None:
    spoken = judged(
        [event(2020, 30, is_bounds_inconsistent=True), event(2020, 5, violence_type="non_state"), event(2021, 5)],
        [annual(2020, 35), annual(2021, 5)],
    )
    flagged = spoken.years[spoken.years["is_bounds_inconsistent"]]
    assert flagged[["year", "violence_type"]].to_numpy().tolist() == [[2020, "state_based"]]


def test_provisional_events_make_their_months_and_their_year_provisional() -> None:
    spoken = judged([event(2020, 5), event(2021, 5, is_provisional=True)], [annual(2020, 5)])
    assert spoken.years.groupby("year")["is_provisional"].any().to_dict() == {2020: False, 2021: True}
    months = spoken.months[spoken.months["is_provisional"]]
    assert set(months["month"].dt.year) == {2021}


def test_every_figure_that_speaks_speaks_once() -> None:
    spoken = judged(
        [event(2020, 5), event(2020, 500, "MEX"), event(2021, 8)],
        [annual(2020, 5), annual(2020, 100, "MEX"), annual(2020, 9, "LKA"), annual(2019, 0)],
    )
    speaking = spoken.comparison[spoken.comparison["speaks"]]
    assert not speaking.duplicated(["place_id", "year"]).any()
    keys = spoken.years.groupby(["place_id", "year"])["source_id"].first()
    assert keys.to_dict() == speaking.set_index(["place_id", "year"])["source_id"].to_dict()


def test_low_and_high_never_cross_best_in_any_month() -> None:
    # 3 deaths low, 4 best over 30 + 1 days: rounding each series apart could cross.
    rows = [event(2020, best, start="2020-01-31", end="2020-02-02", low=best - 1, high=best) for best in range(1, 40)]
    months = judged(rows, [annual(2020, sum(range(1, 40)))]).months
    assert (months["fatalities_low"] <= months["fatalities_best"]).all()
    assert (months["fatalities_best"] <= months["fatalities_high"]).all()


@pytest.mark.parametrize("lacking", ["events", "annual"])
def test_one_source_alone_speaks(lacking: str) -> None:
    spoken = judged([] if lacking == "events" else [event(2020, 5)], [] if lacking == "annual" else [annual(2020, 7)])
    assert of_year(spoken, "SDN", 2020) == (7 if lacking == "events" else 5)
    assert len(months_of(spoken, "SDN", 2020)) == (0 if lacking == "events" else 12)


def test_an_event_split_in_two_halves_changes_no_month_by_more_than_rounding() -> None:
    days = {"start": "2020-01-20", "end": "2020-04-03"}
    whole = judged([event(2020, 300) | days], [annual(2020, 300)])
    halves = judged([event(2020, 150) | days, event(2020, 150) | days], [annual(2020, 300)])
    assert of_year(whole, "SDN", 2020) == of_year(halves, "SDN", 2020) == 300
    assert (months_of(whole, "SDN", 2020) - months_of(halves, "SDN", 2020)).abs().max() <= 1
