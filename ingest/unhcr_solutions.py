"""UNHCR: returns, resettlement and naturalisation by origin, other place and year, since 1959.

Flows within a year. They hold what the population table's returned_refugees hold, and more.
"""

from datetime import date

import pandas as pd

from contracts.solution_year import SOLUTION_YEAR, SOLUTIONS
from ingest._source import Get, Parts, Source
from ingest._unhcr import fetch_pages, long_figures, newest_year

SOURCE = Source(
    id="unhcr_solutions",
    title="UNHCR Refugee Data Finder, solutions",
    provider="UNHCR",
    licence="CC BY 4.0",
    citation="UNHCR Refugee Data Finder, solutions.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=SOLUTION_YEAR,
    stale_after_days=400,
    may_move_by_unit=(("returned_refugees", 4.0), ("returned_idps", 1.0)),  # as in unhcr_population
    caveat="What governments and UNHCR offices know of; many returns and naturalisations are not recorded.",
)


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "solutions")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into solution_year."""
    kinds = {name: name for name in SOLUTIONS}
    return SOLUTION_YEAR.validate(long_figures(parts, kinds, ("solution", "persons"), SOURCE.id, retrieved))
