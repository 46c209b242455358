"""Are the last three months deadlier than the last twelve?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._monthly import monthly_deaths
from indicators._pace import pace_indicator, pace_scores

AGAINST_MONTHS = 12
INDICATOR = pace_indicator("run_rate_3_months", "Run-rate: three months against twelve", AGAINST_MONTHS)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The ratio for every place and month up to as_of with a death in the longer window."""
    return pace_scores(monthly_deaths(tables["violence_month"], as_of), INDICATOR.id, AGAINST_MONTHS)
