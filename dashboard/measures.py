"""What do the indicators say of each place now: how long it has burnt, how far it is spread, how it has moved?

Read once per release and kind of place, the newest row of each place alone.
"""

from functools import cached_property
from typing import Any

import pandas as pd

from reading.absent import table_or_empty
from reading.grid import rows_by_place
from reading.record import Record
from releases.read import Release

PERSISTENCE = "persistence_10_years"
KEPT_AS = "dashboard.measures"
Row = dict[str, Any]
READ = {  # only what is needed of the widest tables
    "indicator_scores": ("place_id", "place_kind", "month", "indicator_id", "value", "n_observed", "status"),
    "change_point": ("place_id", "place_kind", "period", "month", "factor", "is_newest"),
}


class Measures:
    """The newest measures of the places of one kind in one release."""

    def __init__(self, release: Release, kind: str) -> None:
        self._release, self._kind = release, kind

    def _ours(self, name: str) -> pd.DataFrame:
        whole = table_or_empty(self._release, name)
        return whole.loc[whole["place_kind"] == self._kind, list(READ[name])]

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
    def spread(self) -> dict[str, list[Row]]:
        """How far each place's deaths are spread, year by year."""
        whole = table_or_empty(self._release, "spread_year")
        return rows_by_place(whole[whole["place_kind"] == self._kind].sort_values("year"))


def measures_of(record: Record) -> Measures:
    """The measures beside a record, read once."""
    kept_as = f"{KEPT_AS}:{record.kind}"
    measures = record.release.cache.setdefault(kept_as, Measures(record.release, record.kind))
    if not isinstance(measures, Measures):
        raise TypeError(f"release={record.release.id} keeps something else under {kept_as}")
    return measures


def _newest(table: pd.DataFrame) -> dict[str, Row]:
    last = table.sort_values("month", kind="stable").drop_duplicates("place_id", keep="last")
    return {place: rows[0] for place, rows in rows_by_place(last).items()}
