"""UCDP's event files in one shape, whichever door they come through: yearly file, candidate month or interface."""

import pandas as pd
import pyarrow as pa

from ingest._ucdp import refuse_bad_counts, violence_types, with_consistent_bounds
from reference.countries import country_from_gw

COLUMNS = {
    "id": pa.string(),
    "year": pa.int64(),
    "code_status": pa.string(),
    "type_of_violence": pa.int64(),
    "conflict_new_id": pa.string(),
    "dyad_new_id": pa.string(),
    "dyad_name": pa.string(),
    "side_a": pa.string(),
    "side_a_new_id": pa.string(),
    "side_b": pa.string(),
    "side_b_new_id": pa.string(),
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
    "gwnoa": pa.string(),  # of governments alone; several governments acting together have none
}


def event_rows(published: pd.DataFrame, source_id: str, url: str, is_provisional: bool) -> pd.DataFrame:
    """The columns of violence_event from UCDP's own; not yet validated."""
    refuse_bad_counts(published, ("best", "low", "high", "deaths_civilians"), url)
    events = pd.DataFrame(
        {
            "source_id": source_id,
            "event_id": published["id"],
            "place_id": country_from_gw(published["country_id"], source_id),
            "year": published["year"],
            "date_start": published["date_start"],
            "date_end": published["date_end"],
            "date_precision": published["date_prec"],
            "violence_type": violence_types(published["type_of_violence"], url),
            "conflict_id": published["conflict_new_id"],
            "dyad_id": published["dyad_new_id"],
            "dyad_name": published["dyad_name"],
            "side_a": published["side_a"],
            "side_a_id": published["side_a_new_id"],
            "side_b": published["side_b"],
            "side_b_id": published["side_b_new_id"],
            "is_side_a_own_government": _is_number(published["gwnoa"], published["country_id"]),
            "admin1_published": published["adm_1"],
            "place_precision": published["where_prec"],
            "latitude": published["latitude"],
            "longitude": published["longitude"],
            "deaths_civilians": published["deaths_civilians"],
            "fatalities_best": published["best"],
            "fatalities_low": published["low"],
            "fatalities_high": published["high"],
            "is_clear": published["code_status"].eq("Clear"),
            "is_provisional": is_provisional,
        }
    )
    return with_consistent_bounds(events, url)


def _is_number(texts: pd.Series, numbers: pd.Series) -> pd.Series:
    """Whether a text is the number beside it; what is no number, such as a list of several, is not."""
    return pd.to_numeric(texts, errors="coerce").eq(numbers)
