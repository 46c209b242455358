"""Counts of displaced people stand beside each other: no line crosses a break, a gap or a mid-year figure."""

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.displaced_years import Count, Point, displaced_years, twin
from figures.legend import entries
from language import LANGUAGES, language

REFUGEES = Count(
    "refugees_abroad",
    "Refugees",
    (
        Point(2019, 100),
        Point(2020, 110),
        Point(2021, 400_000, "break"),
        Point(2023, 420_000),
        Point(2024, 430_000, "mid_year"),
    ),
)
WITHIN = Count("internally_displaced", "Displaced within", (Point(2020, 5_000_000), Point(2021, None, "hidden")))


def lines(figure: Any) -> dict[str, dict[float, int | None]]:
    drawn = [trace for trace in figure["data"] if trace["mode"] == "lines+markers"]
    return {trace["name"]: dict(zip(trace["x"], trace["y"], strict=True)) for trace in drawn}


def test_a_line_stops_before_a_break_and_where_a_year_is_missing() -> None:
    shown = lines(displaced_years([REFUGEES], language("en")))["Refugees"]
    assert shown == {2019: 100, 2020: 110, 2020.5: None, 2021: 400_000, 2022.5: None, 2023: 420_000}


def test_a_mid_year_figure_is_an_open_mark_that_no_line_leads_to() -> None:
    figure = displaced_years([REFUGEES], language("en"))
    halves = next(trace for trace in figure["data"] if trace["mode"] == "markers" and trace["x"] == [2023.5])
    assert halves["y"] == [430_000] and halves["marker"]["symbol"].endswith("-open")
    assert 2023.5 not in lines(figure)["Refugees"]


def test_the_counts_are_never_added() -> None:
    figure = displaced_years([REFUGEES, WITHIN], language("en"))
    assert set(lines(figure)) == {"Refugees", "Displaced within"}
    drawn = [number for trace in figure["data"] for number in trace["y"] if number is not None]
    told = {point.number for count in (REFUGEES, WITHIN) for point in count.points if point.number is not None}
    assert set(drawn) == told and "stack" not in json.dumps(figure)


def test_the_table_says_which_figure_is_hidden_missing_or_after_a_break() -> None:
    rows = {row[0]: row[1:] for row in twin([REFUGEES, WITHIN], language("en")).rows}
    assert rows["2021"] == ("400,000 (break in the series)", "– (hidden)")
    assert rows["2019"] == ("100", "No figure") and rows["2024 (mid-year)"] == ("430,000", "No figure")


@pytest.mark.parametrize("code", LANGUAGES)
def test_plotly_accepts_it_and_its_legend_explains_breaks_and_mid_years(code: str) -> None:
    figure = displaced_years([REFUGEES, WITHIN], language(code))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)
    assert len(entries(figure)) == 4
