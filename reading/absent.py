"""What does a release hold that was published before a table was invented? Nothing of it, which is no fault."""

import pandas as pd

from contracts._contract import TableContract
from contracts.change_point import CHANGE_POINT
from contracts.direction import DIRECTION
from contracts.record_end import RECORD_END
from contracts.spread_year import SPREAD_YEAR
from contracts.trend_verdict import TREND_VERDICT
from releases.read import Release

ADDED_LATER: dict[str, TableContract] = {
    table.name: table for table in (CHANGE_POINT, DIRECTION, RECORD_END, SPREAD_YEAR, TREND_VERDICT)
}


def table_or_empty(release: Release, name: str) -> pd.DataFrame:
    """A computed table; without rows where the release is older than the table."""
    if name in ADDED_LATER and not release.has(f"{name}.parquet"):
        return ADDED_LATER[name].empty()
    return release.table(name)
