"""What was done about a place, day by day, with the document that says so?

Four kinds of evidence in one list: our own few entries (reference/responses.toml),
mandates of United Nations missions (reference/missions.csv; the list of operations says
until when one that goes on is mandated), documents of the Security
Council that name the country, and groups listed under a regime about it. A document that
stands among our entries is not listed again by its title. For a crisis inside a country the
list says of each entry whether it is about the crisis or about its whole country: the
index terms of the Council name countries. An empty list is no record of inaction.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from contracts.response_entry import RESPONSE_ENTRY
from reference.crises import crises
from reference.missions import missions
from reference.responses import document_url, responses
from response.years import DOCUMENTS, PRESENT_KINDS

KINDS_OF_DOCUMENTS = {"resolutions": "resolution", "statements": "statement"}
REGIMES = {  # first two letters of a permanent reference number -> the country that the regime is about
    "CD": "COD",
    "CF": "CAF",
    "HT": "HTI",
    "IQ": "IRQ",
    "KP": "PRK",
    "LY": "LBY",
    "ML": "MLI",
    "SD": "SDN",
    "SO": "SOM",
    "SS": "SSD",
    "TA": "AFG",
    "YE": "YEM",
}  # Al-Qaida's (QD) is about no country, so its listings stand in no country's list
Tables = Mapping[str, pd.DataFrame]


def timeline(place_id: str, sources: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """response_entry of a country, or of a crisis and its countries, up to as_of."""
    places = places_of(place_id)
    parts = [known_entries(places)]
    if "un_operations" in sources:
        parts = [with_mandates(parts[0], sources["un_operations"])]
    parts += [_documents(sources[one], places, kind) for kind, one in _pairs() if one in sources]
    if "un_sanctions" in sources:
        parts.append(_listings(sources["un_sanctions"], places))
    rows = pd.concat(parts, ignore_index=True)
    own = set(rows.loc[rows["source_id"] == "responses", "symbol"])
    is_title = rows["source_id"].isin(DOCUMENTS.values()) & rows["symbol"].isin(own)
    return RESPONSE_ENTRY.validate(rows[~is_title & (rows["date"] <= as_of)]).sort_values(
        ["date", "symbol"], kind="stable", ignore_index=True
    )


def places_of(place_id: str) -> tuple[str, ...]:
    """The place itself with, for a crisis, its countries and, for a country, the crises that lie in it, wholly or partly."""
    if place_id in crises():
        return (place_id, *crises()[place_id].countries)
    return (place_id, *(one for one, crisis in crises().items() if place_id in crisis.countries))


def known_entries(places: Iterable[str]) -> pd.DataFrame:
    """Our own entries and the mandates of missions, which need no source to be on."""
    wanted = set(places)
    rows: list[dict[str, object]] = [
        {"place_id": one.place_id, "date": one.date, "date_end": None, "kind": one.kind, "symbol": one.symbol}
        | {"source_id": "responses", "text_en": one.text_en, "text_fr": one.text_fr, "url": one.url}
        for one in responses()
        if one.place_id in wanted
    ]
    rows += [
        {"place_id": place, "date": one.valid_from, "date_end": one.valid_to, "symbol": one.mission}
        | {"kind": "peacekeeping" if one.kind == "peacekeeping" else "political_mission", "source_id": "missions"}
        | {"text_en": one.name, "text_fr": None, "url": document_url(one.sources[0]) if one.sources else None}
        for one in missions().values()
        for place in one.places
        if one.kind in PRESENT_KINDS and place in wanted and one.valid_from
    ]
    return _dated(rows)


def with_mandates(entries: pd.DataFrame, operations: pd.DataFrame) -> pd.DataFrame:
    """Fill in until when a mission that goes on is mandated, where the list of operations says so."""
    decided = operations.dropna(subset="mandate_end").groupby("mission")["mandate_end"].max()
    until = pd.to_datetime(entries["symbol"].map(decided.to_dict())).astype("datetime64[us]")
    goes_on = entries["source_id"].eq("missions") & entries["date_end"].isna()
    return entries.assign(date_end=entries["date_end"].mask(goes_on, until))


def strength_years(personnel: pd.DataFrame, places: Iterable[str]) -> pd.DataFrame:
    """Uniformed people of each mission in the newest month of each year; missing where a contribution has no figure."""
    there = personnel[personnel["place_id"].isin(set(places))]
    year = there["month"].dt.year.rename("year")
    newest = there[there["month"] == there.groupby(["mission", year])["month"].transform("max")]
    grouped = newest.groupby(["place_id", "mission", "month"])["personnel"]
    found = grouped.agg(personnel="sum", lost=lambda values: values.isna().any()).reset_index()
    found["personnel"] = found["personnel"].astype("Int64").mask(found["lost"].astype(bool))
    return found.assign(year=found["month"].dt.year).drop(columns="lost")


def _pairs() -> list[tuple[str, str]]:
    return [(KINDS_OF_DOCUMENTS[name], source_id) for name, source_id in DOCUMENTS.items()]


def _documents(documents: pd.DataFrame, places: tuple[str, ...], kind: str) -> pd.DataFrame:
    rows = documents[documents["place_id"].isin(places)].drop_duplicates(["symbol", "place_id"])
    return rows[["place_id", "date", "symbol", "source_id", "url"]].assign(
        date_end=None, kind=kind, text_en=rows["title"], text_fr=None
    )


def _listings(listed: pd.DataFrame, places: tuple[str, ...]) -> pd.DataFrame:
    country = listed["reference_number"].str[:2].map(REGIMES)
    rows = listed.assign(place_id=country)[country.isin(places)]
    return rows[["place_id", "source_id"]].assign(
        date=rows["listed_on"],
        date_end=None,
        kind="sanctions",
        symbol=rows["reference_number"],
        text_en=rows["entity_name"],
        text_fr=None,
        url=None,
    )


def _dated(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows with their days as timestamps; no row is an empty table."""
    if not rows:
        return RESPONSE_ENTRY.empty()
    table = pd.DataFrame(rows)
    for name in ("date", "date_end"):
        table[name] = pd.to_datetime(table[name]).astype("datetime64[us]")
    return table
