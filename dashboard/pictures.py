"""How do pictures leave without starving the pages? Drawn once, and never more than one drawn and one waiting.

A picture takes seconds and a thread; the server has four of them. A release never
changes, so neither does a picture of it: the most recent ones are kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Condition, Lock
from typing import Any, Protocol

from figures.caption import Caption
from figures.theme import Figure
from language import Language

LIMIT = 64  # pictures of about 150 kB
AT_ONCE = 2  # one is drawn, one waits
RETRY_AFTER = 10  # seconds in which a picture is drawn even on a slow machine


class Exports(Protocol):
    """What draws a picture; figures.export.Exporter is one."""

    def export(
        self, figure: Figure, caption: Caption, language: Language, format: Any, width: int, height: int
    ) -> bytes:
        """The chart as a picture; NoBrowserError when nothing can draw it."""


class BusyError(RuntimeError):
    """One picture is being drawn and another one waits: ask again later."""


class Pictures:
    """The most recent pictures by what was asked; safe between threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._lock, self._drawing = limit, Lock(), Condition()
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._asking, self._is_drawing = 0, False

    def picture(self, asked: Hashable, draw: Callable[[], bytes]) -> bytes:
        """The picture drawn before, or what `draw` gives now; BusyError when another one waits already."""
        kept = self._look_up(asked)
        if kept is not None:
            return kept
        self._enter()
        try:
            drawn = self._look_up(asked)  # perhaps drawn by the one that was waited for
            if drawn is None:
                drawn = draw()
                self._keep(asked, drawn)
            return drawn
        finally:
            self._leave()

    def _enter(self) -> None:
        with self._drawing:
            if self._asking >= AT_ONCE:
                raise BusyError
            self._asking += 1
            self._drawing.wait_for(lambda: not self._is_drawing)
            self._is_drawing = True

    def _leave(self) -> None:
        with self._drawing:
            self._asking -= 1
            self._is_drawing = False
            self._drawing.notify()

    def _look_up(self, asked: Hashable) -> bytes | None:
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
            return self._kept.get(asked)

    def _keep(self, asked: Hashable, drawn: bytes) -> None:
        with self._lock:
            self._kept[asked] = drawn
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)
