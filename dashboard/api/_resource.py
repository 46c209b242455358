"""What does one address of the data interface declare? Where its rows come from, what may be asked, what columns mean."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from contracts._contract import Column, TableContract
from releases.read import Release

Means = Literal["place", "origin_or_asylum", "word", "indicator", "source", "from", "to", "since"]
Rows = Callable[[Release, tuple[Release, ...]], pd.DataFrame]  # the release that answers, and all that are kept

SMALL_COUNT = Column("small_count", "flag", "a count of living people from 1 to 9 is withheld in this row")
SMALL_COLUMNS = Column("small_columns", "text", "the columns withheld for it, by |; missing where none", optional=True)
AS_OF = Column("as_of", "date", "the day the release stands for")
RELEASE = Column("release", "text", "the release that this row is read from")


@dataclass(frozen=True)
class Filter:
    """One query parameter: which column it narrows, and which values it knows."""

    name: str
    column: str
    means: Means
    meaning: str
    one_of: tuple[str, ...] | None = None

    @property
    def is_list(self) -> bool:
        return self.means not in ("from", "to", "since")


@dataclass(frozen=True)
class Resource:
    """One table that programs may read: `files` of a release, or `rows` made from the registers."""

    path: str
    title: str
    contract: TableContract
    filters: tuple[Filter, ...]
    files: tuple[str, ...] = ()
    rows: Rows | None = None
    rests_on: tuple[str, ...] = ()  # the sources that can stand behind it; empty: every input of the release
    people: tuple[str, ...] = ()  # columns that count living people
    small_with: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (share, the counts that it would give away)
    is_coded_by_ucdp: bool = False  # a place that UCDP codes under another has no row: it is refused, not empty
    note: str = ""

    @property
    def is_compared(self) -> bool:
        """Whether its rows come of two releases: the one that answers, and an older one that may be named."""
        return any(one.means == "since" for one in self.filters)

    @property
    def time(self) -> Column | None:
        """The column that `from` and `to` narrow."""
        return next((column for column in self.contract.columns if column.name == self.contract.time), None)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column of an answer, in order."""
        flags = (SMALL_COUNT, SMALL_COLUMNS) if self.people else ()
        return (*self.contract.columns, *flags, AS_OF, RELEASE)

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)
