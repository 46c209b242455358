"""UCDP GED: one row per event of organised violence, with place, days and low-best-high deaths.

`best` may lie outside `low..high`; such rows are kept, flagged and their band
widened. Events do not say where the file ends: which country-years it really
covers is judged in ladder/, against UCDP's own annual file.
"""

from datetime import date

import pandas as pd
import pyarrow as pa

from contracts.violence_event import VIOLENCE_EVENT
from ingest._source import Get, Parts, Source
from ingest._ucdp import (
    csv_in_zip,
    newest_release,
    refuse_bad_counts,
    release_in_address,
    violence_types,
    with_consistent_bounds,
)
from reference.countries import country_from_gw

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
COLUMNS = {
    "id": pa.string(),
    "year": pa.int64(),
    "code_status": pa.string(),
    "type_of_violence": pa.int64(),
    "conflict_new_id": pa.string(),
    "dyad_new_id": pa.string(),
    "dyad_name": pa.string(),
    "where_prec": pa.int64(),
    "adm_1": pa.string(),
    "latitude": pa.float64(),
    "longitude": pa.float64(),
    "country_id": pa.int64(),
    "date_prec": pa.int64(),
    "date_start": pa.timestamp("us"),
    "date_end": pa.timestamp("us"),
    "deaths_civilians": pa.int64(),
    "best": pa.int64(),
    "low": pa.int64(),
    "high": pa.int64(),
}


def fetch(get: Get, today: date) -> Parts:
    """Download the newest release exactly as published."""
    return newest_release(get, TEMPLATE, today)


def release(parts: Parts) -> str:
    """The release number, such as 24.1."""
    return release_in_address(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the published zip into violence_event."""
    url = parts[0].url
    published = csv_in_zip(parts[0], COLUMNS)
    refuse_bad_counts(published, ("best", "low", "high", "deaths_civilians"), url)
    events = pd.DataFrame(
        {
            "source_id": SOURCE.id,
            "event_id": published["id"],
            "place_id": country_from_gw(published["country_id"], SOURCE.id),
            "year": published["year"],
            "date_start": published["date_start"],
            "date_end": published["date_end"],
            "date_precision": published["date_prec"],
            "violence_type": violence_types(published["type_of_violence"], url),
            "conflict_id": published["conflict_new_id"],
            "dyad_id": published["dyad_new_id"],
            "dyad_name": published["dyad_name"],
            "admin1_published": published["adm_1"],
            "place_precision": published["where_prec"],
            "latitude": published["latitude"],
            "longitude": published["longitude"],
            "deaths_civilians": published["deaths_civilians"],
            "fatalities_best": published["best"],
            "fatalities_low": published["low"],
            "fatalities_high": published["high"],
            "is_clear": published["code_status"].eq("Clear"),
            "is_provisional": False,
        }
    )
    return VIOLENCE_EVENT.validate(with_consistent_bounds(events, url))
