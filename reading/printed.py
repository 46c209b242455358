"""Which figures did a briefing print, and what are they in another release?

A briefing keeps the list of its values outside the releases, so that a reader of the paper can later
see what was revised, also when the release it was made from is gone.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from language import message
from reading.record import Record

MANIFEST = "manifest.json"
PACK_ID = re.compile(r"[0-9a-f]{12}")
QUANTITIES = {
    "fatalities_best": message("recorded deaths, best estimate"),
    "fatalities_low": message("recorded deaths, low estimate"),
    "fatalities_high": message("recorded deaths, high estimate"),
    "rate_per_100k": message("recorded deaths per 100,000 people"),
    "severity": message("severity"),
    "rank": message("rank in severity"),
}
DIGITS = 6  # a revision is told by more than the last bits of a float


@dataclass(frozen=True)
class Printed:
    """One printed value."""

    place_id: str
    quantity: str
    year: int
    value: float | None  # None: there was no figure


@dataclass(frozen=True)
class Revision:
    """A printed value beside today's."""

    was: Printed
    now: float | None

    @property
    def is_revised(self) -> bool:
        return self.was.value != self.now


def values_of(record: Record, place_id: str, years: Sequence[int]) -> tuple[Printed, ...]:
    """The values that a briefing prints of a place, year by year."""
    return tuple(
        Printed(place_id, quantity, int(year), value_now(record, place_id, quantity, int(year)))
        for year in years
        for quantity in QUANTITIES
    )


def value_now(record: Record, place_id: str, quantity: str, year: int) -> float | None:
    """One quantity of a place and year as this release has it; None where it has none."""
    if place_id not in record.places or not record.years[0] <= year <= record.years[-1]:
        return None
    if quantity.startswith("fatalities_"):
        value = record.deaths.at(quantity.removeprefix("fatalities_"), place_id, year)
    elif quantity == "rate_per_100k":
        value = record.rate.at("best", place_id, year)
    else:
        value = record.severity.at(quantity, place_id, year)
    return None if math.isnan(value) else round(float(value), DIGITS)


def kept_manifest(briefs: Path, pack_id: str) -> dict[str, Any] | None:
    """What is kept of a briefing; None where nothing readable is."""
    if not PACK_ID.fullmatch(pack_id):
        return None  # it comes from an address: nothing but an id may become part of a path
    try:
        said = json.loads((briefs / pack_id / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) else None


def revisions(manifest: Mapping[str, Any], record: Record, place_id: str) -> list[Revision]:
    """The values printed of a place, each beside what this release says."""
    found = []
    for row in manifest.get("values", []):
        was = Printed(str(row["place_id"]), str(row["quantity"]), int(row["year"]), row["value"])
        if was.place_id == place_id and was.quantity in QUANTITIES:
            found.append(Revision(was, value_now(record, place_id, was.quantity, was.year)))
    return found


def as_rows(printed: Sequence[Printed]) -> list[dict[str, Any]]:
    """The values as a manifest holds them."""
    return [asdict(one) for one in printed]
