"""How many people from the place newly sought or found asylum abroad in the year?"""

import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._outflow import outflow_scores

INDICATOR = Indicator(
    id="new_outflow",
    title="New outflow",
    question="How many people from the place newly sought or found asylum abroad in the year?",
    definition="New applications (type N at the levels FI, EO, IN, FA, TA, NA) plus recognitions and other "
    "protection granted in the year, persons only, over all countries of asylum. The lower end takes the "
    "larger of the two in each country of asylum, since one person may stand in both.",
    reads=("asylum_flow_year",),
    period="year",
    higher_means="worse",
    unit="people",
    caveat="People received as a group without single procedures are in no flow. Countries that count cases are "
    "left out and flagged; coverage is the share of countries of asylum that are in. Half a year has no "
    "value.",
    reference="UNHCR Refugee Data Finder, methodology",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """New outflow of every origin and period."""
    return outflow_scores(tables["asylum_flow_year"], INDICATOR.id, as_of)
