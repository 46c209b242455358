"""Made-up series like the real ones, with a trend or a step that we know, or with none.

Real windows of ln(1 + deaths) in which half or more of the months hold a death have a
lag-1 autocorrelation between 0 and .8, in the middle .37, standard deviations between
.8 and 2, and up to half of their months are zero. So are these: a latent process that
keeps a share of its last value, a level that decides how many months fall below one
death, and whole numbers.
"""

import numpy as np
from scipy.stats import norm

SHARES_KEPT = (1.6, 2.0)  # Beta; gives windows of 60 months the lag-1 quantiles of the real ones
SPREADS = (0.8, 2.0)
ZERO_SHARES = (0.01, 0.45)
WARM_UP = 50
TYPICAL = {"kept": 0.37, "spread": 1.3, "zeros": 0.1}


def series(
    count: int,
    length: int,
    rng: np.random.Generator,
    kept: float | None = None,
    spread: float | None = None,
    zeros: float | None = None,
    slope: float = 0.0,
) -> np.ndarray:
    """`count` rows of ln(1 + deaths); what is not given is drawn for each row; slope is per step."""
    shares = rng.beta(*SHARES_KEPT, count) if kept is None else np.full(count, kept)
    sigma = rng.uniform(*SPREADS, count) if spread is None else np.full(count, spread)
    below_one = rng.uniform(*ZERO_SHARES, count) if zeros is None else np.full(count, zeros)
    level = -norm.ppf(below_one) * sigma
    centred = np.arange(length) - (length - 1) / 2
    latent = level[:, None] + sigma[:, None] * _kept(shares, length, rng) + slope * centred
    return np.log1p(np.floor(np.exp(latent)))


def dense(rows: np.ndarray) -> np.ndarray:
    """Those that a slope is asked of: more than half of the periods hold a death."""
    return rows[(rows > 0).mean(axis=1) > 0.5]


def _kept(shares: np.ndarray, length: int, rng: np.random.Generator) -> np.ndarray:
    """Standard normal rows that keep `shares` of their last value."""
    shocks = rng.standard_normal((len(shares), length + WARM_UP))
    for step in range(1, length + WARM_UP):
        shocks[:, step] = shares * shocks[:, step - 1] + np.sqrt(1 - shares**2) * shocks[:, step]
    return shocks[:, WARM_UP:]
