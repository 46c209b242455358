"""Which first-order unit does UCDP's name of a province, state or region stand for in a year?

Every event has an answer: the unit, the country's `unlocated` row where UCDP names
none, or its `unmapped` row where the name is in no row of admin1.csv, so that
deaths are never dropped. Only countries that the file does not hold have none.
"""

import functools

import pandas as pd

from reference._admin1_file import (
    UNLOCATED,
    UNMAPPED,
    Admin1FileError,
    Admin1Unit,
    admin1_units,
    names_by_year,
    parse_admin1,
)
from reference._name_search import fold

__all__ = [
    "UNLOCATED",
    "UNMAPPED",
    "Admin1FileError",
    "Admin1Unit",
    "admin1_units",
    "parse_admin1",
    "unit_ids",
    "unknown_names",
]


def unit_ids(place_id: pd.Series, published: pd.Series, year: pd.Series) -> pd.Series:
    """Return each event's unit; missing for countries that the file does not hold."""
    asked = pd.DataFrame({"place_id": place_id, "published": published, "year": year}).reset_index(drop=True)
    distinct = asked.drop_duplicates()
    answers = pd.Series([_unit_id(*row) for row in distinct.itertuples(index=False, name=None)], dtype="str")
    answered = distinct.assign(unit_id=answers.to_numpy())
    found = asked.merge(answered, how="left", validate="many_to_one")["unit_id"]
    return pd.Series(found.to_numpy(), index=place_id.index, dtype="str")


def unknown_names(place_id: pd.Series, published: pd.Series, year: pd.Series) -> list[str]:
    """Name the spellings of the file's countries that no row holds in that year, with how many events bear them."""
    unmapped = unit_ids(place_id, published, year).str.endswith(f":{UNMAPPED}").eq(True)
    found = pd.DataFrame({"place_id": place_id, "published": published, "year": year})[unmapped]
    return [
        f"{place} {name!r} ({years.min()}-{years.max()}, {len(years)} events): "
        "add the spelling to its unit, or a row, in reference/admin1.csv"
        for (place, name), years in found.groupby(["place_id", "published"])["year"]
    ]


def _unit_id(iso3: str, published: object, year: int) -> str | None:
    if iso3 not in _countries():
        return None
    if not isinstance(published, str) or not published.strip():
        return f"adm1:{iso3}:{UNLOCATED}"
    at = _names().get((iso3, _folded(published)), ())
    return next((unit.unit_id for unit in at if unit.is_valid_in(year)), f"adm1:{iso3}:{UNMAPPED}")


@functools.cache
def _folded(name: str) -> str:
    return fold(name)  # kept, since a name comes back every year


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(unit.iso3 for unit in admin1_units().values())


@functools.cache
def _names() -> dict[tuple[str, str], tuple[Admin1Unit, ...]]:
    return names_by_year(admin1_units())
