"""Between which places did people flee? Lines over the outlines, their width and the places' colour by fixed classes.

A line is the shortest way over the globe between two places and says nothing of the way that people took. A place
without any row has the colour of no data: nothing is on record, which is no zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from figures.theme import ACCENT, FLOW_RAMP, INK, MUTED, NO_DATA, PAPER, SMALL_SIZE, Figure, layout
from figures.world_map import geography
from language import Language

EDGES = (1_000, 10_000, 100_000, 1_000_000)  # persons; class k holds EDGES[k - 1] up to below EDGES[k]
WIDTHS = (0.8, 1.4, 2.4, 4.0, 6.0)  # pixels of a line of each class
ENDS = (3.0, 4.0, 5.5, 7.5, 10.0)  # pixels of the dot at its end
LINE_OPACITY = 0.72


@dataclass(frozen=True)
class Held:
    """A place that is coloured: how many people, and what the pointer reads."""

    iso3: str
    number: int
    hover: str


@dataclass(frozen=True)
class Line:
    """From where to where, how many, and which end the dot stands at."""

    origin: str
    asylum: str
    number: int
    hover: str


def flow_map(held: Sequence[Held], lines: Sequence[Line], middle: Held | None, language: Language) -> Figure:
    """Draw the places, the lines and, where the view is about one place, that place; codes are ISO 3166-1 alpha-3."""
    traces = [_places(held)] if held else []
    if middle is not None:
        traces.append(_regions([middle], [0], [[0, INK], [1, INK]], (0, 1)))
    traces += [_line(line) for line in sorted(lines, key=lambda line: line.number)]
    if lines:
        traces.append(_dots(lines, None if middle is None else middle.iso3))
    traces += [_legend_entry(name, colour) for name, colour in zip(class_names(language), FLOW_RAMP, strict=True)]
    if middle is not None:
        traces.append(_legend_entry(middle.hover, INK))
    traces.append(_legend_entry(language.text("none on record"), NO_DATA))
    drawn = layout(language)
    drawn["margin"] = {"l": 0, "r": 0, "t": 0, "b": 28, "autoexpand": False}
    drawn["legend"] |= {"y": 0, "yanchor": "top", "font": {"size": SMALL_SIZE, "color": INK}}
    drawn["geo"] = geography()
    return {"data": traces, "layout": drawn}


def class_of(number: int) -> int:
    """The class of a number above zero, 0 to 4."""
    return int(np.digitize(number, EDGES))


def class_names(language: Language) -> list[str]:
    """The five classes as a legend shows them."""
    middle = [language.span(low, high - 1) for low, high in pairwise((1, *EDGES))]
    return [*middle, language.text("{n} and more", n=language.number(EDGES[-1]))]


def _places(held: Sequence[Held]) -> dict[str, Any]:
    scale = [[(k + edge) / len(FLOW_RAMP), colour] for k, colour in enumerate(FLOW_RAMP) for edge in (0, 1)]
    return _regions(held, [class_of(one.number) for one in held], scale, (-0.5, len(FLOW_RAMP) - 0.5))


def _regions(held: Sequence[Held], z: list[int], scale: list[list[Any]], bounds: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": [one.iso3 for one in held],
        "z": z,
        "zmin": bounds[0],
        "zmax": bounds[1],
        "colorscale": scale,
        "showscale": False,
        "text": [one.hover for one in held],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": PAPER, "width": 0.5}},
        "showlegend": False,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "lines",
        "locationmode": "ISO-3",
        "locations": [line.origin, line.asylum],
        "line": {"width": WIDTHS[class_of(line.number)], "color": ACCENT},
        "opacity": LINE_OPACITY,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(lines: Sequence[Line], middle: str | None) -> dict[str, Any]:
    """A dot where people arrived, or, in a view of one country of asylum, where they come from."""
    ends = [line.origin if line.asylum == middle else line.asylum for line in lines]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "locationmode": "ISO-3",
        "locations": ends,
        "text": [line.hover for line in lines],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": [ENDS[class_of(line.number)] for line in lines],
            "color": PAPER,
            "line": {"color": ACCENT, "width": 1.4},
            "opacity": 1,
        },
        "showlegend": False,
    }


def _legend_entry(label: str, colour: str) -> dict[str, Any]:
    marker = {"symbol": "square", "size": 11, "color": colour, "line": {"width": 0.8, "color": MUTED}}
    return {"type": "scattergeo", "lon": [None], "lat": [None], "mode": "markers", "name": label, "marker": marker}
