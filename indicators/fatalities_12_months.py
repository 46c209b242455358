"""How many deaths in organised violence are on record for the last twelve months?

Only where a monthly source speaks for all types in all twelve months; annual
figures are never spread over months to fill a gap. A range is given only where all
twelve months have one: VIEWS months do not.
"""

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from contracts.indicator_scores import INDICATOR_SCORES
from indicators._frozen import percentile_score
from indicators._indicator import Indicator, Tables

WINDOW = 12

INDICATOR = Indicator(
    id="fatalities_12_months",
    title="Deaths in twelve months",
    question="How many deaths in organised violence are on record for the last twelve months?",
    definition="Sum of state-based, non-state and one-sided deaths of the month and the eleven before it, best estimate, "
    "where all twelve months are on record. Score: percentile among country-years of 1990–2019 with a recorded death.",
    reads=("violence_month",),
    period="month",
    higher_means="worse",
    unit="deaths",
    caveat="Recorded direct deaths; true tolls are higher. The newest months may rest on candidate events, which change.",
    reference="UCDP definitions; Sundberg & Melander (2013), Journal of Peace Research 50(4)",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Twelve-month sums of every place and month up to as_of."""
    months = tables["violence_month"]
    known = months[(months["month"] <= as_of) & (months["types_covered"] == ALL_TYPES)]
    columns = ["fatalities_best", "fatalities_low", "fatalities_high", "is_provisional"]
    by_month = (
        known.astype(dict.fromkeys(columns, "float64"))
        .groupby(["place_id", "place_kind", "month"])[columns]
        .sum(skipna=False)
        .reset_index()
    )
    number = by_month["month"].dt.year * 12 + by_month["month"].dt.month
    sums = {column: _rolling_sum(by_month[column].to_numpy()) for column in columns}
    # Twelve rows of one place whose first and last are eleven months apart have no gap between them.
    whole = (by_month["place_id"] == by_month["place_id"].shift(WINDOW - 1)) & (
        number - number.shift(WINDOW - 1) == WINDOW - 1
    )
    table = by_month[["place_id", "place_kind", "month"]].assign(
        indicator_id=INDICATOR.id,
        value=sums["fatalities_best"],
        value_low=sums["fatalities_low"],
        value_high=sums["fatalities_high"],
        score=percentile_score(sums["fatalities_best"], "fatalities_year"),
        n_observed=WINDOW,
        coverage=1.0,
        status="ok",
        is_provisional=sums["is_provisional"] > 0,
    )
    return INDICATOR_SCORES.validate(table[whole])


def _rolling_sum(values: np.ndarray) -> np.ndarray:
    """Sums of WINDOW values; missing where one of them is."""
    is_missing = np.isnan(values)
    total, missing = (
        np.concatenate([[0.0], np.cumsum(part)])
        for part in (np.where(is_missing, 0.0, values), is_missing.astype(float))
    )
    sums = np.full(len(values), np.nan)
    whole = missing[WINDOW:] == missing[:-WINDOW]
    sums[WINDOW - 1 :] = np.where(whole, total[WINDOW:] - total[:-WINDOW], np.nan)
    return sums
