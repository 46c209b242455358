"""How many refugees of each place does the reader's country host? One plain count with its date, never a score.

From destination_year, the newest ten reference years. The newest date is that of the
origin as a whole: where the country has no row then, nothing is known, which is not zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reading.absent import table_or_empty
from releases.read import Release

KEPT_AS = "dashboard.hosted_here"


@dataclass(frozen=True)
class Hosted:
    """Refugees of one origin in one country on one day."""

    persons: int
    share: float | None  # of all refugees of the origin
    is_break: bool  # a jump on that day that known flows do not explain


@dataclass(frozen=True)
class HostedHere:
    """One country's counts by origin and day, and the days that each origin has at all."""

    counts: Mapping[tuple[str, date], Hosted]
    days: Mapping[str, tuple[date, ...]]  # oldest first

    def day_of(self, origin: str, year: int | None) -> date | None:
        """The day that speaks for a year: its own last one; without a year the newest of all."""
        known = [day for day in self.days.get(origin, ()) if year is None or day.year == year]
        return known[-1] if known else None

    def at(self, origin: str, day: date) -> Hosted | None:
        return self.counts.get((origin, day))


def hosted_here(release: Release, reader: str) -> HostedHere:
    """The counts for one reader's country, made once."""
    kept = release.cache.setdefault(KEPT_AS, {})
    if reader not in kept:
        kept[reader] = _read(release, reader)
    found: HostedHere = kept[reader]
    return found


def _read(release: Release, reader: str) -> HostedHere:
    table = table_or_empty(release, "destination_year")
    here = table[(table["asylum_id"] == reader) & table["refugees"].notna()]
    jumps = _jumps(release, reader)
    columns = (here["origin_id"], here["reference_date"], here["refugees"], here["share_of_refugees"])
    counts = {
        (str(origin), day.date()): Hosted(
            int(persons), None if pd.isna(share) else float(share), bool({(origin, day), (origin, day, reader)} & jumps)
        )
        for origin, day, persons, share in zip(*columns, strict=True)
    }
    pairs = table[["origin_id", "reference_date"]].drop_duplicates().sort_values("reference_date")
    days: dict[str, list[date]] = {}
    for origin, day in zip(pairs["origin_id"], pairs["reference_date"], strict=True):
        days.setdefault(str(origin), []).append(day.date())
    return HostedHere(counts, {origin: tuple(found) for origin, found in days.items()})


def _jumps(release: Release, reader: str) -> set[tuple[object, ...]]:
    """Breaks of an origin as a whole, and of its stock in this country."""
    table = table_or_empty(release, "series_break")
    whole, pair = table[table["asylum_id"].isna()], table[table["asylum_id"] == reader]
    found: set[tuple[object, ...]] = set(zip(whole["origin_id"], whole["reference_date"], strict=True))
    return found | {(*key, reader) for key in zip(pair["origin_id"], pair["reference_date"], strict=True)}
