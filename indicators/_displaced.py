"""Displaced people of an origin as indicator_scores rows: how a stock, a flow and a rate are told.

A figure of 31 December stands in December. A stock of 30 June stands in June, provisional,
as a figure in its own right and compared with no December; a flow of half a year is no
year's flow, so it has a row without a value. A figure that the source hides is between
one and four people: it widens the range, and where nothing else is known there is no value.
Unknown and stateless origins are no places and have no row.
"""

from typing import Literal

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from reference.countries import countries

MID_YEAR_MONTH = 6
MASKED_UP_TO = 4  # people behind an asterisk at most
OF_ORIGIN = ["origin_id", "reference_date"]
BOUNDS = ["value", "value_low", "value_high"]


def known_by(table: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Rows whose reference date lies before the end of the month of as_of."""
    is_known = table["reference_date"] < as_of + pd.offsets.MonthBegin(1)
    return table if is_known.all() else table[is_known]


def of_type(stocks: pd.DataFrame, population_type: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """displacement_year rows of one type, as known by as_of."""
    return known_by(stocks[stocks["population_type"] == population_type], as_of)


def origin_scores(figures: pd.DataFrame, indicator_id: str, told: Literal["stock", "flow"]) -> pd.DataFrame:
    """Sum persons of each origin and reference date; a figure is hidden where is_masked says so."""
    rows = figures[OF_ORIGIN].assign(
        persons=figures["persons"].astype("Float64").to_numpy(dtype=float, na_value=np.nan),
        is_masked=figures["is_masked"].to_numpy(dtype=bool),
    )
    grouped = rows.groupby(OF_ORIGIN)
    sums = grouped["persons"].sum(min_count=1).to_frame("value")
    sums["cells"], sums["masked"] = grouped.size(), grouped["is_masked"].sum()
    table = sums.reset_index()
    return finished(
        table.assign(
            value_low=table["value"],
            value_high=table["value"] + MASKED_UP_TO * table["masked"],
            n_observed=table["cells"] - table["masked"],
            coverage=1 - table["masked"] / table["cells"],
            status=np.where(table["value"].isna(), "masked", "ok"),
        ),
        indicator_id,
        told,
    )


def finished(table: pd.DataFrame, indicator_id: str, told: Literal["stock", "flow"]) -> pd.DataFrame:
    """Rows by origin and reference date, with value, bounds, counts and status, as indicator_scores."""
    places = {place_id for place_id, country in countries().items() if country.kind != "non_place"}
    named = table[table["origin_id"].isin(places)].rename(columns={"origin_id": "place_id"})
    is_mid_year = named["reference_date"].dt.month.eq(MID_YEAR_MONTH)
    scores = named.assign(
        place_kind="country",
        indicator_id=indicator_id,
        month=named["reference_date"].dt.normalize() - pd.to_timedelta(named["reference_date"].dt.day - 1, unit="D"),
        score=np.nan,
        is_provisional=is_mid_year,
    )
    if told == "flow":
        scores.loc[is_mid_year, BOUNDS] = np.nan
        scores.loc[is_mid_year, "status"] = "half_year"
    return INDICATOR_SCORES.validate(scores)


def flagged_breaks(scores: pd.DataFrame, series_break: pd.DataFrame) -> pd.DataFrame:
    """Mark the dates at which the number of the whole origin jumps without flows that explain it."""
    jumps = series_break[series_break["asylum_id"].isna()]
    months = jumps["reference_date"] - pd.to_timedelta(jumps["reference_date"].dt.day - 1, unit="D")
    is_break = pd.MultiIndex.from_frame(scores[["place_id", "month"]]).isin(
        list(zip(jumps["origin_id"], months, strict=True))
    )
    return scores.assign(status=scores["status"].mask(is_break & scores["status"].eq("ok"), "break_in_series"))
