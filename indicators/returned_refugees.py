"""How many refugees returned to the place within the year?"""

import pandas as pd

from indicators._displaced import known_by, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="returned_refugees",
    title="Refugees who returned",
    question="How many refugees returned to the place within the year?",
    definition="Returns of refugees within the year that governments and UNHCR offices know of, summed over where "
    "they came from.",
    reads=("solution_year",),
    period="year",
    higher_means="better",
    unit="people",
    caveat="Many returns are not recorded, and a return need not be voluntary or last. No row means that no "
    "return is on record. Half a year has no value.",
    reference="UNHCR Refugee Data Finder, methodology",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Returns to every place and period."""
    returns = tables["solution_year"]
    known = known_by(returns[returns["solution"] == "returned_refugees"], as_of)
    return origin_scores(known, INDICATOR.id, "flow")
