"""What every source said of a country-year, side by side, with why it speaks or does not."""

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from ladder._grid import BOUND_LIST, COUNTRY_YEAR, only_source


def compared(judged: pd.DataFrame, beyond: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """One row per country-year and source, as violence_comparison before validation."""
    parts = [_of_events(judged), _of_years(judged), _of_views(judged), _of_candidates(beyond, covered)]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True).assign(place_kind="country")


def _of_events(judged: pd.DataFrame) -> pd.DataFrame:
    rows = judged[judged["has_events"]]
    return _renamed(rows, "events").assign(
        rung="events",
        types_covered=ALL_TYPES,
        speaks=rows["speaks_events"],
        reason=np.select([~rows["has_annual"], rows["agrees"]], ["beyond_annual", "agrees"], "differs"),
    )


def _of_years(judged: pd.DataFrame) -> pd.DataFrame:
    rows = judged[judged["has_annual"]]
    return _renamed(rows, "annual").assign(
        rung="years",
        types_covered=ALL_TYPES,
        speaks=~rows["speaks_events"],
        reason=np.select([rows["agrees"], rows["is_zero_year"]], ["agrees", "zero_year"], "annual_record"),
    )


def _of_views(judged: pd.DataFrame) -> pd.DataFrame:
    rows = judged[judged["has_views"]]
    without_band = rows.assign(fatalities_low_views=np.nan, fatalities_high_views=np.nan)
    return _renamed(without_band, "views").assign(
        rung="months",
        types_covered=rows["types_covered_views"],
        speaks=False,
        reason=np.select([~rows["has_annual"], rows["agrees_views"]], ["beyond_annual", "agrees"], "differs"),
    )


def _of_candidates(beyond: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """Totals of the candidate events, also of months that no file covers, for every place whose months they give."""
    country_years = covered.assign(year=covered["month"].dt.year)[COUNTRY_YEAR].drop_duplicates()
    said = beyond.groupby(COUNTRY_YEAR, as_index=False)[BOUND_LIST].sum()
    rows = country_years.merge(said, on=COUNTRY_YEAR, how="left", validate="one_to_one")
    return rows.fillna(dict.fromkeys(BOUND_LIST, 0)).assign(
        source_id=only_source(beyond),
        rung="candidates",
        types_covered=ALL_TYPES,
        speaks=False,
        reason="beyond_annual",
    )


def _renamed(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    names = {f"{bound}_{side}": bound for bound in BOUND_LIST}
    return rows[[*COUNTRY_YEAR, *names, f"source_{side}"]].rename(columns={**names, f"source_{side}": "source_id"})
