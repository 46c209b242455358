"""Annual totals on a logarithmic axis: a point and its range, zeros on a line of their own at the foot."""

import math
from typing import Any

import numpy as np

from figures._deaths_by_type import DeathsByType
from figures._stacked_deaths import listed
from figures.theme import INK, MUTED, PAPER, VIOLENCE_COLOURS, value_axis
from language import Language


def logarithmic_totals(deaths: DeathsByType, x: list[int], language: Language, digits: int) -> list[dict[str, Any]]:
    """Draw totals as points; the range below the smallest power of ten is cut at the foot."""
    floor = 10.0 ** foot(deaths)
    total, high = deaths.total, np.maximum(deaths.high, deaths.total)
    low = np.maximum(np.minimum(deaths.low, deaths.total), floor)
    positive = deaths.is_known & (total > 0)
    zero = deaths.is_known & (total == 0)
    bounds = zip(listed(deaths.low, deaths.is_known, digits), listed(deaths.high, deaths.is_known, digits), strict=True)
    number = f",.{digits}f"
    points = {
        "type": "scatter",
        "mode": "markers",
        "name": language.text("Total, all recorded types"),
        "legendrank": 1,
        "x": x,
        "y": listed(total, positive, digits),
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": listed(high - total, positive, digits),
            "arrayminus": listed(np.maximum(total - low, 0), positive, digits),
            "color": MUTED,
            "thickness": 1.6,
            "width": 0,
        },
        "customdata": [list(pair) for pair in bounds],
        "hovertemplate": f"%{{y:{number}}} (%{{customdata[0]:{number}}}–%{{customdata[1]:{number}}})",
        "marker": {"color": VIOLENCE_COLOURS["state_based"], "size": 7},
    }
    zeros = {
        "type": "scatter",
        "mode": "markers",
        "name": language.text("No recorded death"),
        "legendrank": 2,
        "x": x,
        "y": [floor if flag else None for flag in zero.tolist()],
        "hovertemplate": "0",
        "marker": {"color": PAPER, "size": 6, "line": {"width": 1.2, "color": INK}},
        "showlegend": bool(zero.any()),
    }
    return [points, zeros]


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
