"""How many deaths in organised violence are on record for the year?

All three types together; the annual figure that the ladder lets speak.
"""

import numpy as np
import pandas as pd

from indicators._annual import annual_deaths
from indicators._frozen import percentile_score
from indicators._indicator import Indicator, Tables
from indicators._scores import annual_scores

INDICATOR = Indicator(
    id="fatalities_year",
    title="Deaths in the year",
    question="How many deaths in organised violence are on record for the year?",
    definition="Sum of state-based, non-state and one-sided deaths of the calendar year, best estimate; "
    "the range is from the low and high estimates. Score: percentile among country-years of 1990–2019 with a recorded death.",
    reads=("violence_year",),
    period="year",
    higher_means="worse",
    unit="deaths",
    caveat="Recorded direct deaths in organised violence; true tolls are higher. Hides small places behind large ones.",
    reference="UCDP definitions; Sundberg & Melander (2013), Journal of Peace Research 50(4)",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Deaths of every place and ended year up to as_of."""
    deaths = annual_deaths(tables["violence_year"], as_of)
    ones = np.ones(deaths.best.shape)
    return annual_scores(
        deaths,
        INDICATOR.id,
        value=deaths.best,
        value_low=deaths.low,
        value_high=deaths.high,
        score=percentile_score(deaths.best, INDICATOR.id),
        n_observed=ones.astype(int),
        coverage=ones,
        status=np.full(ones.shape, "ok"),
    )
