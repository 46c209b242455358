"""How many deaths did each month record, by type of violence, and where does nobody give months?

A month of zero is an empty place on the axis; a month without a figure is grey.
VIEWS covers state-based violence only before 2018: where the types covered change,
a line says so, because the months on its two sides do not compare, and a strip lies over
the months of one type. VIEWS gives no range: none is drawn there.
"""

import itertools
from typing import Any

import numpy as np
import pandas as pd

from figures._deaths_by_type import DeathsByType, runs
from figures._month_span import Span, deaths_by_month, first_day, last_day, middles, month_at
from figures._stacked_deaths import (
    partial_legend,
    provisional_legend,
    range_bars,
    silence_legend,
    total_marks,
    type_bars,
)
from figures.theme import MUTED, SILENCE, STATE_BASED_ONLY, Figure, layout, left_margin, note, time_axis, value_axis
from language import Language

STRIP = 0.02  # share of the height that the strip over partly covered months takes
NAMED_SHARE = 0.12  # a stretch narrower than this share of the chart cannot hold its name at 380 px
MONTH_MS = 30.44 * 86_400_000
LABEL_SHARE = 0.04  # a grey region narrower than this share of the chart cannot hold its label at 380 px


def violence_months(months: pd.DataFrame, span: Span, language: Language) -> Figure:
    """Draw violence_month rows of one place; months of the span without rows are shown as having no figure."""
    deaths = deaths_by_month(months, span)
    x = middles(span)
    traces = type_bars(deaths, x, MONTH_MS, language) + range_bars(deaths, x, MONTH_MS, language)
    traces.append(total_marks(deaths, x, language))
    if deaths.is_provisional.any():
        traces.append(provisional_legend(language))
    if deaths.is_state_based_only.any():
        traces.append(partial_legend(language))
    if not deaths.is_known.all():
        traces.append(silence_legend(language.text("No monthly figure")))
    top = max(deaths.top(), 4.0)
    drawn = layout(language, left_margin(top, language))
    drawn |= {
        "barmode": "stack",
        "bargap": 0,
        "hovermode": "x unified",
        "xaxis": time_axis(
            type="date", range=[first_day(span[0]), last_day(span[1])], hoverformat="%B %Y", tickformat="%Y"
        ),
        "yaxis": value_axis(
            range=[0, top * 1.06], tickformat=",d", nticks=6, showticklabels=bool(deaths.is_known.any())
        ),
    }
    silent_shapes, silent_notes = _silences(deaths, span, language)
    change_shapes, change_notes = _changes_of_types(deaths, span, language)
    partial = _partial_stretches(deaths, span)
    drawn |= {"shapes": silent_shapes + partial + change_shapes, "annotations": silent_notes + change_notes}
    return {"data": traces, "layout": drawn}


def _silences(deaths: DeathsByType, span: Span, language: Language) -> tuple[list[Any], list[Any]]:
    shapes, notes = [], []
    for first, last in runs(~deaths.is_known):
        start, end = first_day(month_at(span, first)), first_day(month_at(span, last + 1))
        shapes.append(
            {
                "type": "rect",
                "layer": "below",
                "xref": "x",
                "yref": "paper",
                "x0": start,
                "x1": end,
                "y0": 0,
                "y1": 1,
                "fillcolor": SILENCE,
                "line": {"width": 0},
            }
        )
        share = (last - first + 1) / len(deaths.total)
        if share >= LABEL_SHARE:
            middle = first_day(month_at(span, (first + last + 1) // 2))
            text = language.text("No monthly figure").lower()
            notes.append(note(text, x=middle, xref="x", y=0.5, yref="paper", textangle=0 if share > 0.5 else -90))
    return shapes, notes


def _partial_stretches(deaths: DeathsByType, span: Span) -> list[Any]:
    """A strip along the upper edge over the months that count state-based violence only."""
    strip = {"type": "rect", "layer": "below", "xref": "x", "yref": "paper", "y0": 1 - STRIP, "y1": 1}
    return [
        strip
        | {"x0": first_day(month_at(span, first)), "x1": first_day(month_at(span, last + 1))}
        | {"fillcolor": STATE_BASED_ONLY, "line": {"width": 0}}
        for first, last in runs(deaths.is_state_based_only)
    ]


def _changes_of_types(deaths: DeathsByType, span: Span, language: Language) -> tuple[list[Any], list[Any]]:
    """A line where the types covered change; a stretch long enough to hold it bears its name."""
    shapes, notes = [], []
    known = np.flatnonzero(deaths.is_known)
    flags = deaths.is_state_based_only[known]
    changes = known[1:][flags[1:] != flags[:-1]].tolist()
    edges = [int(known[0]) if len(known) else 0, *changes, len(deaths.is_known)]
    is_long = [(end - start) / len(deaths.is_known) >= NAMED_SHARE for start, end in itertools.pairwise(edges)]
    for number, at in enumerate(changes):
        day = first_day(month_at(span, at))
        line = {"color": MUTED, "width": 1, "dash": "dot"}
        shapes.append(
            {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line}
        )
        sides = (language.text("all types"), language.text("state-based only"))
        before, later = sides if deaths.is_state_based_only[at] else sides[::-1]
        where = {"x": day, "xref": "x", "y": 1 - STRIP, "yref": "paper", "yanchor": "top"}
        if number == 0 and is_long[0]:
            notes.append(note(before, **where, xanchor="right", xshift=-4))
        if is_long[number + 1]:
            notes.append(note(later, **where, xanchor="left", xshift=4))
    return shapes, notes
