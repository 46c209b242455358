"""A night without news: how long does the second refresh take beside the first, waiting for answers left out?

Pauses between requests are off.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.operations.timed_refresh import timed

AIM = 0.1


def measured(scratch: Path, mirror: str) -> Iterator[str]:
    """The ratio as a line to print."""
    first, second = (timed(scratch, mirror) for _ in range(2))
    yield (
        f"second refresh of an unchanged world, outside waiting: {second[1].outside:.2f} s "
        f"({second[1].waited:.2f} s waiting), first: {first[1].outside:.2f} s ({first[1].waited:.2f} s waiting), "
        f"ratio {second[1].outside / first[1].outside:.3f} (aim: under {AIM}); published again: {second[0].is_new}"
    )
