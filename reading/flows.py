"""Who lives where, from where: every pair of origin and place of asylum that a release has a number for, by date.

Four measures, never added to each other: three stocks and a flow. The stocks come from UNHCR's own table, back to
1951; a release that holds none of it has the newest ten years in destination_year. New applications are told in
persons; cases stand in a column of their own. A pair without a row is no zero: nothing is on record.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from contracts.destination_year import TYPES_ABROAD
from indicators._asylum import is_first_claim
from reading.absent import table_or_empty
from reference.countries import countries
from releases.read import Release
from response.applications import stages_by_country
from response.for_country import FLOWS, STOCKS

APPLICATIONS = "applications"
MEASURES = (*TYPES_ABROAD, APPLICATIONS)
STOCKED, NEW = "unhcr_population", "unhcr_applications"
KEPT_AS = "reading.flows"
PAIR = ["origin_id", "asylum_id"]
KEYS = [*PAIR, "reference_date"]
COLUMNS = [*KEYS, "number", "cases", "is_masked"]
Break = tuple[str | None, str | None, int]  # origin, asylum, year; None stands for all of them


@dataclass(frozen=True)
class Flows:
    """One measure of one release: rows by origin, asylum and date, each with persons, cases and whether it is hidden."""

    measure: str
    table: pd.DataFrame
    breaks: frozenset[Break]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years for which anything is on record, in order."""
        return tuple(sorted(int(year) for year in self.table["year"].unique()))

    @cached_property
    def days(self) -> dict[int, pd.Timestamp]:
        """The reference date of each year."""
        last = self.table.groupby("year")["reference_date"].max()
        return dict(zip((int(year) for year in last.index), last, strict=True))

    @cached_property
    def _found(self) -> dict[str, dict[Any, np.ndarray[Any, Any]]]:
        keys = ("origin_id", "asylum_id", "year")
        return {
            key: {at: np.asarray(rows) for at, rows in self.table.groupby(key, observed=True).indices.items()}
            for key in keys
        }

    def rows(self, origin: str | None = None, asylum: str | None = None) -> pd.DataFrame:
        """All years of an origin or of a country of asylum, of the pair of both, or of the world."""
        chosen = self.table
        if origin is not None:
            chosen = self.table.take(self._found["origin_id"].get(origin, np.arange(0)))
            return chosen if asylum is None else chosen[chosen["asylum_id"] == asylum]
        return chosen if asylum is None else self.table.take(self._found["asylum_id"].get(asylum, np.arange(0)))

    def in_year(self, year: int, origin: str | None = None, asylum: str | None = None) -> pd.DataFrame:
        """The rows of one year."""
        if origin is None and asylum is None:
            return self.table.take(self._found["year"].get(year, np.arange(0)))
        rows = self.rows(origin, asylum)
        return rows[rows["year"] == year]

    def year_shown(self, asked: int) -> int | None:
        """The year itself, or the nearest earlier one on record, or the first; None where nothing is."""
        earlier = [year for year in self.years if year <= asked]
        return earlier[-1] if earlier else next(iter(self.years), None)

    def is_break(self, origin: str, asylum: str, year: int) -> bool:
        """Whether the pair's number in that year must not be compared with the year before."""
        return (origin, asylum, year) in self.breaks or (None, asylum, year) in self.breaks


def flows_of(release: Release, measure: str) -> Flows:
    """One measure of a release, read once."""
    kept = release.cache.setdefault(KEPT_AS, {})
    if measure not in kept:
        table, breaks = _applications(release) if measure == APPLICATIONS else _stocks(release, measure)
        kept[measure] = Flows(measure, _dated(table), frozenset(breaks))
    found: Flows = kept[measure]
    return found


def all_years(release: Release) -> tuple[int, ...]:
    """Every year from the first to the last of any measure."""
    ends = [year for measure in MEASURES for year in flows_of(release, measure).years]
    return tuple(range(min(ends), max(ends) + 1)) if ends else ()


def is_place_of_people(place_id: str) -> bool:
    """Whether a code is a place: "unknown" and the like count in totals and are never ranked."""
    return countries()[place_id].kind != "non_place"


def _stocks(release: Release, measure: str) -> tuple[pd.DataFrame, set[Break]]:
    if release.has(f"sources/{STOCKED}.parquet"):
        rows = release.source_table(STOCKED, STOCKS)
        rows = rows[rows["population_type"] == measure].rename(columns={"persons": "number"})
    else:
        rows = table_or_empty(release, "destination_year")
        rows = rows.rename(columns={measure: "number"})
        rows = rows.assign(is_masked=rows["is_masked"] & rows["number"].isna())
    breaks: set[Break] = set()
    if measure == "refugees":  # the one measure whose jumps are held against flows
        jumps = table_or_empty(release, "series_break")
        known = zip(jumps["origin_id"], jumps["asylum_id"], jumps["reference_date"].dt.year, strict=True)
        breaks = {(str(origin), None if pd.isna(asylum) else str(asylum), int(year)) for origin, asylum, year in known}
    return rows.assign(cases=pd.array([pd.NA] * len(rows), dtype="Int64"))[COLUMNS], breaks


def _applications(release: Release) -> tuple[pd.DataFrame, set[Break]]:
    if not release.has(f"sources/{NEW}.parquet"):
        return pd.DataFrame({name: [] for name in COLUMNS}).astype({"reference_date": "datetime64[us]"}), set()
    rows = release.source_table(NEW, FLOWS)
    rows = rows[is_first_claim(rows)]
    sums = rows.groupby([*KEYS, "counted_in"])["number"].sum(min_count=1).unstack("counted_in")
    sums = sums.reindex(columns=["persons", "cases"])
    hidden = rows.groupby(KEYS)["is_masked"].any()
    table = sums.rename(columns={"persons": "number"}).assign(is_masked=hidden).reset_index()
    whole = rows[rows["reference_date"].dt.month.eq(12) & ~rows["is_masked"]]
    stages = stages_by_country(whole.assign(year=whole["reference_date"].dt.year))
    breaks: set[Break] = {
        (None, asylum, year)
        for asylum, by_year in stages.items()
        for year, now in by_year.items()
        if year - 1 in by_year and by_year[year - 1] != now
    }
    return table[COLUMNS], breaks


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that say more than zero, of the last reference date of each year; people within their own country are no flow."""
    is_told = rows["number"].gt(0).fillna(False) | rows["cases"].gt(0).fillna(False) | rows["is_masked"].astype(bool)
    rows = rows[is_told & rows["origin_id"].ne(rows["asylum_id"])]
    rows = rows.assign(year=rows["reference_date"].dt.year.astype("int64"))
    last = rows["reference_date"] == rows.groupby("year")["reference_date"].transform("max")
    return rows[last].astype({"number": "Int64", "cases": "Int64", "is_masked": bool}).reset_index(drop=True)
