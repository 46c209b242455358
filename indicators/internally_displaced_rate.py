"""How many people per 1,000 inhabitants are displaced within their country, as UNHCR counts?"""

import pandas as pd

from indicators import internally_displaced
from indicators._indicator import Indicator, Tables
from indicators._per_inhabitants import per_inhabitants

INDICATOR = Indicator(
    id="internally_displaced_rate",
    title="Internally displaced people per 1,000 inhabitants, UNHCR",
    question="How many people per 1,000 inhabitants are displaced within their country, as UNHCR counts?",
    definition="UNHCR's internally displaced people at the end of the year divided by the mid-year population, times"
    " 1,000.",
    reads=(
        "displacement_year",
        "population_year",
    ),
    period="year",
    higher_means="worse",
    unit="people per 1,000 inhabitants",
    caveat="As for UNHCR's count. A population up to two years old is carried on and flagged; without one there "
    "is no rate.",
    reference="UNHCR Refugee Data Finder; World Bank SP.POP.TOTL",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Internally displaced people per 1,000 inhabitants."""
    return per_inhabitants(internally_displaced.compute(tables, as_of), tables["population_year"], INDICATOR.id)
