"""What does a component declare about itself, and what is a row of its answer?

Texts are message ids with values for their placeholders, translated where they are shown:
whole numbers and days are written as the reader writes them, a value whose name ends in
"place" is a place_id to be named and "disease" an id of reference/diseases.toml; other texts
stand as they are (years, names of groups).
Four states are told apart: a figure, a figure that the source does not have, a table that
this release does not hold, and a source that is switched off. 0 is always a figure.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

Status = Literal["known", "not_known", "not_in_this_release", "off"]
Value = str | int | float | datetime.date


def message(text: str, /) -> str:
    """Mark a sentence for translation; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Said:
    """A sentence for the reader: a message id and the values of its placeholders."""

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)


def said(text: str, /, **values: Value) -> Said:
    """A sentence with its values."""
    return Said(text, values)


NO_TABLE = said(
    message("This release does not hold the table; it comes with the next refresh that reaches the source.")
)
SWITCHED_OFF = said(message("The source is switched off here, or asks for a key that is not set."))


@dataclass(frozen=True)
class Component:
    """One declared question on how a crisis touches a country; texts are message ids."""

    id: str
    title: str
    definition: str
    sources: tuple[str, ...]  # ids of ingest modules, or the file of reference/ that we keep ourselves
    unit: str
    period: str  # what the date of a figure is
    caveat: str
    licence_note: str


@dataclass(frozen=True)
class Point:
    """One period of a series; `flags` say what keeps it from being compared with the one before."""

    period: str
    value: float
    total: float | None = None
    flags: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One row of an answer: a number with its share, unit, period, source and state, or why there is none."""

    measure: str  # stable within the component, such as refugees
    label: Said
    place_id: str  # the place that the figure is about: the origin, a host, a destination
    unit: str
    source_id: str
    period: str  # 2025-12-31, 2025, 2024-04..2026-03; empty where there is none
    value: float | None = None
    low: float | None = None
    high: float | None = None
    total: float | None = None  # what `share` is a share of
    share_of: str = ""
    status: Status = "known"
    reason: Said | None = None
    notes: tuple[Said, ...] = ()
    series: tuple[Point, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """The part of the total, where both are known and the total is not 0."""
        return self.value / self.total if self.value is not None and self.total else None


@dataclass(frozen=True)
class Asked:
    """What is asked: which crisis, for whom, standing when, with which tables of which release."""

    tables: Mapping[str, pd.DataFrame]  # by source id or name of a computed table; an absent one is no error
    places: tuple[str, ...]  # the countries of the crisis
    receiver: str
    as_of: pd.Timestamp
    off: frozenset[str] = frozenset()  # sources that are switched off

    def lacks(self, name: str, source_id: str = "") -> tuple[Status, Said] | None:
        """Why there is no table of that name; None where there is one. One without rows was counted from nothing."""
        if name in self.tables and not self.tables[name].empty:
            return None
        return ("off", SWITCHED_OFF) if (source_id or name) in self.off else ("not_in_this_release", NO_TABLE)
