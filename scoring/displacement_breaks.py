"""At which dates does a number of refugees jump without flows that explain it?

Published beside the figures, by pair and for whole origins; indicators flag the year.
Only pairs and origins that ever held more people than a jump needs are compared: that
changes no answer and saves most of the work.
"""

import pandas as pd

from contracts.series_break import SERIES_BREAK
from indicators._series_break import NOTABLE_PERSONS, OUTFLOWS, known_flows, series_breaks

PAIR = ["origin_id", "asylum_id"]
MID_YEAR_MONTH = 6  # figures of 30 June are the newest and move with the next release


def breaks_of_series(
    stocks: pd.DataFrame, asylum_flows: pd.DataFrame, solutions: pd.DataFrame, as_of: pd.Timestamp
) -> pd.DataFrame:
    """series_break up to as_of, from displacement_year, asylum_flow_year and solution_year."""
    is_known = stocks["reference_date"] < as_of + pd.offsets.MonthBegin(1)
    refugees = stocks[is_known & stocks["population_type"].eq("refugees") & stocks["persons"].notna()]
    sums = refugees.groupby(["origin_id", "reference_date"])["persons"].sum()
    origins = sums[sums > NOTABLE_PERSONS].index.get_level_values("origin_id").unique()
    if origins.empty:
        return SERIES_BREAK.empty()
    is_return = is_known & stocks["population_type"].isin(OUTFLOWS) & stocks["persons"].gt(0).fillna(False)
    come, gone = (
        table[(table["reference_date"] < as_of + pd.offsets.MonthBegin(1)) & table["origin_id"].isin(origins)]
        for table in (asylum_flows, solutions)
    )
    flows = known_flows(stocks[is_return], come, gone)
    found = series_breaks(refugees[refugees["origin_id"].isin(origins)], flows)
    is_mid_year = found["reference_date"].dt.month.eq(MID_YEAR_MONTH)
    return SERIES_BREAK.validate(found.assign(is_provisional=is_mid_year))
