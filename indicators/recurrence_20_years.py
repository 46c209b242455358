"""How often has active conflict come back within twenty years?"""

import numpy as np
import pandas as pd

from indicators._annual import BOUNDS, annual_deaths
from indicators._indicator import Indicator, Tables
from indicators._monthly import rolling_count
from indicators._scores import scores_where
from indicators._spells import QUIET_YEARS_INSIDE, spells

WINDOW_YEARS = 20  # long enough for two wars with a peace between them

INDICATOR = Indicator(
    id="recurrence_20_years",
    title="Returns in twenty years",
    question="How often has active conflict come back in the last twenty years?",
    definition="Number of years, among the last twenty, in which 25 or more deaths of all types came after more than two "
    "quiet years and an earlier spell on record. The range is the smallest and the largest number by the low, best and "
    "high estimates.",
    reads=("violence_year",),
    period="year",
    higher_means="worse",
    unit="returns",
    caveat="Records begin in 1989: a conflict of the years before does not count as one that came back. A year "
    "without a figure counts as quiet. A conflict that "
    "never pauses does not come back; read it beside the present spell.",
    reference="UCDP definitions of active conflict and of conflict episodes",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Returns of every place and ended year up to as_of."""
    deaths = annual_deaths(tables["violence_year"], as_of)
    by_bound = [rolling_count(spells(getattr(deaths, b), QUIET_YEARS_INSIDE).returns, WINDOW_YEARS) for b in BOUNDS]
    returns = np.stack(by_bound).astype(float)
    is_known = ~np.isnan(deaths.best)
    observed = rolling_count(is_known, WINDOW_YEARS)
    return scores_where(
        is_known,
        deaths,
        INDICATOR.id,
        deaths.is_provisional,
        value=returns[0],
        value_low=returns.min(axis=0),
        value_high=returns.max(axis=0),
        score=np.full(deaths.best.shape, np.nan),  # a war without a pause would score lowest
        n_observed=observed,
        coverage=observed / WINDOW_YEARS,
        status=np.where(observed >= WINDOW_YEARS, "ok", "short_history"),
    )
