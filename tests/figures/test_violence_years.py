"""Years: a rate needs a population, a logarithm has no zero, and the tempo stands under the years it names."""

from typing import Any

import pandas as pd
import pytest

from figures.legend import entries
from figures.violence_years import violence_years
from figures.violence_years_words import summary, twin
from language import language

ENGLISH = language("en")
SPAN = (2020, 2023)
STATE = "state_based"
DEATHS = {(2020, STATE): (0, 0, 0), (2021, STATE): (10, 5, 40), (2023, STATE): (200, 150, 260)}


@pytest.fixture
def episodes() -> Any:
    rows = [(2000, 2021, "slow_burn", True, False), (2023, 2023, "sudden", False, True)]
    return pd.DataFrame(rows, columns=["first_year", "last_year", "tempo", "is_deadliest", "is_ongoing"])


def trace(figure: Any, name: Any) -> Any:
    return next(found for found in figure["data"] if found.get("name") == name)


def regions(figure: Any) -> Any:
    return [(shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]


def test_a_year_without_a_figure_is_shaded_and_a_year_of_zero_is_not(make_years: Any) -> None:
    figure = violence_years(make_years(DEATHS), SPAN, ENGLISH)
    assert trace(figure, "State-based")["y"] == [0, 10, None, 200]
    assert regions(figure) == [(2021.5, 2022.5)]


def test_a_rate_divides_by_the_population_of_its_year_and_needs_one(make_years: Any) -> None:
    persons = {2020: 1_000_000, 2021: 2_000_000}
    figure = violence_years(make_years(DEATHS), SPAN, ENGLISH, persons=persons)
    assert trace(figure, "State-based")["y"] == [0, 0.5, None, None]  # 10 of 2,000,000
    assert regions(figure) == [(2021.5, 2023.5)]
    assert [entry.label for entry in entries(figure)][-1] == "No rate"


def test_on_a_logarithmic_axis_zeros_stand_on_a_line_of_their_own(make_years: Any) -> None:
    figure = violence_years(make_years(DEATHS), SPAN, ENGLISH, scale="log")
    points, zeros = trace(figure, "Total, all recorded types"), trace(figure, "No recorded death")
    assert points["y"] == [None, 10, None, 200]
    assert zeros["y"] == [1.0, None, None, None]  # one power of ten under the smallest total
    axis = figure["layout"]["yaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == ([1, 10, 100, 1000], ["0", "10", "100", "1,000"])


def test_without_a_year_of_zero_the_logarithmic_axis_has_no_zero(make_years: Any) -> None:
    deaths = {key: counts for key, counts in DEATHS.items() if counts[0]}
    axis = violence_years(make_years(deaths), SPAN, ENGLISH, scale="log")["layout"]["yaxis"]
    assert axis["ticktext"] == ["10", "100", "1,000"]


def test_episodes_stand_under_their_years_with_their_tempo(make_years: Any, episodes: Any) -> None:
    figure = violence_years(make_years(DEATHS), SPAN, ENGLISH, episodes=episodes.to_dict("records"))
    strip = next(found for found in figure["data"] if found.get("orientation") == "h")
    assert strip["text"] == ["slow burn", "sudden"]
    assert strip["base"] == [2019.55, 2022.55]  # what began before the span begins with it
    assert strip["customdata"] == ["2000 to 2021: slow burn", "2023 to now: sudden"]
    assert figure["layout"]["xaxis"]["anchor"] == "y2"


def test_a_change_of_territory_is_marked_before_the_year_it_holds_from(make_years: Any) -> None:
    figure = violence_years(
        make_years(DEATHS), SPAN, ENGLISH, territory_changes=[(2021, "South Sudan apart"), (1990, "earlier")]
    )
    assert [shape["x0"] for shape in figure["layout"]["shapes"] if shape["type"] == "line"] == [2020.5]
    assert "South Sudan apart" in [words["text"] for words in figure["layout"]["annotations"]]


def test_provisional_years_are_hatched(make_years: Any) -> None:
    figure = violence_years(make_years(DEATHS, provisional=(2023,)), SPAN, ENGLISH)
    assert trace(figure, "State-based")["marker"]["pattern"]["shape"] == ["", "", "", "/"]


def test_the_summary_gives_sum_peak_and_gaps(make_years: Any) -> None:
    assert summary(make_years(DEATHS), SPAN, ENGLISH) == (
        "210 deaths recorded from 2020 to 2023. Most in 2023: 200 (range 150–260). 1 year has no figure."
    )


def test_the_table_says_which_year_has_no_figure(make_years: Any) -> None:
    rows = twin(make_years(DEATHS), SPAN, ENGLISH).rows
    assert rows[0] == ("2023", "200", "0", "0", "200", "150–260", "")
    assert rows[1] == ("2022", "", "", "", "", "", "No figure")


def test_provisional_years_have_points_of_their_own_on_a_logarithmic_axis(make_years: Any) -> None:
    figure = violence_years(make_years(DEATHS, provisional=(2023,)), SPAN, ENGLISH, scale="log")
    assert trace(figure, "Provisional")["y"] == [None, None, None, 200]
    assert trace(figure, "Total, all recorded types")["y"] == [None, 10, None, None]


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_a_rate_above_zero_never_reads_as_zero(make_years: Any, scale: Any) -> None:
    years, persons = (
        make_years({(2020, STATE): (1, 1, 6), (2021, STATE): (900, 800, 990)}),
        {
            2020: 40_000_000,
            2021: 40_000_000,
        },
    )
    figure = violence_years(years, SPAN, ENGLISH, scale=scale, persons=persons)
    read = [hover for drawn in figure["data"] for hover in drawn.get("hovertemplate") or () if len(hover) > 1]
    assert any(hover.startswith("under 0.01") for hover in read)
    assert "under 0.01" in twin(years, SPAN, ENGLISH, persons).rows[-1]


def test_one_death_is_one_death_in_the_summary(make_years: Any) -> None:
    assert summary(make_years({(2020, STATE): (1, 1, 6)}), SPAN, ENGLISH).startswith("1 death recorded from 2020")
