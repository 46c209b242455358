"""How is a chart answered at once? A release never changes, so neither does what is drawn of it.

An answer is written as JSON once and then sent as it stands; Dash would walk
through every number of it each time. Only the most recent answers are kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import orjson
from dash.development.base_component import Component

LIMIT = 512  # answers of about 10 kB: every view of the places that a few readers look at


class KeptAnswers:
    """The most recent answers by what was asked; safe between threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._lock = limit, Lock()
        self._kept: OrderedDict[Hashable, tuple[Any, ...]] = OrderedDict()

    def answer(self, asked: Hashable, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """What was answered before, or what `make` says now."""
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
                return self._kept[asked]
        made = tuple(orjson.Fragment(orjson.dumps(part, default=_plain)) for part in make())
        with self._lock:
            self._kept[asked] = made
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)
        return made


def _plain(part: object) -> object:
    """What a component is to the browser; figures are plain already, so plotly's encoder would search them in vain."""
    if isinstance(part, Component):
        return part.to_plotly_json()
    raise TypeError(f"type={type(part).__name__} cannot be sent to a browser: make it plain where it is drawn")
