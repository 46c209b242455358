"""Where is it how bad? One measure in six fixed classes, so that two dates or two languages compare by eye.

A place whose deaths a source counts under another name is "not separable": never a
zero, never a colour of the ramp. In black and white its grey could be taken for a
class, so a cross marks it. Places without figures are grey, and drawn; late and
provisional ones bear marks, which the legend names where they occur.
"""

from typing import Any

import numpy as np
import pandas as pd

from figures._map_classes import Measure, class_labels, class_of
from figures._map_marks import CROSS, DASH, DOT, SLASH, marks
from figures.legend import CROSSED, DASHED, DOTTED, SLASHED
from figures.theme import INK, MUTED, NO_DATA, NOT_SEPARABLE, PAPER, RAMP, SMALL_SIZE, Figure, layout
from figures.world_map_words import hover_texts
from language import Language, message

BORDER = {"color": PAPER, "width": 0.5}
LATITUDES = (-58, 85)  # without Antarctica
LABELS = {
    DOT: message("25 or more deaths in each of the last twenty years"),
    SLASH: message("provisional"),
    DASH: message("late: not reached yet"),
}
SWATCHES = {DOT: (PAPER, DOTTED), SLASH: (PAPER, SLASHED), DASH: (NO_DATA, DASHED)}


def world_map(places: pd.DataFrame, measure: Measure, language: Language) -> Figure:
    """Draw one row per place: place_id, iso3, name, value, value_low, value_high, period, tempo, status, remark and flags.

    `period` and `remark` are words; `tempo` is a code or missing; `status` is "ok" or why there is no value. The flags:
    `is_provisional`, and `is_lasting` for 25 or more deaths in each of the last twenty years, on severity and persistence.
    """
    status = places["status"].to_numpy()
    hover = np.array(hover_texts(places, measure, language), dtype=object)
    ids, iso3 = places["place_id"].to_numpy(), places["iso3"].to_numpy()
    has_value = status == "ok"
    apart = status == "not_separable"
    on_places = {
        DOT: has_value & places["is_lasting"].to_numpy(dtype=bool) & (measure == "severity"),
        SLASH: has_value & places["is_provisional"].to_numpy(dtype=bool),
        DASH: status == "late",
        CROSS: apart,
    }
    classes = class_of(places["value"].to_numpy(dtype=float)[has_value], measure)
    scale = [[(k + edge) / len(RAMP), colour] for k, colour in enumerate(RAMP) for edge in (0, 1)]
    traces = [
        _regions(iso3[has_value], classes, scale, (-0.5, len(RAMP) - 0.5), hover[has_value], ids[has_value]),
        _plain_regions(~has_value & ~apart, NO_DATA, iso3, hover, ids),
        _plain_regions(apart, NOT_SEPARABLE, iso3, hover, ids),
        *(marks(symbol, iso3[chosen]) for symbol, chosen in on_places.items()),
        *(_legend_entry(label, colour) for label, colour in zip(class_labels(measure, language), RAMP, strict=True)),
        _legend_entry(language.text("no data"), NO_DATA),
        _legend_entry(language.text("not separable in this source"), NOT_SEPARABLE, CROSSED),
        *(
            _legend_entry(language.text(LABELS[symbol]), *SWATCHES[symbol])
            for symbol in LABELS
            if on_places[symbol].any()
        ),
    ]
    drawn = layout(language)
    drawn["margin"] = {"l": 0, "r": 0, "t": 0, "b": 28, "autoexpand": False}
    drawn["legend"] |= {"y": 0, "yanchor": "top", "font": {"size": SMALL_SIZE, "color": INK}}
    drawn["geo"] = geography()
    return {"data": [trace for trace in traces if trace is not None], "layout": drawn}


def _regions(
    iso3: Any, z: list[int], scale: list[list[Any]], bounds: tuple[float, float], hover: Any, ids: Any
) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": iso3.tolist(),
        "z": z,
        "zmin": bounds[0],
        "zmax": bounds[1],
        "colorscale": scale,
        "showscale": False,
        "text": hover.tolist(),
        "customdata": ids.tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": BORDER},
        "showlegend": False,
    }


def _plain_regions(chosen: Any, colour: str, iso3: Any, hover: Any, ids: Any) -> dict[str, Any] | None:
    if not chosen.any():
        return None
    same = [[0, colour], [1, colour]]
    return _regions(iso3[chosen], [0] * int(chosen.sum()), same, (0, 1), hover[chosen], ids[chosen])


def _legend_entry(label: str, colour: str, symbol: str = "square") -> dict[str, Any]:
    marker = {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 0.8, "color": MUTED}}
    return {"type": "scattergeo", "lon": [None], "lat": [None], "mode": "markers", "name": label, "marker": marker}


def geography() -> dict[str, Any]:
    """The outlines that every map stands on."""
    hidden = dict.fromkeys(
        ("showframe", "showcoastlines", "showocean", "showlakes", "showrivers", "showcountries"), False
    )
    return hidden | {
        "projection": {"type": "natural earth"},
        "fitbounds": False,
        "resolution": 110,
        "lataxis": {"range": list(LATITUDES)},
        "showland": True,
        "landcolor": NO_DATA,
        "bgcolor": "rgba(0,0,0,0)",
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
