"""HDX Signals: the alerts that OCHA's own rules raised, to compare ours with.

They rest on sources that we read too, so they never feed a score. The column `value`
holds another quantity for each thing watched, and its scale has changed without a
mark (INFORM Severity in 2026).
"""

from datetime import date

import pandas as pd

from contracts.peer_alert import PEER_ALERT
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source
from ingest._values import days, numbers, one_of, required, texts
from reference.countries import country_from_iso3

SOURCE = Source(
    id="hdx_signals",
    title="HDX Signals, alerts",
    provider="OCHA Centre for Humanitarian Data",
    licence="CC BY-IGO",
    citation="OCHA Centre for Humanitarian Data, HDX Signals.",
    homepage="https://data.humdata.org/dataset/hdx-signals",
    table=PEER_ALERT,
    stale_after_days=60,  # weekly
    caveat="Another system's alerts on change; a crisis that stays at its level raises none. To compare with, never an input.",
    role="comparison",
    is_met_live=False,
)
DATASET = "hdx-signals"
FILE = r"hdx_signals\.csv"
COLUMNS = ("iso3", "indicator_id", "date", "alert_level", "value")
LEVELS = {"Medium concern": "medium", "High concern": "high"}


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into peer_alert."""
    url, published = parts[1].url, read_texts(parts[1], COLUMNS)
    return PEER_ALERT.validate(
        pd.DataFrame(
            {
                "source_id": SOURCE.id,
                "place_id": country_from_iso3(texts(required(published["iso3"], "iso3", url)), SOURCE.id),
                "raised_on": days(required(published["date"], "date", url), "date", url),
                "watched": texts(required(published["indicator_id"], "indicator_id", url)),
                "level": one_of(required(published["alert_level"], "alert_level", url), LEVELS, "alert_level", url),
                "value": numbers(published["value"], "value", url, minimum=0),
            }
        )
    )
