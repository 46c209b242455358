"""conflictforecast.org: the risk of an outbreak within 3 and 12 months by country, for comparison only.

Each file holds every month since 2010 as today's model sees it. Only the newest
month is a forecast: older rows are hindsight, and rows need not be in order. A file
has several models; `_all` is the combined one. Countries at war have no risk of an
outbreak: an empty cell is not zero.
"""

from datetime import date

import pandas as pd

from contracts.peer_forecast import PEER_FORECAST
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_files
from ingest._source import Get, Part, Parts, Source
from ingest._values import numbers, refuse, required, texts
from reference.countries import country_from_iso3

SOURCE = Source(
    id="conflictforecast",
    title="conflictforecast.org, risk of an outbreak",
    provider="EconAI",
    licence="CC BY",
    citation="Mueller, Hannes, Christopher Rauh and Ben Seimon (2024) Introducing a global dataset on conflict forecasts "
    "and news topics. Data & Policy 6.",
    homepage="https://data.humdata.org/dataset/econai-conflict-forecast",
    table=PEER_FORECAST,
    stale_after_days=75,
    caveat="Another model's risk of an outbreak, made for sudden ones; to compare with, never an input of ours.",
    role="comparison",
    is_met_live=False,
)
DATASET = "econai-conflict-forecast"
MODEL = "all"
FILES = {  # pattern of the name -> (column before the model's name, measure, months ahead)
    r"conflictforecast_ons_armedconf_03\.csv": ("ons_armedconf_03", "risk_of_armed_conflict", 3),
    r"conflictforecast_ons_armedconf_12\.csv": ("ons_armedconf_12", "risk_of_armed_conflict", 12),
    r"conflictforecast_ons_anyviolence_03\.csv": ("ons_anyviolence_03", "risk_of_any_violence", 3),
    r"conflictforecast_ons_anyviolence_12\.csv": ("ons_anyviolence_12", "risk_of_any_violence", 12),
}


def fetch(get: Get, today: date) -> Parts:
    """Look the files' addresses up and download them."""
    return fetch_files(get, DATASET, list(FILES))


def release(parts: Parts) -> str:
    """The day on which the first file was last changed."""
    return changed_on(parts[0], next(iter(FILES)))


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the newest month of each file into peer_forecast."""
    tables = [_newest(part, *said) for part, said in zip(parts[1:], FILES.values(), strict=True)]
    return PEER_FORECAST.validate(pd.concat(tables, ignore_index=True))


def _newest(part: Part, prefix: str, measure: str, horizon: int) -> pd.DataFrame:
    field = f"{prefix}_{MODEL}"
    published = read_texts(part, ("isocode", "period", field))
    period = texts(required(published["period"], "period", part.url))
    months = pd.to_datetime(period, format="%Y%m", errors="coerce").astype("datetime64[us]")
    refuse(published["period"], months.isna(), "no month such as 202608", "period", part.url)
    risk = numbers(published[field], field, part.url, minimum=0, maximum=1)
    place_id = country_from_iso3(texts(required(published["isocode"], "isocode", part.url)), SOURCE.id)
    rows = pd.DataFrame({"place_id": place_id, "made_in": months, "value": risk})
    return rows[rows["made_in"] == rows["made_in"].max()].assign(source_id=SOURCE.id, measure=measure, horizon=horizon)
