"""Titles never say more than the numbers: gaps, ties, overlapping ranges and short memories end a claim."""

from typing import Any

import pandas as pd
import pytest

from figures.findings import YearTotal, map_finding, months_finding, severity_finding, year_totals, years_finding
from figures.violence_years import deaths_by_year
from language import language

ENGLISH = language("en")


def totals_of(deaths: dict[int, int], spread: int = 0, provisional: tuple[int, ...] = ()) -> dict[int, YearTotal]:
    return {year: YearTotal(best, best - spread, best + spread, year in provisional) for year, best in deaths.items()}


def finding(deaths: dict[int, int], first_year: int = 2018, **how: Any) -> str:
    return years_finding("Sudan", totals_of(deaths, **how), first_year, ENGLISH)


def test_most_since_names_the_last_year_with_at_least_as_many() -> None:
    assert (
        finding({2018: 900, 2019: 1, 2020: 2, 2021: 3, 2022: 800})
        == "Sudan: 800 deaths recorded in 2022, most since 2018"
    )


def test_a_tie_counts_as_at_least_as_many() -> None:
    assert finding({2018: 900, 2019: 800, 2020: 2, 2021: 3, 2022: 800}).endswith("most since 2019")


def test_a_claim_that_reaches_over_less_than_three_years_is_not_made() -> None:
    assert finding({2018: 900, 2019: 1, 2020: 900, 2021: 3, 2022: 800}) == "Sudan: 800 deaths recorded in 2022"


def test_a_year_without_a_figure_ends_the_claim() -> None:
    assert finding({2018: 900, 2019: 1, 2021: 3, 2022: 800}) == "Sudan: 800 deaths recorded in 2022"


def test_where_ranges_overlap_the_title_speaks_of_best_estimates() -> None:
    claim = finding({2018: 900, 2019: 1, 2020: 2, 2021: 700, 2022: 800}, spread=50)
    assert claim == "Sudan: 800 deaths recorded in 2022, most since 2018 (best estimates)"


def test_most_on_record_needs_the_whole_record() -> None:
    deaths = {2018: 5, 2019: 1, 2020: 2, 2021: 3, 2022: 800}
    assert finding(deaths).endswith("most since the record began in 2018")
    assert finding(deaths, first_year=1989).endswith("most since its figures begin in 2018")
    del deaths[2019]
    assert finding(deaths) == "Sudan: 800 deaths recorded in 2022"


def test_a_provisional_year_makes_no_claim() -> None:
    assert finding({2018: 900, 2019: 1, 2020: 2, 2021: 3, 2022: 800}, provisional=(2022,)) == (
        "Sudan: 800 deaths recorded in 2022, provisional"
    )


def test_one_death_is_one_death() -> None:
    assert finding({2022: 1}) == "Sudan: 1 death recorded in 2022"


def test_a_year_of_zero_names_the_last_deaths_only_over_an_unbroken_record() -> None:
    assert finding({2019: 4, 2020: 0, 2021: 0}) == "Sudan: no death recorded in 2021, the last ones in 2019"
    assert finding({2019: 4, 2021: 0}) == "Sudan: no death recorded in 2021"
    assert finding({2020: 0, 2021: 0}) == "Sudan: no death recorded in 2021"


def test_a_place_without_figures_says_so() -> None:
    assert finding({}) == "Sudan: no annual figures"


def test_types_of_a_year_are_added(make_years: Any) -> None:
    years = make_years({(2023, "state_based"): (4, 3, 6), (2023, "one_sided"): (2, 2, 3)}, provisional=(2023,))
    assert year_totals(deaths_by_year(years, (2022, 2024)), 2022) == {2023: YearTotal(6, 5, 9, True)}


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ((), "Sudan: 120 deaths recorded in the twelve months to December 2023, 12 in the twelve before"),
        (("2022-03",), "Sudan: 120 deaths recorded in the twelve months to December 2023"),
        (("2023-12",), "Sudan: monthly figures to November 2023"),
    ],
)
def test_twelve_months_are_compared_only_where_all_have_figures(missing: Any, expected: Any) -> None:
    months = pd.date_range("2022-01-01", "2023-12-01", freq="MS")
    totals = {month: 10 if month.year == 2023 else 1 for month in months if f"{month:%Y-%m}" not in missing}
    assert months_finding("Sudan", totals, months[-1], ENGLISH) == expected


def test_a_place_without_months_says_so() -> None:
    assert (
        months_finding("Ukraine", {}, pd.Timestamp("2023-12-01"), ENGLISH)
        == "Ukraine: no final monthly figures of all types"
    )


def test_the_map_says_what_share_three_places_hold(make_places: Any) -> None:
    places = make_places({"AAA": 50, "BBB": 25, "CCC": 15, "DDD": 10, "EEE": 0, "PSE": "not_separable"})
    assert (
        map_finding(places, ENGLISH)
        == "Name of AAA, Name of BBB and Name of CCC: 90% of the deaths recorded in all places"
    )
    assert map_finding(make_places({"AAA": 0}), ENGLISH) == "No recorded death in any place with a figure"
    assert map_finding(make_places({"AAA": 5, "BBB": 0}), ENGLISH) == "All recorded deaths in Name of AAA"


def test_the_map_of_severity_names_its_highest_values(make_places: Any) -> None:
    assert (
        severity_finding(make_places({"AAA": 5, "BBB": 9}), ENGLISH)
        == "Most severe by recorded deaths: Name of BBB and Name of AAA"
    )
    assert severity_finding(make_places({"AAA": 0}), ENGLISH) == "No recorded death in any place with a figure"


def test_where_severity_is_not_computed_the_title_does_not_deny_the_deaths(make_places: Any) -> None:
    places = make_places({"AAA": "not_computed", "BBB": 0, "CCC": "no_data"})
    assert severity_finding(places, ENGLISH) == "Severity is not computed for the places with recorded deaths"


def test_a_claim_does_not_reach_over_another_territory() -> None:
    deaths = totals_of({1989: 9_000, 1990: 1, 1991: 2, 1992: 3, 1993: 4, 1994: 800})
    said = years_finding("Russia", deaths, 1989, ENGLISH, territory_since=1991)
    assert said.endswith("800 deaths recorded in 1994, most since the figures of its present territory begin in 1991")
    since = years_finding("Russia", deaths | {1991: YearTotal(900, 900, 900)}, 1989, ENGLISH, territory_since=1991)
    assert since.endswith("most since 1991")


def test_a_quiet_year_names_no_deaths_of_another_territory() -> None:
    deaths = totals_of({1989: 9, 1990: 1, 1991: 0, 1992: 0})
    assert years_finding("Russia", deaths, 1989, ENGLISH, territory_since=1991) == "Russia: no death recorded in 1992"
