"""How do the most severe places stand beside what touches the reader's country and what the world did?

Places stand in the order of their severity, which knows nothing of the reader: exposure
orders nothing. Each column keeps the period of its own source. One table per release and reader.
"""

from typing import Any

import pandas as pd

from indicators._asylum import is_new_application
from reading.absent import table_or_empty
from reading.names import hidden_in
from reading.record import SEVERITY_COLUMNS, Record
from reference.countries import countries
from releases.read import Release
from response.across import BREAKS, DEATHS, MONEY, NEW, STOCKED, across, newest_stocks
from response.applications import country_notes
from response.component import Asked, Said
from response.for_country import FLOWS, STOCKS

SEVERE_FROM = 40  # severity; the places below it are many and rank close to each other
MEASURE = "received_usd"  # of response_gap
NOT_HELD = "not_in_this_release"
KEPT_AS = "reading.will"
Row = dict[str, Any]


def severe_places(record: Record) -> tuple[int, list[str]]:
    """The newest year with a severity and its severe, ongoing places, most severe first; none where no year has one."""
    grid, ongoing = record.severity, {place for place, rows in record.episodes.items() if rows[-1]["is_ongoing"]}
    for year in reversed([int(one) for one in record.years]):
        severity = {place: grid.at("severity", place, year) for place in record.places}
        if any(value > 0 for value in severity.values()):
            severe = [place for place in ongoing if severity.get(place, 0) >= SEVERE_FROM]
            return year, sorted(severe, key=lambda place: (grid.at("rank", place, year), place))
    return int(record.years[-1]), []


def will_rows(record: Record, reader: str | None, off: frozenset[str] = frozenset()) -> list[Row]:
    """One row per place with its severity, what the world did and, for a reader, how it touches that country."""
    kept = record.release.cache.setdefault(KEPT_AS, {})
    if (reader, off) not in kept:
        kept[reader, off] = _rows(record, reader, off)
    rows: list[Row] = kept[reader, off]
    return rows


def listed_places(record: Record) -> tuple[int, dict[str, bool]]:
    """The severe places in their order, and whether each is one that the source counts under the one above it."""
    year, severe = severe_places(record)
    # What readers look for under its own name has no severity where the source counts it under another, but people
    # and money: it follows that one.
    hidden = {place: hidden_in(place, year) for place, one in countries().items() if one.m49}
    listed: dict[str, bool] = {}
    for place in severe:
        listed[place] = False
        listed |= {other: True for other, unit in hidden.items() if unit is not None and unit.place_id == place}
    return year, listed


def _rows(record: Record, reader: str | None, off: frozenset[str]) -> list[Row]:
    year, listed = listed_places(record)
    places = [*listed]
    table = pd.DataFrame({"place_id": places, "year": year, "is_apart": list(listed.values())})
    for name in SEVERITY_COLUMNS:
        table[name] = [record.severity.at(name, place, year) for place in places]
    table = table.merge(world_did(record.release, places), on="place_id", validate="one_to_one")
    if reader is not None and places:
        moment = pd.Timestamp(record.release.as_of)
        touched = across(_tables(record), places, reader, moment, off)
        table = table.merge(touched, on="place_id", validate="one_to_one")
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def _tables(record: Record) -> dict[str, pd.DataFrame]:
    """The tables that `across` reads, cut to the listed places once for every reader: stocks hold a million rows."""
    release, kept = record.release, f"{KEPT_AS}.tables"
    if kept not in release.cache:
        found = {name: release.table(name) for name in (BREAKS, DEATHS, MONEY) if release.has(f"{name}.parquet")}
        for name, columns in ((STOCKED, STOCKS), (NEW, FLOWS)):
            if release.has(f"sources/{name}.parquet"):
                found[name] = release.source_table(name, columns)
        if STOCKED in found:
            found[STOCKED] = newest_stocks(found[STOCKED], [*listed_places(record)[1]], pd.Timestamp(release.as_of))
        if NEW in found:
            found[NEW] = found[NEW][is_new_application(found[NEW])]
        release.cache[kept] = found
    tables: dict[str, pd.DataFrame] = release.cache[kept]
    return tables


def world_did(release: Release, places: list[str]) -> pd.DataFrame:
    """Money, gap and neglect of each place, each in the newest whole year of its own table."""
    found = pd.DataFrame({"place_id": places})
    money = table_or_empty(release, "response_year")
    money = _newest(money[~money["is_provisional"]])
    columns = {"year": "world_year", "appeal_state": "appeal_state", "coverage": "coverage"}
    columns |= {"requirements_usd": "requirements_usd", "funding_usd": "funding_usd"}
    found = _beside(found, money, columns, "appeal_state")
    gaps = table_or_empty(release, "response_gap")
    gaps = _newest(gaps[gaps["response_measure"] == MEASURE])
    columns = {"year": "gap_year", "appeal_state": "gap_state", "gap": "gap", "gap_low": "gap_low"}
    columns |= {"gap_high": "gap_high", "n_compared": "n_compared"}
    columns |= {"severity_rank": "severity_rank", "response_rank": "response_rank"}
    found = _beside(found, gaps, columns, "gap_state")
    parts = ["is_severe", "is_persistent", "little_response", "neglect"]
    columns = {"year": "neglect_year"} | dict(zip(parts, parts, strict=True))
    return _beside(found, _newest(table_or_empty(release, "neglect_year")), columns, "neglect")


def _newest(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["year"] == table["year"].max()]


def _beside(found: pd.DataFrame, table: pd.DataFrame, columns: dict[str, str], state: str) -> pd.DataFrame:
    """The columns of a table beside each place; a place without a row is not known, a table without any is not held."""
    part = table[["place_id", *columns]].rename(columns=columns)
    joined = found.merge(part, on="place_id", how="left", validate="one_to_one")
    absent = NOT_HELD if table.empty else "not_known"
    return joined.assign(**{state: joined[state].astype("object").where(joined[state].notna(), absent)})


def notes_for(record: Record, reader: str, off: frozenset[str] = frozenset()) -> tuple[Said, ...]:
    """What has to be said once of what the reader's country reports on new applications."""
    return country_notes(Asked(_tables(record), (), reader, pd.Timestamp(record.release.as_of), off))
