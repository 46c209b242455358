"""How high is the place's risk of humanitarian crises by the INFORM Risk Index?

Another project's composite, shown beside our own and never in it.
"""

import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._published import published_scores

RELEASE_MONTH = 3  # the main release of a year comes in about March

INDICATOR = Indicator(
    id="inform_risk",
    title="INFORM Risk",
    question="How high is the place's risk of humanitarian crises by the INFORM Risk Index?",
    definition="The INFORM Risk Index of the year's main release, standing in March, from 0 (lowest) to 10 (highest).",
    reads=("risk_index_year",),
    period="month",
    higher_means="worse",
    unit="points of 10",
    caveat="A composite of structural indicators, most of them a year or more old; not a measure of present violence. "
    "Releases are not revised to one another's method, so a change may be one of method.",
    reference="INFORM Risk Index, Joint Research Centre of the European Commission",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The index of every place and release up to as_of."""
    index = tables["risk_index_year"]
    whole = index[index["risk_index"] == "INFORM"]
    months = pd.to_datetime({"year": whole["year"], "month": RELEASE_MONTH, "day": 1})
    return published_scores(whole.assign(month=months, value=whole["risk_score"], status="ok"), INDICATOR.id, as_of)
