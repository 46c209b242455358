"""How many Palestine refugees are registered with UNRWA?

They stand beside UNHCR's refugees, never in their sum: the mandates differ.
"""

import pandas as pd

from indicators._displaced import of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="unrwa_refugees",
    title="Palestine refugees registered with UNRWA",
    question="How many Palestine refugees are registered with UNRWA?",
    definition="Palestine refugees registered with UNRWA at the end of the year, over all its fields, as UNHCR "
    "passes it on.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="refugees",
    caveat="Registered under a mandate of its own, in and outside Palestine; stands beside UNHCR's refugees and "
    "is never added to them.",
    reference="UNRWA registration statistics, through UNHCR",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Palestine refugees at every reference date."""
    registered = of_type(tables["displacement_year"], "unrwa_refugees", as_of)
    return origin_scores(registered, INDICATOR.id, "stock")
