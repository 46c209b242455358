"""Can every country a reader may look for be drawn from the outlines that the dashboard serves?

plotly.js looks a country up by its id in the layer "countries", labels it at properties.ct, and stops with an error
when one of seven layers is absent, even an empty one. A ring without an area may fill the whole globe.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

OUTLINES = Path(__file__).parents[2] / "dashboard" / "assets" / "topo" / "world_110m.json"
LAYERS = {"countries", "land", "coastlines", "ocean", "lakes", "rivers", "subunits"}
DISPUTED_OR_YOUNG = {"SSD", "XKX", "PSE", "ESH", "TWN"}
SMALL = {"TUV", "NRU", "MLT", "SGP", "BHR", "MDV"}
LARGEST_FILE = 250_000  # bytes


@pytest.fixture(scope="module")
def topology() -> dict[str, Any]:
    return dict(json.loads(OUTLINES.read_text(encoding="utf-8")))


def countries(topology: dict[str, Any]) -> list[dict[str, Any]]:
    return list(topology["objects"]["countries"]["geometries"])


def flat(numbers: Any) -> Iterator[int]:
    if isinstance(numbers, int):
        yield numbers
        return
    for entry in numbers:
        yield from flat(entry)


def points(topology: dict[str, Any], arc: int) -> list[tuple[int, int]]:
    """Undo the steps of an arc; ~n means arc n read backwards."""
    steps = topology["arcs"][arc if arc >= 0 else ~arc]
    xs, ys = (accumulate(step[axis] for step in steps) for axis in (0, 1))
    line = list(zip(xs, ys, strict=True))
    return line if arc >= 0 else line[::-1]


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    for polygon in geometry["arcs"]:
        yield from polygon


def test_the_seven_layers_that_plotly_asks_for_are_there(topology: dict[str, Any]) -> None:
    assert topology["type"] == "Topology"
    assert set(topology["objects"]) == LAYERS


def test_every_layer_refers_only_to_arcs_that_exist_and_every_arc_is_used(topology: dict[str, Any]) -> None:
    used = {
        arc if arc >= 0 else ~arc
        for layer in topology["objects"].values()
        for geometry in layer.get("geometries", [layer])
        for arc in flat(geometry["arcs"])
    }
    assert used == set(range(len(topology["arcs"])))


def test_every_ring_closes_and_encloses_something(topology: dict[str, Any]) -> None:
    for country in countries(topology):
        assert country["type"] == "MultiPolygon"
        for ring in rings(country):
            pieces = [points(topology, arc) for arc in ring]
            following = pieces[1:] + pieces[:1]
            joins = all(one[-1] == other[0] for one, other in zip(pieces, following, strict=True))
            assert joins, country["id"]
            assert len({point for piece in pieces for point in piece}) >= 3, country["id"]


def test_disputed_young_and_small_places_can_be_found(topology: dict[str, Any]) -> None:
    ids = {country["id"] for country in countries(topology)}
    assert ids >= DISPUTED_OR_YOUNG | SMALL


def test_ids_are_iso3_codes_and_occur_once(topology: dict[str, Any]) -> None:
    ids = [country["id"] for country in countries(topology)]
    assert len(ids) == len(set(ids))
    assert all(len(place) == 3 and place.isascii() and place.isupper() for place in ids)


def test_somaliland_and_northern_cyprus_are_drawn_with_somalia_and_cyprus(topology: dict[str, Any]) -> None:
    parts = {country["id"]: len(country["arcs"]) for country in countries(topology)}
    assert not {"SOL", "CYN"} & set(parts)
    assert (parts["SOM"], parts["CYP"]) == (1, 1)  # one piece of land each: no border left inside


def test_nothing_is_drawn_for_antarctica_or_for_a_glacier_that_is_nobodys(topology: dict[str, Any]) -> None:
    assert not {"ATA", "KAS"} & {country["id"] for country in countries(topology)}


def test_every_country_has_a_label_point_on_the_globe(topology: dict[str, Any]) -> None:
    for country in countries(topology):
        longitude, latitude = country["properties"]["ct"]
        assert -180 <= longitude <= 180, country["id"]
        assert -60 <= latitude <= 84, country["id"]


def test_label_points_stand_where_a_map_reader_expects_them(topology: dict[str, Any]) -> None:
    centres = {country["id"]: country["properties"]["ct"] for country in countries(topology)}
    # Juba is at 31.6 E 4.9 N, Pristina at 21.2 E 42.7 N, Paris at 2.4 E 48.9 N (not among the overseas departments).
    for place, (longitude, latitude) in {"SSD": (31.6, 4.9), "XKX": (21.2, 42.7), "FRA": (2.4, 48.9)}.items():
        assert abs(centres[place][0] - longitude) < 3, place
        assert abs(centres[place][1] - latitude) < 3, place


def test_the_file_is_small_enough_to_send(topology: dict[str, Any]) -> None:
    assert OUTLINES.stat().st_size < LARGEST_FILE
