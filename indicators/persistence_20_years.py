"""In how many of the last twenty years was the place in active conflict?

A crisis that stays terrible shows no change; this counts how long it has stayed.
"""

import pandas as pd

from indicators._annual import annual_deaths
from indicators._indicator import Tables
from indicators._persistence import persistence_indicator, persistence_scores

WINDOW_YEARS = 20  # a generation of the record: a crisis that has paused and come back is still seen
INDICATOR = persistence_indicator(WINDOW_YEARS, "year")


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Persistence of every place and ended year up to as_of."""
    return persistence_scores(annual_deaths(tables["violence_year"], as_of), INDICATOR.id, WINDOW_YEARS)
