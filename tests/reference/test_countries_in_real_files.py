"""Is every code and name of the real files known?"""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from reference.countries import (
    countries,
    country_from_gw,
    country_from_iso3,
    country_from_unhcr,
    find,
)

DATA = Path(__file__).parents[3] / "shared/data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the real files are not beside this checkout")


def found(name: str) -> list[str]:
    return [country.iso3 for country in find(name)]


def rows_of(path: Path, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    """Read a CSV file, packed or not, with every cell as text."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode(encoding)
    yield from csv.DictReader(io.StringIO(text, newline=""))


def unknown(codes: Iterable[str]) -> set[str]:
    return set(codes) - set(countries())


@pytest.mark.real
@needs_data
def test_all_199_numbers_of_ucdp_country_year_are_known_and_their_names_find_the_place() -> None:
    with (
        zipfile.ZipFile(DATA / "ucdp/organizedviolencecy-251-csv.zip") as archive,
        archive.open(archive.namelist()[0]) as raw,
    ):
        rows = csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8"))
        names = {row["country_id_cy"]: row["country_cy"] for row in rows}
    assert len(names) == 199
    places = country_from_gw(pd.Series(list(names)), "ucdp_country_year")
    assert places.is_unique
    assert [(name, place) for name, place in zip(names.values(), places, strict=True) if place not in found(name)] == []


@pytest.mark.real
@needs_data
def test_every_event_file_uses_known_numbers() -> None:
    with zipfile.ZipFile(DATA / "ucdp/ged241-csv.zip") as archive:
        member = next(name for name in archive.namelist() if name.endswith(".csv"))
        with archive.open(member) as raw:
            events = pd.read_csv(raw, usecols=["country_id"], dtype=str, keep_default_na=False)
    candidate = {row["country_id"] for row in rows_of(DATA / "ucdp/GEDEvent_v23_0_10.csv")}
    numbers = pd.Series(sorted({*events["country_id"], *candidate}))
    assert country_from_gw(numbers, "ucdp_ged").isin(list(countries())).all()


@pytest.mark.real
@needs_data
def test_views_numbers_and_codes_are_known_and_no_place_begins_after_its_first_month() -> None:
    path = DATA / "views/country_month_history.csv.gz"
    months = pd.read_csv(path, usecols=["gwcode", "isoab", "year", "month"], keep_default_na=False)
    country_from_iso3(months["isoab"], "views_country_month")
    first = (
        pd.to_datetime(months[["year", "month"]].assign(day=1))
        .groupby(country_from_gw(months["gwcode"], "views"))
        .min()
    )
    for place_id, month in first.items():
        begins = countries()[str(place_id)].valid_from
        assert begins is None or pd.Timestamp(begins).to_period("M") <= month.to_period("M"), place_id


@pytest.mark.real
@needs_data
def test_every_code_in_every_unhcr_table_is_known() -> None:
    tables = [*(DATA / "unhcr").glob("*.csv.gz"), *(DATA / "unhcr/vintages").glob("*.csv.gz")]
    tables.remove(DATA / "unhcr/countries.csv.gz")
    codes = {(row[f"{side}_iso"], row[side]) for path in tables for row in rows_of(path) for side in ("coo", "coa")}
    codes |= {(row["iso_code"], row["unhcr_code"]) for row in rows_of(DATA / "unhcr/countries.csv.gz")} - {
        ("XXX", "UKN")
    }
    assert unknown(iso3 for iso3, _ in codes if iso3) == set()
    own = country_from_unhcr(pd.Series([code for _, code in codes]), "unhcr_population")
    assert {(iso3, place) for (iso3, _), place in zip(codes, own, strict=True) if iso3 and iso3 != place} == set()


@pytest.mark.real
@needs_data
def test_inform_funding_displacement_and_peace_operation_codes_are_known() -> None:
    inform = {row["Iso3"] for row in rows_of(DATA / "inform/inform_risk_index_trends.csv")}
    with gzip.open(DATA / "inform/api_trends_workflowid-0.json.gz", "rt", encoding="utf-8") as text:
        inform |= {row["Iso3"] for row in json.load(text)}
    plans = {row["countryCode"] for path in (DATA / "fts").glob("fts_req*.csv") for row in rows_of(path)}
    flows = rows_of(DATA / "fts/fts_incoming_funding_global_2026-04-19.csv.gz")
    funding = {code for row in flows for side in ("src", "dest") for code in row[f"{side}Locations"].split(",")}
    displaced = {row["iso3"] for row in rows_of(DATA / "idmc/gidd_conflict_idps_88_countries.csv")}
    peace = {row["isocode3"] for row in rows_of(DATA / "psdata/DPPADPOSS-FATALITIES.csv", encoding="utf-8-sig")}
    assert unknown((inform | plans | funding | displaced | peace) - {""}) == set()


@pytest.mark.real
@needs_data
def test_who_codes_are_known_but_for_its_own_kosovo_and_its_word_for_none() -> None:
    codes = {row["ISO"] for row in rows_of(DATA / "who_don/DONdatabase_2022-08.csv.gz", encoding="latin-1")}
    assert unknown(codes) <= {"NA", "XKO"}


@pytest.mark.real
@needs_data
@pytest.mark.parametrize("source", ["worldbank", "unhcr", "inform"])
def test_the_names_a_source_prints_find_the_place(source: str) -> None:
    files = {
        "worldbank": ("worldbank/SP.POP.TOTL.csv.gz", "Country Code", "Country Name"),
        "unhcr": ("unhcr/countries.csv.gz", "iso_code", "name"),
        "inform": ("inform/inform_risk_index_trends.csv", "Iso3", "CountryName"),
    }
    path, code, name = files[source]
    printed = {(row[code], row[name]) for row in rows_of(DATA / path)}
    places = {pair for pair in printed if pair[0] in countries() and countries()[pair[0]].kind != "non_place"}
    assert {pair for pair in places if pair[0] not in found(pair[1])} == set()
