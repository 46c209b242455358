"""Monthly deaths as an array of places by months: the common ground of the monthly indicators.

Only months that all types of violence cover: a state-based month beside them is a
different series, so it is missing here (NaN) and no window reaches across it. Zero is
only where a source says zero.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES

BOUNDS = ("best", "low", "high")
DEATHS = tuple(f"fatalities_{bound}" for bound in BOUNDS)


@dataclass(frozen=True)
class MonthlyDeaths:
    """Places x months; `best`, `low`, `high` hold deaths of all types, NaN where missing."""

    place_id: np.ndarray
    place_kind: np.ndarray
    months: np.ndarray
    best: np.ndarray
    low: np.ndarray
    high: np.ndarray
    is_provisional: np.ndarray


def monthly_deaths(violence_month: pd.DataFrame, as_of: pd.Timestamp) -> MonthlyDeaths:
    """Sum the types of each place-month that all types cover, up to as_of; without low and high the best stands for them."""
    is_known = ((violence_month["month"] <= as_of) & (violence_month["types_covered"] == ALL_TYPES)).to_numpy()
    known = {name: violence_month[name][is_known] for name in ("place_id", "place_kind", "is_provisional", *DEATHS)}
    row, places = pd.factorize(known["place_id"], sort=True)
    number = violence_month["month"].to_numpy().astype("datetime64[M]").astype("int64")[is_known]
    first = int(number.min()) if len(number) else 0
    months = np.arange(first, int(number.max()) + 1 if len(number) else first).astype("datetime64[M]")
    shape, column = (len(places), len(months)), number - first
    cell, size = row * shape[1] + column, shape[0] * shape[1]
    held = np.bincount(cell, minlength=size) > 0
    best = known["fatalities_best"].to_numpy(dtype=float)
    summed = {}
    for bound in BOUNDS:
        deaths = known[f"fatalities_{bound}"].to_numpy(dtype=float, na_value=np.nan)
        totals = np.bincount(cell, weights=np.where(np.isnan(deaths), best, deaths), minlength=size)
        summed[bound] = np.where(held, totals, np.nan).reshape(shape)
    first_row = np.unique(row, return_index=True)[1]
    kinds = known["place_kind"].iloc[first_row].to_numpy(dtype=object)
    provisional = np.bincount(cell, weights=known["is_provisional"], minlength=size).reshape(shape) > 0
    return MonthlyDeaths(
        np.asarray(places, dtype=object), kinds, months.astype("datetime64[us]"), **summed, is_provisional=provisional
    )


def rolling_sum(values: np.ndarray, width: int) -> np.ndarray:
    """Sum of each column and the width - 1 before it; NaN where one of them is missing or there are fewer."""
    whole = rolling_count(~np.isnan(values), width) == width
    total = np.cumsum(np.nan_to_num(values), axis=1)
    total[:, width:] -= total[:, :-width].copy()
    return np.where(whole, total, np.nan)


def rolling_count(flags: np.ndarray, width: int) -> np.ndarray:
    """How many of each flag and the width - 1 before it are up."""
    total = np.cumsum(flags, axis=1)
    total[:, width:] -= total[:, :-width].copy()
    return total
