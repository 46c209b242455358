"""IDMC: who was displaced within their country in the last months, by event?

The file follows events as they are reported and is provisional. A row is one figure:
an event may have several, of which IDMC recommends one; where two describe the same
movement, the later one counts. Displacements are movements, not people.
"""

from datetime import date

import pandas as pd

from contracts.displacement_event import DISPLACEMENT_EVENT
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source
from ingest._values import days, one_of, refuse, required, texts, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="idmc_displacements",
    title="IDMC, preliminary internal displacement updates",
    provider="Internal Displacement Monitoring Centre",
    licence="CC BY-IGO 3.0",
    citation="Internal Displacement Monitoring Centre (IDMC), internal displacement updates, "
    "through the Humanitarian Data Exchange.",
    homepage="https://data.humdata.org/dataset/preliminary-internal-displacement-updates",
    table=DISPLACEMENT_EVENT,
    stale_after_days=45,  # daily
    caveat="Provisional reports of the last months; displacements are movements, so one person may be in several.",
    may_shrink=0.9,  # the file covers a moving span
    is_met_live=False,
)
DATASET = "preliminary-internal-displacement-updates"
FILE = r".*idus_view_flat.*"
COLUMNS = (
    "id",
    "iso3",
    "latitude",
    "longitude",
    "displacement_type",
    "qualifier",
    "figure",
    "displacement_start_date",
    "displacement_end_date",
    "event_name",
    "created_at",
)
ROLE = "role"  # newer files only
CAUSES = {"Conflict": "conflict", "Disaster": "disaster", "Other": "other"}
RECOMMENDED, TRIANGULATION = "Recommended figure", "Triangulation"


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into displacement_event; a row without a figure is left out."""
    part, url = parts[1], parts[1].url
    has_role = ROLE in part.content.partition(b"\n")[0].decode("utf-8", errors="replace").split(",")
    published = read_texts(part, (*COLUMNS, ROLE) if has_role else COLUMNS)
    events = pd.DataFrame(
        {
            "source_id": SOURCE.id,
            "figure_id": texts(required(published["id"], "id", url)),
            "place_id": country_from_iso3(required(published["iso3"], "iso3", url), SOURCE.id),
            "cause": one_of(published["displacement_type"], CAUSES, "displacement_type", url),
            "event_name": texts(published["event_name"]),
            "date_start": _days(published, "displacement_start_date", url),
            "date_end": _days(published, "displacement_end_date", url),
            "displacements": whole_numbers(published["figure"], "figure", url),
            "qualifier": texts(published["qualifier"]),
            "reported_at": _days(published, "created_at", url),
        }
    )
    refuse(
        published["displacement_end_date"],
        events["date_end"] < events["date_start"],
        "before the start",
        "displacement_end_date",
        url,
    )
    events["is_counted"] = _is_newest(events, published) & ~_is_beside(published, url)
    return DISPLACEMENT_EVENT.validate(events.dropna(subset="displacements"))


def _days(published: pd.DataFrame, column: str, url: str) -> pd.Series:
    return days(required(published[column], column, url), column, url)


def _is_newest(events: pd.DataFrame, published: pd.DataFrame) -> pd.Series:
    """The latest report on each movement: same event, cause, place and days."""
    movement = ["place_id", "cause", "event_name", "date_start", "date_end", "latitude", "longitude"]
    table = events.assign(latitude=published["latitude"], longitude=published["longitude"], at=published["created_at"])
    later_first = table[table["displacements"].notna()].sort_values(["at", "figure_id"], ascending=False, kind="stable")
    newest = later_first.drop_duplicates(movement).index
    return pd.Series(events.index.isin(newest), index=events.index)


def _is_beside(published: pd.DataFrame, url: str) -> pd.Series:
    """Figures that IDMC keeps only to check the recommended one against."""
    if ROLE not in published:
        return pd.Series(data=False, index=published.index)
    role = texts(published[ROLE])
    is_beside = role.str.startswith(TRIANGULATION)
    refuse(published[ROLE], ~is_beside & role.ne(RECOMMENDED), "neither recommended nor triangulation", ROLE, url)
    return is_beside
