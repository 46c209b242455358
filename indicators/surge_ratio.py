"""Are the last three months deadlier than the last three years?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._monthly import monthly_deaths
from indicators._pace import pace_indicator, pace_scores

AGAINST_MONTHS = 36
INDICATOR = pace_indicator("surge_ratio", "Surge: three months against thirty-six", AGAINST_MONTHS)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The ratio for every place and month up to as_of with a death in the longer window."""
    return pace_scores(monthly_deaths(tables["violence_month"], as_of), INDICATOR.id, AGAINST_MONTHS)
