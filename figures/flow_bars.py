"""How many people are where? Ranked bars, the name above each, so that long names fit a phone.

A thin upright line marks the number a year before; where a break stands between there is none. Neighbours are told by
colour and by a diamond before the name, the country that a reader marks by colour and bold letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from figures._letter_widths import text_width
from figures.theme import (
    ACCENT,
    FLOW_FAR,
    FLOW_NEAR,
    INK,
    MUTED,
    SMALL_SIZE,
    TEXT_SIZE,
    Figure,
    axis,
    hatching,
    layout,
    note,
)
from language import Language

Kind = Literal["near", "far", "marked"]
COLOURS: dict[Kind, str] = {"near": FLOW_NEAR, "far": FLOW_FAR, "marked": ACCENT}
NEAR_MARK = "◆ "
BAR_WIDTH = 0.34
NAME_ABOVE = 0.43  # of a row, from the bar's middle to the name's
NARROWEST = 310.0  # pixels of a chart on a phone
END_ROOM = 1.2  # so much of the longest bar, for what stands at its end
LETTERS_AT_LEAST = 8


@dataclass(frozen=True)
class Bar:
    """One row: who, how many, what is said of it, and how many a year before."""

    label: str
    number: int | None
    said: str
    at_end: str  # share, break
    before: int | None
    kind: Kind
    hover: str


def flow_bars(bars: Sequence[Bar], language: Language, marked: str = "", is_provisional: bool = False) -> Figure:
    """Draw the rows from above; `marked` names the country that a reader marks."""
    top = max([1, *(number for bar in bars for number in (bar.number, bar.before) if number)])
    names: dict[Kind, str] = {
        "near": language.text("◆ shares a land border"),
        "far": language.text("shares none"),
        "marked": marked,
    }
    traces = [
        _bars(bars, kind, names[kind], is_provisional, rank)
        for rank, kind in enumerate(COLOURS, start=1)
        if any(bar.kind == kind for bar in bars)
    ]
    if any(bar.before for bar in bars):
        traces.append(_ticks(bars, language))
    drawn = layout(language, 8) | {
        "barmode": "overlay",
        "hovermode": "closest",
        "xaxis": axis(range=[0, top * END_ROOM], visible=False),
        "yaxis": axis(range=[len(bars) - 0.66, -0.8], visible=False),
        "annotations": [part for row, bar in enumerate(bars) for part in _words(bar, row, top)],
    }
    return {"data": traces, "layout": drawn | {"margin": drawn["margin"] | {"b": 4}}}


def _bars(bars: Sequence[Bar], kind: Kind, name: str, is_provisional: bool, rank: int) -> dict[str, Any]:
    chosen = [(row, bar) for row, bar in enumerate(bars) if bar.kind == kind]
    marker: dict[str, Any] = {"color": COLOURS[kind], "line": {"width": 0}}
    if is_provisional:
        marker["pattern"] = hatching("/")
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [bar.number or 0 for _, bar in chosen],
        "y": [row for row, _ in chosen],
        "width": BAR_WIDTH,
        "marker": marker,
        "text": [bar.hover for _, bar in chosen],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "legendrank": rank,
    }


def _ticks(bars: Sequence[Bar], language: Language) -> dict[str, Any]:
    known = [(row, bar) for row, bar in enumerate(bars) if bar.before]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": language.text("A year before"),
        "x": [bar.before for _, bar in known],
        "y": [row for row, _ in known],
        "marker": {"color": INK, "symbol": "line-ns-open", "size": 12, "line": {"width": 1.8, "color": INK}},
        "text": [bar.hover for _, bar in known],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "legendrank": 9,
    }


def _words(bar: Bar, row: int, top: int) -> list[dict[str, Any]]:
    """Name and number above the bar, the share at its end."""
    name = f"{NEAR_MARK if bar.kind == 'near' else ''}{_cut(bar)}"
    above = {"yref": "y", "y": row - NAME_ABOVE, "xref": "paper", "yanchor": "middle"}
    font = {"size": TEXT_SIZE, "color": INK, "weight": 650 if bar.kind == "marked" else 400}
    end = max(bar.number or 0, bar.before or 0)
    return [
        note(name, x=0, xanchor="left", align="left", **above) | {"font": font},
        note(bar.said, x=1, xanchor="right", align="right", **above) | {"font": font | {"weight": 600}},
        note(bar.at_end, x=end, xref="x", xanchor="left", xshift=5, yref="y", y=row, yanchor="middle")
        | {"font": {"size": SMALL_SIZE, "color": MUTED}},
    ]


def _cut(bar: Bar) -> str:
    """The name as far as it fits beside its number on a phone; the whole one is read by the pointer and in the table."""
    room = NARROWEST - text_width(f"{NEAR_MARK}{bar.said}", TEXT_SIZE, is_bold=True) - 8
    if text_width(bar.label, TEXT_SIZE) <= room:
        return bar.label
    letters = len(bar.label)
    while letters > LETTERS_AT_LEAST and text_width(bar.label[:letters] + "…", TEXT_SIZE) > room:
        letters -= 1
    return bar.label[:letters].rstrip() + "…"
