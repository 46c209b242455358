"""United Nations operations, peacekeeping and political: where, since when, mandated until when?

The two kinds are two data sets. Political missions include offices and envoys without
a country of their own; those that reference/missions.csv does not know are kept
without a place, while an unknown peacekeeping operation is refused.
"""

from datetime import date

import pandas as pd

from contracts.peace_operation import PEACE_OPERATION
from ingest._psdata import LICENCE, PROVIDER, fetch_datasets, newest_day, rows_of
from ingest._source import Get, Part, Parts, Source
from ingest._values import days_from_milliseconds, one_of, required, texts
from reference.missions import mission_from_name, missions, place_of_mission

SOURCE = Source(
    id="un_operations",
    title="United Nations peacekeeping operations and political missions",
    provider=PROVIDER,
    licence=LICENCE,
    citation="United Nations Peace and Security Data Hub: Peacekeeping Operations (DPPADPOSS-PKO) and Political Missions (DPPA-POLITICALMISSIONS), psdata.un.org.",
    homepage="https://psdata.un.org/dataset/DPPADPOSS-PKO",
    table=PEACE_OPERATION,
    stale_after_days=3650,  # new operations are rare
    caveat="Added by hand, with a lag; the place is where the operation works, not where its office is.",
    may_shrink=0.05,
    is_met_live=False,
)
KINDS = {"DPPADPOSS-PKO": "peacekeeping", "DPPA-POLITICALMISSIONS": "political"}
FIELDS = ("mission_acronym", "mission_name", "mission_isactive", "start_date", "end_date")
ACTIVE = {
    "Active": "yes",
    "Inactive": "no",
    "Yes": "yes",
    "No": "no",
    "True": "yes",
    "False": "no",
    "1": "yes",
    "0": "no",
}


def fetch(get: Get, today: date) -> Parts:
    """Download both data sets."""
    return fetch_datasets(get, *KINDS)


def release(parts: Parts) -> str:
    """The start of the newest operation."""
    return max(newest_day(part, "start_date") for part in parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the records into peace_operation."""
    tables = [_operations(part, kind) for part, kind in zip(parts, KINDS.values(), strict=True)]
    return PEACE_OPERATION.validate(pd.concat(tables, ignore_index=True))


def _operations(part: Part, kind: str) -> pd.DataFrame:
    url, published = part.url, rows_of(part, FIELDS)
    acronym = texts(required(published["mission_acronym"], "mission_acronym", url))
    if kind == "peacekeeping":
        acronym = mission_from_name(acronym, SOURCE.id)
    else:
        acronym = acronym.replace({name: one.mission for one in missions().values() for name in one.other_names})
    return pd.DataFrame(
        {
            "mission": acronym,
            "operation_kind": kind,
            "date_start": days_from_milliseconds(
                required(published["start_date"], "start_date", url), "start_date", url
            ),
            "source_id": SOURCE.id,
            "operation_name": texts(required(published["mission_name"], "mission_name", url)),
            "place_id": place_of_mission(acronym),
            "mandate_end": days_from_milliseconds(published["end_date"], "end_date", url),
            "is_active": one_of(published["mission_isactive"].map(str), ACTIVE, "mission_isactive", url).eq("yes"),
        }
    )
