"""In what share of a window was there active conflict? The same for windows of years and of months.

A month counts as active where the twelve months that end with it hold 25 deaths or
more, so that UCDP's yearly threshold is the same for both. A period without a figure
counts neither as active nor as observed.
"""

from typing import Literal

import numpy as np
import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS, AnnualDeaths
from indicators._indicator import Indicator
from indicators._monthly import BOUNDS, MonthlyDeaths, rolling_count, rolling_sum
from indicators._scores import scores_where

YEAR = 12
NUMBERS = {5: "five", 10: "ten", 20: "twenty", 60: "60", 120: "120", 240: "240"}


def persistence_scores(deaths: AnnualDeaths | MonthlyDeaths, indicator_id: str, width: int) -> pd.DataFrame:
    """Share of active periods among the last `width` that are on record."""
    sums = {
        bound: rolling_sum(getattr(deaths, bound), YEAR)
        if isinstance(deaths, MonthlyDeaths)
        else getattr(deaths, bound)
        for bound in BOUNDS
    }
    is_known = ~np.isnan(sums["best"])
    observed = rolling_count(is_known, width)
    active = {
        bound: rolling_count(np.nan_to_num(series) >= ACTIVE_YEAR_DEATHS, width) for bound, series in sums.items()
    }
    share = {
        "best": active["best"] / np.maximum(observed, 1),
        "low": active["low"] / width,  # what is not on record may all have been quiet
        "high": (active["high"] + width - observed) / width,  # or all active
    }
    asked = is_known
    if isinstance(deaths, MonthlyDeaths):
        asked = is_known & (rolling_count(np.nan_to_num(sums["high"]) > 0, width) > 0)
    return scores_where(
        asked,
        deaths,
        indicator_id,
        deaths.is_provisional,
        value=share["best"],
        value_low=share["low"],
        value_high=share["high"],
        score=100 * share["best"],
        n_observed=observed,
        coverage=observed / width,
        status=np.where(observed >= width, "ok", "short_history"),
    )


def persistence_indicator(width: int, period: Literal["month", "year"]) -> Indicator:
    """Declare persistence over `width` months or years."""
    number = NUMBERS[width]
    counted = {
        "year": f"Share of the last {number} calendar years with 25 or more deaths of all types, UCDP's threshold of an "
        "active conflict.",
        "month": f"Share of the last {number} months at whose end twelve months held 25 or more deaths of all types, UCDP's "
        "threshold of an active conflict.",
    }[period]
    return Indicator(
        id=f"persistence_{width}_{period}s",
        title=f"Active {period}s in {number}",
        question={
            "year": f"In what share of the last {number} years were there 25 or more deaths?",
            "month": f"In what share of the last {number} months were there 25 or more deaths in twelve months?",
        }[period],
        definition=f"{counted} Score: the share times 100. The range counts {period}s by the low and by the high estimates, and those not on record as quiet and as active.",
        reads=(f"violence_{period}",),
        period=period,
        higher_means="worse",
        unit=f"share of {period}s",
        caveat={
            "year": f"Records begin in 1989; before {number} years are on record the share is of the years there are.",
            "month": "Months of all types begin in 1989 where events speak; elsewhere years with deaths have them from 2018 only; before "
            f"{number} months are on record the share is of the months there are.",
        }[period],
        reference="UCDP definitions of active conflict",
        quiet="zero" if period == "year" else "no_row",
    )
