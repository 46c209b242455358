"""For how many months has the present spell of active conflict lasted, where months are on record?"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._monthly import BOUNDS, monthly_deaths, rolling_count, rolling_sum
from indicators._scores import scores_where
from indicators._spells import QUIET_MONTHS_INSIDE, spells

YEAR = 12
FULL_SCORE_MONTHS = 240  # twenty years, as for spells by years

INDICATOR = Indicator(
    id="spell_months",
    title="Length of the present spell, by months",
    question="For how many months has the present spell of active conflict lasted?",
    definition="Months from the first to the newest one at whose end twelve months held 25 or more deaths of all types, "
    "with pauses of up to twelve months inside; 0 once the pause is longer. Score: the share of 240 months, at most 100. "
    "The range follows the low and the high estimates.",
    reads=("violence_month",),
    period="month",
    higher_means="worse",
    unit="months",
    caveat="Begins anew where months are not on record: where VIEWS gives them, in 2018; the spell by years is the longer memory.",
    reference="UCDP definitions of active conflict",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Present spell of every place and month up to as_of with a death in the last twelve months or a spell going on."""
    deaths = monthly_deaths(tables["violence_month"], as_of)
    sums = {bound: rolling_sum(getattr(deaths, bound), YEAR) for bound in BOUNDS}
    length = {bound: spells(series, QUIET_MONTHS_INSIDE).length.astype(float) for bound, series in sums.items()}
    observed = rolling_count(~np.isnan(sums["best"]), FULL_SCORE_MONTHS)
    return scores_where(
        (np.nan_to_num(sums["high"]) > 0) | (~np.isnan(sums["best"]) & (length["high"] > 0)),
        deaths,
        INDICATOR.id,
        deaths.is_provisional,
        value=length["best"],
        value_low=length["low"],
        value_high=length["high"],
        score=100 * np.minimum(length["best"] / FULL_SCORE_MONTHS, 1),
        n_observed=observed,
        coverage=observed / FULL_SCORE_MONTHS,
        status=np.where(observed >= FULL_SCORE_MONTHS, "ok", "short_history"),
    )
