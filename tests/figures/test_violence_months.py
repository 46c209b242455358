"""Months: zero is not missing, provisional is not final, and no line crosses a change of the types covered."""

import datetime
from typing import Any

from figures.legend import entries
from figures.violence_months import violence_months
from figures.violence_months_words import summary, twin
from language import language

ENGLISH = language("en")
SPAN = (datetime.date(2022, 11, 1), datetime.date(2023, 2, 1))
STATE, ONE_SIDED = "state_based", "one_sided"


def trace(figure: Any, name: Any) -> Any:
    return next(found for found in figure["data"] if found.get("name") == name)


def labels(figure: Any) -> Any:
    return [entry.label for entry in entries(figure)]


def regions(figure: Any) -> Any:
    return [(shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]


def test_a_month_of_zero_is_drawn_as_zero_and_a_missing_month_as_a_grey_region(make_months: Any) -> None:
    months = make_months({("2022-11", STATE): (0, 0, 0), ("2022-12", STATE): (7, 5, 9), ("2023-02", STATE): (3, 3, 3)})
    figure = violence_months(months, SPAN, ENGLISH)
    assert trace(figure, "State-based")["y"] == [0, 7, None, 3]
    assert regions(figure) == [("2023-01-01", "2023-02-01")]
    assert "No monthly figure" in labels(figure)


def test_missing_months_side_by_side_are_one_region(make_months: Any) -> None:
    figure = violence_months(make_months({("2022-11", STATE): (1, 1, 1)}), SPAN, ENGLISH)
    assert regions(figure) == [("2022-12-01", "2023-03-01")]


def test_a_place_without_any_month_is_all_grey_and_has_no_scale(make_months: Any) -> None:
    figure = violence_months(make_months({}), SPAN, ENGLISH)
    assert regions(figure) == [("2022-11-01", "2023-03-01")]
    assert figure["layout"]["yaxis"]["showticklabels"] is False
    assert summary(make_months({}), SPAN, ENGLISH) == "No source gives monthly figures here."


def test_types_are_stacked_and_the_band_is_that_of_the_total(make_months: Any) -> None:
    months = make_months({("2022-11", STATE): (10, 8, 15), ("2022-11", ONE_SIDED): (5, 5, 9)})
    figure = violence_months(months, SPAN, ENGLISH)
    band = trace(figure, "Low–high range of the total")
    assert (band["base"][0], band["y"][0]) == (15, 24 - 15)  # from best 10 + 5 to high 15 + 9
    within = next(found for found in figure["data"] if found.get("base", [None])[0] == 13)  # low 8 + 5
    assert within["y"][0] == 2
    assert trace(figure, "Total (low–high)")["customdata"][0][:2] == [13, 24]


def test_rows_outside_the_span_are_not_drawn(make_months: Any) -> None:
    figure = violence_months(
        make_months({("2021-01", STATE): (99, 99, 99), ("2023-02", STATE): (1, 1, 1)}), SPAN, ENGLISH
    )
    assert trace(figure, "State-based")["y"] == [None, None, None, 1]


def test_provisional_months_are_hatched_and_named_in_the_legend(make_months: Any) -> None:
    months = make_months({("2023-01", STATE): (4, 4, 4), ("2023-02", STATE): (4, 4, 4)}, provisional=("2023-02",))
    figure = violence_months(months, SPAN, ENGLISH)
    assert trace(figure, "State-based")["marker"]["pattern"]["shape"] == ["", "", "", "/"]
    assert "Provisional" in labels(figure)


def test_a_change_of_the_types_covered_is_marked_where_it_happens(make_months: Any) -> None:
    months = make_months(
        {(month, STATE): (4, 4, 4) for month in ("2022-11", "2022-12", "2023-01", "2023-02")},
        state_based_only=("2022-11", "2022-12"),
    )
    layout = violence_months(months, SPAN, ENGLISH)["layout"]
    assert [shape["x0"] for shape in layout["shapes"] if shape["type"] == "line"] == ["2023-01-01"]
    assert [words["text"] for words in layout["annotations"]] == ["state-based only", "all types"]


def test_a_series_of_one_coverage_has_no_line(make_months: Any) -> None:
    figure = violence_months(make_months({("2022-11", STATE): (4, 4, 4)}), SPAN, ENGLISH)
    assert all(shape["type"] == "rect" for shape in figure["layout"]["shapes"])


def test_the_summary_says_what_the_chart_shows(make_months: Any) -> None:
    months = make_months(
        {("2022-11", STATE): (10, 8, 15), ("2022-12", STATE): (1200, 900, 1500)},
        state_based_only=("2022-11", "2022-12"),
    )
    assert summary(months, SPAN, ENGLISH) == (
        "State-based violence only: 1,210 deaths in 2 months with a figure, November 2022 to December 2022. "
        "Most in December 2022: 1,200. The other types are missing in these months, not zero. "
        "2 months before the first or after the last have none."
    )


def test_the_table_tells_a_zero_from_a_type_that_is_not_covered(make_months: Any) -> None:
    months = make_months(
        {("2022-11", STATE): (10, 8, 15), ("2022-12", STATE): (0, 0, 0)}, state_based_only=("2022-11",)
    )
    rows = twin(months, SPAN, ENGLISH).rows
    assert rows[3] == ("November 2022", "10", "", "", "10", "8–15", "State-based only")
    assert rows[2] == ("December 2022", "0", "0", "0", "0", "0–0", "")
    assert rows[0] == ("February 2023", "", "", "", "", "", "No monthly figure")


def test_a_type_that_a_source_does_not_cover_is_no_zero_for_the_pointer(make_months: Any) -> None:
    months = make_months(
        {("2022-11", STATE): (10, 8, 15), ("2022-12", STATE): (3, 3, 3), ("2022-12", ONE_SIDED): (2, 2, 2)},
        state_based_only=("2022-11",),
    )
    figure = violence_months(months, SPAN, ENGLISH)
    assert trace(figure, "One-sided")["y"] == [None, 2, None, None]
    assert [words for _, _, words in trace(figure, "Total (low–high)")["customdata"]][:2] == [" · state-based only", ""]


def test_a_source_without_a_range_leaves_no_band_and_the_pointer_names_none(make_months: Any) -> None:
    months = make_months({("2022-11", STATE): (10, 8, 15), ("2022-12", STATE): (12, None, None)})
    figure = violence_months(months, SPAN, ENGLISH)
    band = trace(figure, "Low–high range of the total")
    assert (band["base"][:2], band["y"][:2]) == ([10, 12], [5, 0])
    templates = trace(figure, "Total (low–high)")["hovertemplate"]
    assert ["customdata[0]" in template for template in templates[:2]] == [True, False]
    assert figure["layout"]["yaxis"]["range"][1] == 15 * 1.06
    assert twin(months, SPAN, ENGLISH).rows[2] == ("December 2022", "12", "0", "0", "12", "", "No range given")


def test_the_summary_names_the_true_first_and_last_month_and_counts_those_between(make_months: Any) -> None:
    said = summary(make_months({("2022-11", STATE): (1, 1, 1), ("2023-01", STATE): (2, 2, 2)}), SPAN, ENGLISH)
    assert "3 deaths in 2 months with a figure, November 2022 to January 2023." in said
    assert "1 month in between has none." in said and "1 month before the first or after the last has none." in said


def test_months_of_one_type_are_marked_and_never_added_to_those_of_all(make_months: Any) -> None:
    months = make_months(
        {("2022-11", STATE): (10, None, None), ("2022-12", STATE): (5, 4, 6), ("2022-12", ONE_SIDED): (2, 1, 3)},
        state_based_only=("2022-11",),
    )
    figure = violence_months(months, SPAN, ENGLISH)
    assert "State-based only: other types are missing, not zero" in labels(figure)
    assert ("2022-11-01", "2022-12-01") in regions(figure)
    said = summary(months, SPAN, ENGLISH)
    assert "State-based violence only: 10 deaths" in said and "17 deaths" not in said
    assert "For 1 month the source gives no low–high range" in said
