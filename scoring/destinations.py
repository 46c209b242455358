"""Where are the people of each origin, in numbers, shares and ranks?

Shares stand beside counts so that a small number is seen to be small: at the end of
2025 Canada held 936 of 2,820,737 refugees from Sudan, 0.03 %. Places of asylum are
ranked by refugees, asylum-seekers and other people in need of protection together;
"unknown" and the like count in totals and have no rank.
"""

import pandas as pd

from contracts.destination_year import DESTINATION_YEAR, TYPES_ABROAD
from reference.countries import countries

YEARS = 10  # as far back as the page of an origin shows; older years are in the source's own table
SHARE_DECIMALS = 6  # a ten-thousandth of a per cent; more would be half of the table's size
MID_YEAR_MONTH = 6
KEYS = ["origin_id", "asylum_id", "reference_date"]
OF_ORIGIN = ["origin_id", "reference_date"]


def destinations(stocks: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """destination_year of the newest YEARS reference years up to as_of; `stocks` is displacement_year."""
    dates = stocks["reference_date"]
    is_known = dates < as_of + pd.offsets.MonthBegin(1)
    if not is_known.any():
        return DESTINATION_YEAR.empty()
    first = pd.Timestamp(dates[is_known].max().year - YEARS + 1, 1, 1)
    is_told = stocks["population_type"].isin(TYPES_ABROAD) & (
        stocks["persons"].gt(0).fillna(False) | stocks["is_masked"]
    )
    told = stocks[is_known & dates.ge(first) & is_told]
    table = told.pivot(index=KEYS, columns="population_type", values="persons").reindex(columns=list(TYPES_ABROAD))
    table = table.reset_index().merge(
        told.groupby(KEYS)["is_masked"].any().reset_index(), on=KEYS, validate="one_to_one"
    )
    return DESTINATION_YEAR.validate(
        _ranked(table).assign(is_provisional=table["reference_date"].dt.month.eq(MID_YEAR_MONTH))
    )


def _ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Shares within each origin and date; ranks among its places of asylum."""
    counts = table[list(TYPES_ABROAD)].astype("Float64")
    together = counts.sum(axis=1, min_count=1)
    totals = table[OF_ORIGIN].assign(refugees=counts["refugees"], together=together).groupby(OF_ORIGIN)
    places = {place_id for place_id, country in countries().items() if country.kind != "non_place"}
    is_place = table["origin_id"].isin(places) & table["asylum_id"].isin(places)
    ranks = table[OF_ORIGIN].assign(together=together.where(is_place)).groupby(OF_ORIGIN)["together"]
    return table.assign(
        share_of_refugees=_share(counts["refugees"], totals["refugees"].transform("sum")),
        share_of_all=_share(together, totals["together"].transform("sum")),
        rank=ranks.rank(method="min", ascending=False).astype("Int64"),
    )


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    """Missing where the part is, or where there is nothing to be a part of."""
    return (part / whole.where(whole > 0)).astype("float64").round(SHARE_DECIMALS)
