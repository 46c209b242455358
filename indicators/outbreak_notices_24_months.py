"""How many notices on outbreaks in the place did the World Health Organization publish within 24 months?

A count of announcements. WHO chooses what to announce and may follow one outbreak in
several notices. The list is taken to reach to the month of its newest notice anywhere:
behind it there is no row, which is not a 0.
"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._published import published_scores

WINDOW_MONTHS = 24  # one notice says little; over two years repeated outbreaks show

INDICATOR = Indicator(
    id="outbreak_notices_24_months",
    title="Outbreak notices in 24 months",
    question="How many notices on outbreaks in the place did WHO publish within 24 months?",
    definition=f"Notices of WHO's Disease Outbreak News whose title names the place, over the {WINDOW_MONTHS} months that end with the month. "
    "Places without a notice have no row.",
    reads=("outbreak_notice",),
    period="month",
    higher_means="worse",
    unit="notices",
    caveat="What WHO chose to announce, not all outbreaks; one outbreak may have several notices, and notices whose title names "
    "no place are not counted.",
    reference="Compiled from WHO's Disease Outbreak News; counts only",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Counts of every place and month with a notice in its window, once the list is as old as the window."""
    notices = tables["outbreak_notice"]
    notices = notices[notices["date"] < as_of + pd.offsets.MonthBegin(1)]
    numbers = notices["date"].dt.year * 12 + notices["date"].dt.month - 1
    if notices.empty or numbers.max() - numbers.min() + 1 < WINDOW_MONTHS:
        return published_scores(pd.DataFrame(columns=["place_id", "month", "value", "status"]), INDICATOR.id, as_of)
    first, last = int(numbers.min()), int(numbers.max())
    named = notices["place_id"].notna()
    places, row = np.unique(notices.loc[named, "place_id"].to_numpy(dtype=object).astype(str), return_inverse=True)
    monthly = np.zeros((len(places), last - first + 1))
    np.add.at(monthly, (row, numbers[named].to_numpy() - first), 1)
    windows = np.lib.stride_tricks.sliding_window_view(monthly, WINDOW_MONTHS, axis=1).sum(axis=2)
    place, month = np.nonzero(windows)
    table = pd.DataFrame(
        {
            "place_id": places[place],
            "month": (month + first + WINDOW_MONTHS - 1 - 1970 * 12).astype("datetime64[M]").astype("datetime64[us]"),
            "value": windows[place, month],
            "n_observed": WINDOW_MONTHS,
            "status": "ok",
        }
    )
    return published_scores(table, INDICATOR.id, as_of)
