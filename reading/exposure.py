"""How does a release answer what a crisis has to do with the reader's country?

The tables of displacement are long, so each is cut by origin once per release; every
origin then carries the rows of unknown origin with it, since totals name them.
"""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from reference.countries import countries
from releases.read import Release
from response.for_country import COMPUTED_TABLES, SOURCE_TABLES, Exposure, countries_of, for_country

ORIGIN = "origin_id"
KEPT_AS = "reading.exposure"
ANSWERS = 256  # of a few kilobytes each: all crises for some readers
Tables = dict[str, pd.DataFrame]


def exposure_of(release: Release, place_id: str, reader: str, off: frozenset[str]) -> Exposure:
    """Every component for a place and a receiving country, as of the release."""
    return _answered(_Kept(release), place_id, reader, off)


def tables_for(release: Release, places: tuple[str, ...]) -> Tables:
    """The tables that components read, cut to the origins that are asked for."""
    whole, cut = _held(release)
    without_origin = tuple(place for place in _non_places() if place not in places)
    tables = dict(whole)
    for name, by_origin in cut.items():
        parts = [by_origin[place] for place in (*places, *without_origin) if place in by_origin]
        tables[name] = pd.concat(parts) if parts else next(iter(by_origin.values())).iloc[:0]
    return tables


def _held(release: Release) -> tuple[Tables, dict[str, Mapping[str, pd.DataFrame]]]:
    """Tables as they are, and those that are cut by origin."""
    if KEPT_AS not in release.cache:
        whole: Tables = {name: release.table(name) for name in COMPUTED_TABLES if release.has(f"{name}.parquet")}
        cut: dict[str, Mapping[str, pd.DataFrame]] = {}
        for name, columns in SOURCE_TABLES.items():
            if not release.has(f"sources/{name}.parquet"):
                continue
            table = release.source_table(name, columns)
            if ORIGIN in columns and len(table):
                cut[name] = {str(origin): rows for origin, rows in table.groupby(ORIGIN)}
            else:
                whole[name] = table
        release.cache[KEPT_AS] = whole, cut
    held: tuple[Tables, dict[str, Mapping[str, pd.DataFrame]]] = release.cache[KEPT_AS]
    return held


class _Kept:
    """A release as a key: two objects of one id are one release."""

    def __init__(self, release: Release) -> None:
        self.release = release

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.release.folder == self.release.folder

    def __hash__(self) -> int:
        return hash(self.release.folder)


@lru_cache(ANSWERS)
def _answered(kept: _Kept, place_id: str, reader: str, off: frozenset[str]) -> Exposure:
    tables = tables_for(kept.release, countries_of(place_id))
    return for_country(tables, place_id, reader, pd.Timestamp(kept.release.as_of), off)


@lru_cache(1)
def _non_places() -> tuple[str, ...]:
    return tuple(place for place, country in countries().items() if country.kind == "non_place")
