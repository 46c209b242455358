"""From arrays of places x periods to indicator_scores rows."""

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from indicators._annual import AnnualDeaths
from indicators._monthly import MonthlyDeaths


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
    asked = ~np.isnan(deaths.best)
    columns = {"value": value, "value_low": value_low, "value_high": value_high, "score": score}
    counted = {"n_observed": n_observed, "coverage": coverage, "status": status}
    return scores_where(asked, deaths, indicator_id, deaths.is_provisional, **columns, **counted)


def scores_where(
    asked: np.ndarray,
    deaths: AnnualDeaths | MonthlyDeaths,
    indicator_id: str,
    is_provisional: np.ndarray,
    **columns: np.ndarray,
) -> pd.DataFrame:
    """One row per asked place and period; all arrays are places x periods."""
    row, column = np.nonzero(asked)
    table = pd.DataFrame(
        {
            "place_id": deaths.place_id[row],
            "place_kind": deaths.place_kind[row],
            "month": deaths.months[column],
            "indicator_id": indicator_id,
            "is_provisional": is_provisional[row, column],
            **{name: values[row, column] for name, values in columns.items()},
        }
    )
    return INDICATOR_SCORES.validate(table)
