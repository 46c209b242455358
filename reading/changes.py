"""What differs between the release that is shown and an older one, put in order for a reader?

Two releases are compared once; what differs is kept on the newer one. What is computed of several
sources comes first, then each source with its own figures, the largest change first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from changes.between import Differences, differences
from contracts.release_change import (
    DEATHS_MONTHS,
    DEATHS_YEAR,
    EPISODE,
    NEW,
    NEWEST_DATA,
    SEVERITY_CLASS,
    SEVERITY_RANK,
    TEMPO,
    TEMPO_NOW,
)
from reading.parts import COUNTRY
from releases.read import Release

Change = Mapping[str, Any]  # one row of release_change
KEPT_AS = "reading.changes"
ORDER = (TEMPO, EPISODE, SEVERITY_CLASS, SEVERITY_RANK, TEMPO_NOW)  # of what is computed; tempo names a place
COMPARING = Lock()  # two readers of a new release must not both compare it


@dataclass(frozen=True)
class Group:
    """What changed in the figures of one source, or of what is computed of several where `source_id` is None."""

    source_id: str | None
    source: Change | None  # how the source itself stands otherwise
    changes: tuple[Change, ...]


def changes_since(old: Release, new: Release) -> Differences:
    """What differs between two releases, compared once for as long as the newer one is open."""
    kept_as = f"{KEPT_AS}:{old.id}"
    with COMPARING:
        if kept_as not in new.cache:
            new.cache[kept_as] = differences(old, new)
        found: Differences = new.cache[kept_as]
    return found


def groups(found: Differences, place_id: str | None = None) -> list[Group]:
    """The changes of one place, or those of all countries and of the sources; the group with the largest first."""
    rows = [row for row in found.rows if (row["place_id"] == place_id if place_id else _is_listed(row))]
    by_source: dict[str | None, list[Change]] = {}
    for row in rows:
        by_source.setdefault(row["source_id"], []).append(row)
    own = {row["source_id"]: row for row in found.rows if row["figure"] == NEWEST_DATA}
    sources = {name: row for name, row in own.items() if not place_id or name in by_source}
    named = [
        Group(name, sources.get(name), tuple(sorted(by_source.get(name, ()), key=_largest)))
        for name in {**dict.fromkeys(by_source), **dict.fromkeys(sources)}
    ]
    return sorted(named, key=lambda group: (group.source_id is not None, not group.changes, -_size(group.changes)))


def _is_listed(row: Change) -> bool:
    """Countries alone: units and crises hold deaths that a country counts already. A new zero is no news in a list."""
    is_new_zero = row["figure"] in (DEATHS_YEAR, DEATHS_MONTHS) and row["how"] == NEW and row["is"] == 0
    return row["place_kind"] == COUNTRY and not is_new_zero


def _largest(row: Change) -> tuple[int, float, str]:
    figure = row["figure"]
    return ORDER.index(figure) if figure in ORDER else 0, -row["size"], str(row["place_id"])


def _size(rows: Sequence[Change]) -> float:
    return max((row["size"] for row in rows), default=0.0)
