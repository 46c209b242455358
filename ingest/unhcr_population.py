"""UNHCR: refugees, asylum-seekers and other people of concern by origin, asylum and year.

The types stay apart. Published twice a year: in June as of 31 December, in October or
November as of 30 June. People displaced within a country have it as origin and asylum.
"""

from datetime import date

import pandas as pd

from contracts.displacement_year import DISPLACEMENT_YEAR, UNHCR_TYPES
from ingest._source import Get, Parts, Source
from ingest._unhcr import fetch_pages, long_figures, newest_year

SOURCE = Source(
    id="unhcr_population",
    title="UNHCR Refugee Data Finder, population figures",
    provider="UNHCR",
    licence="CC BY 4.0",
    citation="UNHCR Refugee Data Finder, population figures.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=DISPLACEMENT_YEAR,
    stale_after_days=400,  # figures of 31 December come in June; those of 30 June in October or November
    may_move_by_unit=(
        ("returned_refugees", 4.0),
        ("returned_idps", 1.0),
    ),  # returns of 2022 were made 4.0 and 1.5 times
    caveat="Stocks on 30 June or 31 December, never to be subtracted from one another; a difference of stocks is no "
    "arrival. Palestine refugees under UNRWA's mandate are not in.",
)


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "population")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into displacement_year, one row for each type with a figure."""
    types = {name: name for name in UNHCR_TYPES}
    return DISPLACEMENT_YEAR.validate(long_figures(parts, types, ("population_type", "persons"), SOURCE.id, retrieved))
