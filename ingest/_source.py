"""What a source declares about itself, and the errors every source raises alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

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


class Unchanged(bytes):
    """An answer that is already here, was found whole when it was stored, and is the same, as the publisher says."""


Parts = list[Part]
Get = Callable[[str], bytes]
Fetch = Callable[[Get, date], Parts]


@dataclass(frozen=True)
class Key:
    """What a publisher asks for: where it is read from and how it is sent."""

    variable: str  # environment variable; the source is off without it
    header: str = ""
    prefix: str = ""  # before the key in the header, such as "Bearer "
    how_to_get: str = ""


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
    may_move: float = 0.25  # share by which a past period's total may move before it is held back
    may_move_by_unit: tuple[tuple[str, float], ...] = ()  # wider shares for units that the source revises more
    role: Literal["input", "comparison"] = "input"  # a comparison never enters a score
    enters_release: bool = True  # False where the licence does not let us pass the figures on
    key: Key | None = None
    pace_seconds: float = 0.0  # pause the publisher asks for, where it is longer than ours
    web_pages: tuple[str, ...] = ()  # addresses that answer a web page by intent; everywhere else one is refused
    is_met_live: bool = True  # False: built from the publisher's documentation, "contract not yet met live"
