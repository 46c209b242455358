"""A night without news: how long does the second refresh take beside the first, waiting for answers left out?

Pauses between requests are off. Time is taken within one process, so that loading
Python's libraries counts for neither; what passes while a socket is read is waiting.
"""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest import sources
from ingest._http import HttpSettings
from pipeline.gather import Clock
from pipeline.refreshing import Folders, Result, refresh

AIM = 0.1
CLOCK = Clock(datetime(2026, 11, 23, tzinfo=UTC), is_set=True)


@dataclass
class Stopwatch:
    """Seconds passed, and those of them spent waiting for answers."""

    waited: float = 0.0
    passed: float = 0.0

    @property
    def outside(self) -> float:
        return self.passed - self.waited


def timed(data: Path, mirror: str) -> tuple[Result, Stopwatch]:
    """One refresh of all sources from a mirror."""
    http = HttpSettings(mirror=mirror, pace_seconds=0.0, tries=2, backoff_seconds=0.1)
    folders = Folders(data / "raw", data / "processed")
    folders.processed.mkdir(parents=True, exist_ok=True)
    with _stopwatch() as watch:
        result = refresh(sources(), sources(), folders, http, {}, CLOCK, "", lambda subject, state: None)
    return result, watch


def measured(scratch: Path, mirror: str) -> Iterator[str]:
    """The ratio as a line to print."""
    first, second = (timed(scratch, mirror) for _ in range(2))
    yield (
        f"second refresh of an unchanged world, outside waiting: {second[1].outside:.2f} s "
        f"({second[1].waited:.2f} s waiting), first: {first[1].outside:.2f} s ({first[1].waited:.2f} s waiting), "
        f"ratio {second[1].outside / first[1].outside:.3f} (aim: under {AIM}); published again: {second[0].is_new}"
    )


@contextmanager
def _stopwatch() -> Iterator[Stopwatch]:
    watch, read = Stopwatch(), socket.SocketIO.readinto

    def timed_read(self: socket.SocketIO, buffer: Any) -> int | None:
        began = time.perf_counter()
        try:
            return read(self, buffer)
        finally:
            watch.waited += time.perf_counter() - began

    began = time.perf_counter()
    setattr(socket.SocketIO, "readinto", timed_read)  # noqa: B010  # the one place where every answer is waited for
    try:
        yield watch
    finally:
        setattr(socket.SocketIO, "readinto", read)  # noqa: B010  # as it was
        watch.passed = time.perf_counter() - began
