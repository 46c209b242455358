"""How often does a test cry out where nothing moves, and how often does it see what does?

Seeded, so a second run prints the same. The verdict of the product is rarer still: it
wants the same direction from low, best and high estimates and holds false discoveries
over all places and windows.
"""

from dataclasses import dataclass

import numpy as np
import pymannkendall

from indicators._change_points import change_points, step_penalty
from indicators._mann_kendall import pre_whitened, standardised, two_sided
from indicators._theil_sen import theil_sen
from scoring.change_points import SHORTEST_SEGMENT
from scoring.trend_verdicts import FALSE_DISCOVERY_RATE, adjust
from validation.simulated_series import TYPICAL, dense, series

SEED = 1989
NOMINAL, ALLOWED = 0.05, (0.03, 0.08)
WINDOWS = {"12 months": 12, "36 months": 36, "60 months": 60, "120 months": 120, "10 years": 10, "20 years": 20}
BLOCKS = "120 sparse months, as ten blocks"
SHARES_KEPT = (0.0, 0.37, 0.6, 0.8)
FACTORS_A_YEAR = (1.25, 1.5, 2.0, 3.0)
STEP_LENGTHS = {"36 years": (36, "year"), "120 months": (120, "month"), "420 months": (420, "month")}
STEP = 5.0


@dataclass(frozen=True)
class Alarms:
    """Shares of series without a trend in which a test at 5 % cries out."""

    window: str
    plain: float
    ours: float
    by_share_kept: tuple[float, ...]


def alarms(count: int) -> list[Alarms]:
    """For every window that trends are asked over: drawn like the real ones, and by how much a month keeps of the last."""
    rng = np.random.default_rng(SEED)
    found = []
    for window, length in WINDOWS.items():
        rows = dense(series(count, length, rng))
        kept = tuple(_share(_whitened(dense(series(count, length, rng, kept=kept)))) for kept in SHARES_KEPT)
        found.append(Alarms(window, _share(standardised(rows)), _share(_whitened(rows)), kept))
    blocks = _blocks(series(2 * count, 120, rng, zeros=0.7))
    kept = tuple(_share(_whitened(_blocks(series(count, 120, rng, kept=kept, zeros=0.7)))) for kept in SHARES_KEPT)
    return [*found, Alarms(BLOCKS, _share(standardised(blocks)), _share(_whitened(blocks)), kept)]


def rejected_alternatives(count: int) -> dict[str, float]:
    """False alarms of other tests in use, on 60 months that keep a share of .5."""
    rows = dense(series(count, 60, np.random.default_rng(SEED), kept=0.5))
    tests = {
        "Hamed-Rao": pymannkendall.hamed_rao_modification_test,
        "Yue-Wang": pymannkendall.yue_wang_modification_test,
        "trend-free pre-whitening": pymannkendall.trend_free_pre_whitening_modification_test,
    }
    return {name: float(np.mean([test(row).p < NOMINAL for row in rows])) for name, test in tests.items()}


def power(count: int) -> dict[str, tuple[float, ...]]:
    """Share of typical series with a steady rise in which the test at 5 % sees it, for each factor a year."""
    rng = np.random.default_rng(SEED)
    return {
        window: tuple(
            _share(_whitened(dense(series(count, length, rng, slope=np.log(factor) / steps, **TYPICAL))))
            for factor in FACTORS_A_YEAR
        )
        for window, length in WINDOWS.items()
        for steps in [12 if window.endswith("months") else 1]
    }


def coverage(count: int) -> dict[str, tuple[float, float]]:
    """Share of intervals of 95 % that hold the slope, as Sen gives them and as we widen them; rows like the real ones."""
    rng = np.random.default_rng(SEED)
    found = {}
    for window, length in WINDOWS.items():
        rows = dense(series(count, length, rng))
        both = [theil_sen(rows, is_widened) for is_widened in (False, True)]
        sen, widened = (float(((slopes.low <= 0) & (slopes.high >= 0)).mean()) for slopes in both)
        found[window] = (sen, widened)
    return found


def spoken_of(worlds: int, places: int) -> float:
    """Share of worlds without any trend in which one is spoken of: places with their four windows of months."""
    rng = np.random.default_rng(SEED)
    spoken = 0
    for _ in range(worlds):
        rows = dense(series(places, 120, rng))
        p_values = [two_sided(_whitened(rows[:, -length:])) for length in (12, 36, 60, 120)]
        spoken += bool((adjust(np.concatenate(p_values)) <= FALSE_DISCOVERY_RATE).any())
    return spoken / worlds


def steps(count: int) -> dict[str, tuple[float, float]]:
    """Share of series in which a step of the level is found: without one, and with a fivefold one in the middle."""
    rng = np.random.default_rng(SEED)
    found = {}
    for name, (length, period) in STEP_LENGTHS.items():
        still = dense(series(count, length, rng))
        moved = series(count, length, rng, **TYPICAL)
        after = np.arange(length) >= length // 2
        stepped = dense(np.log1p(np.floor(np.expm1(moved) * np.where(after, STEP, 1))))
        shares = [float(np.mean([bool(_steps_of(row, period)) for row in rows])) for rows in (still, stepped)]
        found[name] = (shares[0], shares[1])
    return found


def _steps_of(row: np.ndarray, period: str) -> list[int]:
    return change_points(row, step_penalty(row), SHORTEST_SEGMENT[period])


def _blocks(rows: np.ndarray) -> np.ndarray:
    sparse = rows[(rows > 0).mean(axis=1) <= 0.5]
    return dense(np.log1p(np.expm1(sparse).reshape(len(sparse), -1, 12).sum(axis=2)))


def _whitened(rows: np.ndarray) -> np.ndarray:
    return standardised(pre_whitened(rows))


def _share(z: np.ndarray) -> float:
    return float((two_sided(z) < NOMINAL).mean())
