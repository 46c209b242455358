"""Rolling trends of a world panel against pymannkendall, and a new month against a rebuild.

200 places, 449 months, four windows, three quarters of the places quiet as in the real
panel. Ours is what the product runs: slope, interval, and the test on best, low and
high. Theirs is the pre-whitened test on one series, timed on 2,000 seeded windows of
each length and multiplied up. The second ratio is over the places with deaths alone:
there nothing can be skipped.
"""

import time
import warnings
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
import pymannkendall

from indicators._monthly import MonthlyDeaths
from indicators._trend import trend_scores
from validation.simulated_series import series

PLACES, ACTIVE, MONTHS = 200, 48, 449
WIDTHS = (12, 36, 60, 120)
TIMED = 2000
SEED = 449
AIM, AIM_NEW_MONTH = 50, 10


def measured() -> list[str]:
    """The two ratios as lines to print."""
    panel = _panel()
    ours = _seconds(lambda: [trend_scores(panel, "trend", width) for width in WIDTHS])
    active = MonthlyDeaths(
        panel.place_id[:ACTIVE],
        panel.place_kind[:ACTIVE],
        panel.months,
        panel.best[:ACTIVE],
        panel.low[:ACTIVE],
        panel.high[:ACTIVE],
        panel.is_provisional[:ACTIVE],
    )
    ours_active = _seconds(lambda: [trend_scores(active, "trend", width) for width in WIDTHS])
    theirs, theirs_active = (sum(seconds) for seconds in zip(*(_theirs(panel, width) for width in WIDTHS), strict=True))
    newest = panel.months[-1]
    month = _seconds(lambda: [trend_scores(panel, "trend", width, pd.Timestamp(newest)) for width in WIDTHS])
    return [
        f"rolling trend, {PLACES} places x {MONTHS} months x {len(WIDTHS)} windows: {ours:.1f} s, pymannkendall {theirs:.0f} s "
        f"(from {TIMED} windows a length), 1/{theirs / ours:.0f} (aim: at most 1/{AIM}); "
        f"over the {ACTIVE} places with deaths alone 1/{theirs_active / ours_active:.0f}",
        f"a new month of trends: {month:.2f} s, 1/{ours / month:.0f} of a rebuild (aim: at most 1/{AIM_NEW_MONTH})",
    ]


def _panel() -> MonthlyDeaths:
    deaths = np.zeros((PLACES, MONTHS))
    deaths[:ACTIVE] = np.round(np.expm1(series(ACTIVE, MONTHS, np.random.default_rng(SEED))))
    names = np.array([f"P{number:03}" for number in range(PLACES)], dtype=object)
    months = (np.datetime64("1989-01", "M") + np.arange(MONTHS)).astype("datetime64[us]")
    kinds, provisional = np.full(PLACES, "country", dtype=object), np.zeros(deaths.shape, dtype=bool)
    return MonthlyDeaths(names, kinds, months, deaths, deaths // 2, 2 * deaths, provisional)


def _theirs(panel: MonthlyDeaths, width: int) -> tuple[float, float]:
    """Seconds for all windows of this width, and for those of the places with deaths."""
    rng = np.random.default_rng([SEED, width])
    ends = MONTHS - width + 1
    places, begins = rng.integers(PLACES, size=TIMED), rng.integers(ends, size=TIMED)
    drawn = [np.log1p(panel.best[place, begin : begin + width]) for place, begin in zip(places, begins, strict=True)]
    quiet = [window for window, place in zip(drawn, places, strict=True) if place >= ACTIVE]
    active = [window for window, place in zip(drawn, places, strict=True) if place < ACTIVE]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a window without a death divides by zero there
        of_quiet, of_active = _seconds(partial(_tested, quiet)), _seconds(partial(_tested, active))
    return (of_quiet + of_active) / TIMED * PLACES * ends, of_active / len(active) * ACTIVE * ends


def _tested(windows: list[np.ndarray]) -> None:
    for window in windows:
        pymannkendall.pre_whitening_modification_test(window)


def _seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began
