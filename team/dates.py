"""What is to come on which day: mandates that end, data that are released? calendar.toml, the team's and Slowburn's own.

A publisher may name no day: then a date is a month or several, or a day is marked as not fixed.
"""

import datetime
import functools
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import reference
from language import Language, message
from team._strict import EntryError, Problem, day_of, known_fields, link_of, places_of, read_file, text_of

FILE = "calendar.toml"
OWN_FILE = Path(reference.__file__).with_name(FILE)
KINDS = {
    "mandate_renewal": message("mandate renewal"),
    "data_release": message("data release"),
    "other": message("other date"),
}
FIELDS = ("what", "what_fr", "date", "monthly", "annual", "about", "kind", "places", "link", "source")
LAST_COMMON_DAY = 28  # every month has it
ANNUAL = re.compile(r"(?P<month>\d\d)(-(?P<day>\d\d)|\.\.(?P<until>\d\d))?")
LONGEST = 300


@dataclass(frozen=True)
class Dated:
    """One entry, once or again and again."""

    what: str
    what_fr: str
    kind: str
    places: tuple[str, ...]
    link: str
    source: str
    is_about: bool  # the day is not fixed
    once: datetime.date | None = None
    monthly: int | None = None
    annual: tuple[int, int, int] | None = None  # month, day (0: the whole month), last month

    def named(self, words: Language) -> str:
        return self.what_fr if words.code == "fr" and self.what_fr else self.what


@dataclass(frozen=True)
class Occurrence:
    """One time that an entry comes up."""

    first: datetime.date
    last: datetime.date
    dated: Dated
    is_own: bool = False  # Slowburn's, not the team's

    def when(self, words: Language) -> str:
        """The day, or the months within which it is expected."""
        if self.dated.annual and not self.dated.annual[1]:
            ends = dict.fromkeys((words.month(self.first), words.month(self.last)))
            return "–".join(ends)
        day = words.day(self.first)
        return words.text("about {day}", day=day) if self.dated.is_about else day


def parse_date(entry: Mapping[str, Any]) -> Dated:
    """Read and check one entry [[date]]."""
    known_fields(entry, *FIELDS)
    if sum(name in entry for name in ("date", "monthly", "annual")) != 1:
        raise EntryError(message("say exactly one of date, monthly, annual."))
    kind, about = entry.get("kind", "other"), entry.get("about", False)
    if not isinstance(kind, str) or kind not in KINDS:
        raise EntryError(message("kind must be one of {known}."), known=", ".join(KINDS))
    if not isinstance(about, bool):
        raise EntryError(message("about must be true or false, without quotes."))
    return Dated(
        text_of(entry, "what", LONGEST),
        text_of(entry, "what_fr", LONGEST, is_needed=False),
        kind,
        places_of(entry, is_needed=False),
        link_of(entry),
        text_of(entry, "source", LONGEST, is_needed=False),
        about,
        day_of(entry, "date") if "date" in entry else None,
        _monthly(entry["monthly"]) if "monthly" in entry else None,
        _annual(entry["annual"]) if "annual" in entry else None,
    )


@functools.cache
def own_dates() -> tuple[tuple[Dated, ...], tuple[Problem, ...]]:
    """What publishers say of when their figures come out."""
    return read_file(OWN_FILE, "date", parse_date)


def occurrences(
    dates: Iterable[Dated], first: datetime.date, last: datetime.date, is_own: bool = False
) -> list[Occurrence]:
    """Every time between two days that an entry comes up, in order."""
    found = [
        Occurrence(start, end, dated, is_own)
        for dated in dates
        for start, end in _times(dated, first, last)
        if start <= last and end >= first
    ]
    return sorted(found, key=lambda one: (one.first, one.last, one.dated.what))


def _times(dated: Dated, first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, datetime.date]]:
    if dated.once:
        yield dated.once, dated.once
    for year in range(first.year, last.year + 1):
        if dated.monthly:
            days = [datetime.date(year, month, dated.monthly) for month in range(1, 13)]
            yield from zip(days, days, strict=True)
        if dated.annual:
            month, day, until = dated.annual
            start = datetime.date(year, month, day or 1)
            yield start, start if day else datetime.date(year, until, monthrange(year, until)[1])


def _monthly(found: object) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= LAST_COMMON_DAY:
        raise EntryError(message("monthly must be a day from 1 to 28, which every month has."))
    return found


def _annual(found: object) -> tuple[int, int, int]:
    read = ANNUAL.fullmatch(found) if isinstance(found, str) else None
    if read:
        month, day, until = (int(read[name] or 0) for name in ("month", "day", "until"))
        longest = monthrange(2023, month)[1] if 1 <= month <= 12 else 0  # a year without 29 February
        if 1 <= month <= 12 and day <= longest and (until == 0 or month <= until <= 12):
            return month, day, until or month
    raise EntryError(message('annual must be a month and day such as "06-08", a month "06" or months "10..11".'))
