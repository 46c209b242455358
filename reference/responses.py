"""What was done about a crisis, by whom and when, as a public document says? Reads and checks responses.toml.

Few entries, each with a document that anyone can open. The kinds stand in the order in
which they are shown: aid and talk first, force last.
"""

import datetime
import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reference.countries import countries
from reference.crises import crises

RESPONSES_FILE = Path(__file__).with_name("responses.toml")
KINDS = (  # in the order of showing: what needs no uniform first, force last
    "aid",
    "mediation",
    "inquiry",
    "justice",
    "sanctions",
    "political_mission",
    "peacekeeping",
    "force",
)
REQUIRED = {"place", "date", "kind", "symbol", "text_en", "text_fr"}
OF_THE_UNITED_NATIONS = re.compile(r"[SA]/\S+( \(\d{4}\))?")
DOCUMENTS = "https://undocs.org/"


class ResponsesFileError(ValueError):
    """responses.toml contradicts itself; the message names the entry and what to correct."""


@dataclass(frozen=True)
class Response:
    """One dated entry."""

    place_id: str
    date: datetime.date
    kind: str
    symbol: str
    url: str
    text_en: str
    text_fr: str


@functools.cache
def responses() -> tuple[Response, ...]:
    """Every entry, in the order of days; read once per process."""
    return parse_responses(RESPONSES_FILE.read_text(encoding="utf-8"))


def parse_responses(text: str) -> tuple[Response, ...]:
    """Read entries in the layout of responses.toml and check them."""
    found = [_response(entry) for entry in tomllib.loads(text).get("response", [])]
    keys = [(one.place_id, one.symbol) for one in found]
    repeated = sorted({str(key) for key in keys if keys.count(key) > 1})
    if repeated:
        raise ResponsesFileError(f"responses.toml: {', '.join(repeated)} stands more than once; keep one entry")
    return tuple(sorted(found, key=lambda one: (one.date, one.place_id, one.symbol)))


def document_url(symbol: str) -> str:
    """Where a document of the United Nations can be opened by its symbol."""
    return DOCUMENTS + symbol.replace(" ", "")


def _response(entry: Mapping[str, Any]) -> Response:
    where = f"responses.toml: {entry.get('symbol')!r} of {entry.get('place')!r}"
    lacking, strange = REQUIRED - set(entry), set(entry) - REQUIRED - {"url"}
    if lacking or strange:
        raise ResponsesFileError(f"{where} lacks {sorted(lacking)} or has unknown keys {sorted(strange)}")
    is_un = OF_THE_UNITED_NATIONS.fullmatch(entry["symbol"]) is not None
    problems = {
        "names an unknown place": entry["place"] not in countries().keys() | crises().keys(),
        f"has none of the kinds {', '.join(KINDS)}": entry["kind"] not in KINDS,
        "has no day as its date, such as 2004-07-30": type(entry["date"]) is not datetime.date,
        "is no symbol of the United Nations and has no url": not is_un and not entry.get("url"),
        "has an empty text": not (entry["text_en"] and entry["text_fr"]),
    }
    for problem, is_so in problems.items():
        if is_so:
            raise ResponsesFileError(f"{where} {problem}; correct the entry")
    return Response(
        place_id=entry["place"],
        date=entry["date"],
        kind=entry["kind"],
        symbol=entry["symbol"],
        url=entry.get("url") or document_url(entry["symbol"]),
        text_en=entry["text_en"],
        text_fr=entry["text_fr"],
    )
