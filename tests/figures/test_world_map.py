"""The map: fixed classes, and a place that cannot be told apart never wears the colour of a class."""

from typing import Any

import numpy as np
import pytest

from figures._map_classes import class_labels, class_of
from figures.legend import entries
from figures.theme import NO_DATA, NOT_SEPARABLE, RAMP
from figures.world_map import world_map
from figures.world_map_words import summary, twin
from language import language

ENGLISH = language("en")


def colour_of(figure: Any, iso3: Any) -> Any:
    for trace in figure["data"]:
        if trace["type"] == "choropleth" and iso3 in trace["locations"]:
            z = trace["z"][trace["locations"].index(iso3)]
            share = (z - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
            return next(
                colour
                for (low, colour), (high, _) in zip(trace["colorscale"][::2], trace["colorscale"][1::2], strict=True)
                if low <= share <= high
            )
    return None


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        ("severity", 0, 0),
        ("severity", 0.01, 1),
        ("severity", 19.99, 1),
        ("severity", 20, 2),
        ("severity", 100, 5),
        ("deaths", 0, 0),
        ("deaths", 24, 1),
        ("deaths", 25, 2),
        ("deaths", 9_999, 4),
        ("deaths", 10_000, 5),
        ("rate", 0.05, 1),
        ("rate", 150, 5),
    ],
)
def test_a_value_falls_in_its_fixed_class(measure: Any, value: Any, expected: Any) -> None:
    assert class_of(np.array([value], dtype=float), measure) == [expected]


def test_every_class_has_a_label_in_the_language() -> None:
    assert class_labels("deaths", ENGLISH) == [
        "no recorded death",
        "1–24",
        "25–99",
        "100–999",
        "1,000–9,999",
        "10,000 and more",
    ]
    assert class_labels("rate", language("fr"))[1] == "moins de 0,1"
    assert all(len(class_labels(measure, ENGLISH)) == len(RAMP) for measure in ("severity", "deaths", "rate"))


def test_zero_no_data_and_not_separable_have_three_different_colours(make_places: Any) -> None:
    figure = world_map(
        make_places({"SDN": 90, "CAN": 0, "PSE": "not_separable", "PRK": "no_data"}), "severity", ENGLISH
    )
    colours = [colour_of(figure, iso3) for iso3 in ("SDN", "CAN", "PSE", "PRK")]
    assert colours == [RAMP[5], RAMP[0], NOT_SEPARABLE, NO_DATA]


def test_a_place_that_is_not_separable_is_crossed_and_says_so(make_places: Any) -> None:
    figure = world_map(make_places({"SDN": 90, "PSE": "not_separable"}), "severity", ENGLISH)
    crosses = [trace for trace in figure["data"] if trace["type"] == "scattergeo" and trace.get("locations")]
    assert crosses[0]["locations"] == ["PSE"]
    texts = {
        place: text
        for trace in figure["data"]
        if "text" in trace
        for place, text in zip(trace["locations"], trace["text"], strict=True)
    }
    assert texts["PSE"] == "<b>Name of PSE</b><br>Severity: not separable in this source"


def test_the_pointer_reads_value_band_period_and_tempo(make_places: Any) -> None:
    figure = world_map(make_places({"SDN": 1234}), "deaths", ENGLISH)
    assert figure["data"][0]["text"] == ["<b>Name of SDN</b><br>Deaths: 1,234 (617–2,468), 2023<br>slow burn"]
    assert figure["data"][0]["customdata"] == ["SDN"]


def test_the_legend_names_six_classes_and_two_ways_of_not_knowing(make_places: Any) -> None:
    labels = [entry.label for entry in entries(world_map(make_places({"SDN": 90}), "severity", ENGLISH))]
    assert labels[0] == "no recorded death" and labels[-2:] == ["no data", "not separable in this source"]
    assert len(labels) == len(RAMP) + 2


def test_the_map_asks_for_our_own_outlines_only(make_places: Any) -> None:
    geo = world_map(make_places({"SDN": 90}), "severity", ENGLISH)["layout"]["geo"]
    assert geo["fitbounds"] is False and geo["resolution"] == 110 and not geo["showcoastlines"]


def test_the_summary_counts_places_with_and_without_figures(make_places: Any) -> None:
    places = make_places({"SDN": 90, "MLI": 60, "CAN": 0, "PSE": "not_separable"})
    assert summary(places, "severity", ENGLISH) == (
        "2 places of 3 with a figure have recorded deaths. Highest by severity: Name of SDN 90, Name of MLI 60. "
        "1 place has no figure of its own."
    )


def test_the_table_puts_places_without_a_figure_last_with_the_reason(make_places: Any) -> None:
    rows = twin(make_places({"PSE": "not_separable", "CAN": 0, "SDN": 90}, tempo=None), "severity", ENGLISH).rows
    assert [row[0] for row in rows] == ["Name of SDN", "Name of CAN", "Name of PSE"]
    assert rows[-1] == ("Name of PSE", "", "", "", "", "not separable in this source")
