"""How many refugees from the place are in other countries, per 1,000 inhabitants?

The inhabitants are those of the territory UNHCR counts under the name: Serbia with
Kosovo, Sudan with the south until 2010.
"""

import pandas as pd

from indicators import refugees_abroad
from indicators._indicator import Indicator, Tables
from indicators._per_inhabitants import per_inhabitants

INDICATOR = Indicator(
    id="refugees_abroad_rate",
    title="Refugees abroad per 1,000 inhabitants",
    question="How many refugees from the place are in other countries, per 1,000 inhabitants?",
    definition="Refugees abroad at the end of the year divided by the mid-year population of the territory that "
    "UNHCR counts under the name, times 1,000.",
    reads=(
        "displacement_year",
        "series_break",
        "population_year",
    ),
    period="year",
    higher_means="worse",
    unit="refugees per 1,000 inhabitants",
    caveat="The refugees are not among the inhabitants. Populations follow today's borders; one up to two years "
    "old is carried on and flagged; without one there is no rate. A rate makes small places stand out.",
    reference="UNHCR Refugee Data Finder; World Bank SP.POP.TOTL",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Refugees per 1,000 inhabitants of every origin and reference date."""
    return per_inhabitants(refugees_abroad.compute(tables, as_of), tables["population_year"], INDICATOR.id)
