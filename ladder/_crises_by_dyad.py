"""UCDP's annual figures of dyads under a crisis's name: state-based deaths, nothing else.

A dyad's year below 25 deaths is not in the source. It has no row here, which is not
zero, and the other types of violence have none at all.
"""

from collections.abc import Iterable

import pandas as pd

from contracts._columns import STATE_BASED_ONLY
from ladder.covered import PLACE_YEAR
from ladder.spread import BOUNDS
from reference.crises import Crisis


def of_dyads(crises: Iterable[Crisis], dyads: pd.DataFrame) -> pd.DataFrame:
    """violence_year rows of crises counted by dyads."""
    by_dyads = [crisis for crisis in crises if crisis.rule == "dyads"]
    pairs = [(crisis.crisis_id, dyad) for crisis in by_dyads for dyad in crisis.dyads]
    rows = dyads.merge(pd.DataFrame(pairs, columns=["place_id", "dyad_id"], dtype="str"), on="dyad_id")
    known = {crisis.crisis_id: crisis for crisis in by_dyads}
    is_counted = [
        known[place].is_followed_in(year) and _is_fought_there(known[place], where)
        for place, year, where in zip(rows["place_id"], rows["year"], rows["battle_place_ids"], strict=True)
    ]
    counted = rows[pd.Series(is_counted, index=rows.index, dtype="bool")]
    summed = counted.groupby(PLACE_YEAR, as_index=False).agg(
        {**dict.fromkeys(BOUNDS, "sum"), "is_bounds_inconsistent": "any", "source_id": "first"}
    )
    return summed.assign(violence_type="state_based", types_covered=STATE_BASED_ONLY, is_provisional=False)


def _is_fought_there(crisis: Crisis, battle_place_ids: str) -> bool:
    return not crisis.fought_in or not set(crisis.fought_in).isdisjoint(battle_place_ids.split(","))
