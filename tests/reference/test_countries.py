"""Every code of every source leads to one place, and every usual name finds it."""

import pandas as pd
import pytest

from reference._countries_file import COLUMNS, parse_countries
from reference.countries import (
    CountriesFileError,
    UnknownCodeError,
    countries,
    country_from_gw,
    country_from_iso3,
    country_from_unhcr,
    find,
)


def found(name: str) -> list[str]:
    return [country.iso3 for country in find(name)]


def file_of(*rows: str) -> list[str]:
    return [",".join(COLUMNS), *rows]


def test_every_place_has_an_english_and_a_french_name() -> None:
    assert all(country.name and country.name_fr for country in countries().values())


def test_places_that_can_be_ranked_have_a_region_and_non_places_have_none() -> None:
    for country in countries().values():
        assert bool(country.region) == (country.kind != "non_place"), country.iso3


def test_historic_places_end_and_name_a_successor_that_goes_on() -> None:
    historic = [country for country in countries().values() if country.kind == "historic"]
    assert {country.iso3 for country in historic} == {"CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}
    for country in historic:
        assert country.valid_to is not None
        assert country.successor is not None
        assert countries()[country.successor].kind == "state"


def test_places_are_read_once_per_process() -> None:
    assert countries() is countries()


def test_names_are_the_ones_diplomats_use() -> None:
    names = {place_id: (country.name, country.name_fr) for place_id, country in countries().items()}
    assert names["COD"] == ("DR Congo", "RD Congo")
    assert names["SSD"] == ("South Sudan", "Soudan du Sud")
    assert names["MMR"] == ("Myanmar", "Myanmar")
    assert names["SWZ"] == ("Eswatini", "Eswatini")
    assert names["TUR"] == ("Türkiye", "Türkiye")
    assert names["CIV"] == ("Côte d'Ivoire", "Côte d'Ivoire")
    assert names["PRK"] == ("North Korea", "Corée du Nord")


def test_kosovo_carries_the_reference_to_resolution_1244_in_both_languages() -> None:
    other_names = countries()["XKX"].other_names
    assert "Kosovo (in the sense of Security Council resolution 1244)" in other_names
    assert "Kosovo (au sens de la résolution 1244 du Conseil de sécurité)" in other_names


PLACE_BY_NUMBER = {
    345: "SRB",
    340: "SRB",
    347: "XKX",
    365: "RUS",
    265: "DDR",
    315: "CSK",
    678: "YEM",
    680: "YMD",
    626: "SSD",
    666: "ISR",
    713: "TWN",
    816: "VNM",
}


@pytest.mark.parametrize(("number", "place_id"), PLACE_BY_NUMBER.items())
def test_a_gleditsch_ward_number_leads_to_its_place(number: int, place_id: str) -> None:
    assert country_from_gw(pd.Series([number]), "ucdp_country_year").tolist() == [place_id]


def test_look_ups_keep_the_index_and_accept_numbers_as_text() -> None:
    places = country_from_gw(pd.Series(["625", "565"], index=[7, 3]), "ucdp_ged")
    assert places.to_dict() == {7: "SDN", 3: "NAM"}
    assert places.name == "place_id"


def test_an_empty_column_has_no_unknown_codes() -> None:
    assert country_from_iso3(pd.Series([], dtype="str"), "worldbank_population").empty


def test_unknown_numbers_stop_the_reading_and_name_source_values_and_remedy() -> None:
    with pytest.raises(UnknownCodeError) as caught:
        country_from_gw(pd.Series([625, 9001, 9002, 9003, 9004, 9005, 9006, 9001]), "ucdp_ged")
    message = str(caught.value)
    assert "ucdp_ged" in message
    assert "'9001', '9002', '9003', '9004', '9005' and 1 more" in message
    assert "9006" not in message
    assert "add a row to reference/countries.csv" in message


def test_a_missing_code_is_refused_not_dropped() -> None:
    with pytest.raises(UnknownCodeError):
        country_from_iso3(pd.Series(["SDN", None]), "unhcr_population")


def test_aggregates_are_no_places() -> None:
    with pytest.raises(UnknownCodeError, match="'WLD'"):
        country_from_iso3(pd.Series(["WLD"]), "worldbank_population")


def test_unhcr_codes_are_not_read_as_iso_codes() -> None:
    assert country_from_unhcr(pd.Series(["AUS", "AUL", "UKN"]), "unhcr_population").tolist() == ["AUT", "AUS", "UNK"]


def test_unknown_stateless_and_tibetan_codes_are_known_non_places() -> None:
    assert {countries()[code].kind for code in ("UNK", "XXA", "XXX", "TIB")} == {"non_place"}


PLACE_BY_NAME = {
    "burma": "MMR",
    "Birmanie": "MMR",
    "Zaïre": "COD",
    "ZAIRE": "COD",
    "congo-kinshasa": "COD",
    "DR Congo (Zaire)": "COD",
    "Congo, Dem. Rep.": "COD",
    "Yemen (North Yemen)": "YEM",
    "Gaza": "PSE",
    "cote d’ivoire": "CIV",
    "Ivory Coast": "CIV",
    "The Gambia": "GMB",
    "Swaziland": "SWZ",
    "nam": "NAM",
    "Syrian Arab Republic": "SYR",
    "St. Lucia": "LCA",
    "Türkiye": "TUR",
    "turkey": "TUR",
    "URSS": "SUN",
    "États-Unis": "USA",
    "Cisjordanie et Gaza": "PSE",
    "Trinidad & Tobago": "TTO",
    "Centrafrique": "CAF",
    "Corée du Nord": "PRK",
    "Viêt Nam": "VNM",
}


@pytest.mark.parametrize(("name", "place_id"), PLACE_BY_NAME.items())
def test_any_usual_name_finds_the_place_first(name: str, place_id: str) -> None:
    assert found(name)[0] == place_id


def test_congo_offers_both() -> None:
    assert set(found("Congo")) == {"COD", "COG"}


def test_guinea_leads_with_guinea_and_offers_its_namesakes() -> None:
    assert found("Guinea")[0] == "GIN"
    assert {"GNB", "GNQ", "PNG"} <= set(found("guinée"))


def test_search_guesses_nothing() -> None:
    assert found("Sudna") == []
    assert found("  ") == []


def test_non_places_are_never_offered() -> None:
    assert found("Unknown") == []
    assert found("Stateless") == []


def test_search_stops_at_the_limit() -> None:
    assert len(find("a", limit=3)) == 3


SUDAN = "SDN,Sudan,Soudan,state,625,SUD,729,Northern Africa,,,,"


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ((SUDAN, SUDAN.replace("625,SUD", ",")), "place_id SDN"),
        ((SUDAN, SUDAN.replace("SDN", "SSD").replace("SUD", "SSD")), "gw 625"),
        ((SUDAN, SUDAN.replace("SDN", "SSD").replace("625", "626")), "unhcr_code SUD"),
        ((SUDAN + "QQQ",), "unknown successor SDN -> QQQ"),
        ((SUDAN.replace("state", "empire"),), "kind 'empire'"),
        ((SUDAN.replace("625", "six"),), "SDN.*correct that cell"),
    ],
)
def test_a_contradiction_in_the_file_is_named(rows: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(CountriesFileError, match=complaint):
        parse_countries(file_of(*rows))


def test_another_layout_is_refused() -> None:
    with pytest.raises(CountriesFileError, match="columns"):
        parse_countries(["place_id,name", "SDN,Sudan"])
