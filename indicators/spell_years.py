"""For how many years has the present spell of active conflict lasted?"""

import numpy as np
import pandas as pd

from indicators._annual import BOUNDS, annual_deaths
from indicators._indicator import Indicator, Tables
from indicators._monthly import rolling_count
from indicators._scores import scores_where
from indicators._spells import QUIET_YEARS_INSIDE, spells

FULL_SCORE_YEARS = 20  # a generation; longer ones are all at the top

INDICATOR = Indicator(
    id="spell_years",
    title="Length of the present spell",
    question="For how many years has the present spell of active conflict lasted?",
    definition="Years from the first to the newest year with 25 or more deaths of all types, with pauses of up to two "
    "quiet years inside; 0 once three quiet years have followed. Score: the length in twentieths of twenty years, at most "
    "100. The range follows the low and the high estimates.",
    reads=("violence_year",),
    period="year",
    higher_means="worse",
    unit="years",
    caveat="Records begin in 1989, so a spell that begins then may be older. A year "
    "without a figure counts as quiet, and two wars with two quiet years between them as one. Whether a pause was an end is known only "
    "three years later.",
    reference="UCDP definitions of active conflict; the episodes of tempo",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Present spell of every place and ended year up to as_of."""
    deaths = annual_deaths(tables["violence_year"], as_of)
    length = {bound: spells(getattr(deaths, bound), QUIET_YEARS_INSIDE).length.astype(float) for bound in BOUNDS}
    is_known = ~np.isnan(deaths.best)
    observed = rolling_count(is_known, FULL_SCORE_YEARS)
    return scores_where(
        is_known,
        deaths,
        INDICATOR.id,
        deaths.is_provisional,
        value=length["best"],
        value_low=length["low"],
        value_high=length["high"],
        score=100 * np.minimum(length["best"] / FULL_SCORE_YEARS, 1),
        n_observed=observed,
        coverage=observed / FULL_SCORE_YEARS,
        status=np.where(observed >= FULL_SCORE_YEARS, "ok", "short_history"),
    )
