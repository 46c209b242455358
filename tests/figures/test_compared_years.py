"""Panels share one scale; what no source counts is grey, what counts one type is pale, what is another place is marked."""

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from figures import compared_years_words
from figures.compared_years import Panel, compared_years
from figures.frame import framed
from figures.legend import entries
from figures.theme import ACCENT, SILENCE, STATE_BASED_ONLY
from figures.violence_years import deaths_by_year
from language import LANGUAGES, language

ENGLISH = language("en")
SPAN = (2020, 2023)
HIGH = {(2020, "state_based"): (900, 800, 1000), (2021, "one_sided"): (100, 100, 100)}
LOW = {(2022, "state_based"): (10, 5, 20), (2023, "state_based"): (0, 0, 0)}


@pytest.fixture
def panels(make_years: Any) -> list[Panel]:
    high = Panel("High", "<b>High</b>", "most: 900 in 2020", deaths_by_year(make_years(HIGH), SPAN))
    low = Panel("Low", "<b>Low</b>", "", deaths_by_year(make_years(LOW), SPAN), ((2023, "other territory"),))
    return [high, low]


def test_every_panel_has_the_scale_of_the_tallest(panels: list[Panel]) -> None:
    layout = compared_years(panels, SPAN, ENGLISH)["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"] == [0, 1000 * 1.06]
    assert layout["yaxis"]["domain"][0] > layout["yaxis2"]["domain"][1]


def test_years_without_a_figure_are_grey_and_a_change_of_territory_is_marked(panels: list[Panel]) -> None:
    figure = compared_years(panels, SPAN, ENGLISH)
    shapes = figure["layout"]["shapes"]
    grey = [(shape["yref"], shape["x0"], shape["x1"]) for shape in shapes if shape.get("fillcolor") == SILENCE]
    assert grey == [("y domain", 2021.5, 2023.5), ("y2 domain", 2019.5, 2021.5)]
    assert [(s["yref"], s["x0"]) for s in shapes if s["type"] == "line"] == [("y2 domain", 2022.5)]
    assert "other territory" in [note["text"] for note in figure["layout"]["annotations"]]
    assert "No figure" in [entry.label for entry in entries(figure)]


def test_a_year_of_one_type_alone_is_pale_and_named(make_years: Any, panels: list[Panel]) -> None:
    years = make_years(LOW).assign(types_covered="state_based")
    partial = Panel("Partial", "<b>Partial</b>", "", deaths_by_year(years, SPAN))
    figure = compared_years([*panels, partial], SPAN, ENGLISH)
    bars = {trace["yaxis"]: trace["marker"]["color"] for trace in figure["data"] if trace.get("width") == 0.8}
    assert bars == {"y": ACCENT, "y2": ACCENT, "y3": STATE_BASED_ONLY}
    assert "state-based deaths alone" in compared_years_words.summary([partial], "deaths", ENGLISH)


@pytest.mark.parametrize("code", LANGUAGES)
def test_plotly_accepts_it_framed_too(panels: list[Panel], caption: Any, code: str) -> None:
    figure = compared_years(panels, SPAN, language(code))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)
    go.Figure(framed(figure, caption, language(code), 1100, 440))


def test_the_table_has_a_column_for_each_place_and_says_what_is_missing(panels: list[Panel]) -> None:
    twin = compared_years_words.twin(panels, SPAN, [2020, 2020], False, 0, ENGLISH)
    assert twin.headings == ("Year", "High", "Low")
    assert twin.rows[0] == ("2023", "No figure", "0")
    assert twin.rows[1] == ("2022", "No figure", "10 (5–20) · other territory")
    by_onset = compared_years_words.twin(panels, SPAN, [1990, 2000], True, 0, ENGLISH)
    assert by_onset.rows[0][1] == "900 (800–1,000) · 1990"


def test_the_summary_tells_zero_from_no_figure(panels: list[Panel]) -> None:
    said = compared_years_words.summary(panels, "deaths", ENGLISH)
    assert "High: 1,000 deaths recorded in the years shown, most: 900 in 2020." in said
    assert "Low: no recorded death in the years shown." in said  # its peak is empty here
    empty = Panel("None", "", "", panels[1].figures, remark="No source counts the people in it.")
    assert compared_years_words.summary([empty], "rate", ENGLISH) == "None: No source counts the people in it."


def test_a_peak_that_finds_no_room_beside_a_long_name_is_left_to_the_words(
    panels: list[Panel], make_years: Any
) -> None:
    long = Panel("Long", "A name of many words that fills a line of a phone", "max. 900 in 2020", panels[0].figures)
    texts = [note["text"] for note in compared_years([panels[0], long], SPAN, ENGLISH)["layout"]["annotations"]]
    assert panels[0].peak in texts and long.peak not in texts
    assert long.peak in compared_years_words.summary([long], "deaths", ENGLISH)
