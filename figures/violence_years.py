"""How many deaths did each year record, by type of violence, and at what tempo did the episodes burn?

Heights of a stack cannot be read on a logarithmic axis: there the total stands as a
point with its range, and a year of zero, which has no logarithm, sits on a line of its own.
A year without a figure is grey, a year of zero is an empty place.
"""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd

from figures._deaths_by_type import DeathsByType, lay_out, per_100_000, runs
from figures._episode_strip import STRIP_TOP, episode_axis, episode_bars
from figures._logarithmic_totals import logarithmic_axis, logarithmic_totals
from figures._stacked_deaths import provisional_legend, range_bars, silence_legend, total_marks, type_bars
from figures.theme import MUTED, SILENCE, SMALL_SIZE, Figure, axis, layout, left_margin, note, value_axis
from language import Language

Span = tuple[int, int]  # first and last year shown
Scale = Literal["linear", "log"]
BAR_WIDTH, RANGE_WIDTH = 0.8, 0.26  # the range is slimmer, so that the height of the bar stays the best estimate
RATE_DIGITS = 2
CHANGE_LETTERS = 24  # in a line of the note on a change of territory
LABEL_SHARE = 0.04  # narrower grey regions leave their label to the legend


def violence_years(
    years: pd.DataFrame,
    span: Span,
    language: Language,
    *,
    scale: Scale = "linear",
    persons: Mapping[int, float] | None = None,
    episodes: pd.DataFrame | None = None,
    territory_changes: Sequence[tuple[int, str]] = (),
) -> Figure:
    """Draw violence_year rows of one place; with `persons` by year, deaths per 100,000 people."""
    deaths, digits = deaths_by_year(years, span, persons), RATE_DIGITS if persons is not None else 0
    x = list(range(span[0], span[1] + 1))
    if scale == "log":
        traces = logarithmic_totals(deaths, x, language, digits)
    else:
        traces = type_bars(deaths, x, BAR_WIDTH, language, digits) + range_bars(
            deaths, x, RANGE_WIDTH, language, digits
        )
        traces.append(total_marks(deaths, x, language, digits))
    if scale == "linear" and (deaths.is_provisional & deaths.is_known).any():
        traces.append(provisional_legend(language))
    silence = language.text("No figure") if persons is None else language.text("No rate")
    if not deaths.is_known.all():
        traces.append(silence_legend(silence))
    has_strip = episodes is not None and len(episodes) > 0
    top = max(deaths.top(), 4.0 if persons is None else 0.1)
    drawn = layout(language, left_margin(top, language, 0 if top >= 10 else digits))
    y = (
        logarithmic_axis(deaths, language)
        if scale == "log"
        else value_axis(range=[0, top * 1.06], tickformat=_ticks(top), nticks=6)
    )
    drawn |= {
        "barmode": "stack",
        "uniformtext": {
            "mode": "hide",
            "minsize": SMALL_SIZE,
        },  # a tempo that does not fit its bar is left to the pointer
        "hovermode": "x unified",
        "xaxis": axis(
            range=[span[0] - 0.6, span[1] + 0.6], tickformat="d", nticks=9, anchor="y2" if has_strip else "y"
        ),
        "yaxis": y | {"domain": [STRIP_TOP + 0.025, 1] if has_strip else [0, 1]},
    }
    drawn["shapes"], drawn["annotations"] = _silences(deaths, span, silence.lower(), drawn["yaxis"]["domain"][0])
    for year, label in territory_changes:
        if span[0] < year <= span[1]:
            drawn["shapes"].append(_change_line(year))
            drawn["annotations"].append(_change_note(label, year, is_late=year > sum(span) / 2))
    if episodes is not None and has_strip:
        traces.append(episode_bars(episodes, span, language))
        drawn["yaxis2"] = episode_axis()
    return {"data": traces, "layout": drawn}


def deaths_by_year(years: pd.DataFrame, span: Span, persons: Mapping[int, float] | None = None) -> DeathsByType:
    """Lay violence_year rows out by year, as counts or as a rate."""
    n_years = span[1] - span[0] + 1
    deaths = lay_out(years, years["year"].to_numpy(dtype=np.int64) - span[0], n_years)
    if persons is None:
        return deaths
    return per_100_000(
        deaths, np.array([persons.get(year, np.nan) for year in range(span[0], span[1] + 1)], dtype=float)
    )


def _ticks(top: float) -> str:
    return ",d" if top >= 10 else ",.1f" if top >= 1 else ",.2f"


def _silences(deaths: DeathsByType, span: Span, words: str, floor: float) -> tuple[list[Any], list[Any]]:
    shapes: list[Any] = []
    notes: list[Any] = []
    for first, last in runs(~deaths.is_known):
        start, end = span[0] + first - 0.5, span[0] + last + 0.5
        region = {
            "type": "rect",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "fillcolor": SILENCE,
            "line": {"width": 0},
        }
        shapes.append(region | {"x0": start, "x1": end, "y0": floor, "y1": 1})
        share = (last - first + 1) / len(deaths.is_known)
        if share >= LABEL_SHARE:
            angle = 0 if share > 0.5 else -90
            notes.append(note(words, x=(start + end) / 2, xref="x", y=(1 + floor) / 2, yref="paper", textangle=angle))
    return shapes, notes


def _change_note(label: str, year: int, is_late: bool) -> dict[str, Any]:
    """Write on the side with more room, in short lines."""
    side = (
        {"xanchor": "right", "xshift": -4, "align": "right"}
        if is_late
        else {"xanchor": "left", "xshift": 4, "align": "left"}
    )
    lines = "<br>".join(textwrap.wrap(label, CHANGE_LETTERS))
    return note(
        lines, bgcolor="rgba(255, 255, 255, 0.8)", x=year - 0.5, xref="x", y=1, yref="paper", yanchor="top", **side
    )


def _change_line(year: int) -> dict[str, Any]:
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    at = year - 0.5  # between the last bar before and the first bar after
    return {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
