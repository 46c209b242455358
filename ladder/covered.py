"""Years and months of places that are parts of countries, from events that speak for them.

`covered` says for which place-years the source would have recorded a death: there a
year, month or type without an event is zero; elsewhere there is no row. Each event's
months are those it has in its country's series, so parts add up to the whole.
"""

from typing import Any

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES, VIOLENCE_TYPES
from ladder.spread import BOUNDS, spread_over_months

MONTHS = 12
PLACE_YEAR = ["place_id", "year"]
TYPE_CODE = {name: code for code, name in enumerate(VIOLENCE_TYPES)}


def years_of(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """violence_year rows; `covered` holds place_id, year, place_kind and source_id, and every event lies in it."""
    row = _rows(events, covered)
    cell = row * len(TYPE_CODE) + events["violence_type"].map(TYPE_CODE).to_numpy(dtype="int64")
    flagged = {
        name: np.bincount(cell, events[name].to_numpy(), len(covered) * len(TYPE_CODE)) > 0
        for name in ("is_bounds_inconsistent", "is_provisional")
    }
    return _with_types(covered, _sums(events, cell, len(covered)), **flagged)


def months_of(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """violence_month rows, twelve months for every covered place-year."""
    # The number of the place-year travels through the spreading in the place's stead, to be found again at once.
    spread = spread_over_months(events.assign(place_id=_rows(events, covered)))
    row = spread["place_id"].to_numpy() * MONTHS + spread["month"].dt.month.to_numpy() - 1
    cell = row * len(TYPE_CODE) + spread["violence_type"].map(TYPE_CODE).to_numpy(dtype="int64")
    twelve = covered.take(np.repeat(np.arange(len(covered)), MONTHS)).reset_index(drop=True)
    since_1970 = (twelve["year"].to_numpy() - 1970) * MONTHS + np.tile(np.arange(MONTHS), len(covered))
    twelve["month"] = since_1970.astype("datetime64[M]").astype("datetime64[us]")
    sums = _sums(spread, cell, len(twelve))
    provisional = np.bincount(cell, spread["is_provisional"].to_numpy(), len(twelve) * len(TYPE_CODE)) > 0
    best, low, high = (sums[bound] for bound in BOUNDS)
    bounded = dict(zip(BOUNDS, (best, np.minimum(low, best), np.maximum(high, best)), strict=True))  # as for countries
    return _with_types(twelve, bounded, is_provisional=provisional)


def _rows(events: pd.DataFrame, covered: pd.DataFrame) -> np.ndarray:
    """The number of each event's place-year in `covered`."""
    return pd.MultiIndex.from_frame(covered[PLACE_YEAR]).get_indexer(pd.MultiIndex.from_frame(events[PLACE_YEAR]))


def _sums(rows: pd.DataFrame, cell: np.ndarray, n_periods: int) -> dict[str, np.ndarray]:
    size = n_periods * len(TYPE_CODE)
    return {bound: np.bincount(cell, rows[bound].to_numpy(), size).astype("int64") for bound in BOUNDS}


def _with_types(periods: pd.DataFrame, sums: dict[str, np.ndarray], **flags: Any) -> pd.DataFrame:
    """Each period once for every type of violence, with its sums."""
    rows = periods.take(np.repeat(np.arange(len(periods)), len(TYPE_CODE))).reset_index(drop=True)
    types = np.tile(VIOLENCE_TYPES, len(periods))
    return rows.assign(violence_type=types, types_covered=ALL_TYPES, **sums, **flags)
