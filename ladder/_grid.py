"""Every period of every place with every type: where a source covers a period, a type without a row had no recorded death."""

import numpy as np
import pandas as pd

from contracts._columns import VIOLENCE_TYPES
from ladder.spread import BOUNDS

COUNTRY_YEAR = ["place_id", "year"]
BOUND_LIST = list(BOUNDS)


def complete(rows: pd.DataFrame, covered: pd.DataFrame, period: str, flags: list[str]) -> pd.DataFrame:
    """Sum `rows` by place, period and type over the whole of `covered`, which names places and periods; absent is zero."""
    keys = ["place_id", period, "violence_type"]
    summed = rows.groupby(keys).agg({**dict.fromkeys(BOUND_LIST, "sum"), **dict.fromkeys(flags, "any")})
    repeated = covered.loc[covered.index.repeat(len(VIOLENCE_TYPES))]
    grid = pd.MultiIndex.from_arrays(
        [
            repeated["place_id"].to_numpy(),
            repeated[period].to_numpy(),
            np.tile(VIOLENCE_TYPES, len(covered)),
        ],
        names=keys,
    )
    counted = summed.reindex(grid).fillna(dict.fromkeys(BOUND_LIST, 0)).reset_index()
    counted[flags] = counted[flags].eq(True)
    return counted


def of_the_years(rows: pd.DataFrame, country_years: pd.DataFrame) -> np.ndarray:
    """Which rows are of one of the country-years."""
    keys = pd.MultiIndex.from_frame(country_years[COUNTRY_YEAR])
    return np.asarray(pd.MultiIndex.from_frame(rows[COUNTRY_YEAR]).isin(keys))


def twelve_months(country_years: pd.DataFrame) -> pd.DataFrame:
    """place_id and month, twelve rows for each country-year."""
    number = np.tile(np.arange(12), len(country_years))
    years = np.repeat(country_years["year"].to_numpy(dtype="int64"), 12)
    return pd.DataFrame(
        {
            "place_id": np.repeat(country_years["place_id"].to_numpy(), 12),
            "month": ((years - 1970) * 12 + number).astype("datetime64[M]").astype("datetime64[us]"),
        }
    )


def only_source(table: pd.DataFrame) -> str:
    """The source whose table it is; nobody where it has no rows."""
    return str(table["source_id"].iloc[0]) if len(table) else ""
