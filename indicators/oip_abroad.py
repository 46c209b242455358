"""How many other people in need of international protection are abroad?

Counted since 2018 and of few origins: without them Venezuela would seem to have few
people abroad.
"""

import pandas as pd

from indicators._displaced import of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="oip_abroad",
    title="Other people in need of international protection abroad",
    question="How many people from the place are abroad in need of protection without being counted as refugees or asylum-seekers?",
    definition="UNHCR's count of other people in need of international protection by origin at the end of the year, "
    "summed over countries of asylum.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="people",
    caveat="Counted since 2018, of few origins. Never added to refugees without a word. Figures of 30 June stand"
    " in June, provisional.",
    reference="UNHCR Refugee Data Finder, methodology",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Other people in need of protection of every origin and reference date."""
    people = of_type(tables["displacement_year"], "oip", as_of)
    return origin_scores(people, INDICATOR.id, "stock")
