"""Rolling trends of deaths: which windows can be asked, how fast they moved, and how likely chance alone is.

Deaths are taken as ln(1 + deaths), so that a slope is a factor. A window with half or
more of its months without a death has no such slope (it would be 0 by ties); 120 months
then fall into ten blocks of twelve, shorter windows stay unanswered. The p value is the
largest of the series of best, low and high estimates, and 1 where they do not move the
same way: a rise has to be there whichever estimate is right.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts.trend_scores import TREND_SCORES
from indicators._annual import AnnualDeaths
from indicators._mann_kendall import pre_whitened, standardised, two_sided
from indicators._monthly import BOUNDS, MonthlyDeaths
from indicators._theil_sen import theil_sen

SPARSE_FROM = 0.5  # share of periods without a death
MONTHS = 12
BLOCKS_FROM = 120  # ten blocks; of five whitening leaves four, which no rise could tell from chance


@dataclass(frozen=True)
class _Windows:
    """One row per window: where it ends, and its deaths by bound; not all need be whole."""

    row: np.ndarray
    end: np.ndarray
    n_held: np.ndarray
    is_provisional: np.ndarray
    deaths: dict[str, np.ndarray]


def trend_scores(
    deaths: MonthlyDeaths | AnnualDeaths,
    indicator_id: str,
    width: int,
    since: pd.Timestamp | None = None,
) -> pd.DataFrame:
    """Trend of every window with a recorded death; `since` leaves out the months before it, which later rows do not change."""
    if not deaths.best.size:
        return TREND_SCORES.empty()
    steps_a_year = MONTHS if isinstance(deaths, MonthlyDeaths) else 1
    windows = _windows(deaths, width, since)
    found = {name: np.full(len(windows.row), np.nan) for name in ("value", "value_low", "value_high", "p_value")}
    whole = windows.n_held == width
    sparse = whole & ((windows.deaths["best"] == 0).mean(axis=1) >= SPARSE_FROM)
    _answer(found, windows, np.flatnonzero(whole & ~sparse), 1, steps_a_year)
    if steps_a_year == MONTHS and width >= BLOCKS_FROM:
        blocks = _in_blocks(windows.deaths["best"])
        answered = sparse & ((blocks == 0).mean(axis=1) < SPARSE_FROM)
        _answer(found, windows, np.flatnonzero(answered), MONTHS, 1)
        sparse &= ~answered
    table = pd.DataFrame(
        {
            "place_id": deaths.place_id[windows.row],
            "place_kind": deaths.place_kind[windows.row],
            "month": deaths.months[windows.end],
            "indicator_id": indicator_id,
            **found,
            "score": np.nan,  # a direction is neither much nor little
            "n_observed": windows.n_held,
            "coverage": windows.n_held / width,
            "status": np.select([~whole, sparse], ["short_history", "sparse"], "ok"),
            "is_provisional": windows.is_provisional,
        }
    )
    return TREND_SCORES.validate(table)


def _windows(deaths: MonthlyDeaths | AnnualDeaths, width: int, since: pd.Timestamp | None) -> _Windows:
    """The windows that end in a period with a figure and hold a recorded death."""
    lead = ((0, 0), (width - 1, 0))
    best = np.pad(deaths.best, lead, constant_values=np.nan)
    n_held = _moving(~np.isnan(best), width)
    is_some = _moving(np.nan_to_num(best) > 0, width) > 0
    is_asked = ~np.isnan(deaths.best) & is_some
    if since is not None:
        is_asked &= deaths.months >= since.to_datetime64()
    row, end = np.nonzero(is_asked)
    return _Windows(
        row,
        end,
        n_held[row, end],
        _moving(np.pad(deaths.is_provisional, lead), width)[row, end] > 0,
        {
            bound: np.lib.stride_tricks.sliding_window_view(
                np.pad(getattr(deaths, bound), lead, constant_values=np.nan), width, axis=1
            )[row, end]
            for bound in BOUNDS
        },
    )


def _moving(flags: np.ndarray, width: int) -> np.ndarray:
    """How many of the last `width` flags are up."""
    total = np.cumsum(flags, axis=1)
    return total[:, width - 1 :] - np.pad(total, ((0, 0), (1, 0)))[:, : total.shape[1] - width + 1]


def _in_blocks(deaths: np.ndarray) -> np.ndarray:
    """Twelve-month sums that end with the window."""
    return deaths.reshape(len(deaths), deaths.shape[1] // MONTHS, MONTHS).sum(axis=2)


def _answer(found: dict[str, np.ndarray], windows: _Windows, asked: np.ndarray, block: int, steps_a_year: int) -> None:
    """Fill in the annual factor, its interval and the p value of the windows that are asked."""
    if not len(asked):
        return
    series = {
        bound: np.log1p(deaths[asked] if block == 1 else _in_blocks(deaths[asked]))
        for bound, deaths in windows.deaths.items()
    }
    slopes = theil_sen(series["best"])
    found["value"][asked] = np.exp(steps_a_year * slopes.middle)
    found["value_low"][asked] = np.exp(steps_a_year * slopes.low)
    found["value_high"][asked] = np.exp(steps_a_year * slopes.high)
    z = np.stack([standardised(pre_whitened(series[bound])) for bound in BOUNDS])
    agrees = (np.sign(z) == np.sign(z[0])).all(axis=0) & (z[0] != 0)
    found["p_value"][asked] = np.where(agrees, two_sided(np.abs(z).min(axis=0)), 1.0)
