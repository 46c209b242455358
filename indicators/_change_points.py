"""When did the level change? The segmentation that explains a series best for the number of its steps.

The series is cut so that the squared distances from each segment's mean, plus a penalty
for every step, are as small as they can be (found exactly, by dynamic programming; the
same cut as ruptures' KernelCPD with a linear kernel). The penalty grows with the
long-run variance: months that resemble their neighbours wander without any step. That
variance is taken from differences over one and two periods, the largest left out, so that
a step hardly moves it.
"""

import numpy as np

STEPS_COST = 6.5  # times the long-run variance times ln n; 5 to 8 of 100 series without a step then show one
LARGEST_LAG_1 = 0.9
STEPS_SHARE = 0.02  # of the differences may be steps


def change_points(series: np.ndarray, penalty: float, min_size: int) -> list[int]:
    """Positions at which a new level begins; no segment is shorter than min_size."""
    if not np.isfinite(penalty):
        return []
    count = len(series)
    total, square = (np.concatenate([[0.0], np.cumsum(values)]) for values in (series, series**2))
    best = np.full(count + 1, np.inf)
    best[0] = -penalty
    begins = np.zeros(count + 1, dtype="int64")
    for end in range(min_size, count + 1):
        start = np.arange(end - min_size + 1)
        cost = square[end] - square[start] - (total[end] - total[start]) ** 2 / (end - start)
        found = best[start] + cost + penalty
        begins[end] = int(found.argmin())
        best[end] = found[begins[end]]
    steps, end = [], int(begins[count])
    while end > 0:
        steps.append(end)
        end = int(begins[end])
    return steps[::-1]


def step_penalty(series: np.ndarray) -> float:
    """What a step has to explain before it counts."""
    by_one, by_two = (_mean_square(series[lag:] - series[:-lag], lag) for lag in (1, 2))
    if by_one == 0:
        return float("inf")  # but for a step or two nothing ever moved: there is no noise to measure a step by
    # For a process that keeps a share r of its last value: by_one = 2v(1 - r), by_two = 2v(1 - r^2).
    lag_1 = min(max(by_two / by_one - 1, 0.0), LARGEST_LAG_1)
    long_run = by_one / (2 * (1 - lag_1)) * (1 + lag_1) / (1 - lag_1)
    return STEPS_COST * long_run * float(np.log(len(series)))


def _mean_square(differences: np.ndarray, lag: int) -> float:
    """Mean square without the largest few, which may be steps; a step touches `lag` differences."""
    left_out = lag * int(np.ceil(STEPS_SHARE * len(differences)))
    return float(np.sort(differences**2)[: len(differences) - left_out].mean())
