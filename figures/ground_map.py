"""Where were recorded deaths located? Half-degree cells in the classes of the world map, on the place's own outline.

A cell is drawn where a death was placed to the district or better; ground without one has the
colour of none. The ground of other countries has a colour of its own: nothing is said of it.
Plotly's projection takes the far side of a ring for its inside unless it runs clockwise.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from figures._map_classes import class_labels, class_of
from figures.ground_map_words import hover_texts
from figures.map_frame import Box, framed
from figures.theme import INK, MUTED, PAPER, RAMP, SILENCE, SILENCE_EDGE, SMALL_SIZE, Figure, layout
from language import Language

HALF = 0.25  # degrees from a cell's centre to its edge
SCALE = [[(k + edge) / len(RAMP), colour] for k, colour in enumerate(RAMP) for edge in (0, 1)]
CLEAR = "rgba(0,0,0,0)"


def ground_map(
    cells: pd.DataFrame,
    ground: Box,
    own: Sequence[str],
    others: Sequence[str],
    period: str,
    language: Language,
    *,
    is_crisis: bool = False,
) -> Figure:
    """Draw cell rows (cell, latitude, longitude, fatalities_best, _low, _high) of a period over outlines by ISO3 code.

    The ground of a crisis is that of its countries, where other deaths than its own may have been placed too.
    """
    nothing = (
        language.text("no death of this crisis placed here") if is_crisis else language.text("no death placed here")
    )
    _none, *labels = class_labels("deaths", language)
    traces = [
        _outlines(others, SILENCE, SILENCE_EDGE),
        _outlines(own, RAMP[0], SILENCE_EDGE),
        _cells(cells, period, language),
        _outlines(own, CLEAR, MUTED),
        _legend_entry(nothing, RAMP[0]),
        *(_legend_entry(label, colour) for label, colour in zip(labels, RAMP[1:], strict=True)),
        _legend_entry(language.text("other countries, not looked at here"), SILENCE),
    ]
    drawn = layout(language)
    drawn["margin"] = {"l": 0, "r": 0, "t": 0, "b": 28, "autoexpand": False}
    drawn["legend"] |= {"y": 0, "yanchor": "top", "font": {"size": SMALL_SIZE, "color": INK}}
    drawn["geo"] = _geography(framed(ground))
    return {"data": [trace for trace in traces if trace is not None], "layout": drawn}


def _outlines(iso3: Sequence[str], colour: str, edge: str) -> dict[str, Any] | None:
    if not iso3:
        return None
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": list(iso3),
        "z": [0] * len(iso3),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": edge, "width": 1}},
        "showlegend": False,
    }


def _cells(cells: pd.DataFrame, period: str, language: Language) -> dict[str, Any] | None:
    if cells.empty:
        return None
    ids = [str(cell) for cell in cells["cell"]]
    centres = zip(cells["longitude"].tolist(), cells["latitude"].tolist(), strict=True)
    features = [
        {"type": "Feature", "id": cell, "properties": {}, "geometry": {"type": "Polygon", "coordinates": [_ring(*at)]}}
        for cell, at in zip(ids, centres, strict=True)
    ]
    return {
        "type": "choropleth",
        "locationmode": "geojson-id",
        "geojson": {"type": "FeatureCollection", "features": features},
        "locations": ids,
        "z": class_of(cells["fatalities_best"].to_numpy(dtype=float), "deaths"),
        "zmin": -0.5,
        "zmax": len(RAMP) - 0.5,
        "colorscale": SCALE,
        "showscale": False,
        "text": hover_texts(cells, period, language),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": PAPER, "width": 0.6}},
        "showlegend": False,
    }


def _ring(longitude: float, latitude: float) -> list[list[float]]:
    """The cell's edge, clockwise."""
    west, east, south, north = longitude - HALF, longitude + HALF, latitude - HALF, latitude + HALF
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def _legend_entry(label: str, colour: str) -> dict[str, Any]:
    marker = {"symbol": "square", "size": 11, "color": colour, "line": {"width": 0.8, "color": MUTED}}
    return {"type": "scattergeo", "lon": [None], "lat": [None], "mode": "markers", "name": label, "marker": marker}


def _geography(box: Box) -> dict[str, Any]:
    hidden = dict.fromkeys(
        ("showframe", "showcoastlines", "showocean", "showlakes", "showrivers", "showcountries", "showland"), False
    )
    return hidden | {
        "projection": {"type": "mercator"},
        "fitbounds": False,
        "resolution": 110,
        "lonaxis": {"range": [round(box.west, 3), round(box.east, 3)]},
        "lataxis": {"range": [round(box.south, 3), round(box.north, 3)]},
        "bgcolor": CLEAR,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
