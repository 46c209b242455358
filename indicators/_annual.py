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
    row, places = pd.factorize(known["place_id"], sort=True)
    first = int(known["year"].min()) if len(known) else last + 1
    years = np.arange(first, int(known["year"].max()) + 1) if len(known) else np.arange(0)
    shape, column = (len(places), len(years)), known["year"].to_numpy() - first
    cell, size = row * shape[1] + column, shape[0] * shape[1]
    held = np.bincount(cell, minlength=size) > 0
    summed = {}
    for bound in BOUNDS:
        totals = np.bincount(cell, known[f"fatalities_{bound}"].to_numpy(dtype=float), size)
        summed[bound] = np.where(held, totals, np.nan).reshape(shape)
    kinds = np.full(len(places), "country", dtype=object)
    kinds[row] = known["place_kind"].to_numpy(dtype=object)
    provisional = np.bincount(cell, known["is_provisional"].to_numpy(dtype=float), size).reshape(shape) > 0
    return AnnualDeaths(np.asarray(places).astype(str), kinds, years, **summed, is_provisional=provisional)
