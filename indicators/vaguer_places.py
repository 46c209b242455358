"""Are the places of events known less well than in the three years before?"""

import pandas as pd

from indicators._indicator import Tables
from indicators._vagueness import vagueness_indicator, vagueness_scores

PROVINCE_AT_BEST = 4  # UCDP where_prec: 1 the place, 2 near it, 3 the district, 4 the province, 5-7 less

INDICATOR = vagueness_indicator(
    "vaguer_places", "Vaguer places", "places", "whose place is known to the province at best"
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The change for every country and ended year with events."""
    return vagueness_scores(tables["violence_event"], as_of, INDICATOR.id, "place_precision", PROVINCE_AT_BEST)
