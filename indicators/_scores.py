"""From arrays of places x periods to indicator_scores rows."""

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from indicators._annual import AnnualDeaths


def annual_scores(
    deaths: AnnualDeaths,
    indicator_id: str,
    value: np.ndarray,
    value_low: np.ndarray,
    value_high: np.ndarray,
    score: np.ndarray,
    n_observed: np.ndarray,
    coverage: np.ndarray,
    status: np.ndarray,
) -> pd.DataFrame:
    """One row per place-year that has a figure of deaths; all arrays are places x years."""
    row, column = np.nonzero(~np.isnan(deaths.best))
    table = pd.DataFrame(
        {
            "place_id": deaths.place_id[row],
            "place_kind": deaths.place_kind[row],
            "month": deaths.months[column],
            "indicator_id": indicator_id,
            "value": value[row, column],
            "value_low": value_low[row, column],
            "value_high": value_high[row, column],
            "score": score[row, column],
            "n_observed": n_observed[row, column],
            "coverage": coverage[row, column],
            "status": status[row, column],
            "is_provisional": deaths.is_provisional[row, column],
        }
    )
    return INDICATOR_SCORES.validate(table)
