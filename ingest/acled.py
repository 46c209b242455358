"""ACLED: events by country and month from the user's own account, for comparison on this machine only.

ACLED's terms forbid passing events on, so they are counted by month and enter no
release. Its definitions are wider than UCDP's: the two are never one series. An
account of the research level sees no event of the last twelve months; what a query
was not allowed to see is said in the answer and refused here.
"""

from datetime import date
from typing import Any

import pandas as pd

from contracts.reported_events_month import REPORTED_EVENTS_MONTH
from ingest._json import read_json, records
from ingest._source import Get, Key, Part, Parts, Source, SourceError
from ingest._values import days, one_of, required, texts, whole_numbers
from reference.countries import UnknownCodeError, countries

SOURCE = Source(
    id="acled",
    title="ACLED, events by country and month",
    provider="Armed Conflict Location & Event Data (ACLED)",
    licence="ACLED terms: own account, no redistribution",
    citation="ACLED, www.acleddata.com.",
    homepage="https://acleddata.com/",
    table=REPORTED_EVENTS_MONTH,
    stale_after_days=45,
    caveat="Reported fatalities by ACLED's definitions, which are not UCDP's; seen on this machine only.",
    role="comparison",
    enters_release=False,
    key=Key(
        variable="ACLED_ACCESS_TOKEN",
        header="Authorization",
        prefix="Bearer ",
        how_to_get="ask https://acleddata.com/oauth/token for one with your own account; it is valid for a day",
    ),
    is_met_live=False,
)
ROWS = 5000  # the most that ACLED gives at once
MOST_PAGES = 400
MONTHS_READ = 24
ADDRESS = (
    "https://acleddata.com/api/acled/read?_format=json&event_date={first}|{last}&event_date_where=BETWEEN"
    "&fields=event_id_cnty|event_date|event_type|iso|country|fatalities&limit={rows}&page={page}"
)
FIELDS = ("event_id_cnty", "event_date", "event_type", "iso", "country", "fatalities")
EVENT_TYPE = {
    "Battles": "battles",
    "Explosions/Remote violence": "explosions",
    "Violence against civilians": "violence_against_civilians",
    "Riots": "riots",
    "Protests": "protests",
    "Strategic developments": "strategic_developments",
}
WITHOUT_ISO_NUMBER = {"Kosovo": "XKX"}  # ISO 3166 has none for it; ACLED writes 0


def fetch(get: Get, today: date) -> Parts:
    """All pages of the last two years; pages count from 1 and end with one that is not full."""
    month = pd.Timestamp(today).replace(day=1)
    first, last = month - pd.DateOffset(months=MONTHS_READ), month + pd.offsets.MonthEnd(0)
    parts: Parts = []
    while True:
        page = len(parts) + 1
        if page > MOST_PAGES:
            raise SourceError(f"url={parts[-1].url} is full and page {MOST_PAGES} too: has the interface changed?")
        url = ADDRESS.format(first=first.date(), last=last.date(), rows=ROWS, page=page)
        parts.append(Part(url, get(url)))
        if len(_rows(parts[-1])) < ROWS:
            return parts


def release(parts: Parts) -> str:
    """The days that were asked for."""
    return parts[0].url.partition("event_date=")[2].partition("&")[0].replace("|", " to ")


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Count the events by place, month and type."""
    filled = [part for part in parts if _rows(part)]  # the last page may be empty
    events = pd.concat([_events(part) for part in filled or parts], ignore_index=True)
    repeated = events.loc[events["event_id"].duplicated(), "event_id"]
    if len(repeated):
        raise SourceError(
            f"url={parts[0].url} gives {len(repeated)} events twice, such as {repeated.iloc[0]}: try later"
        )
    counted = events.groupby(["place_id", "month", "event_type"], as_index=False).agg(
        events=("event_id", "size"), fatalities=("fatalities", "sum")
    )
    return REPORTED_EVENTS_MONTH.validate(counted.assign(source_id=SOURCE.id))


def _events(part: Part) -> pd.DataFrame:
    published, url = records(part, _rows(part), FIELDS), part.url
    whole = {name: required(published[name], name, url) for name in FIELDS}
    day = days(whole["event_date"], "event_date", url)
    return pd.DataFrame(
        {
            "event_id": texts(whole["event_id_cnty"]),
            "place_id": _places(whole_numbers(whole["iso"], "iso", url), texts(whole["country"])),
            "month": day.dt.to_period("M").dt.to_timestamp().astype("datetime64[us]"),
            "event_type": one_of(whole["event_type"], EVENT_TYPE, "event_type", url),
            "fatalities": whole_numbers(whole["fatalities"], "fatalities", url).astype("int64"),
        }
    )


def _places(iso_numbers: pd.Series, names: pd.Series) -> pd.Series:
    by_number = {int(place.m49): place_id for place_id, place in countries().items() if place.m49}
    found = iso_numbers.map(by_number).fillna(names.map(WITHOUT_ISO_NUMBER))
    if found.isna().any():
        unknown = (iso_numbers.astype("str") + " " + names)[found.isna()].unique()
        raise UnknownCodeError(
            SOURCE.id, sorted(unknown), "add the number to the column m49 of reference/countries.csv"
        )
    return found.astype("str")


def _rows(part: Part) -> list[Any]:
    answer = read_json(part)
    fields = answer if isinstance(answer, dict) else {}
    rows = fields.get("data")
    if fields.get("success") is not True or not isinstance(rows, list) or fields.get("count") != len(rows):
        raise SourceError(
            f"url={part.url} does not say success with as many rows as it counts ({str(answer)[:200]}): check the token and the account's terms"
        )
    if fields.get("data_query_restrictions"):
        raise SourceError(
            f"url={part.url} left events out ({str(fields['data_query_restrictions'])[:200]}): the account sees no recent events, leave this source off"
        )
    return rows
