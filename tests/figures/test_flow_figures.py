"""Flows as bars, years and lines on a map: sizes follow the numbers, states are drawn, plotly takes all of it."""

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.caption import Caption
from figures.flow_bars import Bar, flow_bars
from figures.flow_map import EDGES, WIDTHS, Held, Line, class_names, class_of, flow_map
from figures.flow_years import Course, Part, flow_years, twin
from figures.frame import framed
from figures.legend import entries
from language import LANGUAGES, language

LONG = "The United Kingdom of Great Britain and Northern Ireland and Elsewhere"
BARS = (
    Bar("Chad", 1_000, "1,000", "90.0%", 900, "near", "Chad"),
    Bar(LONG, 100, "100", "9.0%", None, "far", "far"),
    Bar("Canada", 11, "11", "1.0% · break in the series", None, "marked", "Canada"),
)
COURSE = Course(
    (2020, 2021, 2022, 2023),
    (Part("Chad", (10, 0, 30, 40)), Part("Others", (1, 0, 3, 4), is_others=True)),
    (True, False, True, True),
    breaks=(2022,),
    provisional=(2023,),
)
LINES = (Line("SDN", "TCD", 1_330_950, "Chad"), Line("SDN", "CAN", 936, "Canada"))
HELD = (Held("TCD", 1_330_950, "Chad"), Held("CAN", 936, "Canada"))


def figures(code: str) -> dict[str, Any]:
    words = language(code)
    return {
        "bars": flow_bars(BARS, words, "Canada", is_provisional=True),
        "years": flow_years(COURSE, words),
        "map": flow_map(HELD, LINES, Held("SDN", 0, "Sudan"), words),
        "empty map": flow_map((), (), None, words),
    }


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["bars", "years", "map", "empty map"])
def test_plotly_accepts_it_at_any_width_with_its_words(name: str, code: str, caption: Caption) -> None:
    figure = figures(code)[name]
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)
    assert entries(figure)
    for width in (380, 1100):
        go.Figure(framed(figure, caption, language(code), width, 520))


def test_a_bar_is_as_long_as_its_number_and_the_year_before_is_marked_where_it_may_be_compared() -> None:
    figure = figures("en")["bars"]
    bars = {
        row: x
        for trace in figure["data"]
        if trace["type"] == "bar"
        for row, x in zip(trace["y"], trace["x"], strict=True)
    }
    assert bars == {0: 1_000, 1: 100, 2: 11}
    before = next(trace for trace in figure["data"] if trace["name"] == "A year before")
    assert (before["y"], before["x"]) == ([0], [900])


def test_neighbours_are_told_without_colour_and_long_names_are_cut_to_a_phone() -> None:
    said = [note["text"] for note in figures("en")["bars"]["layout"]["annotations"]]
    assert "◆ Chad" in said and LONG not in said
    assert any(word.endswith("…") and LONG.startswith(word[:-1]) for word in said)


def test_an_unknown_year_is_grey_ground_and_no_bar_of_zero() -> None:
    figure = figures("en")["years"]
    assert [trace["y"] for trace in figure["data"] if trace["name"] == "Chad"] == [[10, None, 30, 40]]
    grey = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(shape["x0"], shape["x1"]) for shape in grey] == [(2020.5, 2021.5)]
    assert [shape["x0"] for shape in figure["layout"]["shapes"] if shape["type"] == "line"] == [2021.5]


def test_the_table_of_years_adds_the_parts_and_says_what_is_odd() -> None:
    rows = {row[0]: row[1:] for row in twin(COURSE, language("en")).rows}
    assert rows["2023"] == ("40", "4", "44", "provisional")
    assert rows["2022"] == ("30", "3", "33", "break in the series")
    assert rows["2021"] == ("No figure", "No figure", "No figure", "")


def test_lines_are_as_wide_as_their_class_and_the_classes_meet_without_a_gap() -> None:
    drawn = {
        tuple(trace["locations"]): trace["line"]["width"]
        for trace in figures("en")["map"]["data"]
        if trace.get("mode") == "lines"
    }
    assert drawn == {("SDN", "TCD"): WIDTHS[4], ("SDN", "CAN"): WIDTHS[0]}
    assert [class_of(edge) - class_of(edge - 1) for edge in EDGES] == [1, 1, 1, 1]
    assert class_names(language("en"))[:2] == ["1–999", "1,000–9,999"]
