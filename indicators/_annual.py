"""Annual deaths as an array of places by years: the common ground of the annual indicators.

A place-year without a row is missing (NaN): the place did not exist, or no source
speaks for it. Zero is only where a source says zero. Series of all types and of
state-based deaths alone are never in one array.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES

ACTIVE_YEAR_DEATHS = 25  # UCDP's threshold of an active conflict in a calendar year
BOUNDS = ("best", "low", "high")
DECEMBER = 12


@dataclass(frozen=True)
class AnnualDeaths:
    """Places x years; `best`, `low`, `high` hold deaths of all types, NaN where missing."""

    place_id: np.ndarray
    place_kind: np.ndarray
    years: np.ndarray
    best: np.ndarray
    low: np.ndarray
    high: np.ndarray
    is_provisional: np.ndarray

    @property
    def months(self) -> np.ndarray:
        """The December of each year, in which an annual indicator stands."""
        return ((self.years - 1970) * 12 + DECEMBER - 1).astype("datetime64[M]").astype("datetime64[us]")


def annual_deaths(violence_year: pd.DataFrame, as_of: pd.Timestamp, types_covered: str = ALL_TYPES) -> AnnualDeaths:
    """Sum the types of each place-year of one coverage, by default all types, for the years that had ended by as_of."""
    last = as_of.year if as_of.month == DECEMBER else as_of.year - 1
    known = violence_year[(violence_year["year"] <= last) & (violence_year["types_covered"] == types_covered)]
    places, row = np.unique(known["place_id"].to_numpy(dtype=object).astype(str), return_inverse=True)
    first = int(known["year"].min()) if len(known) else last + 1
    years = np.arange(first, int(known["year"].max()) + 1) if len(known) else np.arange(0)
    shape, column = (len(places), len(years)), known["year"].to_numpy() - first
    held = np.zeros(shape, dtype=bool)
    held[row, column] = True
    summed = {}
    for bound in BOUNDS:
        totals = np.zeros(shape)
        np.add.at(totals, (row, column), known[f"fatalities_{bound}"].to_numpy(dtype=float))
        summed[bound] = np.where(held, totals, np.nan)
    kinds = np.full(len(places), "country", dtype=object)
    kinds[row] = known["place_kind"].to_numpy(dtype=object)
    provisional = np.zeros(shape, dtype=bool)
    np.logical_or.at(provisional, (row, column), known["is_provisional"].to_numpy(dtype=bool))
    return AnnualDeaths(places, kinds, years, **summed, is_provisional=provisional)
