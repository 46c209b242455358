"""Over how many armed groups would the deaths be spread evenly?"""

import pandas as pd

from indicators._armed_groups import CAVEAT, effective_scores, groups_in_events
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="armed_groups_effective",
    title="Effective number of armed groups",
    question="Over how many armed groups are the deaths spread?",
    definition="One over the sum of squared shares of the year's deaths: as many groups would share them evenly. Each event "
    "counts for the group that is a side of it, by halves where two groups fight each other; deaths without a group are left "
    "out. Only with 25 or more such deaths and where events speak for the year. The range is the smallest and the largest "
    "number by the low, best and high estimates.",
    reads=("violence_year", "violence_event"),
    period="year",
    higher_means="worse",
    unit="effective armed groups",
    caveat=CAVEAT,
    reference="Laakso & Taagepera (1979), Comparative Political Studies 12; UCDP definitions of actors",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The number for every country, crisis and ended year for which events speak."""
    groups = groups_in_events(tables["violence_year"], tables["violence_event"], as_of)
    return effective_scores(groups, INDICATOR.id)
