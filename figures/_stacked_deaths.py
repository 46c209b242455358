"""The traces that months and years share: bars by type, the range of the total, and what the pointer reads.

The range is drawn on the bar itself: from low to best the bar is washed out (it may be
less), from best to high a grey column stands on it (it may be more). Plotly leaves
bars with a base of their own out of the stack.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from figures._deaths_by_type import TYPES, Counts, DeathsByType, Flags
from figures.labels import VIOLENCE_LABELS
from figures.theme import (
    MUTED,
    RANGE_ABOVE,
    RANGE_WITHIN,
    SILENCE,
    SILENCE_EDGE,
    STATE_BASED_ONLY,
    VIOLENCE_COLOURS,
    hatching,
)
from language import Language

Trace = dict[str, Any]


def type_bars(
    deaths: DeathsByType, x: Sequence[object], width: float, language: Language, digits: int = 0
) -> list[Trace]:
    """Stack the types that occur; provisional periods are hatched."""
    traces: list[Trace] = []
    for row, violence_type in enumerate(TYPES):
        if not deaths.best[row].any():
            continue
        marker: dict[str, Any] = {"color": VIOLENCE_COLOURS[violence_type], "line": {"width": 0}}
        if deaths.is_provisional.any():
            marker["pattern"] = hatching(["/" if flag else "" for flag in deaths.is_provisional.tolist()])
        traces.append(
            {
                "type": "bar",
                "name": language.text(VIOLENCE_LABELS[violence_type]),
                "x": x,
                "y": listed(deaths.best[row], deaths.covers(row), digits),
                "width": width,
                "marker": marker,
                "hovertemplate": _read_as(deaths.best[row], digits, language),
                "legendrank": row + 1,
            }
        )
    return traces


def range_bars(
    deaths: DeathsByType, x: Sequence[object], width: float, language: Language, digits: int = 0
) -> list[Trace]:
    """Show how much less and how much more the total may be."""
    low, high = np.fmin(deaths.low, deaths.total), np.fmax(deaths.high, deaths.total)
    if not (high - low)[deaths.is_known].any():
        return []
    plain = {"type": "bar", "x": x, "width": width, "hoverinfo": "skip"}
    within = {
        "base": listed(low, deaths.is_known, digits),
        "y": listed(deaths.total - low, deaths.is_known, digits),
        "marker": {"color": RANGE_WITHIN, "line": {"width": 0}},
        "showlegend": False,
    }
    above = {
        "name": language.text("Low–high range of the total"),
        "base": listed(deaths.total, deaths.is_known, digits),
        "y": listed(high - deaths.total, deaths.is_known, digits),
        "marker": {"color": RANGE_ABOVE, "line": {"width": 0}},
        "legendrank": 10,
    }
    return [plain | within, plain | above]


def total_marks(deaths: DeathsByType, x: Sequence[object], language: Language, digits: int = 0) -> Trace:
    """Invisible points that let the pointer read the total, its range and whether it is provisional."""
    known = deaths.is_known
    has_range = deaths.has_range
    bounds = zip(listed(deaths.low, has_range, digits), listed(deaths.high, has_range, digits), strict=True)
    number = f",.{digits}f"
    alone = _read_as(deaths.total, digits, language)
    values = [alone] * len(known) if isinstance(alone, str) else alone
    band = f" (%{{customdata[0]:{number}}}–%{{customdata[1]:{number}}})"
    by_period = [
        f"{value}{band * has_band}%{{customdata[2]}}"
        for value, has_band in zip(values, has_range.tolist(), strict=True)
    ]
    words = _remarks(deaths, language)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": language.text("Total (low–high)"),
        "x": x,
        "y": listed(deaths.total, known, digits),
        "customdata": [[low, high, word] for (low, high), word in zip(bounds, words, strict=True)],
        "hovertemplate": by_period[int(known.argmax())]
        if has_range[known].all() and isinstance(alone, str)
        else by_period,
        "marker": {"opacity": 0, "color": MUTED},
        "showlegend": False,
    }


def _read_as(values: Counts, digits: int, language: Language) -> str | list[str]:
    """What the pointer reads; a rate above zero that would be rounded to zero is written out."""
    number = f"%{{y:,.{digits}f}}"
    is_tiny = (values > 0) & (values.round(digits) == 0)
    if not digits or not is_tiny.any():
        return number
    return [
        language.amount(value, digits) if tiny else number
        for value, tiny in zip(values.tolist(), is_tiny.tolist(), strict=True)
    ]


def _remarks(deaths: DeathsByType, language: Language) -> list[str]:
    provisional, partial = f" · {language.text('provisional')}", f" · {language.text('state-based only')}"
    flags = zip(deaths.is_provisional.tolist(), deaths.is_state_based_only.tolist(), strict=True)
    return [provisional * is_provisional + partial * is_partial for is_provisional, is_partial in flags]


def legend_only(name: str, marker: dict[str, Any], rank: int = 20) -> Trace:
    """A legend entry for something that is drawn as a shape or a pattern."""
    return {
        "type": "bar",
        "name": name,
        "x": [None],
        "y": [None],
        "marker": {"line": {"width": 0}} | marker,
        "hoverinfo": "skip",
        "legendrank": rank,
    }


def partial_legend(language: Language) -> Trace:
    name = language.text("State-based only: other types are missing, not zero")
    return legend_only(name, {"color": STATE_BASED_ONLY}, 25)


def silence_legend(name: str) -> Trace:
    return legend_only(name, {"color": SILENCE, "line": {"width": 1, "color": SILENCE_EDGE}}, 30)


def provisional_legend(language: Language) -> Trace:
    return legend_only(language.text("Provisional"), {"color": MUTED, "pattern": hatching("/")}, 20)


def listed(values: Counts, is_known: Flags, digits: int) -> list[float | int | None]:
    """Plain numbers for plotly, None where there is no figure: NaN makes its encoder encode everything twice."""
    values = np.where(is_known, values, 0.0)
    numbers: list[float | int | None] = (values.astype(np.int64) if digits == 0 else values.round(digits)).tolist()
    for period in np.flatnonzero(~is_known).tolist():
        numbers[period] = None
    return numbers
