"""Which places lie next to each other on land?

Read from land_borders.csv, one row per border, written by us from general knowledge: borders
that people can walk across, enclaves (Ceuta, Kaliningrad, Nakhchivan) and lakes (Chad) included,
bridges and tunnels not. Overseas parts with a code of their own (French Guiana) are places of
their own. A border is named as it runs today and says nothing on the status of a territory.
"""

import csv
import functools
from collections import defaultdict
from pathlib import Path

from reference.countries import countries

BORDERS_FILE = Path(__file__).with_name("land_borders.csv")


class BordersFileError(ValueError):
    """land_borders.csv contradicts itself; the message names the row and what to correct."""


@functools.cache
def borders() -> dict[str, tuple[str, ...]]:
    """The neighbours of every place that has one, in alphabetical order; read once per process."""
    with BORDERS_FILE.open(encoding="utf-8", newline="") as lines:
        return parse_borders([(row["place_id"], row["neighbour_id"]) for row in csv.DictReader(lines)])


def parse_borders(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Neighbours both ways from borders named once."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one not in countries() or other not in countries() or one == other:
            raise BordersFileError(f"land_borders.csv: {one},{other} must be two different places of countries.csv")
        if other in found[one]:
            raise BordersFileError(f"land_borders.csv: {one},{other} stands twice; keep one row")
        found[one].add(other)
        found[other].add(one)
    return {place: tuple(sorted(others)) for place, others in found.items()}


def neighbours(place_id: str) -> tuple[str, ...]:
    """The places next to one; none for an island."""
    return borders().get(place_id, ())
