"""How many times as long does one thing take as another? Runs in pairs, so that both meet the same machine."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Medians over the rounds: seconds of each, and of the ratio within a round."""

    measured: float
    against: float
    ratio: float


def paired(measured: Callable[[], object], against: Callable[[], object], rounds: int, repeats: int = 1) -> Ratio:
    """Run both `repeats` times in each round, after one round that only warms up."""
    pairs = [(_seconds(measured, repeats), _seconds(against, repeats)) for _ in range(rounds + 1)][1:]
    return Ratio(
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
        statistics.median(first / second for first, second in pairs),
    )


def _seconds(run: Callable[[], object], repeats: int) -> float:
    began = time.perf_counter()
    for _ in range(repeats):
        run()
    return (time.perf_counter() - began) / repeats
