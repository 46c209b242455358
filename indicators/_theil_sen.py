"""How fast does a window rise or fall? Theil-Sen's median slope with its interval, for many windows.

The interval is Sen's, from the ranks of the slopes, with his variance widened by
(1 + r) / (1 - r), r being the autocorrelation that is left around a straight line:
sixty months that resemble their neighbours tell less than sixty independent ones.

A window of 120 months has 7,140 slopes. When the next window is the same one moved by
a month, 119 of them leave and 119 enter, so the sorted slopes are carried on instead of
sorted anew; the slopes are the same numbers either way.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from indicators._mann_kendall import lag_1, variance

QUANTILE = 1.959963984540054  # standard normal, 0.975: an interval of 95 %
LARGEST_LAG_1 = 0.9  # beyond it the widening says more about the estimate of r than about the slope
SORTED_ANEW = 24  # windows up to this width are faster sorted together than carried on
PAIRS_AT_ONCE = 1 << 20  # 8 MB


@dataclass(frozen=True)
class Slopes:
    """Slope per step and the ends of its interval, one of each per window."""

    middle: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class _Ranks:
    """Where in the sorted slopes of each window the slope and its interval's ends stand."""

    middle: tuple[int, int]
    low: np.ndarray
    high: np.ndarray


def theil_sen(windows: np.ndarray, is_widened: bool = True) -> Slopes:
    """Median slope of every window (a row); without widening the interval is that of independent values."""
    ranks = _ranks(windows, is_widened)
    if windows.shape[1] <= SORTED_ANEW:
        return _sorted_together(windows, ranks)
    found = np.empty((3, len(windows)))
    follows = np.zeros(len(windows), dtype=bool)
    follows[1:] = (windows[1:, :-1] == windows[:-1, 1:]).all(axis=1)
    ordered = np.empty(0)
    for row, window in enumerate(windows):
        ordered = _carried_on(ordered, windows[row - 1], window) if follows[row] else np.sort(_slopes(window))
        first, second = ranks.middle
        found[:, row] = (ordered[first] + ordered[second]) / 2, ordered[ranks.low[row]], ordered[ranks.high[row]]
    return Slopes(*found)


def _ranks(windows: np.ndarray, is_widened: bool) -> _Ranks:
    width = windows.shape[1]
    count = width * (width - 1) // 2
    spread = np.sqrt(np.maximum(variance(windows), 0))
    if is_widened:
        left = np.clip(lag_1(_around_a_line(windows)), 0, LARGEST_LAG_1)
        spread = spread * np.sqrt((1 + left) / (1 - left))
    low = np.maximum(np.round((count - QUANTILE * spread) / 2).astype(int) - 1, 0)
    high = np.minimum(np.round((count + QUANTILE * spread) / 2).astype(int), count - 1)
    return _Ranks(((count - 1) // 2, count // 2), low, high)


def _around_a_line(windows: np.ndarray) -> np.ndarray:
    """What least squares leave of each window."""
    time = np.arange(windows.shape[1]) - (windows.shape[1] - 1) / 2
    centred = windows - windows.mean(axis=1, keepdims=True)
    return centred - (centred @ time / (time @ time))[:, None] * time


@cache
def _pairs(width: int) -> tuple[np.ndarray, np.ndarray]:
    return np.triu_indices(width, 1)


def _slopes(windows: np.ndarray) -> np.ndarray:
    """The slope of every pair of one window, or of each of several."""
    earlier, later = _pairs(windows.shape[-1])
    return (windows[..., later] - windows[..., earlier]) / (later - earlier)


def _sorted_together(windows: np.ndarray, ranks: _Ranks) -> Slopes:
    n_parts = max(1, len(windows) * len(_pairs(windows.shape[1])[0]) // PAIRS_AT_ONCE)
    parts = np.array_split(np.arange(len(windows)), n_parts)
    found = np.empty((3, len(windows)))
    for part in parts:
        ordered = np.sort(_slopes(windows[part]), axis=1)
        row = np.arange(len(part))
        found[0, part] = (ordered[:, ranks.middle[0]] + ordered[:, ranks.middle[1]]) / 2
        found[1, part], found[2, part] = ordered[row, ranks.low[part]], ordered[row, ranks.high[part]]
    return Slopes(*found)


def _carried_on(ordered: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The sorted slopes of `after` from those of `before`, which began one step earlier."""
    steps = np.arange(1, len(after))
    leaving = np.sort((before[1:] - before[0]) / steps)
    entering = np.sort((after[-1] - after[-2::-1]) / steps)
    stays = np.ones(len(ordered), dtype=bool)
    repeated = np.arange(len(leaving)) - leaving.searchsorted(leaving)  # the second of two equal slopes leaves too
    stays[ordered.searchsorted(leaving) + repeated] = False
    kept = ordered[stays]
    is_new = np.zeros(len(ordered), dtype=bool)
    is_new[kept.searchsorted(entering) + np.arange(len(entering))] = True
    carried = np.empty(len(ordered))
    carried[is_new], carried[~is_new] = entering, kept
    return carried
