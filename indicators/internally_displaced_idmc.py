"""How many people displaced within their country by conflict does IDMC estimate?"""

import pandas as pd

from indicators._displaced import of_type, origin_scores
from indicators._indicator import Indicator, Tables

INDICATOR = Indicator(
    id="internally_displaced_idmc",
    title="Internally displaced people, IDMC",
    question="How many people displaced within their country by conflict does IDMC estimate?",
    definition="IDMC's estimate of people living in displacement through conflict and violence at the end of the "
    "year, as UNHCR passes it on.",
    reads=("displacement_year",),
    period="year",
    higher_means="worse",
    unit="people",
    caveat="Stands beside UNHCR's count and is never added to it.",
    reference="IDMC, methodology of the Global Internal Displacement Database",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """IDMC's estimate for every place and reference date."""
    idps = of_type(tables["displacement_year"], "idmc_idps", as_of)
    return origin_scores(idps[idps["origin_id"] == idps["asylum_id"]], INDICATOR.id, "stock")
