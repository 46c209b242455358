"""Our statistics and an independent program's on the real series of the starter release, number by number."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pymannkendall
import ruptures
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.tsa.stattools import acf

from indicators import _mann_kendall as mann_kendall
from indicators._change_points import change_points, step_penalty
from indicators._monthly import monthly_deaths, rolling_sum
from indicators._reporting import newcombe
from indicators._theil_sen import theil_sen
from scoring.change_points import newest_run
from scoring.tempo import effective_years
from scoring.trend_verdicts import adjust
from validation.references_of_annual_shares import effective_groups, one_sided_shares

STARTER = Path(__file__).parent.parent / "data" / "processed" / "starter"
WIDTHS = (12, 36, 60, 120)
EACH = 100  # windows of each width, drawn with a seed from the real ones
TOLERANCE = 1e-9
Pair = tuple[np.ndarray, np.ndarray]  # ours, theirs


@dataclass(frozen=True)
class Comparison:
    """One statistic, what it is compared with, on how many numbers, and the largest difference."""

    statistic: str
    reference: str
    compared: int
    largest_difference: float
    tolerance: float = TOLERANCE

    @property
    def holds(self) -> bool:
        return self.compared > 0 and self.largest_difference <= self.tolerance


def comparisons() -> list[Comparison]:
    """All of them, each on the same real windows or series."""
    grid = monthly_deaths(pd.read_parquet(STARTER / "violence_month.parquet"), pd.Timestamp(2100, 1, 1)).best
    windows = [real_windows(grid, width) for width in WIDTHS]
    found = [_over(windows, *declared) for declared in ON_WINDOWS]
    return [
        *found,
        _of("benjamini-yekutieli", "statsmodels multipletests(fdr_by)", *_adjusted(windows)),
        _of("twelve-month sums", "pandas rolling(12).sum()", *_summed(grid)),
        _of("change points", "ruptures KernelCPD, linear kernel", *_segmented(grid)),
        _of("effective years", "NumPy, one over the sum of squared shares", *_concentrated()),
        _of("difference of shares", "statsmodels confint_proportions_2indep (seeded counts)", *_shares()),
        _of("one-sided share, its interval", "scipy beta.mean, statsmodels Wilson", *one_sided_shares(STARTER)),
        _of("effective armed groups", "pandas, one over the sum of squared shares", *effective_groups(STARTER)),
    ]


def real_windows(grid: np.ndarray, width: int) -> np.ndarray:
    """Seeded windows of ln(1 + deaths) that a slope is asked of, some of them neighbours."""
    moving = np.lib.stride_tricks.sliding_window_view(np.log1p(grid), width, axis=1)
    dense = moving[((moving > 0).mean(axis=2) > 0.5) & ~np.isnan(moving).any(axis=2)]
    rng = np.random.default_rng(width)
    begin = int(rng.integers(len(dense) - EACH // 2))
    return np.concatenate([dense[begin : begin + EACH // 2], dense[rng.choice(len(dense), EACH // 2, replace=False)]])


def _of(statistic: str, reference: str, ours: np.ndarray, theirs: np.ndarray) -> Comparison:
    return Comparison(statistic, reference, len(ours), float(np.abs(ours - theirs).max()))


def _over(windows: list[np.ndarray], statistic: str, reference: str, pair: Callable[[np.ndarray], Pair]) -> Comparison:
    pairs = [pair(rows) for rows in windows]
    return _of(statistic, reference, *(np.concatenate([one[side] for one in pairs]) for side in (0, 1)))


def _slopes(rows: np.ndarray) -> Pair:
    return theil_sen(rows).middle, np.array([stats.theilslopes(row).slope for row in rows])


def _intervals(rows: np.ndarray) -> Pair:
    ours, theirs = theil_sen(rows, is_widened=False), [stats.theilslopes(row) for row in rows]
    low, high = np.array([one.low_slope for one in theirs]), np.array([one.high_slope for one in theirs])
    return np.concatenate([ours.low, ours.high]), np.concatenate([low, high])


def _scores(rows: np.ndarray) -> Pair:
    theirs = [pymannkendall.original_test(row) for row in rows]
    ours = [mann_kendall.score(rows), mann_kendall.variance(rows), mann_kendall.standardised(rows)]
    return np.concatenate(ours), np.concatenate(
        [[getattr(one, name) for one in theirs] for name in ("s", "var_s", "z")]
    )


def _whitened(rows: np.ndarray) -> Pair:
    theirs = [pymannkendall.pre_whitening_modification_test(row) for row in rows]
    z = mann_kendall.standardised(mann_kendall.pre_whitened(rows))
    both = np.concatenate([z, mann_kendall.two_sided(z)])
    return both, np.concatenate([[one.z for one in theirs], [one.p for one in theirs]])


def _kendall(rows: np.ndarray) -> Pair:
    """S over the pairs that are not tied in either sense is Kendall's tau b."""
    width = rows.shape[1]
    time = np.arange(width)
    tied = [np.unique(row, return_counts=True)[1] for row in rows]
    pairs = width * (width - 1) / 2
    unequal = np.array([pairs - (one * (one - 1) / 2).sum() for one in tied])
    theirs = [stats.kendalltau(time, row).statistic for row in rows]
    return mann_kendall.score(rows) / np.sqrt(pairs * unequal), np.array(theirs)


def _lagged(rows: np.ndarray) -> Pair:
    return mann_kendall.lag_1(rows), np.array([acf(row, nlags=1, fft=False)[1] for row in rows])


ON_WINDOWS: tuple[tuple[str, str, Callable[[np.ndarray], Pair]], ...] = (
    ("Theil-Sen slope", "scipy theilslopes", _slopes),
    ("Sen's interval, not widened", "scipy theilslopes", _intervals),
    ("Mann-Kendall S, variance, Z", "pymannkendall original_test", _scores),
    ("Mann-Kendall S as tau b", "scipy kendalltau", _kendall),
    ("pre-whitened Z and p", "pymannkendall pre_whitening_modification_test", _whitened),
    ("autocorrelation at lag 1", "statsmodels acf", _lagged),
)


def _adjusted(windows: list[np.ndarray]) -> Pair:
    z = np.concatenate([mann_kendall.standardised(mann_kendall.pre_whitened(rows)) for rows in windows])
    p_values = mann_kendall.two_sided(z)
    return adjust(p_values), multipletests(p_values, method="fdr_by")[1]


def _summed(grid: np.ndarray) -> Pair:
    theirs = pd.DataFrame(grid.T).rolling(12).sum().to_numpy().T
    held = ~np.isnan(theirs)
    return rolling_sum(grid, 12)[held], theirs[held]


def _segmented(grid: np.ndarray) -> Pair:
    """Positions of all steps; a step that only one side finds would leave the lengths unequal and stop the run."""
    ours, theirs = [], []
    for row in grid:
        begin, end = newest_run(row)
        series = np.log1p(row[begin:end])
        if len(series) >= 60 and (series > 0).mean() > 0.5:
            penalty = step_penalty(series)
            ours.append([*change_points(series, penalty, 12), len(series)])
            theirs.append(ruptures.KernelCPD(kernel="linear", min_size=12).fit(series).predict(pen=penalty))
    return np.concatenate(ours), np.concatenate(theirs)


def _concentrated() -> Pair:
    years = pd.read_parquet(STARTER / "violence_year.parquet")
    years = years[years["types_covered"] == "all"]
    table = years.groupby(["place_id", "year"])["fatalities_best"].sum().unstack("year").fillna(0).to_numpy(dtype=float)
    deadly = table[table.sum(axis=1) > 0]
    shares = deadly / deadly.sum(axis=1, keepdims=True)
    return np.array([effective_years(row) for row in deadly]), 1 / (shares**2).sum(axis=1)


def _shares() -> Pair:
    rng = np.random.default_rng(5)
    n_now, n_before = rng.integers(20, 400, EACH), rng.integers(20, 900, EACH)
    now, before = rng.binomial(n_now, 0.2), rng.binomial(n_before, rng.uniform(0, 0.5, EACH))
    theirs = [
        confint_proportions_2indep(*counts, method="newcomb", compare="diff")
        for counts in zip(now, n_now, before, n_before, strict=True)
    ]
    return np.concatenate(newcombe(now, n_now, before, n_before)[1:]), np.array(theirs).T.ravel()
