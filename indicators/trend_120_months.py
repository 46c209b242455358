"""Have recorded deaths been rising or falling over the last ten years, month by month?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._monthly import monthly_deaths
from indicators._trend import trend_scores
from indicators._trend_words import trend_indicator

WIDTH = 120
INDICATOR = trend_indicator(WIDTH, "month")


def compute(tables: Tables, as_of: pd.Timestamp, since: pd.Timestamp | None = None) -> pd.DataFrame:
    """Trends of every place with monthly figures, up to as_of."""
    return trend_scores(monthly_deaths(tables["violence_month"], as_of), INDICATOR.id, WIDTH, since)
