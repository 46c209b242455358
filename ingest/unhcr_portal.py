"""UNHCR's operational portal: how many people has a country's operation received, by its newest report?

The interface is the one behind the portal's own pages and is not documented. Which
countries are asked, and by which of the portal's numbers, is the list below. A wrong
number gives a web page, and `month` may be 15: only `date` is read. "Others" and
"Various" are origins too, of people whose place is not named.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from contracts.displacement_situation import DISPLACEMENT_SITUATION
from ingest._json import read_json, records
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import days, is_blank, one_of, refuse, required, texts, whole_numbers
from reference.countries import country_from_unhcr

SOURCE = Source(
    id="unhcr_portal",
    title="UNHCR Operational Data Portal",
    provider="UNHCR and governments",
    licence="CC BY-IGO 3.0",
    citation="UNHCR Operational Data Portal, data.unhcr.org.",
    homepage="https://data.unhcr.org/",
    table=DISPLACEMENT_SITUATION,
    stale_after_days=120,  # operations report daily to yearly; most monthly
    caveat="As each operation reports it, some by month and some by year; a label may cover several groups.",
)
ADDRESS = "https://data.unhcr.org/population/get/origin?geo_id={geo_id}&population_collection={collection}"


@dataclass(frozen=True)
class Operation:
    """One country's page on the portal and the portal's numbers for it."""

    place_id: str
    geo_id: int
    collection: int


OPERATIONS = (Operation("UGA", 220, 429), Operation("SSD", 259, 429), Operation("SDN", 295, 429))
TYPES = {
    "REF": "refugees",
    "ASY": "asylum_seekers",
    "OIP": "oip",
    "IDP": "idps",
    "STA": "stateless",
    "OOC": "ooc",
    "RET": "returned_refugees",
    "RDP": "returned_idps",
}
COUNTED_AS = {"REG": "registered", "NEW": "new_arrivals"}
NOT_NAMED = {"OTH": "UKN", "VAR": "UKN"}  # others, various: UNHCR's code for an unknown place
FIELDS = (
    "geomaster_id",
    "admin_level",
    "pop_origin_code",
    "pop_type_code",
    "pop_data_type_code",
    "pop_accommodation_code",
    "population_groups",
    "date",
    "individuals",
)


def fetch(get: Get, today: date) -> Parts:
    """Ask for each operation's newest figures by origin."""
    addresses = [ADDRESS.format(geo_id=one.geo_id, collection=one.collection) for one in OPERATIONS]
    return [Part(address, get(address)) for address in addresses]


def release(parts: Parts) -> str:
    """The day of the newest figure."""
    return max(str(row["date"]) for part in parts for row in _rows(part))


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the answers into displacement_situation; a row without a figure is left out."""
    if len(parts) != len(OPERATIONS):
        raise SourceError(f"url={parts[0].url} is one of {len(parts)} answers, not of {len(OPERATIONS)}: ask again")
    found = [_operation(part, operation) for part, operation in zip(parts, OPERATIONS, strict=True)]
    return DISPLACEMENT_SITUATION.validate(pd.concat(found, ignore_index=True))


def _operation(part: Part, operation: Operation) -> pd.DataFrame:
    table, url = records(part, _rows(part), FIELDS), part.url
    refuse(table["geomaster_id"], table["geomaster_id"].ne(operation.geo_id), "another country", "geomaster_id", url)
    refuse(table["admin_level"], table["admin_level"].ne("Country"), "part of a country", "admin_level", url)
    codes = texts(required(table["pop_origin_code"], "pop_origin_code", url))
    stated = table["pop_data_type_code"]
    situation = pd.DataFrame(
        {
            "asylum_id": operation.place_id,
            "origin_id": country_from_unhcr(codes.replace(NOT_NAMED), SOURCE.id),
            "origin_code": codes,
            "population_type": one_of(table["pop_type_code"], TYPES, "pop_type_code", url),
            "counted_as": one_of(
                stated.mask(is_blank(stated), "-"), COUNTED_AS | {"-": "not_stated"}, "pop_data_type_code", url
            ),
            "accommodation": texts(table["pop_accommodation_code"]).fillna("not_stated"),
            "date": days(required(table["date"], "date", url), "date", url),
            "source_id": SOURCE.id,
            "persons": whole_numbers(table["individuals"], "individuals", url),
            "groups_published": texts(table["population_groups"]),
        }
    )
    return situation.dropna(subset="persons")


def _rows(part: Part) -> list[dict[str, Any]]:
    answer = read_json(part)
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list) or not answer["data"]:
        raise SourceError(
            f"url={part.url} lacks data ({str(answer)[:200]}): the portal's numbers may have changed; read them from the country's page and adapt OPERATIONS"
        )
    return list(answer["data"])
