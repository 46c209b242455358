"""The map of how long it has burnt, and the marks beside its colours: each in the legend, none for what it is not."""

from typing import Any

import numpy as np
import pytest

from figures._drawn_legend import draw, flow
from figures._map_classes import CLASSES, Measure, class_labels, class_of, value_words
from figures._map_marks import DASH, DOT, SLASH
from figures.lasting_findings import every_year_finding, long_spell_finding
from figures.legend import entries
from figures.theme import RAMP
from figures.world_map import world_map
from figures.world_map_words import hover_texts, summary, twin
from language import language

ENGLISH, FRENCH = language("en"), language("fr")


def marked(figure: Any, symbol: str) -> list[str]:
    traces = [trace for trace in figure["data"] if trace["type"] == "scattergeo" and trace.get("locations")]
    return [place for trace in traces if trace["marker"]["symbol"] == symbol for place in trace["locations"]]


@pytest.mark.parametrize(
    ("measure", "value", "label"),
    [
        ("persistence", 0, "none of the years"),
        ("persistence", 0.05, "under a quarter"),
        ("persistence", 0.5, "half to three quarters"),
        ("persistence", 0.95, "three quarters and more"),
        ("persistence", 1, "every year"),
        ("spell", 0, "no spell going on"),
        ("spell", 2, "1–2 years"),
        ("spell", 10, "10–19 years"),
        ("spell", 36, "20 years and more"),
    ],
)
def test_a_share_or_a_length_falls_in_the_class_that_names_it(measure: Measure, value: float, label: str) -> None:
    assert class_labels(measure, ENGLISH)[class_of(np.array([value], dtype=float), measure)[0]] == label
    assert len(CLASSES[measure].labels) == len(RAMP)


def test_a_share_is_read_in_percent_and_a_length_in_years() -> None:
    assert value_words(0.85, "persistence", ENGLISH) == "85%" and value_words(1, "spell", ENGLISH) == "1 year"
    assert value_words(0.85, "persistence", FRENCH) == "85\u00a0%"


def test_a_dot_on_severity_says_where_it_has_burnt_for_a_generation(make_places: Any) -> None:
    places = make_places({"SDN": 90, "UKR": 95}).assign(is_lasting=[True, False])
    assert marked(world_map(places, "severity", ENGLISH), DOT) == ["SDN"]
    assert marked(world_map(places, "persistence", ENGLISH), DOT) == []  # there the colour says it
    assert "1 place had 25 or more deaths in each of the last twenty years." in summary(places, "severity", ENGLISH)


def test_late_and_provisional_are_marked_named_in_the_legend_and_said(make_places: Any) -> None:
    places = make_places({"SDN": 90, "UKR": 95, "MLI": "late"}).assign(is_provisional=[False, True, True])
    figure = world_map(places, "severity", ENGLISH)
    assert (marked(figure, SLASH), marked(figure, DASH)) == (
        ["UKR"],
        ["MLI"],
    )  # what is late has no figure to be vetted
    named = {entry.mark: entry.label for entry in entries(figure) if entry.mark}
    assert named == {"slashed": "provisional", "dashed": "late: not reached yet"}
    assert hover_texts(places, "severity", ENGLISH)[1].startswith(
        "<b>Name of UKR</b><br>Severity: 95 (48–190), 2023, prov"
    )
    assert "The figure of 1 place is provisional." in summary(places, "severity", ENGLISH)
    assert [row[-1] for row in twin(places, "severity", ENGLISH).rows] == ["provisional", "", "late: not reached yet"]


def test_a_mark_that_occurs_nowhere_is_not_in_the_legend(make_places: Any) -> None:
    assert not any(entry.mark for entry in entries(world_map(make_places({"SDN": 90}), "severity", ENGLISH)))


def test_every_mark_of_the_legend_is_drawn_in_a_picture_too(make_places: Any) -> None:
    places = make_places({"SDN": 90, "UKR": 95, "MLI": "late"}).assign(is_provisional=[False, True, False])
    listed = entries(world_map(places.assign(is_lasting=[True, False, False]), "severity", ENGLISH))
    shapes, _ = draw(flow(listed, 2_000), 0, 1, 0)
    assert sum(shape["type"] == "circle" for shape in shapes) == 1  # the dot
    assert sum(shape["type"] == "path" for shape in shapes) == 3  # cross, slash and dash


def test_every_year_counts_only_places_with_all_of_the_years(make_places: Any) -> None:
    places = make_places({"SDN": 1, "SSD": 1, "UKR": 0.5}).assign(is_lasting=[True, False, False])
    title = "In 1 place every year from 2004 to 2023 had 25 or more recorded deaths"
    assert every_year_finding(places, 2004, ENGLISH) == title
    assert every_year_finding(places.assign(is_lasting=False), 2004, ENGLISH).startswith("In no place did every year")


def test_long_spells_are_counted_from_twenty_years(make_places: Any) -> None:
    assert long_spell_finding(make_places({"SDN": 36, "MLI": 20, "UKR": 19}), ENGLISH).startswith(
        "In 2 places the present"
    )
    assert long_spell_finding(make_places({"UKR": 3, "CAN": 0}), ENGLISH) == (
        "A spell of violence is going on in 1 place, none for twenty years yet"
    )


def test_shares_and_lengths_are_summed_up_by_class(make_places: Any) -> None:
    said = summary(make_places({"SDN": 1, "SSD": 1, "CAN": 0}), "persistence", ENGLISH)
    assert said.startswith("Places with a figure, by class: every year 2, three quarters and more 0,")
    assert said.endswith("none of the years 1.")
