"""How severe was the worst crisis of the place in the month by INFORM Severity, on the scale 0-10?"""

import pandas as pd

from contracts.crisis_severity_month import UP_TO_10
from indicators._indicator import Tables
from indicators._inform_severity import severity_indicator, severity_scores

INDICATOR = severity_indicator(UP_TO_10, 10)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The worst crisis of every place and month on this scale."""
    return severity_scores(tables["crisis_severity_month"], UP_TO_10, INDICATOR.id, as_of)
