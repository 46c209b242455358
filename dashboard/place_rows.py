"""Which rows of a table are about one place? Found once per release by position, so that a page reads its own alone."""

import datetime
from typing import Any

import numpy as np
import pandas as pd

from reading.absent import table_or_empty
from reading.grid import rows_by_place
from releases.read import Release

KEPT_AS = "dashboard.place_rows"
SCORES = (
    *("asylum_seekers_abroad", "internally_displaced", "internally_displaced_idmc", "new_outflow", "oip_abroad"),
    *("internally_displaced_rate", "new_outflow_rate", "refugees_abroad_rate"),
    *("protracted_refugees", "protracted_situations", "refugees_abroad", "returned_idps", "returned_refugees"),
    *("unrwa_refugees", "acute_hunger", "inform_risk", "inform_severity_5", "inform_severity_10"),
    *("outbreak_notices_24_months", "one_sided_share_2_years"),
    *("armed_groups_active", "armed_groups_effective", "state_conflict_groups"),
)  # the indicators that cards of a place show as figures of their own
Row = dict[str, Any]


def rows_of(release: Release, name: str, place_id: str, key: str = "place_id") -> pd.DataFrame:
    """The rows of a computed table whose `key` is the place; none where the release is older than the table."""
    table, positions = _indexed(release, name, key)
    return table.take(positions.get(place_id, np.arange(0)))


def listed(rows: pd.DataFrame) -> list[Row]:
    """Rows as dictionaries by column."""
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def newest_scores(release: Release, place_id: str) -> dict[str, Row]:
    """The newest row of each indicator shown here, in December or not; what has no row is absent."""
    kept_as = f"{KEPT_AS}:newest_scores"
    if kept_as not in release.cache:
        table, _ = _indexed(release, "indicator_scores", "place_id")
        newest = table.sort_values("month", kind="stable").drop_duplicates(["place_id", "indicator_id"], keep="last")
        release.cache[kept_as] = rows_by_place(newest)
    return {str(row["indicator_id"]): row for row in release.cache[kept_as].get(place_id, ())}


def reaches(release: Release, indicator_id: str) -> datetime.date | None:
    """The newest month of an indicator shown here for any place: a place whose own row is older is late."""
    kept_as = f"{KEPT_AS}:reaches"
    if kept_as not in release.cache:
        table, _ = _indexed(release, "indicator_scores", "place_id")
        release.cache[kept_as] = table.groupby("indicator_id")["month"].max().to_dict()
    newest: datetime.date | None = release.cache[kept_as].get(indicator_id)
    return newest


def _indexed(release: Release, name: str, key: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    kept_as = f"{KEPT_AS}:{name}:{key}"
    if kept_as not in release.cache:
        table = table_or_empty(release, name)
        if name == "indicator_scores":
            table = table[table["indicator_id"].isin(SCORES)]
        release.cache[kept_as] = (table, table.groupby(key).indices)
    table, positions = release.cache[kept_as]
    return table, positions
