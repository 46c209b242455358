"""In how many countries of asylum are refugees from the place in a protracted situation?"""

import pandas as pd

from indicators._displaced import finished
from indicators._indicator import Indicator, Tables
from indicators._protracted import SITUATION_PERSONS, SITUATION_YEARS, protracted

INDICATOR = Indicator(
    id="protracted_situations",
    title="Protracted refugee situations",
    question="In how many countries of asylum are refugees from the place in a protracted situation?",
    definition=f"Countries of asylum in which {SITUATION_PERSONS:,} or more refugees of the origin are on record at each of the last "
    f"{SITUATION_YEARS} ends of year.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="countries of asylum",
    caveat="Some of the people counted came later than others. A recount of the stock can begin or end a "
    "situation: read it beside the breaks in the series. Mid-years have no value. Palestine refugees "
    "registered with UNRWA are not in.",
    reference="UNHCR, Global Trends: 25,000 or more refugees of one nationality in exile for five consecutive years or more",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Protracted refugee situations of every origin and end of year."""
    found = protracted(tables["displacement_year"], as_of)
    counted = found["situations"].astype("float64")
    scores = found.assign(
        value=counted,
        value_low=counted,
        value_high=counted,
        coverage=found["n_observed"].astype("float64") / SITUATION_YEARS,
    )
    return finished(scores, INDICATOR.id, "flow")  # as for flows, a mid-year has no value: it completes no year
