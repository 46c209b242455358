"""Our statistics against independent programs, on the real series of the starter release: the same numbers."""

from pathlib import Path

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from scipy.stats import theilslopes
from statsmodels.tsa.stattools import acf

from indicators import _mann_kendall as mann_kendall
from indicators._monthly import monthly_deaths
from indicators._theil_sen import theil_sen

STARTER = Path(__file__).parents[2] / "data" / "processed" / "starter"
EXACT = 1e-9
AT_RANDOM = 40  # windows of each width


@pytest.fixture(scope="module", params=[12, 36, 60, 120])
def windows(request: pytest.FixtureRequest) -> np.ndarray:
    """Real windows of ln(1 + deaths), half or more of their months with deaths, in the order of time."""
    grid = monthly_deaths(pd.read_parquet(STARTER / "violence_month.parquet"), pd.Timestamp(2100, 1, 1))
    found = np.lib.stride_tricks.sliding_window_view(np.log1p(grid.best), request.param, axis=1)
    dense = found[((found > 0).mean(axis=2) > 0.5) & ~np.isnan(found).any(axis=2)]
    begin = int(np.random.default_rng(request.param).integers(len(dense) - AT_RANDOM))
    apart = dense[np.random.default_rng(5).choice(len(dense), AT_RANDOM, replace=False)]
    return np.concatenate([dense[begin : begin + AT_RANDOM], apart])


def test_theil_sen_equals_scipy(windows: np.ndarray) -> None:
    ours = theil_sen(windows, is_widened=False)
    theirs = np.array([theilslopes(window) for window in windows])  # slope, intercept, low, high
    assert ours.middle == pytest.approx(theirs[:, 0], rel=0, abs=EXACT)
    assert ours.low == pytest.approx(theirs[:, 2], rel=0, abs=EXACT) and ours.high == pytest.approx(
        theirs[:, 3], rel=0, abs=EXACT
    )


def test_a_widened_interval_is_scipys_with_the_variance_of_dependent_months(windows: np.ndarray) -> None:
    narrow, wide = theil_sen(windows, is_widened=False), theil_sen(windows)
    assert (wide.middle == narrow.middle).all()
    assert (wide.low <= narrow.low).all() and (wide.high >= narrow.high).all() and (wide.low < narrow.low).any()


def test_mann_kendall_equals_pymannkendall(windows: np.ndarray) -> None:
    theirs = [pymannkendall.original_test(window) for window in windows]
    assert mann_kendall.score(windows).tolist() == [test.s for test in theirs]
    assert mann_kendall.variance(windows) == pytest.approx([test.var_s for test in theirs], rel=0, abs=EXACT)
    assert mann_kendall.standardised(windows) == pytest.approx([test.z for test in theirs], rel=0, abs=EXACT)


def test_the_pre_whitened_test_equals_pymannkendall(windows: np.ndarray) -> None:
    theirs = [pymannkendall.pre_whitening_modification_test(window) for window in windows]
    z = mann_kendall.standardised(mann_kendall.pre_whitened(windows))
    assert z == pytest.approx([test.z for test in theirs], rel=0, abs=EXACT)
    assert mann_kendall.two_sided(z) == pytest.approx([test.p for test in theirs], rel=0, abs=EXACT)


def test_the_autocorrelation_equals_statsmodels(windows: np.ndarray) -> None:
    theirs = [acf(window, nlags=1, fft=False)[1] for window in windows]
    assert mann_kendall.lag_1(windows) == pytest.approx(theirs, rel=0, abs=EXACT)


def test_windows_without_any_movement_have_no_score() -> None:
    still = np.full((3, 20), 1.5)
    assert mann_kendall.standardised(mann_kendall.pre_whitened(still)).tolist() == [0, 0, 0]
    assert theil_sen(still).middle.tolist() == [0, 0, 0]
