"""How many armed groups took part in violence that killed 25 or more?"""

import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS
from indicators._armed_groups import CAVEAT, count_scores, groups_in_events
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="armed_groups_active",
    title="Active armed groups",
    question="How many armed groups were active in the year?",
    definition="Number of groups other than governments that are a side of events with 25 or more deaths in the year, all "
    "types, in the place itself. The range counts by the low and by the high estimates. Only where events speak for the year.",
    reads=("violence_year", "violence_event"),
    period="year",
    higher_means="worse",
    unit="armed groups",
    caveat=CAVEAT,
    reference="UCDP definitions of actors and of active conflict",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The number for every country, crisis and ended year for which events speak."""
    groups = groups_in_events(tables["violence_year"], tables["violence_event"], as_of)
    return count_scores(groups, INDICATOR.id, groups.count(ACTIVE_YEAR_DEATHS))
