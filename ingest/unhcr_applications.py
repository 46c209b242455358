"""UNHCR: asylum applications by origin, asylum, stage and year, since 2000.

The United States report new applications at EO (persons before a court) and IN (at
times cases: one row of 282,594 in 2025, of unknown origin), never at FI.
"""

from datetime import date

import pandas as pd

from contracts.asylum_flow_year import APPLICATION_TYPES, ASYLUM_FLOW_YEAR
from ingest._source import Get, Parts, Source
from ingest._unhcr import asylum_flows, fetch_pages, newest_year
from ingest._values import one_of

SOURCE = Source(
    id="unhcr_applications",
    title="UNHCR Refugee Data Finder, asylum applications",
    provider="UNHCR",
    licence="CC BY 4.0",
    citation="UNHCR Refugee Data Finder, asylum applications.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=ASYLUM_FLOW_YEAR,
    stale_after_days=400,
    caveat="Persons and cases are told apart and never added up; a repeated application or an appeal is no new person. "
    "Some countries report no origins, or nothing.",
)


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "asylum-applications")


def release(parts: Parts) -> str:
    """The year it reaches to."""
    return newest_year(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into asylum_flow_year."""
    flows = asylum_flows(parts, {"applied": "applied"}, "app_pc", SOURCE.id, retrieved, texts=("app_type",))
    known = {code: code for code in APPLICATION_TYPES}
    flows["application_type"] = one_of(flows["app_type"], known, "app_type", parts[0].url)
    return ASYLUM_FLOW_YEAR.validate(flows)
