"""How do the years of several places compare on one scale? A panel for each, one under the other, over one axis of time.

Panels share the scale of the tallest, so heights may be held against each other. Years
that no source counts are grey, never empty; a figure of state-based deaths alone is pale;
the axis is the calendar, or the years since each place's own onset.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from figures._deaths_by_type import DeathsByType, Flags, runs
from figures._letter_widths import broken, text_width
from figures._logarithmic_totals import foot, logarithmic_axis, logarithmic_totals
from figures._stacked_deaths import (
    legend_only,
    listed,
    partial_legend,
    provisional_legend,
    range_bars,
    silence_legend,
    total_marks,
)
from figures.theme import (
    ACCENT,
    INK,
    MUTED,
    PAPER,
    RANGE_ABOVE,
    SILENCE,
    SMALL_SIZE,
    STATE_BASED_ONLY,
    VEIL,
    Figure,
    layout,
    left_margin,
    note,
    time_axis,
    value_axis,
)
from language import Language

Span = tuple[int, int]
BAR_WIDTH, RANGE_WIDTH = 0.8, 0.26
NARROWEST = 295.0  # pixels of a panel on a phone
HEAD_ROOM = 0.28  # of a panel, for its heading
HATCHED = {"shape": "/", "fillmode": "overlay", "fgcolor": PAPER, "fgopacity": 0.75, "size": 5, "solidity": 0.35}


@dataclass(frozen=True)
class Panel:
    """One place: its figures over the common axis, and what breaks their course."""

    name: str
    heading: str  # what stands over the panel
    peak: str  # its highest value, in words
    figures: DeathsByType  # one column for each point of the axis
    changes: tuple[tuple[int, str], ...] = ()  # point from which on it is another territory, and how that is called
    remark: str = ""  # why the panel is empty


def compared_years(
    panels: Sequence[Panel],
    span: Span,
    language: Language,
    *,
    digits: int = 0,
    top: float | None = None,
    counted: str = "",
    is_logarithmic: bool = False,
) -> Figure:
    """Draw the panels over the points from `span[0]` to `span[1]`; `top` ends the scale and `counted` names the bars, if not a best estimate."""
    every = _together([panel.figures for panel in panels])
    x = list(range(span[0], span[1] + 1))
    highest = top or max([panel.figures.top() for panel in panels] + [4.0 if digits == 0 else 0.1])
    ends = [span[0] - 0.6, span[1] + 0.6]
    drawn = layout(language, left_margin(highest, language, 0 if highest >= 10 else digits)) | {
        "barmode": "overlay",
        "hovermode": "x unified",
        "hoversubplots": "axis",
        "xaxis": time_axis(range=ends, tickformat="d", nticks=9, anchor=_axis(len(panels) - 1)),
    }
    traces: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    ticks = ",d" if highest >= 10 else ",.1f" if highest >= 1 else ",.2f"
    for row, panel in enumerate(panels):
        axis = _axis(row)
        low, high = 1 - (row + 1) / len(panels), 1 - row / len(panels)
        room = [low, high - HEAD_ROOM * (high - low)]
        if is_logarithmic:
            drawn[f"yaxis{axis[1:]}"] = logarithmic_axis(every, language) | {"domain": room}
            of_panel = logarithmic_totals(panel.figures, x, language, digits, floor=10.0 ** foot(every))
            named = {trace["name"] for trace in traces if trace["showlegend"]}
            of_panel = [one | {"showlegend": one["showlegend"] and one["name"] not in named} for one in of_panel]
        else:
            drawn[f"yaxis{axis[1:]}"] = value_axis(range=[0, highest * 1.06], tickformat=ticks, nticks=4, domain=room)
            of_panel = _traces(panel, x, language, digits)
        traces += [trace | {"xaxis": "x", "yaxis": axis} for trace in of_panel]
        shapes += _silent(panel.figures, span[0], axis)
        notes += _headings(panel, room[1])
        if panel.remark:
            notes.append(note(panel.remark, x=0.5, xref="paper", y=sum(room) / 2, yref="paper"))
        for point, label in panel.changes:
            if span[0] < point <= span[1]:
                shapes.append(_change_line(point, axis))
                notes.append(_change_note(label, point, room[1], is_late=point > sum(span) / 2))
    if not is_logarithmic:
        traces += _legend(panels, counted or language.text("Best estimate"), language)
    elif not every.is_known.all():
        traces.append(silence_legend(language.text("No figure")))
    return {"data": traces, "layout": drawn | {"shapes": shapes, "annotations": notes}}


def _together(figures: Sequence[DeathsByType]) -> DeathsByType:
    """All panels as one, for the scale that they share."""
    return DeathsByType(
        np.concatenate([one.total for one in figures])[np.newaxis],
        *(
            np.concatenate([getattr(one, name) for one in figures])
            for name in ("low", "high", "is_known", "is_provisional", "is_state_based_only")
        ),
    )


def _traces(panel: Panel, x: list[int], language: Language, digits: int) -> list[dict[str, Any]]:
    figures, traces = panel.figures, []
    for is_drawn, colour in (
        (figures.is_known & ~figures.is_state_based_only, ACCENT),
        (figures.is_known & figures.is_state_based_only, STATE_BASED_ONLY),
    ):
        if is_drawn.any():
            traces.append(_bars(figures, x, is_drawn, colour, digits))
    traces += [bars | {"showlegend": False} for bars in range_bars(figures, x, RANGE_WIDTH, language, digits)]
    if figures.is_known.any():
        traces.append(total_marks(figures, x, language, digits) | {"name": panel.name})
    return traces


def _bars(figures: DeathsByType, x: list[int], is_drawn: Flags, colour: str, digits: int) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": colour, "line": {"width": 0}}
    if (figures.is_provisional & is_drawn).any():
        shapes = ["/" if flag else "" for flag in figures.is_provisional.tolist()]
        marker["pattern"] = HATCHED | {"shape": shapes}
    heights = listed(figures.total, is_drawn, digits)
    bars = {"type": "bar", "x": x, "y": heights, "width": BAR_WIDTH, "marker": marker}
    return bars | {"showlegend": False, "hoverinfo": "skip"}


def _silent(figures: DeathsByType, first: int, axis: str) -> list[dict[str, Any]]:
    region: dict[str, Any] = {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": f"{axis} domain",
        "fillcolor": SILENCE,
    }
    region |= {"line": {"width": 0}, "y0": 0, "y1": 1}
    return [region | {"x0": first + start - 0.5, "x1": first + end + 0.5} for start, end in runs(~figures.is_known)]


def _headings(panel: Panel, y: float) -> list[dict[str, Any]]:
    """Name and peak at the ends of one line; where a phone has no room for both, the peak is left to the words below."""
    lines = broken(panel.heading, NARROWEST, SMALL_SIZE)
    taken = max(text_width(line, SMALL_SIZE) for line in lines)
    is_room = taken + text_width(panel.peak, SMALL_SIZE) < NARROWEST
    return [_heading("<br>".join(lines), y, "left"), *([_heading(panel.peak, y, "right")] if is_room else [])]


def _heading(text: str, y: float, side: str) -> dict[str, Any]:
    place = {"x": 0 if side == "left" else 1, "xref": "paper", "xanchor": side, "y": y, "yref": "paper"}
    return note(text, align=side, yanchor="bottom", yshift=2, **place) | {"font": {"size": SMALL_SIZE, "color": INK}}


def _change_line(point: int, axis: str) -> dict[str, Any]:
    at = point - 0.5  # between the last bar before and the first bar after
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": f"{axis} domain", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}


def _change_note(label: str, point: int, y: float, is_late: bool) -> dict[str, Any]:
    side = {"xanchor": "right", "xshift": -4} if is_late else {"xanchor": "left", "xshift": 4}
    return note(label, bgcolor=VEIL, x=point - 0.5, xref="x", y=y, yref="paper", yanchor="top", **side)


def _legend(panels: Sequence[Panel], counted: str, language: Language) -> list[dict[str, Any]]:
    every = [panel.figures for panel in panels]
    entries = [legend_only(counted, {"color": ACCENT}, 1)]
    if any((one.is_known & one.is_state_based_only).any() for one in every):
        entries.append(partial_legend(language))
    if any((one.has_range & (np.fmax(one.high, one.total) > np.fmin(one.low, one.total))).any() for one in every):
        entries.append(legend_only(language.text("Low–high range"), {"color": RANGE_ABOVE}, 10))
    if any((one.is_provisional & one.is_known).any() for one in every):
        entries.append(provisional_legend(language))
    if any(not one.is_known.all() for one in every):
        entries.append(silence_legend(language.text("No figure")))
    return entries


def _axis(row: int) -> str:
    return "y" if row == 0 else f"y{row + 1}"
