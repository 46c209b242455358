"""UCDP's interface: the same event release as the bulk file, through a door that asks for a token.

It is there to check one door against the other and never feeds the series: ucdp_ged
holds the same events. Pages count from 0; clients that begin at 1 lose the first
thousand events without a word, so as many rows must come as the interface announces.
It answers 400 to who asks too fast.
"""

from datetime import date
from typing import Any

import pandas as pd

from contracts.violence_event import VIOLENCE_EVENT
from ingest._json import read_json, records
from ingest._source import Get, Key, NotPublishedError, Part, Parts, Source, SourceError
from ingest._ucdp import FIRST_PROBED
from ingest._ucdp_events import COLUMNS, event_rows
from ingest._values import days, numbers, required, texts, whole_numbers

SOURCE = Source(
    id="ucdp_api",
    title="UCDP Georeferenced Event Dataset, by the interface",
    provider="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    citation="Sundberg, Ralph and Erik Melander (2013) Introducing the UCDP Georeferenced Event Dataset. "
    "Journal of Peace Research 50(4).",
    homepage="https://ucdp.uu.se/apidocs/",
    table=VIOLENCE_EVENT,
    stale_after_days=600,
    caveat="The same events as ucdp_ged, to compare the two doors; a release holds them once.",
    role="comparison",
    enters_release=False,
    key=Key(
        variable="UCDP_API_TOKEN",
        header="x-ucdp-access-token",
        how_to_get="UCDP gives one by e-mail, see https://ucdp.uu.se/apidocs/",
    ),
    pace_seconds=2.0,
)
ADDRESS = "https://ucdpapi.pcr.uu.se/api/gedevents/{version}?pagesize=1000&page={page}"
MOST_PAGES = 2000  # of a thousand events; a bound, so that a confused answer cannot keep us asking
ENVELOPE: dict[str, type] = {"TotalCount": int, "TotalPages": int, "Result": list}
SIDES = ("side_a", "side_a_new_id", "side_b", "side_b_new_id")
TEXTS = ("id", "code_status", "conflict_new_id", "dyad_new_id", "dyad_name", *SIDES, "adm_1", "gwnoa")
MAY_BE_BLANK = ("adm_1", "latitude", "longitude", "gwnoa")
PLACES = ("latitude", "longitude")
DAYS = ("date_start", "date_end")


def fetch(get: Get, today: date) -> Parts:
    """All pages of the newest release, found by asking from this year's on down."""
    for year in range(today.year % 100, FIRST_PROBED - 1, -1):
        try:
            return _pages(get, f"{year}.1")
        except NotPublishedError:
            continue
    raise SourceError(
        f"url={ADDRESS} has no release from {today.year % 100}.1 down to {FIRST_PROBED}.1; has the interface moved?"
    )


def release(parts: Parts) -> str:
    """The release number, such as 24.1."""
    return parts[0].url.partition("?")[0].rsplit("/", 1)[-1]


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into violence_event."""
    tables = [_typed(part) for part in parts]
    together = pd.concat(tables, ignore_index=True)
    return VIOLENCE_EVENT.validate(event_rows(together, SOURCE.id, parts[0].url, is_provisional=False))


def _pages(get: Get, version: str) -> Parts:
    first = ADDRESS.format(version=version, page=0)
    parts = [Part(first, get(first))]
    announced = _envelope(parts[0])
    if not announced["TotalCount"]:
        raise NotPublishedError(f"url={first} has no events of this version")
    if announced["TotalPages"] > MOST_PAGES:
        raise SourceError(
            f"url={first} announces {announced['TotalPages']} pages, more than {MOST_PAGES}: has the interface changed?"
        )
    others = [ADDRESS.format(version=version, page=page) for page in range(1, announced["TotalPages"])]
    try:
        parts += [Part(url, get(url)) for url in others]
    except NotPublishedError as error:  # the release is there: an older one must not take its place
        raise SourceError(f"{error}, though page 0 announces it: try later") from error
    received = sum(len(_envelope(part)["Result"]) for part in parts)
    if received != announced["TotalCount"]:
        raise SourceError(
            f"url={first} announces {announced['TotalCount']} events, but its {len(parts)} pages hold {received}: try later"
        )
    return parts


def _typed(part: Part) -> pd.DataFrame:
    """The columns that the bulk file has, in its types."""
    published = records(part, _envelope(part)["Result"], COLUMNS)
    typed: dict[str, pd.Series] = {}
    for name in COLUMNS:
        values = published[name] if name in MAY_BE_BLANK else required(published[name], name, part.url)
        if name in TEXTS:
            typed[name] = texts(values)
        elif name in PLACES:
            typed[name] = numbers(values, name, part.url)
        elif name in DAYS:
            typed[name] = days(values, name, part.url)
        else:
            typed[name] = whole_numbers(values, name, part.url, minimum=None).astype("int64")
    return pd.DataFrame(typed)


def _envelope(part: Part) -> dict[str, Any]:
    answer = read_json(part)
    fields = answer if isinstance(answer, dict) else {}
    lacking = [name for name, kind in ENVELOPE.items() if not isinstance(fields.get(name), kind)]
    if lacking:
        raise SourceError(
            f"url={part.url} has no {lacking} ({str(answer)[:120]}): a refusal, or a new layout; read UCDP's notes on its interface"
        )
    return fields
