"""Which crises are severe and persistent while little is done? A flag whose three parts are visible.

Severe: in the upper quarter of the year's countries with a severity above 0.
Persistent: active in most of the last ten years. Little response: less than half of what
was asked came, or less than half of what places as severe and populous received. Where
nothing was asked, only within a regional plan, or nothing is known, little or much cannot
be said: the answer is that state. The flag describes a year and gives no reason for it.
"""

import math

import numpy as np
import pandas as pd

from contracts.neglect_year import NEGLECT_YEAR
from contracts.response_year import FUNDED, UNFUNDED

SEVERE_QUANTILE = 0.75  # the upper quarter: about eighteen countries a year
PERSISTENT_SHARE = 0.8  # of ten years: two quiet ones do not end a crisis that burns slowly
LITTLE_COVERAGE = 0.5  # of what was asked; the middle half of appeals receives 46 to 71 %
LITTLE_OF_EXPECTED = 0.5  # of what similar places received; a quarter of appeals falls below
PERSISTENCE = "persistence_10_years"


def neglect_years(gaps: pd.DataFrame, indicator_scores: pd.DataFrame) -> pd.DataFrame:
    """neglect_year from response_gap and the persistence of the same Decembers."""
    money = gaps[gaps["response_measure"] == "received_usd"]
    coverage = gaps.loc[gaps["response_measure"] == "coverage", ["place_id", "year", "response_value"]]
    table = money.merge(
        coverage.rename(columns={"response_value": "coverage"}), on=["place_id", "year"], validate="one_to_one"
    )
    active = indicator_scores[indicator_scores["indicator_id"] == PERSISTENCE]
    active = active.assign(year=active["month"].dt.year)[["place_id", "year", "value"]]
    table = table.merge(
        active.rename(columns={"value": "active_share"}), on=["place_id", "year"], how="left", validate="one_to_one"
    )
    bound = table.groupby("year")["severity"].transform(lambda values: values.quantile(SEVERE_QUANTILE))
    is_severe, is_persistent = table["severity"] >= bound, table["active_share"] >= PERSISTENT_SHARE
    little = _little(table)
    return NEGLECT_YEAR.validate(
        table.assign(
            severity_bound=bound,
            is_severe=is_severe,
            is_persistent=is_persistent,
            little_response=little,
            neglect=np.where(is_severe & is_persistent, little, "no"),
        )
    )


def _little(table: pd.DataFrame) -> np.ndarray:
    """yes or no where money was asked; otherwise the state, which answers neither."""
    is_asked = table["appeal_state"].isin((FUNDED, UNFUNDED))
    little = (table["coverage"] < LITTLE_COVERAGE) | (table["residual_gap"] > -math.log(LITTLE_OF_EXPECTED))
    return np.where(is_asked, np.where(little, "yes", "no"), table["appeal_state"])
