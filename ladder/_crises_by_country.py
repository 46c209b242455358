"""The figures of whole countries under a crisis's name, summed where it lies in several.

A year or month is there when every country has a figure of all types for it. The sum
stands on the lowest rung of its parts and bears the source of that part.
"""

from collections.abc import Iterable

import pandas as pd

from contracts._columns import ALL_TYPES
from ladder.country import Spoken
from ladder.covered import PLACE_YEAR
from ladder.spread import BOUNDS
from reference.crises import Crisis

RUNG_ORDER = {"events": 0, "months": 1, "years": 2}
TO_THIS_DAY = 9999
FLAGS = ("is_bounds_inconsistent", "is_provisional")


def of_countries(crises: Iterable[Crisis], countries: Spoken, spoken_for: pd.MultiIndex) -> Spoken:
    """Years, months and rungs (place_id, year, rung) of crises counted or continued by countries.

    `spoken_for` holds the (place_id, year) of crises for which events in units speak already.
    """
    parts = _parts(crises)
    years = _joined(countries.years, parts, countries.years["year"], spoken_for)
    months = _joined(countries.months, parts, countries.months["month"].dt.year, spoken_for)
    said = countries.comparison.loc[countries.comparison["speaks"], [*PLACE_YEAR, "source_id", "rung"]]
    said = said.rename(columns={"place_id": "country_id"})
    rungs = years[["country_id", *PLACE_YEAR, "source_id"]].drop_duplicates()
    rungs = rungs.merge(said, on=["country_id", "year", "source_id"], validate="many_to_one")
    rungs = rungs.assign(order=rungs["rung"].map(RUNG_ORDER)).sort_values([*PLACE_YEAR, "order"])
    lowest = rungs.drop_duplicates(PLACE_YEAR, keep="last")[[*PLACE_YEAR, "source_id", "rung"]]
    summed = _summed(years, "year").drop(columns="source_id")
    summed = summed.merge(lowest[[*PLACE_YEAR, "source_id"]], on=PLACE_YEAR, validate="many_to_one")
    whole = pd.MultiIndex.from_frame(summed[PLACE_YEAR])
    lowest = lowest[pd.MultiIndex.from_frame(lowest[PLACE_YEAR]).isin(whole)]
    return Spoken(years=summed, months=_summed(months, "month"), comparison=lowest[[*PLACE_YEAR, "rung"]])


def summed_over_countries(crises: Iterable[Crisis], years: pd.DataFrame) -> pd.DataFrame:
    """The countries' rows of all types, by year and violence_type, under the crises' names."""
    nothing = pd.MultiIndex.from_arrays([[], []], names=PLACE_YEAR)
    return _summed(_joined(years, _parts(crises), years["year"], nothing), "year")


def events_of_countries(crises: Iterable[Crisis], events: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """The events of countries under the names of crises that count whole countries, where all of these have events.

    `years` is violence_year of the crises: a year that rests on another source in one country has no events here.
    """
    listed = _parts(crises).rename(columns={"place_id": "country_id", "crisis_id": "place_id"})
    rows = events.rename(columns={"place_id": "country_id"}).merge(listed, on="country_id", validate="many_to_many")
    rows = rows[rows["year"].between(rows["first"], rows["last"])]
    speaks = years[[*PLACE_YEAR, "source_id"]].drop_duplicates()
    return rows.merge(speaks, on=[*PLACE_YEAR, "source_id"], validate="many_to_one")[list(events.columns)]


def _parts(crises: Iterable[Crisis]) -> pd.DataFrame:
    """Which country's figure belongs to which crisis, from when to when, and of how many it is one."""
    rows = []
    for crisis in crises:
        counted = crisis.countries if crisis.rule == "countries" else crisis.continued_by
        first = crisis.continued_from or crisis.first_year
        last = crisis.last_year or TO_THIS_DAY
        rows += [(crisis.crisis_id, place, first, last, len(counted)) for place in counted]
    listed = pd.DataFrame(rows, columns=["crisis_id", "place_id", "first", "last", "n_countries"])
    return listed.astype(
        {"crisis_id": "str", "place_id": "str"} | dict.fromkeys(("first", "last", "n_countries"), "int64")
    )


def _joined(table: pd.DataFrame, parts: pd.DataFrame, year: pd.Series, spoken_for: pd.MultiIndex) -> pd.DataFrame:
    """The rows of all types under the crises' names, each crisis's years alone."""
    is_asked = table["place_id"].isin(parts["place_id"]) & (table["types_covered"] == ALL_TYPES)
    rows = table[is_asked].assign(year=year[is_asked]).merge(parts, on="place_id", validate="many_to_many")
    rows = rows[rows["year"].between(rows["first"], rows["last"])]
    rows = rows.rename(columns={"place_id": "country_id", "crisis_id": "place_id"})
    return rows[~pd.MultiIndex.from_frame(rows[PLACE_YEAR]).isin(spoken_for)]


def _summed(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Sums by period and type; a bound that one of the countries lacks is missing, and of several sources the last by name."""
    flags = dict.fromkeys([name for name in FLAGS if name in rows], "any")
    by_type = rows.groupby(["place_id", period, "violence_type"], as_index=False)
    sums = by_type.agg(
        dict.fromkeys(BOUNDS, "sum") | flags | {"n_countries": "first", "country_id": "size", "source_id": "max"}
    )
    held = by_type[list(BOUNDS)].count()
    for bound in BOUNDS[1:]:
        sums[bound] = sums[bound].where(held[bound].eq(sums["country_id"]))
    whole = sums[sums["country_id"] == sums["n_countries"]]
    return whole.drop(columns=["country_id", "n_countries"]).assign(types_covered=ALL_TYPES)
