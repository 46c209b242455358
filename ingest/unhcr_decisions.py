"""UNHCR: decisions on asylum applications by origin, asylum, level and year, since 2000.

The total is kept as published: it differs from its parts in 444 rows, for the United
Kingdom rounds to 5, and some countries report a total alone.
"""

from datetime import date

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from ingest._source import Get, Parts, Source
from ingest._unhcr import asylum_flows, fetch_pages, newest_year

SOURCE = Source(
    id="unhcr_decisions",
    title="UNHCR Refugee Data Finder, asylum decisions",
    provider="UNHCR",
    licence="CC BY 4.0",
    citation="UNHCR Refugee Data Finder, asylum decisions.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=ASYLUM_FLOW_YEAR,
    stale_after_days=400,
    caveat="A decision may be of an earlier year's application and appear again on appeal: decisions are no share of the "
    "applications beside them. Persons and cases are told apart and never added up.",
)
FLOWS = {
    "dec_recognized": "recognized",
    "dec_other": "other_protection",
    "dec_rejected": "rejected",
    "dec_closed": "closed",
    "dec_total": "decided",
}


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "asylum-decisions")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into asylum_flow_year, one row for each outcome and one for all."""
    flows = asylum_flows(parts, FLOWS, "dec_pc", SOURCE.id, retrieved)
    return ASYLUM_FLOW_YEAR.validate(flows.assign(application_type="not_stated"))
