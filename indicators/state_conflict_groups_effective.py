"""Over how many of the groups that fight a state would the deaths be spread evenly?"""

import pandas as pd

from indicators._armed_groups import CAVEAT, effective_scores, groups_in_dyads
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="state_conflict_groups_effective",
    title="Effective number of groups fighting a state",
    question="Over how many groups that fight a state are the deaths spread?",
    definition="One over the sum of squared shares of the year's state-based deaths by dyad with a group: as many groups "
    "would share them evenly. Dyads of 25 or more deaths only. The range is the smallest and the largest number by the low, "
    "best and high estimates.",
    reads=("violence_year", "dyad_year"),
    period="year",
    higher_means="worse",
    unit="effective armed groups",
    caveat=f"State-based violence only: groups that fight each other or kill civilians are not counted. {CAVEAT}",
    reference="Laakso & Taagepera (1979), Comparative Political Studies 12; UCDP Battle-Related Deaths Dataset",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The number for every country and ended year that the file of dyads covers."""
    return effective_scores(groups_in_dyads(tables["violence_year"], tables["dyad_year"], as_of), INDICATOR.id)
