"""People living in displacement within their country through conflict, by country and year, as IDMC estimates them.

UNHCR counts those it knows of (idps); IDMC estimates all. The two stand side by side, never added up.
Before 2009 the figures are of the world alone, of unknown place.
"""

from datetime import date

import pandas as pd

from contracts.displacement_year import DISPLACEMENT_YEAR
from ingest._source import Get, Parts, Source
from ingest._unhcr import fetch_pages, long_figures, newest_year

SOURCE = Source(
    id="unhcr_idmc",
    title="People displaced by conflict within their country, IDMC",
    provider="IDMC, through UNHCR",
    licence="CC BY 4.0",
    citation="Internal Displacement Monitoring Centre (IDMC); UNHCR Refugee Data Finder.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=DISPLACEMENT_YEAR,
    stale_after_days=600,
    caveat="IDMC's estimates of people displaced by conflict and violence, beside UNHCR's own; never added to them.",
)


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "idmc")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into displacement_year."""
    names = ("population_type", "persons")
    return DISPLACEMENT_YEAR.validate(long_figures(parts, {"total": "idmc_idps"}, names, SOURCE.id, retrieved))
