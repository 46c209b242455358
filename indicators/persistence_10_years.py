"""In how many of the last ten years was the place in active conflict?

A crisis that stays terrible shows no change; this counts how long it has stayed.
"""

import numpy as np
import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS, annual_deaths
from indicators._indicator import Indicator, Tables
from indicators._scores import annual_scores

WINDOW_YEARS = 10  # long enough that one quiet year does not hide a slow crisis, short enough to let an ended one go

INDICATOR = Indicator(
    id="persistence_10_years",
    title="Active years in ten",
    question="In what share of the last ten years were there 25 or more deaths?",
    definition="Share of the last ten calendar years with 25 or more deaths of all types, UCDP's threshold of an active "
    "conflict. Score: the share times 100. The range counts years by the low and by the high estimates.",
    reads=("violence_year",),
    period="year",
    higher_means="worse",
    unit="share of years",
    caveat="Records begin in 1989; before ten years are on record the share is of the years there are.",
    reference="UCDP definitions of active conflict",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Persistence of every place and ended year up to as_of."""
    deaths = annual_deaths(tables["violence_year"], as_of)
    observed = _window_sum((~np.isnan(deaths.best)).astype(float))
    share = {
        bound: _window_sum((np.nan_to_num(getattr(deaths, bound), nan=0.0) >= ACTIVE_YEAR_DEATHS).astype(float))
        / np.maximum(observed, 1)  # a year without a figure counts neither as active nor as observed
        for bound in ("best", "low", "high")
    }
    return annual_scores(
        deaths,
        INDICATOR.id,
        value=share["best"],
        value_low=share["low"],
        value_high=share["high"],
        score=100 * share["best"],
        n_observed=observed.astype(int),
        coverage=observed / WINDOW_YEARS,
        status=np.where(observed >= WINDOW_YEARS, "ok", "short_history"),
    )


def _window_sum(values: np.ndarray) -> np.ndarray:
    """Sum over the last WINDOW_YEARS columns, or as many as there are."""
    total = np.cumsum(values, axis=1)
    total[:, WINDOW_YEARS:] -= total[:, :-WINDOW_YEARS].copy()
    return total
