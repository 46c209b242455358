"""Security Council resolutions since 1946: when, on which places, with which votes?

Updated by hand at irregular times, so the newest resolutions may be missing.
"""

from datetime import date

import pandas as pd

from contracts.council_document import COUNCIL_DOCUMENT
from ingest._council import council_documents
from ingest._psdata import LICENCE, PROVIDER, fetch_datasets, newest_day
from ingest._source import Get, Parts, Source

SOURCE = Source(
    id="un_resolutions",
    title="Resolutions of the Security Council",
    provider=PROVIDER,
    licence=LICENCE,
    citation="United Nations Peace and Security Data Hub: Resolutions of the Security Council (DGC-SCRES), compiled by the Dag Hammarskjöld Library.",
    homepage="https://psdata.un.org/dataset/DGC-SCRES",
    table=COUNCIL_DOCUMENT,
    stale_after_days=120,
    caveat="Places are those that the catalogue's index terms name; a resolution on a theme names none.",
    is_met_live=False,
)


def fetch(get: Get, today: date) -> Parts:
    """Download the data set."""
    return fetch_datasets(get, "DGC-SCRES")


def release(parts: Parts) -> str:
    """The day of the newest document."""
    return newest_day(parts[0], "date")


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the records into council_document."""
    return council_documents(parts, SOURCE.id)
