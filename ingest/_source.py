"""What a source declares about itself, and the errors every source raises alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contracts._contract import TableContract


class SourceError(ValueError):
    """A source did not give what its contract says; the message names what, where and what to do."""


class NotPublishedError(SourceError):
    """The address answers 404: not published, or not yet."""


@dataclass(frozen=True)
class Part:
    """One answer of a publisher, byte for byte, and the address that gave it."""

    url: str
    content: bytes


Parts = list[Part]
Get = Callable[[str], bytes]
Fetch = Callable[[Get, date], Parts]


@dataclass(frozen=True)
class Source:
    """What a reader may ask of a source; the Sources page is made of these."""

    id: str
    title: str
    provider: str
    licence: str
    citation: str
    homepage: str
    table: TableContract
    stale_after_days: int
    caveat: str
    may_shrink: float = 0.02  # share of rows that may vanish between two releases before it is held back
