"""Annual totals on a logarithmic axis: a point and its range, zeros on a line of their own at the foot."""

import math
from typing import Any

import numpy as np

from figures._deaths_by_type import DeathsByType, Flags
from figures._stacked_deaths import listed
from figures.theme import EPISODE, INK, MUTED, PAPER, VIOLENCE_COLOURS, value_axis
from language import Language

TOTAL = VIOLENCE_COLOURS["state_based"]


def logarithmic_totals(
    deaths: DeathsByType, x: list[int], language: Language, digits: int, floor: float | None = None
) -> list[dict[str, Any]]:
    """Draw totals as points, provisional ones and zeros apart; `floor` is the foot of an axis that several charts share."""
    floor = 10.0 ** foot(deaths) if floor is None else floor
    positive, is_zero = deaths.is_known & (deaths.total > 0), deaths.is_known & (deaths.total == 0)
    final, provisional = positive & ~deaths.is_provisional, positive & deaths.is_provisional
    zero_marker = {"color": PAPER, "size": 6, "line": {"width": 1.2, "color": INK}}
    points = [
        _points(
            deaths,
            final,
            language.text("Total, all recorded types"),
            {"color": TOTAL, "size": 7},
            digits,
            language,
            floor,
        ),
        _points(
            deaths, provisional, language.text("Provisional"), {"color": EPISODE, "size": 7}, digits, language, floor
        ),
        _points(deaths, is_zero, language.text("No recorded death"), zero_marker, digits, language, floor),
    ]
    return [
        point | {"x": x, "legendrank": rank, "showlegend": bool(chosen.any())}
        for rank, (point, chosen) in enumerate(zip(points, (final, provisional, is_zero), strict=True), start=1)
    ]


def _points(
    deaths: DeathsByType,
    chosen: Flags,
    name: str,
    marker: dict[str, Any],
    digits: int,
    language: Language,
    floor: float,
) -> dict[str, Any]:
    """Points of the chosen years; a range that reaches below the foot of the axis is cut there."""
    shown, high = np.maximum(deaths.total, floor), np.maximum(deaths.high, deaths.total)
    low = np.maximum(np.minimum(deaths.low, deaths.total), floor)
    columns = (listed(values, chosen, digits) for values in (deaths.total, deaths.low, high))
    total, lowest, highest = (f"%{{customdata[{column}]:,.{digits}f}}" for column in range(3))
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "y": [value if flag else None for value, flag in zip(shown.tolist(), chosen.tolist(), strict=True)],
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": (np.maximum(high, floor) - shown).tolist(),
            "arrayminus": (shown - low).tolist(),
            "color": MUTED,
            "thickness": 1.6,
            "width": 0,
        },
        "customdata": [list(row) for row in zip(*columns, strict=True)],
        "hovertemplate": _written(deaths, chosen, digits, language) if digits else f"{total} ({lowest}–{highest})",
        "marker": marker,
    }


def _written(deaths: DeathsByType, chosen: Flags, digits: int, language: Language) -> list[str]:
    """Rates are written out, so that one above zero never reads as zero."""
    shown = zip(chosen.tolist(), deaths.total.tolist(), deaths.low.tolist(), deaths.high.tolist(), strict=True)
    return [
        f"{language.amount(total, digits)} ({language.amounts(low, max(high, total), digits)})" if flag else ""
        for flag, total, low, high in shown
    ]


def logarithmic_axis(deaths: DeathsByType, language: Language) -> dict[str, Any]:
    """Powers of ten, with zero written at the foot."""
    bottom, top = foot(deaths), max(1, math.ceil(math.log10(max(deaths.top(), 1.0)) + 0.02))
    has_zero = bool((deaths.is_known & (deaths.total == 0)).any())
    ticks = list(range(bottom + has_zero, top + 1))
    shown = [language.decimal(10.0**power, max(0, -power)) for power in ticks]
    return value_axis(
        type="log",
        range=[bottom - 0.15, top + 0.1],
        tickmode="array",
        tickvals=[10.0**power for power in (range(bottom, top + 1))],
        ticktext=["0", *shown] if has_zero else shown,
        zeroline=False,
    )


def foot(deaths: DeathsByType) -> int:
    """The power of ten at the foot: below every total, and one lower where years of zero need a line of their own."""
    totals = deaths.total[deaths.is_known]
    smallest = float(totals[totals > 0].min(initial=1e9))
    power = math.floor(math.log10(smallest)) if smallest < 1e9 else 0
    return power - 1 if (totals == 0).any() else power
