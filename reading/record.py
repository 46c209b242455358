"""What does one release say, as arrays that a page can draw from at once?

Everything here is read, nothing is judged: a place-year without a row stays missing
(NaN), a zero is a zero that a source states. Severity stands in the last month it
was computed for in a year. Arrays are made once per release and kept on it.

A table also holds units inside countries and named crises, whose deaths a country
already counts: a record speaks of one kind of place, so nothing is summed twice.
"""

from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES, STATE_BASED_ONLY, VIOLENCE_TYPES
from figures._deaths_by_type import DeathsByType, columns
from figures.violence_years import years_by_place
from reading.absent import table_or_empty
from reading.grid import Array, Grid, NewestRows, grid_of, rows_by_place, span_of
from reading.people import People
from releases.read import Release

BOUNDS = ("best", "low", "high")
SEVERITY_COLUMNS = ("severity", "severity_low", "severity_high", "rank", "rank_low", "rank_high", "n_ranked")
RATE_INDICATOR = "fatalities_rate_year"
COUNTRY = "country"
CARRIED = "carried_population"  # a status of indicator_scores
KEPT_AS = "reading.record"


class Record:
    """The places of one kind in one release, ready to draw."""

    def __init__(self, release: Release, kind: str = COUNTRY) -> None:
        self.release = release
        self.kind = kind
        self._slices: dict[str, dict[str, pd.DataFrame]] = {}
        self._tables: dict[str, pd.DataFrame] = {}

    def table(self, name: str) -> pd.DataFrame:
        """The rows of a computed table that are places of this kind."""
        if name not in self._tables:
            whole = table_or_empty(self.release, name)
            is_ours = whole["place_kind"] == self.kind
            self._tables[name] = whole if is_ours.all() else whole[is_ours]
        return self._tables[name]

    @cached_property
    def deaths(self) -> Grid:
        """Annual deaths: best, low, high, and best by type."""
        table = self.table("violence_year")
        summed = table.groupby(["place_id", "year"])[[f"fatalities_{bound}" for bound in BOUNDS]].sum()
        by_type = table.pivot_table(
            index=["place_id", "year"], columns="violence_type", values="fatalities_best", aggfunc="sum", observed=True
        )
        wide = summed.rename(columns=lambda name: name.removeprefix("fatalities_")).join(by_type)
        return grid_of(wide.reset_index(), [*BOUNDS, *VIOLENCE_TYPES], self.years)

    @cached_property
    def rate(self) -> Grid:
        """Deaths per 100,000 people a year: best, low, high."""
        table = self.table("indicator_scores")
        table = table[table["indicator_id"] == RATE_INDICATOR]
        wide = table.rename(columns={"value": "best", "value_low": "low", "value_high": "high"})
        return grid_of(wide.assign(year=wide["month"].dt.year), list(BOUNDS), self.years)

    @cached_property
    def _carried(self) -> set[tuple[str, int]]:
        table = self.table("indicator_scores")
        table = table[(table["indicator_id"] == RATE_INDICATOR) & (table["status"] == CARRIED)]
        return set(zip(table["place_id"].astype(str), table["month"].dt.year.astype(int), strict=True))

    def is_carried(self, place_id: str, year: int) -> bool:
        """Whether the rate of that year rests on the population of an earlier one."""
        return (place_id, year) in self._carried

    @cached_property
    def severity(self) -> Grid:
        """Severity with its interval and rank, as of the last month of each year."""
        table = self.table("severity").sort_values("month")
        last = table.assign(year=table["month"].dt.year).drop_duplicates(["place_id", "year"], keep="last")
        return grid_of(last, list(SEVERITY_COLUMNS), self.years)

    @cached_property
    def directions(self) -> NewestRows:
        """Which way each place has moved."""
        return NewestRows(self.table("direction"))

    @cached_property
    def years(self) -> Array:
        """Every year on record; places of every kind stand on the years of the countries."""
        table = self.release.table("violence_year")
        return span_of(table.loc[table["place_kind"] == COUNTRY, "year"])

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Every place of this kind that the annual record knows."""
        return tuple(sorted(self.table("violence_year")["place_id"].unique()))

    @cached_property
    def episodes(self) -> dict[str, list[dict[str, Any]]]:
        """The episodes of each place, in order of time."""
        return rows_by_place(self.table("tempo_episode").sort_values("first_year"))

    @cached_property
    def comparison(self) -> dict[str, list[dict[str, Any]]]:
        """What each source says of each place's years."""
        return rows_by_place(self.table("violence_comparison").sort_values(["year", "source_id"]))

    @cached_property
    def rungs(self) -> dict[tuple[str, int], str]:
        """The kind of figure that speaks for a place's year: events, months or years."""
        table = self.table("violence_comparison")
        table = table[table["speaks"]]
        return dict(zip(zip(table["place_id"], table["year"].astype(int), strict=True), table["rung"], strict=True))

    @cached_property
    def counts_by_rung(self) -> dict[str, tuple[int, int, int]]:
        """Places, their years and their deaths for which each kind of figure speaks."""
        table = self.table("violence_comparison")
        table = table[table["speaks"]]
        grouped = table.groupby("rung")
        counts = zip(grouped["place_id"].nunique(), grouped.size(), grouped["fatalities_best"].sum(), strict=True)
        return dict(
            zip((str(rung) for rung in grouped.groups), ((int(a), int(b), int(c)) for a, b, c in counts), strict=True)
        )

    def outside_bounds(self, name: str, is_source: bool = False) -> tuple[int, int]:
        """Rows whose best estimate lay outside low..high as published, and all rows."""
        flag = "is_bounds_inconsistent"
        flags = self.release.source_table(name, [flag])[flag] if is_source else self.table(name)[flag]
        return int(flags.sum()), len(flags)

    @cached_property
    def covered_by_months(self) -> dict[tuple[str, int], str]:
        """The types that the months of a place's year cover; a year without any month is absent."""
        table = self.table("violence_month")[["place_id", "month", "types_covered"]]
        years = table.assign(year=table["month"].dt.year).drop_duplicates(["place_id", "year", "types_covered"])
        whole = years.sort_values("types_covered", key=lambda types: types.ne(ALL_TYPES), kind="stable")
        return dict(
            zip(zip(whole["place_id"], whole["year"].astype(int), strict=True), whole["types_covered"], strict=True)
        )  # where both occur in a year, the narrower stands

    @cached_property
    def newest_month(self) -> pd.Timestamp | None:
        """The last month for which any place has figures."""
        newest = self.table("violence_month")["month"].max()
        return None if pd.isna(newest) else newest

    @cached_property
    def last_month(self) -> dict[str, pd.Timestamp]:
        """The last month of each place's newest year with months of deaths; of its newest quiet year where none died."""
        table = self.table("violence_month")
        by_year = table.groupby(["place_id", table["month"].dt.year.rename("year")]).agg(
            deaths=("fatalities_best", "sum"), month=("month", "max")
        )
        quiet = {place for place, total in self.totals.items() if total == 0}
        last = by_year[(by_year["deaths"] > 0) | by_year.index.isin(quiet, level="place_id")]
        return {str(place): month for place, month in last.groupby("place_id")["month"].max().items()}

    @cached_property
    def totals(self) -> dict[str, float]:
        """All recorded deaths of each place."""
        return {place: float(np.nansum(self.deaths.of("best", place))) for place in self.places}

    def last_year(self, place_id: str) -> int | None:
        """The last year with a figure."""
        known = np.flatnonzero(~np.isnan(self.deaths.of("best", place_id)))
        return int(self.years[known[-1]]) if len(known) else None

    @cached_property
    def _years_laid_out(self) -> dict[str, DeathsByType]:
        span = int(self.years[0]), int(self.years[-1])
        return years_by_place(self.table("violence_year"), span)

    def laid_out(self, place_id: str, span: tuple[int, int]) -> DeathsByType | None:
        """Some years of one place as arrays, shared by chart, words and title; None for a place without a row."""
        whole, start = self._years_laid_out.get(place_id), int(self.years[0])
        return None if whole is None else columns(whole, span[0] - start, span[1] - start + 1)

    def months_of(self, place_id: str) -> pd.DataFrame:
        """violence_month of one place; empty where no source gives months."""
        return self._slice("violence_month", place_id)

    @cached_property
    def state_based_only(self) -> frozenset[str]:
        """The places all of whose annual figures are of state-based deaths alone."""
        table = self.table("violence_year")
        is_all = (table["types_covered"] == STATE_BASED_ONLY).groupby(table["place_id"], observed=True).all()
        return frozenset(is_all.index[is_all].astype(str))

    @cached_property
    def sources_of_years(self) -> dict[str, tuple[str, ...]]:
        """The sources that speak for the years of each place."""
        table = self.table("violence_year")[["place_id", "source_id"]].drop_duplicates()
        return {place: tuple(row["source_id"] for row in rows) for place, rows in rows_by_place(table).items()}

    def years_of(self, place_id: str) -> pd.DataFrame:
        """violence_year of one place."""
        return self._slice("violence_year", place_id)

    def _slice(self, name: str, place_id: str) -> pd.DataFrame:
        if name not in self._slices:
            self._slices[name] = {str(place): rows for place, rows in self.table(name).groupby("place_id")}
        rows = self._slices[name].get(place_id)
        return rows if rows is not None else self.table(name).iloc[:0]

    def persons_of(self, place_id: str) -> dict[int, float]:
        """People behind the place's figures in each year; a year without them, or whose rate is withheld, is absent."""
        return self._people.of(place_id)

    @cached_property
    def _people(self) -> People:
        return People(self.release, self.years, self.is_carried)

    def deadliest(self, place_id: str) -> dict[str, Any] | None:
        """The episode that names the place's tempo."""
        return next((row for row in self.episodes.get(place_id, []) if row["is_deadliest"]), None)

    def parts(self, place_id: str, year: int) -> list[dict[str, Any]]:
        """The parts of the place's severity in the last month of the year."""
        rows = [row for row in self._parts.get(place_id, []) if row["month"].year == year]
        return [row for row in rows if row["month"] == rows[-1]["month"]]

    @cached_property
    def _parts(self) -> dict[str, list[dict[str, Any]]]:
        return rows_by_place(self.table("severity_part").sort_values("month", kind="stable"))


def record_of(release: Release, kind: str = COUNTRY) -> Record:
    """The arrays of the places of one kind in a release, made once."""
    kept_as = f"{KEPT_AS}:{kind}"
    record = release.cache.setdefault(kept_as, Record(release, kind))
    if not isinstance(record, Record):
        raise TypeError(f"release={release.id} keeps something else under {kept_as}")
    return record
