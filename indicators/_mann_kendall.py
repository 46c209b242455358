"""Do the values of a window rise or fall together with time? Mann-Kendall for many windows at once.

All functions take windows as rows. The plain test rejects a true "no trend" in 16 to 50
of 100 windows of such series instead of 5, because one deadly month follows another. So
the test is made on what is left when each value's expected share of the one before it
has been taken away (pre-whitening, von Storch); that holds the 5 and costs power.
Yue-Wang and trend-free pre-whitening do not hold it (docs/validation.md).
"""

from math import erfc, sqrt

import numpy as np

ROWS_AT_ONCE = 512  # ranks of so many windows stay in a processor's cache


def score(windows: np.ndarray) -> np.ndarray:
    """Kendall's S: pairs that rise less pairs that fall."""
    parts = np.array_split(_ranks(windows), max(1, len(windows) // ROWS_AT_ONCE))
    return np.concatenate([_score_of_ranks(np.ascontiguousarray(part.T)) for part in parts])


def _score_of_ranks(ranks: np.ndarray) -> np.ndarray:
    """S of windows that stand as columns."""
    total = np.zeros(ranks.shape[1], dtype="int64")
    for lag in range(1, len(ranks)):
        total += np.sign(ranks[lag:] - ranks[:-lag]).sum(axis=0, dtype="int16")
    return total


def variance(windows: np.ndarray) -> np.ndarray:
    """Variance of S without a trend, corrected for ties; without that correction zeros make every test too shy."""
    width = windows.shape[1]
    group = _groups(np.sort(windows, axis=1))
    size = np.bincount(group.ravel())
    # Over groups the sum is t(t-1)(2t+5); here every member carries a t-th of its group's.
    ties = ((size - 1) * (2 * size + 5))[group].sum(axis=1)
    return (width * (width - 1) * (2 * width + 5) - ties) / 18


def standardised(windows: np.ndarray) -> np.ndarray:
    """Z of each window with the correction for continuity; 0 where nothing moves."""
    found = score(windows)
    spread = np.sqrt(variance(windows))
    return np.divide(found - np.sign(found), spread, out=np.zeros(len(windows)), where=spread > 0)


def lag_1(windows: np.ndarray) -> np.ndarray:
    """Autocorrelation at lag 1 of each window; 0 where nothing moves."""
    centred = windows - windows.mean(axis=1, keepdims=True)
    square = (centred**2).sum(axis=1)
    follows = (centred[:, 1:] * centred[:, :-1]).sum(axis=1)
    return np.divide(follows, square, out=np.zeros(len(windows)), where=square > 0)


def pre_whitened(windows: np.ndarray) -> np.ndarray:
    """Each window less lag_1 times its own value one step before; one step shorter."""
    return windows[:, 1:] - lag_1(windows)[:, None] * windows[:, :-1]


def two_sided(z: np.ndarray) -> np.ndarray:
    """The p values of standard normal scores."""
    return np.array([erfc(abs(one) / sqrt(2)) for one in z.tolist()])


def _ranks(windows: np.ndarray) -> np.ndarray:
    """Small whole numbers that stand in each window in the same order, with the same ties."""
    order = np.argsort(windows, axis=1)
    group = _groups(np.take_along_axis(windows, order, axis=1))
    ranks = np.empty(windows.shape, dtype="int16")
    np.put_along_axis(ranks, order, (group - group[:, :1]).astype("int16"), axis=1)
    return ranks


def _groups(ordered: np.ndarray) -> np.ndarray:
    """Number the runs of equal values of sorted rows, on through all rows."""
    begins = np.ones(ordered.shape, dtype=bool)
    begins[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    return (np.cumsum(begins.ravel()) - 1).reshape(ordered.shape)
