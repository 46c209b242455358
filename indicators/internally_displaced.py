"""How many people displaced within their country does UNHCR count?

UNHCR counts those it knows of or protects; IDMC estimates all, and stands beside.
"""

import pandas as pd

from indicators._displaced import of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="internally_displaced",
    title="Internally displaced people, UNHCR",
    question="How many people displaced within their country does UNHCR count?",
    definition="UNHCR's count of internally displaced people at the end of the year. Where UNHCR counts nobody there"
    " is no row; 0 is UNHCR's own 0.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="people",
    caveat="Of the places where UNHCR works for the displaced. IDMC's estimate stands beside, never in. Figures "
    "of 30 June stand in June, provisional.",
    reference="UNHCR Refugee Data Finder, methodology",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Internally displaced people of every place and reference date."""
    idps = of_type(tables["displacement_year"], "idps", as_of)
    within = idps[idps["origin_id"] == idps["asylum_id"]]  # a 0 beside another country says nothing
    return origin_scores(within, INDICATOR.id, "stock")
