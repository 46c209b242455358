"""What does a release hold that was published before a table was invented? Nothing of it, which is no fault."""

from functools import cache

import pandas as pd

from contracts._contract import TableContract
from contracts.attribution_year import ATTRIBUTION_YEAR
from contracts.cell_year import CELL_YEAR
from contracts.change_point import CHANGE_POINT
from contracts.destination_year import DESTINATION_YEAR
from contracts.direction import DIRECTION
from contracts.located_year import LOCATED_YEAR
from contracts.neglect_year import NEGLECT_YEAR
from contracts.outbreak_month import OUTBREAK_MONTH
from contracts.record_end import RECORD_END
from contracts.response_gap import RESPONSE_GAP
from contracts.response_year import RESPONSE_YEAR
from contracts.series_break import SERIES_BREAK
from contracts.spread_year import SPREAD_YEAR
from contracts.tempo_now import TEMPO_NOW
from contracts.trend_verdict import TREND_VERDICT
from releases.read import Release

ADDED_LATER: dict[str, TableContract] = {
    table.name: table
    for table in (
        *(CHANGE_POINT, DIRECTION, RECORD_END, SPREAD_YEAR, TREND_VERDICT, TEMPO_NOW),
        *(ATTRIBUTION_YEAR, RESPONSE_YEAR, RESPONSE_GAP, NEGLECT_YEAR, DESTINATION_YEAR, SERIES_BREAK),
        *(CELL_YEAR, LOCATED_YEAR, OUTBREAK_MONTH),
    )
}


@cache
def _none_of(name: str) -> pd.DataFrame:
    return ADDED_LATER[name].empty()


def table_or_empty(release: Release, name: str) -> pd.DataFrame:
    """A computed table; without rows where the release is older than the table."""
    if name in ADDED_LATER and not release.has(f"{name}.parquet"):
        return _none_of(name)
    return release.table(name)
