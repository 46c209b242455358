"""Presidential statements of the Security Council: when, and on which places?

Statements before 1994 were often read out and not published; those are not in.
"""

from datetime import date

import pandas as pd

from contracts.council_document import COUNCIL_DOCUMENT
from ingest._council import council_documents
from ingest._psdata import LICENCE, PROVIDER, fetch_datasets, newest_day
from ingest._source import Get, Parts, Source

SOURCE = Source(
    id="un_statements",
    title="Presidential statements of the Security Council",
    provider=PROVIDER,
    licence=LICENCE,
    citation="United Nations Peace and Security Data Hub: Presidential Statements of the Security Council (DGC-PSMT), compiled by the Dag Hammarskjöld Library.",
    homepage="https://psdata.un.org/dataset/DGC-PSMT",
    table=COUNCIL_DOCUMENT,
    stale_after_days=240,
    caveat="Only statements published as documents of their own; places are those that the catalogue's index terms name.",
    is_met_live=False,
)


def fetch(get: Get, today: date) -> Parts:
    """Download the data set."""
    return fetch_datasets(get, "DGC-PSMT")


def release(parts: Parts) -> str:
    """The day of the newest document."""
    return newest_day(parts[0], "date")


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the records into council_document."""
    return council_documents(parts, SOURCE.id)
