"""Deaths of one place laid out by type and period, so that a period without rows stays apart from a period of zero."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

TYPES = ("state_based", "non_state", "one_sided")  # the order of the stack, ground first
Counts = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class DeathsByType:
    """One column per period; where `is_known` is false the numbers mean nothing, and a source without a range leaves NaN."""

    best: Counts  # type, period
    low: Counts  # sum over types
    high: Counts
    is_known: Flags
    is_provisional: Flags
    is_state_based_only: Flags

    @cached_property
    def has_range(self) -> Flags:
        """Periods whose sources give low and high."""
        banded: Flags = self.is_known & np.isfinite(self.low) & np.isfinite(self.high)
        return banded

    @cached_property
    def total(self) -> Counts:
        summed: Counts = self.best.sum(axis=0)
        return summed

    def covers(self, row: int) -> Flags:
        """Periods in which this type is counted at all: state-based series say nothing of the others, not even zero."""
        return self.is_known & ~self.is_state_based_only if row else self.is_known

    def top(self) -> float:
        """The highest value that is drawn."""
        return float(np.fmax(self.high, self.total)[self.is_known].max(initial=0.0))


def lay_out(table: pd.DataFrame, period: npt.NDArray[np.int64], n_periods: int) -> DeathsByType:
    """Lay rows of violence_month or violence_year out; `period` is each row's column, rows beyond it are left out."""
    inside = (period >= 0) & (period < n_periods)
    at = period[inside]
    types = table["violence_type"].to_numpy()[inside]
    best = np.zeros((len(TYPES), n_periods))
    low, high, known = np.zeros(n_periods), np.zeros(n_periods), np.zeros(n_periods, dtype=bool)
    deaths = table["fatalities_best"].to_numpy(dtype=float)[inside]
    for row, violence_type in enumerate(TYPES):
        chosen = types == violence_type
        np.add.at(best[row], at[chosen], deaths[chosen])
    np.add.at(low, at, table["fatalities_low"].to_numpy(dtype=float, na_value=np.nan)[inside])
    np.add.at(high, at, table["fatalities_high"].to_numpy(dtype=float, na_value=np.nan)[inside])
    known[at] = True
    provisional, state_only = np.zeros(n_periods, dtype=bool), np.zeros(n_periods, dtype=bool)
    provisional[at[table["is_provisional"].to_numpy(dtype=bool)[inside]]] = True
    state_only[at[table["types_covered"].to_numpy()[inside] == "state_based"]] = True
    return DeathsByType(best, low, high, known, provisional, state_only)


def columns(deaths: DeathsByType, first: int, end: int) -> DeathsByType:
    """Some of the periods, as views of the same numbers."""
    part = slice(first, end)
    return DeathsByType(
        deaths.best[:, part],
        deaths.low[part],
        deaths.high[part],
        deaths.is_known[part],
        deaths.is_provisional[part],
        deaths.is_state_based_only[part],
    )


def per_100_000(deaths: DeathsByType, persons: Counts) -> DeathsByType:
    """Divide by the population of each period (NaN where unknown): no population, no rate."""
    known = deaths.is_known & np.isfinite(persons)
    factor = np.where(known, 100_000 / np.where(known, persons, 1.0), 0.0)
    return DeathsByType(
        deaths.best * factor,
        deaths.low * factor,
        deaths.high * factor,
        known,
        deaths.is_provisional,
        deaths.is_state_based_only,
    )


def runs(flags: Flags) -> list[tuple[int, int]]:
    """First and last index of every unbroken run of true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(first), int(end) - 1) for first, end in zip(edges[::2], edges[1::2], strict=True)]
