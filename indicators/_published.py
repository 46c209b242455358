"""What others publish about a place and month, as indicator_scores rows: one figure, no bounds of its own."""

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES


def published_scores(figures: pd.DataFrame, indicator_id: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """One row per place and month up to as_of from `value`, `status` and, where given, n_observed and coverage."""
    known = figures[figures["month"] <= as_of]
    counted = {"n_observed": 1, "coverage": 1.0}
    return INDICATOR_SCORES.validate(
        known.assign(
            place_kind="country",
            indicator_id=indicator_id,
            value_low=known["value"],
            value_high=known["value"],
            score=np.nan,
            is_provisional=False,
            **{name: known.get(name, value) for name, value in counted.items()},
        )
    )
