"""How many people per 1,000 inhabitants newly sought or found asylum abroad in the year?"""

import pandas as pd

from indicators import new_outflow
from indicators._indicator import Indicator, Tables
from indicators._per_inhabitants import per_inhabitants

INDICATOR = Indicator(
    id="new_outflow_rate",
    title="New outflow per 1,000 inhabitants",
    question="How many people per 1,000 inhabitants newly sought or found asylum abroad in the year?",
    definition="New outflow of the year divided by the mid-year population of the territory that UNHCR counts under "
    "the name, times 1,000.",
    reads=(
        "asylum_flow_year",
        "population_year",
    ),
    period="year",
    higher_means="worse",
    unit="people per 1,000 inhabitants",
    caveat="As for the new outflow. A population up to two years old is carried on and flagged; without one "
    "there is no rate.",
    reference="UNHCR Refugee Data Finder; World Bank SP.POP.TOTL",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """New outflow per 1,000 inhabitants of every origin and period."""
    return per_inhabitants(new_outflow.compute(tables, as_of), tables["population_year"], INDICATOR.id)
