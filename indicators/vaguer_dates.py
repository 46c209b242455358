"""Are the dates of events known less well than in the three years before?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._vagueness import vagueness_indicator, vagueness_scores

MONTH_AT_BEST = 4  # UCDP date_prec: 1 the day, 2 up to six days, 3 the week, 4 the month, 5 more than a month

INDICATOR = vagueness_indicator("vaguer_dates", "Vaguer dates", "dates", "whose date is known to the month at best")


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The change for every country and ended year with events."""
    return vagueness_scores(tables["violence_event"], as_of, INDICATOR.id, "date_precision", MONTH_AT_BEST)
