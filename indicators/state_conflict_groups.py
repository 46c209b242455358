"""How many armed groups fought a state with 25 or more deaths?"""

import numpy as np
import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS
from indicators._armed_groups import CAVEAT, count_scores, groups_in_dyads
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="state_conflict_groups",
    title="Groups fighting a state",
    question="How many armed groups fought a state in the year?",
    definition="Number of groups other than governments in state-based dyads with 25 or more deaths in the year, state-based "
    "deaths only. It stands under the country whose conflict it is, also where it is fought elsewhere. The lower end counts "
    "by the low estimates; there is no upper end, since the source has no dyad below 25.",
    reads=("violence_year", "dyad_year"),
    period="year",
    higher_means="worse",
    unit="armed groups",
    caveat=f"State-based violence only: groups that fight each other or kill civilians are not counted. {CAVEAT}",
    reference="UCDP Battle-Related Deaths Dataset",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The number for every country and ended year that the file of dyads covers."""
    groups = groups_in_dyads(tables["violence_year"], tables["dyad_year"], as_of)
    best, low, _ = groups.count(ACTIVE_YEAR_DEATHS)
    return count_scores(groups, INDICATOR.id, np.stack([best, low, best]))
