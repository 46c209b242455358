"""Does it burn slowly or suddenly right now? The companion, seen from inside, of the tempo told by episodes.

An episode is named by all its years; while it goes on nobody knows them all. From
inside three figures are known: how the newest months compare with three years, how
much of five years was active, and for how long the spell has lasted.

It stands at the newest month of all types. That may lie years before the newest annual
figure (Mexico 2017, Israel 2022 on the files of 2025): then it is no word about now, and
whoever shows it says its month.
"""

import numpy as np
import pandas as pd

from contracts.tempo_now import TEMPO_NOW

MUCH_AS_BEFORE = 2.0  # a ratio between a half and two
FAR_ABOVE = 5.0
MOSTLY_ACTIVE = 0.6  # of 60 months
SELDOM_ACTIVE = 0.2
PARTS = {"surge_ratio": "surge_ratio", "persistence_60_months": "share_active", "spell_months": "spell_months"}


def tempo_now(indicator_scores: pd.DataFrame) -> pd.DataFrame:
    """One row per place at the newest month that has a surge ratio."""
    # Twelve-month sums stand at every month on record, quiet ones too: the newest of them is where a place stands now.
    recorded = indicator_scores[indicator_scores["indicator_id"] == "fatalities_12_months"]
    now = recorded.groupby("place_id", as_index=False)["month"].max()
    surge = indicator_scores[indicator_scores["indicator_id"] == "surge_ratio"]
    table = surge[["place_id", "place_kind", "month", "is_provisional"]].merge(
        now, on=["place_id", "month"], validate="one_to_one"
    )
    for indicator_id, name in PARTS.items():
        part = indicator_scores.loc[
            indicator_scores["indicator_id"] == indicator_id, ["place_id", "month", "value", "status"]
        ]
        part = part.rename(columns={"value": name, "status": f"status_{name}"})
        table = table.merge(part, on=["place_id", "month"], how="left", validate="one_to_one")
    # No row of these two means that no twelve months on record held a death.
    table[["share_active", "spell_months"]] = table[["share_active", "spell_months"]].fillna(0)
    ratio, share = table["surge_ratio"], table["share_active"]
    slow = ratio.between(1 / MUCH_AS_BEFORE, MUCH_AS_BEFORE) & (share > MOSTLY_ACTIVE)
    sudden = (ratio > FAR_ABOVE) & (share < SELDOM_ACTIVE)
    return TEMPO_NOW.validate(
        table.assign(
            tempo_now=np.select([slow, sudden], ["slow_burn", "sudden"], "between"),
            is_short_history=table["status_share_active"] != "ok",
        )
    )
