"""Scores of 0 to 100 against a frozen reference period.

The reference is every country-year of 1990-2019 with at least one recorded death,
all types covered, as UCDP stood at the release named in the file. It is kept as
numbers, not recomputed: so no later year and no revision moves an older score.
Zero scores zero; a value counts by the share of the reference that lies at or
below it. `python -m indicators` prints the file anew.
"""

import csv
from functools import cache
from pathlib import Path

import numpy as np

FILE = Path(__file__).parent / "frozen_1990_2019.csv"
FIRST_YEAR, LAST_YEAR = 1990, 2019  # thirty complete years before the newest wars and before the newest recounts
PERCENTILES = np.arange(0, 101)


@cache
def frozen_values(indicator_id: str) -> np.ndarray:
    """The indicator's values at the 0th to 100th percentile of the reference period."""
    with FILE.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["indicator_id"] == indicator_id]
    if len(rows) != len(PERCENTILES):
        raise KeyError(f"indicator={indicator_id} has no frozen reference in {FILE.name}: run `python -m indicators`")
    return np.array([float(row["value"]) for row in rows])


def percentile_score(values: np.ndarray, indicator_id: str) -> np.ndarray:
    """Score values of 0 or more; NaN stays NaN, zero scores 0, beyond the reference scores 100."""
    scores = np.interp(np.log1p(values), np.log1p(frozen_values(indicator_id)), PERCENTILES)
    return np.where(np.isnan(values), np.nan, np.where(values > 0, scores, 0.0))


def reference_values(values: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The 101 percentiles of the positive values in the reference period; values are places x years."""
    within = values[:, (years >= FIRST_YEAR) & (years <= LAST_YEAR)]
    return np.percentile(within[within > 0], PERCENTILES)
