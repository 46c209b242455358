"""In how many of the last 240 months was the place in active conflict, where months are on record?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._monthly import monthly_deaths
from indicators._persistence import persistence_indicator, persistence_scores

WINDOW_MONTHS = 240
INDICATOR = persistence_indicator(WINDOW_MONTHS, "month")


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Persistence of every place and month up to as_of."""
    return persistence_scores(monthly_deaths(tables["violence_month"], as_of), INDICATOR.id, WINDOW_MONTHS)
