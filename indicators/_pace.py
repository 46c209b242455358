"""How do the newest months compare with the months before? Ratios of yearly paces.

Both paces are deaths a year, with one death added so that quiet months do not divide
by zero. Only so short a comparison said anything of the next year (AUC .61 to .64 on
the slow-burning places), and part of that is arithmetic: a place whose newest months
are above its year needs only to stay there.
"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator
from indicators._monthly import BOUNDS, MonthlyDeaths, rolling_count, rolling_sum
from indicators._scores import scores_where

YEAR = 12
RECENT = 3


def pace_scores(deaths: MonthlyDeaths, indicator_id: str, against: int) -> pd.DataFrame:
    """(1 + four times the last three months) / (1 + deaths a year over the last `against` months)."""
    recent = {bound: rolling_sum(getattr(deaths, bound), RECENT) for bound in BOUNDS}
    longer = {bound: rolling_sum(getattr(deaths, bound), against) for bound in BOUNDS}
    ratio = np.stack([(1 + recent[b] * YEAR / RECENT) / (1 + longer[b] * YEAR / against) for b in BOUNDS])
    asked = np.nan_to_num(longer["best"]) > 0
    return scores_where(
        asked,
        deaths,
        indicator_id,
        rolling_count(deaths.is_provisional, against) > 0,
        value=ratio[0],
        value_low=ratio.min(axis=0),
        value_high=ratio.max(axis=0),
        score=np.full(asked.shape, np.nan),
        n_observed=np.full(asked.shape, against),
        coverage=np.ones(asked.shape),
        status=np.full(asked.shape, "ok"),
    )


def pace_indicator(indicator_id: str, title: str, against: int) -> Indicator:
    """Declare the last three months against the last `against`."""
    return Indicator(
        id=indicator_id,
        title=title,
        question=f"Are the last three months deadlier than the last {against}?",
        definition=f"Deaths of all types of the last three months as a yearly pace, plus one, divided by the yearly pace of "
        f"the last {against} months, plus one. The range is the smallest and the largest ratio by the low, best and high "
        "estimates.",
        reads=("violence_month",),
        period="month",
        higher_means="worse",
        unit="ratio of yearly paces",
        caveat="The newest months are revised most. One massacre moves it; beside few deaths a year it says little. It knows no seasons: "
        "three dry months stand beside a whole year. It is of the newest months on record, which may lie years back.",
        reference="Own definition; on what such ratios tell of the next year see the decision on trends",
        measures="change",
        quiet="no_row",
    )
