"""How many people were found in IPC phase 3 or worse?

Only where the IPC source is on: its licence is non-commercial, so its figures enter no
release of ours, and without them this indicator has no rows.
"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._published import published_scores

CRISIS_OR_WORSE = "3+"
FOUND = "current"  # what was found; projections are somebody's forecast

INDICATOR = Indicator(
    id="acute_hunger",
    title="People in acute food insecurity",
    question="How many people were found in crisis or worse (IPC phase 3 and above)?",
    definition="People in phase 3 or worse in the current period of the month's analyses, summed over analyses of different areas "
    "with the same period; of several periods the newest. Coverage is the share of the analyses that give a number.",
    reads=("food_insecurity",),
    period="month",
    higher_means="worse",
    unit="people",
    caveat="Countries are analysed at irregular times and often in part; no analysis does not mean no hunger.",
    reference="Integrated Food Security Phase Classification, Technical Manual 3.1",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """People in phase 3 or worse of every place and month of an analysis."""
    phases = tables["food_insecurity"]
    found = phases[(phases["validity"] == FOUND) & (phases["phase"] == CRISIS_OR_WORSE)]
    by_place = found.groupby(["place_id", "month"])
    newest = found[found["period_start"] == by_place["period_start"].transform("max")]
    people = newest.assign(people=newest["people_in_phase"].astype("Float64").astype("float64"))
    grouped = people.groupby(["place_id", "month"])["people"]
    table = grouped.sum(min_count=1).to_frame("value")
    table["n_observed"] = grouped.count()
    table["coverage"] = table["n_observed"] / grouped.size()
    status = np.where(table["value"].isna(), "no_data", "ok")
    return published_scores(table.assign(status=status).reset_index(), INDICATOR.id, as_of)
