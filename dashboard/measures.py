"""What do the indicators say of each place now: how long it has burnt, how far it is spread, how it has moved?

Read once per release and kind of place, the newest row of each place alone.
"""

from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from reading.absent import table_or_empty
from reading.grid import Grid, grid_of, rows_by_place
from reading.record import Record

PERSISTENCE = "persistence_10_years"
LASTING, SPELL = "persistence_20_years", "spell_years"  # what the map shows, year by year
HALF = 0.5
KEPT_AS = "dashboard.measures"
Row = dict[str, Any]
READ = {  # only what is needed of the widest tables
    "indicator_scores": ("place_id", "place_kind", "month", "indicator_id", "value", "n_observed", "status"),
    "change_point": ("place_id", "place_kind", "period", "month", "factor", "is_newest"),
}


class Measures:
    """The newest measures of the places of one kind in one release."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def _ours(self, name: str) -> pd.DataFrame:
        whole = table_or_empty(self._record.release, name)
        return whole.loc[whole["place_kind"] == self._record.kind, list(READ[name])]

    @cached_property
    def persistence(self) -> dict[str, Row]:
        """Active years of the last ten on record, by place."""
        table = self._ours("indicator_scores")
        return _newest(table[(table["indicator_id"] == PERSISTENCE) & table["value"].notna()])

    @cached_property
    def steps(self) -> dict[str, list[Row]]:
        """The newest step of the level of months and of years, by place, in order of time."""
        table = self._ours("change_point")
        return rows_by_place(table[table["is_newest"]].sort_values("month"))

    @cached_property
    def lasting(self) -> Grid:
        """Share of the last twenty years with 25 or more deaths, as of the end of each year."""
        return self._yearly(LASTING)

    @cached_property
    def spell(self) -> Grid:
        """Years of the spell going on at the end of each year."""
        return self._yearly(SPELL)

    def _yearly(self, indicator_id: str) -> Grid:
        table = table_or_empty(self._record.release, "indicator_scores")
        table = table[table["indicator_id"] == indicator_id]
        table = table[table["place_kind"] == self._record.kind]
        wide = table.rename(columns={"value": "best", "value_low": "low", "value_high": "high"})
        wide = wide.assign(year=wide["month"].dt.year)
        return grid_of(wide, ["best", "low", "high", "n_observed"], self._record.years)

    @cached_property
    def provisional(self) -> frozenset[tuple[str, int]]:
        """Places and years whose deaths were published before they were vetted."""
        table = self._record.table("violence_year")
        rows = table[table["is_provisional"].astype(bool)]
        return frozenset(zip(rows["place_id"].astype(str), rows["year"].astype(int), strict=True))

    @cached_property
    def reached(self) -> int:
        """The newest year in which at least half of the places have a figure: after it the others are merely late."""
        known = (~np.isnan(self._record.deaths.values["best"])).mean(axis=0)
        years = self._record.years[known >= HALF]
        return int(years[-1]) if len(years) else int(self._record.years[-1])

    @cached_property
    def spread(self) -> dict[str, list[Row]]:
        """How far each place's deaths are spread, year by year."""
        whole = table_or_empty(self._record.release, "spread_year")
        return rows_by_place(whole[whole["place_kind"] == self._record.kind].sort_values("year"))


def measures_of(record: Record) -> Measures:
    """The measures beside a record, read once."""
    kept_as = f"{KEPT_AS}:{record.kind}"
    measures = record.release.cache.setdefault(kept_as, Measures(record))
    if not isinstance(measures, Measures):
        raise TypeError(f"release={record.release.id} keeps something else under {kept_as}")
    return measures


def _newest(table: pd.DataFrame) -> dict[str, Row]:
    last = table.sort_values("month", kind="stable").drop_duplicates("place_id", keep="last")
    return {place: rows[0] for place, rows in rows_by_place(last).items()}
