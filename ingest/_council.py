"""Security Council documents: which places do their index terms name?

Index terms put a country before or after what is said of it (SUDAN--ARMS EMBARGO,
DARFUR (SUDAN), SOMALIA SITUATION) and name missions in full. Only what is a place or a
mission word for word counts. The vote may be a number or the words that it was
unanimous.
"""

import re
from typing import Any

import pandas as pd

from contracts.council_document import COUNCIL_DOCUMENT
from ingest._psdata import rows_of
from ingest._source import Parts
from ingest._values import days_from_milliseconds, required, texts, whole_numbers
from reference.exact_names import place_named
from reference.missions import missions

FIELDS = ("date", "symbol", "title", "topics", "voting_yes", "voting_no", "voting_abstain", "url")
UNANIMOUS = "ADOPTED UNANIMOUSLY"
BETWEEN_TERMS = re.compile(r"\s*[;|]\s*")
WITHIN_A_TERM = re.compile(r"\s*(?:--|[()])\s*")
AROUND_A_PLACE = re.compile(r"\s+(?:SITUATION|QUESTION|CONFLICT)$", re.IGNORECASE)


def council_documents(parts: Parts, source_id: str) -> pd.DataFrame:
    """One data set as council_document, one row for each place that a document's index terms name."""
    url, published = parts[0].url, rows_of(parts[0], FIELDS, may_lack=("subjects",))
    yes = texts(published["voting_yes"])
    is_unanimous = yes.str.upper().eq(UNANIMOUS)
    documents = pd.DataFrame(
        {
            "source_id": source_id,
            "symbol": texts(required(published["symbol"], "symbol", url)),
            "date": days_from_milliseconds(required(published["date"], "date", url), "date", url),
            "title": texts(required(published["title"], "title", url)),
            "url": texts(published["url"]),
            "is_unanimous": is_unanimous,
            "votes_yes": whole_numbers(yes.mask(is_unanimous), "voting_yes", url),
            "votes_no": whole_numbers(published["voting_no"], "voting_no", url),
            "votes_abstain": whole_numbers(published["voting_abstain"], "voting_abstain", url),
            "places": [
                places_in_terms([*_terms(a), *_terms(b)])
                for a, b in zip(published["topics"], published["subjects"], strict=True)
            ],
        }
    )
    documents["place_id"] = documents["places"].map(lambda named: list(named) or [None])
    documents["place_number"] = documents["places"].map(lambda named: list(range(1, len(named) + 1)) or [0])
    rows = documents.explode(["place_id", "place_number"], ignore_index=True)
    return COUNCIL_DOCUMENT.validate(
        rows.assign(place_id=rows["place_id"].astype("str"), place_number=rows["place_number"].astype("int64"))
    )


def places_in_terms(terms: list[str]) -> tuple[str, ...]:
    """The places that the terms name, in order, without repetition."""
    pieces = [AROUND_A_PLACE.sub("", piece) for term in terms for piece in WITHIN_A_TERM.split(term)]
    named = [place for piece in pieces if (place := place_named(piece) or _place_of_mission_named(piece))]
    return tuple(dict.fromkeys(named))


def _place_of_mission_named(piece: str) -> str | None:
    plain = re.sub(r"^UN\b", "United Nations", piece.strip(), flags=re.IGNORECASE).casefold()
    return next((one.place_id for one in missions().values() if one.name.casefold() == plain), None)


def _terms(cell: Any) -> list[str]:
    """Index terms come as a list, as one text, or not at all."""
    if isinstance(cell, list):
        return [str(term) for term in cell]
    return BETWEEN_TERMS.split(cell) if isinstance(cell, str) else []
