"""One refresh of all sources, and how much of its time passed waiting for answers.

Within one process, so that loading Python's libraries does not count; what passes
while a socket is read is waiting.
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
