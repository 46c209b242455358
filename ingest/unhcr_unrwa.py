"""Palestine refugees registered with UNRWA, by place and year, since 1952, as UNHCR passes them on.

They stand beside UNHCR's refugees, never in their sum: the mandates differ.
"""

from datetime import date

import pandas as pd

from contracts.displacement_year import DISPLACEMENT_YEAR
from ingest._source import Get, Parts, Source
from ingest._unhcr import fetch_pages, long_figures, newest_year

SOURCE = Source(
    id="unhcr_unrwa",
    title="Palestine refugees registered with UNRWA",
    provider="UNRWA, through UNHCR",
    licence="CC BY 4.0",
    citation="UNRWA; UNHCR Refugee Data Finder.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=DISPLACEMENT_YEAR,
    stale_after_days=600,
    caveat="Registered with UNRWA, under a mandate of its own; never added to UNHCR's refugees without a word.",
)


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "unrwa")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into displacement_year."""
    names = ("population_type", "persons")
    return DISPLACEMENT_YEAR.validate(long_figures(parts, {"total": "unrwa_refugees"}, names, SOURCE.id, retrieved))
