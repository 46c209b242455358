"""How severe was the worst crisis of a place in a month by INFORM Severity, on one scale alone?

The scale went from 0-5 to 0-10 early in 2026. They are two measures with an indicator
each, so that no series and no mean holds both; the first month of a place on a new
scale says so.
"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator
from indicators._published import published_scores


def severity_indicator(scale: str, top: int) -> Indicator:
    """The declaration on one scale."""
    return Indicator(
        id=f"inform_severity_{top}",
        title=f"INFORM Severity on the scale {scale}",
        question=f"How severe was the worst humanitarian crisis of the place by INFORM Severity, on the scale {scale}?",
        definition=f"The highest INFORM Severity Index of the place's crises in the month, of the months published on the scale {scale}. "
        "Regional crises are of no single place and are left out.",
        reads=("crisis_severity_month",),
        period="month",
        higher_means="worse",
        unit=f"points of {top}",
        caveat="Crises as ACAPS cuts them; the index grew with the scale early in 2026, and the two are not comparable. "
        "No row means not assessed, not calm.",
        reference="INFORM Severity Index, ACAPS and the INFORM partners",
        quiet="no_row",
    )


def severity_scores(crises: pd.DataFrame, scale: str, indicator_id: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """The worst crisis of every place and month on the scale; the first month after another scale is flagged."""
    placed = crises[crises["place_id"].notna()]
    worst = placed[placed["severity_scale"] == scale].groupby(["place_id", "month"])["severity_score"]
    table = worst.agg(value="max", n_observed="size").reset_index()
    other = placed[placed["severity_scale"] != scale].groupby("place_id")["month"].min().rename("other")
    table = table.join(other.astype("datetime64[us]"), on="place_id")
    first = table.groupby("place_id")["month"].transform("min")
    is_new = table["month"].eq(first) & (table["other"] < first)
    return published_scores(table.assign(status=np.where(is_new, "change_of_scale", "ok")), indicator_id, as_of)
