"""Have recorded deaths been rising or falling over the last 10 years, by the annual figures that all places have?"""

import pandas as pd

from indicators._annual import annual_deaths
from indicators._indicator import Tables
from indicators._trend import trend_scores
from indicators._trend_words import trend_indicator

WIDTH = 10
INDICATOR = trend_indicator(WIDTH, "year")


def compute(tables: Tables, as_of: pd.Timestamp, since: pd.Timestamp | None = None) -> pd.DataFrame:
    """Trends of every place and ended year up to as_of."""
    return trend_scores(annual_deaths(tables["violence_year"], as_of), INDICATOR.id, WIDTH, since)
