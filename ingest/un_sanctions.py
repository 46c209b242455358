"""Security Council consolidated list: which groups and organisations are listed, under which regime, since when?

Only entities are read, not people. That a group is listed says what the Council
decided; that a group in another source is the same one is said nowhere here. The file
is XML: one with a document type, where entities could be declared that grow without
bound or read other files, is refused unread.
"""

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pandas as pd

from contracts.listed_entity import LISTED_ENTITY
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import days, refuse, required, texts

SOURCE = Source(
    id="un_sanctions",
    title="United Nations Security Council Consolidated List, entities",
    provider="United Nations Security Council",
    licence="United Nations terms of use: public list, free to reproduce with attribution",
    citation="United Nations Security Council Consolidated List, main.un.org/securitycouncil/en/content/un-sc-consolidated-list.",
    homepage="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    table=LISTED_ENTITY,
    stale_after_days=1500,  # years may pass without a new listing
    caveat="A listing is a decision of the Council, under a regime that may be about a country or about no country.",
    may_shrink=0.1,
    is_met_live=False,
)
URL = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
FIELDS = {
    "reference_number": "REFERENCE_NUMBER",
    "entity_name": "FIRST_NAME",
    "list_type": "UN_LIST_TYPE",
    "listed_on": "LISTED_ON",
}


def fetch(get: Get, today: date) -> Parts:
    """Download the list."""
    return [Part(URL, get(URL))]


def release(parts: Parts) -> str:
    """The day on which the list was generated."""
    generated = pd.Series([_root(parts[0]).get("dateGenerated")], dtype="object")
    return f"{days(required(generated, 'dateGenerated', parts[0].url), 'dateGenerated', parts[0].url)[0]:%Y-%m-%d}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the entities of the list into listed_entity."""
    url = parts[0].url
    entities = _root(parts[0]).findall("./ENTITIES/ENTITY")
    if not entities:
        raise SourceError(f"url={url} holds no ENTITIES/ENTITY: the layout has changed; adapt the ingest module")
    said = {
        name: texts(pd.Series([entity.findtext(tag) for entity in entities], dtype="object"))
        for name, tag in FIELDS.items()
    }
    for name, tag in FIELDS.items():
        required(said[name], tag, url)
    number = said["reference_number"]
    refuse(
        number, ~number.str.fullmatch(r"[A-Z]{2}e\.\d{3}"), "no reference number of an entity", "REFERENCE_NUMBER", url
    )
    updates = pd.Series([_joined(one, "LAST_DAY_UPDATED/VALUE", max) for one in entities], dtype="object")
    names = pd.Series([_joined(one, "ENTITY_ALIAS/ALIAS_NAME", "|".join) for one in entities], dtype="object")
    return LISTED_ENTITY.validate(
        pd.DataFrame(said).assign(
            source_id=SOURCE.id,
            other_names=texts(names),
            listed_on=days(said["listed_on"], "LISTED_ON", url),
            last_updated=days(updates, "LAST_DAY_UPDATED", url),
        )
    )


def _joined(entity: ElementTree.Element, path: str, join: Callable[[list[str]], str]) -> str | None:
    """What the elements at `path` say, as one text; None where there is none."""
    found = [element.text.strip() for element in entity.findall(path) if element.text and element.text.strip()]
    return join(found) if found else None


def _root(part: Part) -> ElementTree.Element:
    try:
        text = part.content.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise SourceError(
                f"url={part.url} declares a document type, which the list never had: somebody may be in between"
            )
        root = ElementTree.fromstring(text.partition("?>")[2] if text.startswith("<?xml") else text)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise SourceError(
            f"url={part.url} is no whole XML file ({error}; begins {part.content[:60]!r}): download it again"
        ) from error
    if root.tag != "CONSOLIDATED_LIST":
        raise SourceError(f"url={part.url} holds {root.tag!r} instead of CONSOLIDATED_LIST: the layout has changed")
    return root
