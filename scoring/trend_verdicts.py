"""Of which trends may be spoken, when two hundred places and several windows are tested every month?

Of a thousand tests without a trend fifty fall below 5 % by chance. Benjamini and
Yekutieli's adjustment holds the share of false ones among the trends spoken of, and
does so for tests that lean on each other, as windows of one place and neighbours do.
Tests on months and tests on calendar years are two families, for the second are made in
December alone and a monthly verdict shall not flicker each December; so are countries,
crises and units, for a reader asks of one kind at a time.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from contracts.trend_verdict import TREND_VERDICT

FALSE_DISCOVERY_RATE = (
    0.10  # of the trends spoken of in one month and family, one in ten may be chance; not of all months together
)


def trend_verdicts(trends: pd.DataFrame, period_of: Mapping[str, str]) -> pd.DataFrame:
    """Judge all rows with a p value month by month; `period_of` gives each indicator's period."""
    tested = trends[trends["p_value"].notna()]
    if tested.empty:
        return TREND_VERDICT.empty()
    family = tested.groupby([tested["indicator_id"].map(period_of), "place_kind", "month"], observed=True)["p_value"]
    adjusted = family.transform(lambda p_values: adjust(p_values.to_numpy()))
    return TREND_VERDICT.validate(
        tested[["place_id", "place_kind", "month", "indicator_id", "p_value"]].assign(
            p_adjusted=adjusted,
            n_tests=family.transform("size"),
            verdict=np.select(
                [adjusted > FALSE_DISCOVERY_RATE, tested["value"] > 1, tested["value"] < 1],
                ["not_shown", "rising", "falling"],
                "not_shown",  # a slope of exactly 0 has no direction to speak of
            ),
        )
    )


def adjust(p_values: np.ndarray) -> np.ndarray:
    """Benjamini-Yekutieli: the smallest false discovery rate at which each test would be spoken of."""
    count = len(p_values)
    order = np.argsort(p_values, kind="stable")
    steps = p_values[order] * count / np.arange(1, count + 1) * (1 / np.arange(1, count + 1)).sum()
    adjusted = np.empty(count)
    adjusted[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1)
    return adjusted
