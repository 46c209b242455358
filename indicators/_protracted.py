"""In which countries of asylum have 25,000 or more refugees of one origin been for five years on end?

UNHCR's definition of a protracted situation, read as five ends of year in a row at
25,000 or more. The number of an ending year says nothing of who is in it: some will
have come later than others.
"""

import pandas as pd

from indicators._displaced import MID_YEAR_MONTH, OF_ORIGIN, of_type
from reference.countries import countries

SITUATION_PERSONS = 25_000  # UNHCR's definition
SITUATION_YEARS = 5  # UNHCR's definition; counted by ends of year, as the figures are
PAIR = ["origin_id", "asylum_id"]


def protracted(stocks: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """By origin and reference date: situations and persons in them; mid-years have neither.

    A date has a row where the origin has a figure and the record reaches back far enough for a situation. A young
    state has no number until five ends of year are its own: whoever fled before is counted under another name.
    """
    refugees = of_type(stocks, "refugees", as_of)
    if refugees.empty:
        return refugees[OF_ORIGIN].assign(situations=0, persons=0, n_observed=0, status="ok")
    first = refugees["reference_date"].min().year + SITUATION_YEARS - 1
    dates = refugees[OF_ORIGIN].drop_duplicates()
    is_year_end = dates["reference_date"].dt.month != MID_YEAR_MONTH
    counted = dates[dates["reference_date"].dt.year >= first].assign(n_observed=0)
    counted["n_observed"] = _years_on_record(dates[is_year_end], counted)
    met = _met(refugees).groupby(OF_ORIGIN)["persons"].agg(situations="size", persons="sum")
    table = counted.merge(met.reset_index(), on=OF_ORIGIN, how="left", validate="one_to_one")
    is_short = table["situations"].isna() & _is_young(table) & table["n_observed"].lt(SITUATION_YEARS)
    table = table.assign(status=is_short.map({True: "short_history", False: "ok"}))
    found = ["situations", "persons"]  # no pair that meets the definition: none is protracted
    table[found] = table[found].fillna(0).mask(is_short)
    return table


def _is_young(table: pd.DataFrame) -> pd.Series:
    """Whether the origin became a place of its own less than SITUATION_YEARS ends of year ago."""
    began = {place_id: one.valid_from.year for place_id, one in countries().items() if one.valid_from}
    return table["reference_date"].dt.year < table["origin_id"].map(began).astype("float64") + SITUATION_YEARS - 1


def _met(refugees: pd.DataFrame) -> pd.DataFrame:
    """Pairs and ends of year at which the definition is met."""
    is_end = refugees["reference_date"].dt.month != MID_YEAR_MONTH
    many = refugees[is_end & refugees["persons"].ge(SITUATION_PERSONS).fillna(False)]
    many = many.sort_values([*PAIR, "reference_date"]).astype({"persons": "float64"})
    years = many["reference_date"].dt.year
    earlier = many[PAIR].assign(year=years).groupby(PAIR)["year"].shift(SITUATION_YEARS - 1)
    return many[earlier.eq(years - SITUATION_YEARS + 1)]


def _years_on_record(ends: pd.DataFrame, asked: pd.DataFrame) -> pd.Series:
    """Ends of year with a figure of the origin among the newest SITUATION_YEARS of each asked row."""
    held = set(zip(ends["origin_id"], ends["reference_date"].dt.year, strict=True))
    origins, years = asked["origin_id"].to_list(), asked["reference_date"].dt.year.to_list()
    return pd.Series(
        [
            sum((origin, year - back) in held for back in range(SITUATION_YEARS))
            for origin, year in zip(origins, years, strict=True)
        ],
        index=asked.index,
        dtype="int64",
    )
