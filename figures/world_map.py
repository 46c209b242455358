"""Where is it how bad? One measure in six fixed classes, so that two dates or two languages compare by eye.

A place whose deaths a source counts under another name is "not separable": never a
zero, never a colour of the ramp. In black and white its grey could be taken for a
class, so a cross marks it. Places without figures are grey, and drawn.
"""

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from figures.labels import TEMPO_LABELS
from figures.theme import INK, MUTED, NO_DATA, NOT_SEPARABLE, PAPER, RAMP, SMALL_SIZE, Figure, layout
from language import Language, message

Measure = Literal["severity", "deaths", "rate"]
BORDER = {"color": PAPER, "width": 0.5}
LATITUDES = (-58, 85)  # without Antarctica


@dataclass(frozen=True)
class Classes:
    """Fixed classes of a measure: class k holds values from edges[k - 1] up to below edges[k]; class 0 is zero."""

    name: str
    unit: str
    edges: tuple[float, ...]
    digits: int


CLASSES: dict[Measure, Classes] = {
    "severity": Classes(message("Severity"), message("0 to 100"), (20, 40, 60, 80), 0),
    "deaths": Classes(message("Deaths"), message("recorded deaths"), (25, 100, 1_000, 10_000), 0),
    "rate": Classes(message("Deaths per 100,000"), message("deaths per 100,000 people"), (0.1, 1, 10, 100), 1),
}
STATUS_WORDS = {
    "no_data": message("no data"),
    "short_history": message("record too short"),
    "stale": message("figures too old"),
    "not_separable": message("not separable in this source"),
    "no_population": message("no population figure, so no rate"),
}


def world_map(places: pd.DataFrame, measure: Measure, language: Language) -> Figure:
    """Draw one row per place: place_id, iso3, name, value, value_low, value_high, period, tempo, status, remark.

    `period` and `remark` are words; `tempo` is a code or missing; `status` is "ok" or why there is no value.
    """
    status = places["status"].to_numpy()
    hover = np.array(hover_texts(places, measure, language), dtype=object)
    ids, iso3 = places["place_id"].to_numpy(), places["iso3"].to_numpy()
    has_value = status == "ok"
    apart = status == "not_separable"
    classes = class_of(places["value"].to_numpy(dtype=float)[has_value], measure)
    scale = [[(k + edge) / len(RAMP), colour] for k, colour in enumerate(RAMP) for edge in (0, 1)]
    traces = [
        _regions(iso3[has_value], classes, scale, (-0.5, len(RAMP) - 0.5), hover[has_value], ids[has_value]),
        _plain_regions(~has_value & ~apart, NO_DATA, iso3, hover, ids),
        _plain_regions(apart, NOT_SEPARABLE, iso3, hover, ids),
        _crosses(iso3[apart]),
        *(_legend_entry(label, colour) for label, colour in zip(class_labels(measure, language), RAMP, strict=True)),
        _legend_entry(language.text("no data"), NO_DATA),
        _legend_entry(language.text("not separable in this source"), NOT_SEPARABLE, "square-x"),
    ]
    drawn = layout(language)
    drawn["margin"] = {"l": 0, "r": 0, "t": 0, "b": 28, "autoexpand": False}
    drawn["legend"] |= {"y": 0, "yanchor": "top", "font": {"size": SMALL_SIZE, "color": INK}}
    drawn["geo"] = _geography()
    return {"data": [trace for trace in traces if trace is not None], "layout": drawn}


def class_of(values: np.ndarray[Any, np.dtype[np.float64]], measure: Measure) -> list[int]:
    """The class of each value: 0 for none, 1 to 5 by the fixed edges."""
    positive = np.digitize(values, CLASSES[measure].edges) + 1
    return [int(number) for number in np.where(values > 0, positive, 0)]


def class_labels(measure: Measure, language: Language) -> list[str]:
    """Name the six classes as a legend shows them."""
    edges = CLASSES[measure].edges
    if measure == "deaths":
        bounds = [1.0, *edges]
        middle = [language.span(low, high - 1) for low, high in zip(bounds[:-1], bounds[1:], strict=True)]
        return [
            language.text("no recorded death"),
            *middle,
            language.text("{n} and more", n=language.number(edges[-1])),
        ]
    written = [_short(edge, language) for edge in edges]
    first = language.text("under {n}", n=written[0])
    middle = [language.text("{low} to {high}", low=a, high=b) for a, b in zip(written[:-1], written[1:], strict=True)]
    return [language.text("no recorded death"), first, *middle, language.text("{n} and more", n=written[-1])]


def hover_texts(places: pd.DataFrame, measure: Measure, language: Language) -> list[str]:
    """Say each place's value, its range, what it is about, and its tempo."""
    name, digits = language.text(CLASSES[measure].name), CLASSES[measure].digits
    tempos = {code: language.text(label) for code, label in TEMPO_LABELS.items()}
    reasons = {code: language.text(words) for code, words in STATUS_WORDS.items()}
    texts = []
    columns = ("name", "value", "value_low", "value_high", "period", "tempo", "status", "remark")
    for place, value, low, high, period, tempo, status, remark in zip(
        *(places[c].tolist() for c in columns), strict=True
    ):
        if status == "ok":
            band = (
                f" ({language.decimal(low, digits)}–{language.decimal(high, digits)})" if _has_band(low, high) else ""
            )
            lines = [f"<b>{place}</b>", f"{name}: {language.decimal(value, digits)}{band}, {period}"]
            lines += [tempos[tempo]] if tempo in tempos else []
        else:
            lines = [f"<b>{place}</b>", f"{name}: {reasons.get(status, reasons['no_data'])}"]
        texts.append("<br>".join([*lines, *([remark] if isinstance(remark, str) and remark else [])]))
    return texts


def _has_band(low: float, high: float) -> bool:
    return not (math.isnan(low) or math.isnan(high))


def _short(edge: float, language: Language) -> str:
    return language.decimal(edge, 0 if edge == int(edge) else 1)


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


def _crosses(iso3: Any) -> dict[str, Any] | None:
    if not len(iso3):
        return None
    marker = {"symbol": "x-thin", "size": 6, "color": INK, "line": {"width": 1.2, "color": INK}}
    place = {"type": "scattergeo", "locationmode": "ISO-3", "locations": iso3.tolist(), "mode": "markers"}
    return place | {"marker": marker, "hoverinfo": "skip", "showlegend": False}


def _legend_entry(label: str, colour: str, symbol: str = "square") -> dict[str, Any]:
    marker = {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 0.8, "color": MUTED}}
    return {"type": "scattergeo", "lon": [None], "lat": [None], "mode": "markers", "name": label, "marker": marker}


def _geography() -> dict[str, Any]:
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
