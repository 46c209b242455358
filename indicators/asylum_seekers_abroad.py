"""How many people from the place wait abroad for an answer to their claim for asylum?"""

import pandas as pd

from indicators._displaced import of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="asylum_seekers_abroad",
    title="Asylum-seekers abroad",
    question="How many people from the place wait abroad for an answer to their claim for asylum?",
    definition="UNHCR's count of asylum-seekers with a pending claim by origin at the end of the year, summed over "
    "countries of asylum.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="asylum-seekers",
    caveat="A stock that also grows when decisions slow down. Figures of 30 June stand in June, provisional.",
    reference="UNHCR Refugee Data Finder, methodology",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Asylum-seekers of every origin and reference date."""
    people = of_type(tables["displacement_year"], "asylum_seekers", as_of)
    return origin_scores(people, INDICATOR.id, "stock")
