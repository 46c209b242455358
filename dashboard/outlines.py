"""Which ground does each country take up, by the outlines that the maps are drawn on? Read once per process.

Islands far from a small rest (overseas parts) would push the frame wide: pieces of less than a fiftieth of the
largest one's box do not widen it. A country on both sides of the date line is framed by its largest piece.
"""

import functools
import json
from itertools import accumulate
from pathlib import Path

from figures.map_frame import Box, around

OUTLINES = Path(__file__).parent / "assets" / "topo" / "world_110m.json"
LEAST_PIECE = 0.02
HALF_THE_GLOBE = 180.0


@functools.cache
def country_boxes() -> dict[str, Box]:
    """The box of every country by ISO3 code."""
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    (x_step, y_step), (x_start, y_start) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        across, up = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
        arcs.append(
            Box(
                min(across) * x_step + x_start,
                min(up) * y_step + y_start,
                max(across) * x_step + x_start,
                max(up) * y_step + y_start,
            )
        )
    countries = topology["objects"]["countries"]["geometries"]
    return {
        country["id"]: _main_ground(
            [around(arcs[arc if arc >= 0 else ~arc] for arc in polygon[0]) for polygon in country["arcs"]]
        )
        for country in countries
    }


def _main_ground(pieces: list[Box]) -> Box:
    largest = max(pieces, key=_size)
    whole = around(piece for piece in pieces if _size(piece) >= LEAST_PIECE * _size(largest))
    return whole if whole.east - whole.west < HALF_THE_GLOBE else largest


def _size(box: Box) -> float:
    return (box.east - box.west) * (box.north - box.south)
