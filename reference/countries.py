"""Which place does a source's code or a reader's name stand for?

Sources key places by Gleditsch-Ward numbers (UCDP, VIEWS), ISO codes (World Bank,
INFORM, FTS) or codes of their own (UNHCR: "AUS" there is Austria). All lead to one
place_id. A code that is not in countries.csv stops the reading with its value
named: dropping it would lose people without a trace. World Bank aggregates (world,
regions, income groups) are no places; see reference.aggregates.
"""

import functools

import pandas as pd

from reference._countries_file import CountriesFileError, Country, Kind, countries
from reference._name_search import find_country

__all__ = [
    "CountriesFileError",
    "Country",
    "Kind",
    "UnknownCodeError",
    "countries",
    "country_from_gw",
    "country_from_iso3",
    "country_from_unhcr",
    "find",
]

SHOWN_CODES = 5  # offending codes named in an error; more would bury the message


class UnknownCodeError(ValueError):
    """A source uses a code that countries.csv does not know; the message says which and what to do."""

    def __init__(self, source_id: str, values: list[str], remedy: str) -> None:
        shown = ", ".join(repr(value) for value in values[:SHOWN_CODES])
        more = f" and {len(values) - SHOWN_CODES} more" if len(values) > SHOWN_CODES else ""
        super().__init__(f"{source_id}: unknown place codes {shown}{more}; {remedy}")
        self.source_id = source_id
        self.values = tuple(values)
        self.remedy = remedy


def country_from_gw(gw: pd.Series, source_id: str) -> pd.Series:
    """Return the place_id of each Gleditsch-Ward number; numbers may come as text."""
    numbers = pd.to_numeric(gw, errors="coerce")
    return _mapped(gw, numbers.map(_place_by_gw()), source_id, "gw")


def country_from_iso3(iso3: pd.Series, source_id: str) -> pd.Series:
    """Return the place_id of each ISO 3166-1 code (Kosovo: XKX), refusing codes that are not declared."""
    return _mapped(iso3, iso3.map({place_id: place_id for place_id in countries()}), source_id, "place_id")


def country_from_unhcr(codes: pd.Series, source_id: str) -> pd.Series:
    """Return the place_id of each of UNHCR's own codes; the key for rows whose ISO code UNHCR leaves blank."""
    return _mapped(codes, codes.map(_place_by_unhcr_code()), source_id, "unhcr_code")


def find(name: str, limit: int = 8) -> list[Country]:
    """List places by any usual English or French name, closest first; accents and case do not matter."""
    return find_country(name, limit)


def _mapped(codes: pd.Series, place_ids: pd.Series, source_id: str, column: str) -> pd.Series:
    """Finish a look-up: refuse what stayed without a place, keep the index."""
    unknown = place_ids.isna()
    if unknown.any():
        values = [str(value) for value in pd.unique(codes[unknown])]
        remedy = (
            f"find out what the source means by them and add a row to reference/countries.csv "
            f"(column {column}; kind non_place if it is no place)"
        )
        raise UnknownCodeError(source_id, values, remedy)
    return place_ids.astype("str").rename("place_id")


@functools.cache
def _place_by_gw() -> dict[int, str]:
    return {number: place_id for place_id, country in countries().items() for number in country.gw}


@functools.cache
def _place_by_unhcr_code() -> dict[str, str]:
    return {country.unhcr_code: place_id for place_id, country in countries().items() if country.unhcr_code}
