"""How many refugees from the place are in other countries?

Refugees alone: asylum-seekers and other people in need of protection are counted apart,
and Palestine refugees registered with UNRWA stand beside.
"""

import pandas as pd

from indicators._displaced import flagged_breaks, of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="refugees_abroad",
    title="Refugees abroad",
    question="How many refugees from the place are in other countries?",
    definition="UNHCR's count of refugees by origin at the end of the year, summed over countries of asylum. A "
    "figure that UNHCR hides is one to four people and widens the range.",
    reads=(
        "displacement_year",
        "series_break",
    ),
    period="year",
    higher_means="worse",
    unit="refugees",
    caveat="A stock: its change is no arrival and no return. Years in which it jumps without flows that explain "
    "it are flagged; no trend may cross them. Figures of 30 June stand in June, provisional. Palestine "
    "refugees registered with UNRWA are not in.",
    reference="UNHCR Refugee Data Finder, methodology",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Refugees of every origin and reference date."""
    refugees = of_type(tables["displacement_year"], "refugees", as_of)
    return flagged_breaks(origin_scores(refugees, INDICATOR.id, "stock"), tables["series_break"])
