"""Which release was the newest on a given day? Only those are offered that are still kept.

A release bears the day it was published. Where a later one was taken back, it is no
longer part of what was known; of several on one day the last stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language import Language
from releases.read import Release

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
KEPT_AS = "dashboard.known_day"


@dataclass(frozen=True)
class KeptDay:
    """The last release of one day."""

    day: date
    release_id: str


def kept_days(kept: Sequence[Release], published: Release) -> tuple[KeptDay, ...]:
    """The days that can be asked for, newest first; the published release begins."""
    earlier = [one for one in kept if one.as_of <= published.as_of and one.id != published.id]
    by_time = sorted(earlier, key=lambda one: (one.as_of, one.folder.stat().st_mtime_ns))
    last = {one.as_of: one.id for one in [*by_time, published]}
    return tuple(KeptDay(day, last[day]) for day in sorted(last, reverse=True))


def read_day(given: str) -> date | None:
    """A day as an address writes it; None where it is none."""
    try:
        return date.fromisoformat(given) if DAY.fullmatch(given) else None
    except ValueError:
        return None


def newest_by(day: date, kept: Sequence[KeptDay]) -> KeptDay | None:
    """The newest release published by the end of that day."""
    return next((one for one in kept if one.day <= day), None)


def too_early(day: date, oldest: date, words: Language) -> str:
    """Why nothing can be shown as known on a day."""
    return words.text(
        "No release from {asked} or before is kept here: the oldest is of {oldest}. The newest is shown instead.",
        asked=words.day(day),
        oldest=words.day(oldest),
    )
