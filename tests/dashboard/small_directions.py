"""Directions of the small world, by hand: SDN has months, UKR annual figures alone since 2022, the rest is quiet or short."""

from typing import Any

import pandas as pd

from contracts.direction import DIRECTION
from tests.dashboard.small_sources import LAST

NEWEST = pd.Timestamp(LAST, 12, 1)
WITHOUT = dict.fromkeys(
    (
        *("pace", "run_rate", "run_rate_low", "run_rate_high"),
        *("verdict_36_months", "verdict_60_months", "verdict_10_years", "trend", "trend_low", "trend_high"),
    )
)


def row(place_id: str, month: pd.Timestamp, direction: str, reason: str, window: int, **known: Any) -> dict[str, Any]:
    where = {"place_id": place_id, "place_kind": "country", "month": month, "is_provisional": False}
    return WITHOUT | where | {"direction": direction, "reason": reason, "window_months": window} | known


def directions() -> pd.DataFrame:
    """One row per place and December, and SDN's last but one year."""
    pace = {"run_rate": 2.9, "run_rate_low": 2.6, "run_rate_high": 3.1}
    falling = {"trend": 0.7, "trend_low": 0.6, "trend_high": 0.8}
    rows = [
        row("SDN", NEWEST, "worse", "run_rate", 12, pace="above", verdict_36_months="not_shown", **pace, trend=1.1),
        row("SDN", pd.Timestamp(1994, 12, 1), "not_known", "short_history", 120),
        row("SSD", NEWEST, "better", "trend", 60, pace="level", **pace, verdict_60_months="falling", **falling),
        row("UKR", NEWEST, "no_clear_change", "not_shown", 120, verdict_10_years="not_shown", trend=1.3),
        row("RWA", NEWEST, "no_clear_change", "quiet", 12, pace="quiet"),
        row("TUV", NEWEST, "no_clear_change", "quiet", 120),
        row("COL", NEWEST, "not_known", "few_deaths", 12, pace="few_deaths", is_provisional=True),
    ]
    return DIRECTION.validate(pd.DataFrame(rows))
