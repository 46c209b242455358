"""UCDP GED: one row per event of organised violence, with place, days and low-best-high deaths.

`best` may lie outside `low..high`; such rows are kept, flagged and their band
widened. Events do not say where the file ends: which country-years it really
covers is judged in ladder/, against UCDP's own annual file.
"""

from datetime import date

import pandas as pd

from contracts.violence_event import VIOLENCE_EVENT
from ingest._source import Get, Parts, Source
from ingest._ucdp import csv_in_zip, newest_release, release_in_address
from ingest._ucdp_events import COLUMNS, event_rows

SOURCE = Source(
    id="ucdp_ged",
    title="UCDP Georeferenced Event Dataset",
    provider="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    citation="Sundberg, Ralph and Erik Melander (2013) Introducing the UCDP Georeferenced Event Dataset. "
    "Journal of Peace Research 50(4).",
    homepage="https://ucdp.uu.se/downloads/",
    table=VIOLENCE_EVENT,
    stale_after_days=600,  # a release covers to the end of the year before it and is the newest for a year
    caveat="Recorded direct deaths in organised violence; true tolls are higher.",
)
TEMPLATE = "https://ucdp.uu.se/downloads/ged/ged{year}1-csv.zip"


def fetch(get: Get, today: date) -> Parts:
    """Download the newest release exactly as published."""
    return newest_release(get, TEMPLATE, today)


def release(parts: Parts) -> str:
    """The release number, such as 24.1."""
    return release_in_address(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the published zip into violence_event."""
    published = csv_in_zip(parts[0], COLUMNS)
    return VIOLENCE_EVENT.validate(event_rows(published, SOURCE.id, parts[0].url, is_provisional=False))
