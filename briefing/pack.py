"""What does a briefing hold, whichever file it becomes? Words, figures and charts as plain values.

Every writer gets the same pack, so that no two files of it can disagree. All words are already in the
reader's language; a missing figure is None here and a word in a table, never a zero.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from figures.theme import Figure
from language import Language
from reading.printed import Printed


@dataclass(frozen=True)
class Origin:
    """Where the figures under a title come from, and where they can be seen again."""

    source: str
    licence: str
    as_of: datetime.date
    release: str
    address: str

    def line(self, words: Language) -> str:
        """The line under a figure."""
        return words.text(
            "Source: {source} · licence: {licence} · as of {day} · release {release}",
            source=self.source,
            licence=self.licence,
            day=words.day(self.as_of),
            release=self.release,
        )


@dataclass(frozen=True)
class Series:
    """One series of a chart."""

    name: str
    values: tuple[float | None, ...]  # None: no figure, which is not zero
    colour: str


@dataclass(frozen=True)
class Chart:
    """One chart: its numbers for native charts, and how it looks as a picture."""

    name: str  # in file names
    title: str  # the finding
    measure: str  # what is measured, unit and period
    summary: str  # alternative text
    origin: Origin
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    rows: pd.DataFrame  # as published, for CSV and workbook
    unit: str
    note: str = ""
    top: float | None = None  # upper end of the axis, where several charts share one scale
    figure: Figure | None = None  # drawn by a browser
    svg: str = ""  # drawn by ourselves


@dataclass(frozen=True)
class Fact:
    """One figure that stands large."""

    label: str
    value: str
    under: str


@dataclass(frozen=True)
class Table:
    """One table; a line stands in the column `line_at` of each row, where there is one."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origin: Origin | None = None
    numbers: frozenset[int] = frozenset()  # columns that are set to the right
    lines: tuple[str, ...] = ()  # one SVG a row
    line_at: int = -1
    note: str = ""
    widths: tuple[float, ...] = ()  # shares of the page
    facts: tuple[Fact, ...] = ()  # the same figures, few enough to stand large on a slide


@dataclass(frozen=True)
class Section:
    """One message with what carries it."""

    title: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()  # method and caveats, in the notes of a slide
    is_slide_only: bool = False  # a page of paper has the same shorter
    is_paper_only: bool = False  # the shorter form
    begins_page: bool = False  # on paper


@dataclass(frozen=True)
class Pack:
    """A whole briefing."""

    id: str
    template: str
    title: str
    subtitle: str
    words: Language
    as_of: datetime.date
    release: str
    places: tuple[str, ...]
    address: str
    sections: tuple[Section, ...]
    last: tuple[Section, ...]  # sources, methods, limits
    printed: tuple[Printed, ...] = field(default=())

    def charts(self) -> Iterator[Chart]:
        """Every chart in its order."""
        for section in self.sections:
            yield from section.charts

    @property
    def flows(self) -> bool:
        """Whether the last part shares a page with the rest: so a country's brief without a receiving country has two."""
        return self.template == "country" and not any(one.is_paper_only for one in self.sections)

    @property
    def slides(self) -> tuple[Section, ...]:
        """What stands on slides."""
        return tuple(one for one in self.sections if not one.is_paper_only)

    @property
    def pages(self) -> tuple[Section, ...]:
        """What stands on paper."""
        return tuple(one for one in self.sections if not one.is_slide_only)

    def tables(self) -> Iterator[Table]:
        """Every table but those of the last page, in its long form."""
        for section in self.slides:
            yield from section.tables
