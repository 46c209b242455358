"""What the indicators say of the hand-made world: who changed, how far Darfur is spread, how long it has burnt.

The level of ISR stepped up in 2023, that of SSD down in 2020, that of RWA up long ago.
"""

from typing import Any

import pandas as pd

from contracts.change_point import CHANGE_POINT
from contracts.spread_year import SPREAD_YEAR
from tests.dashboard.small_sources import LAST

STEPS = {"ISR": ("month", "2023-10-01", 30.0), "RWA": ("year", "1990-01-01", 200.0), "SSD": ("year", "2020-01-01", 0.5)}


def change_points() -> pd.DataFrame:
    rows = [
        {"place_id": place, "place_kind": "country", "period": period, "month": pd.Timestamp(month)}
        | {"level_before": 10.0, "level_after": 10 * factor, "factor": factor}
        | {"n_before": 20, "n_after": 12, "is_newest": True}
        for place, (period, month, factor) in STEPS.items()
    ]
    return CHANGE_POINT.validate(pd.DataFrame(rows))


def spread_years() -> pd.DataFrame:
    flat = {"fatalities_best": 2_000, "fatalities_placed": 1_900, "fatalities_in_units": 1_950}
    rows: list[dict[str, Any]] = [
        {"place_id": "crisis:darfur", "place_kind": "crisis", "year": year, **flat}
        | {"active_cells": 14, "active_cells_25": 9, "effective_cells": 6.5}
        | {"active_units": 5, "active_units_25": 4, "effective_units": 2.25, "new_cells": 3, "new_cells_beside": 2}
        for year in (LAST - 1, LAST)
    ]
    return SPREAD_YEAR.validate(pd.DataFrame(rows))


def persistence(place: str, kind: str) -> dict[str, Any]:
    """A row of indicator_scores: nine active years of the last ten."""
    return {
        "place_id": place,
        "place_kind": kind,
        "month": pd.Timestamp(LAST, 12, 1),
        "indicator_id": "persistence_10_years",
        "value": 0.9,
        "value_low": 0.9,
        "value_high": 0.9,
        "score": 90.0,
        "n_observed": 10,
        "coverage": 1.0,
        "status": "ok",
        "is_provisional": False,
    }
