"""Which first-order units does the project know? Reads and checks admin1.csv.

UCDP takes the names of the day: "Western Darfur state" until 2011, "West Darfur
state" after. A row of admin1.csv is one territory as UCDP codes it: where a unit was
divided and its parts bear names of their own, older and newer extent are two rows
(`west-darfur-until-2011`, `west-darfur`), tied by `comes_from`, so that no series
runs across. `changed` names years in which a smaller part moved under the same name.
A year of change may belong to both rows. Countries that are not in the file have no
units here; events without a name go to the country's `unlocated` row, and a name
that is not in the file to `unmapped`, so that deaths are never dropped.
"""

import csv
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reference._countries_file import LIST_SEPARATOR, countries
from reference._name_search import fold

ADMIN1_FILE = Path(__file__).with_name("admin1.csv")
COLUMNS = ("unit_id", "name", "name_fr", "valid_from", "valid_to", "comes_from", "changed", "spellings")
UNLOCATED, UNMAPPED = "unlocated", "unmapped"
WITHOUT_UNIT = {  # kind of row -> English and French name
    UNLOCATED: ("Unlocated (no unit recorded)", "Non localisé (unité non indiquée)"),
    UNMAPPED: ("Unit not yet in our register", "Unité absente de notre registre"),
}


class Admin1FileError(ValueError):
    """admin1.csv contradicts itself; the message names the units and what to correct."""


@dataclass(frozen=True)
class Admin1Unit:
    """One territory as UCDP codes it, from `valid_from` to `valid_to` (None: to this day)."""

    unit_id: str
    iso3: str
    name: str
    name_fr: str
    valid_from: int
    valid_to: int | None
    comes_from: tuple[str, ...]
    changed: tuple[int, ...]
    spellings: tuple[str, ...]

    def is_valid_in(self, year: int) -> bool:
        """Say whether the unit existed at any time of the year."""
        return self.valid_from <= year and (self.valid_to is None or year <= self.valid_to)


@functools.cache
def admin1_units() -> dict[str, Admin1Unit]:
    """Return every unit by id, the unlocated and unmapped rows of each country at its end; read once per process."""
    with ADMIN1_FILE.open(encoding="utf-8", newline="") as lines:
        return parse_admin1(lines)


def parse_admin1(lines: Iterable[str]) -> dict[str, Admin1Unit]:
    """Read rows in the layout of admin1.csv and check them against countries.csv and each other."""
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise Admin1FileError(f"admin1.csv: columns are {reader.fieldnames}; they must be {', '.join(COLUMNS)}")
    listed = [_unit(row) for row in reader]
    known = {unit.unit_id: unit for unit in listed}
    if len(known) != len(listed):
        raise Admin1FileError("admin1.csv: a unit_id stands in more than one row; keep one")
    for unit in listed:
        _check(unit, known)
    names_by_year(known)
    for iso3 in sorted({unit.iso3 for unit in listed}):
        begins = min(unit.valid_from for unit in listed if unit.iso3 == iso3)
        for kind, names in WITHOUT_UNIT.items():
            unit_id = f"adm1:{iso3}:{kind}"
            known[unit_id] = Admin1Unit(unit_id, iso3, *names, begins, None, (), (), ())
    return known


def names_by_year(known: dict[str, Admin1Unit]) -> dict[tuple[str, str], tuple[Admin1Unit, ...]]:
    """The units behind each spelling of a country; refuses a spelling that means two of them in one year."""
    by_name: dict[tuple[str, str], tuple[Admin1Unit, ...]] = {}
    for unit in known.values():
        for name in {fold(spelling) for spelling in unit.spellings}:
            others = by_name.get((unit.iso3, name), ())
            clash = [other.unit_id for other in others if _overlap(unit, other)]
            if clash:
                raise Admin1FileError(
                    f"admin1.csv: {name!r} means {unit.unit_id} and {clash[0]} in one year; set their years apart"
                )
            by_name[unit.iso3, name] = (*others, unit)
    return by_name


def _overlap(one: Admin1Unit, other: Admin1Unit) -> bool:
    return one.is_valid_in(other.valid_from) or other.is_valid_in(one.valid_from)


def _unit(row: dict[str, str]) -> Admin1Unit:
    """Turn one row of text into a unit."""
    unit_id, parts = row["unit_id"], row["unit_id"].split(":")
    if len(parts) != 3 or parts[0] != "adm1" or parts[2] in WITHOUT_UNIT:
        raise Admin1FileError(f"admin1.csv: unit_id {unit_id!r} must look like adm1:SDN:west-darfur")
    try:
        return Admin1Unit(
            unit_id=unit_id,
            iso3=parts[1],
            name=row["name"],
            name_fr=row["name_fr"],
            valid_from=int(row["valid_from"]),
            valid_to=int(row["valid_to"]) if row["valid_to"] else None,
            comes_from=_listed(row["comes_from"]),
            changed=tuple(int(year) for year in _listed(row["changed"])),
            spellings=_listed(row["spellings"]),
        )
    except ValueError as error:
        raise Admin1FileError(f"admin1.csv: {unit_id}: {error}; correct that cell") from error


def _check(unit: Admin1Unit, known: dict[str, Admin1Unit]) -> None:
    lost = [other for other in unit.comes_from if other not in known]
    problems = {
        f"lies in unknown country {unit.iso3!r}": unit.iso3 not in countries(),
        "ends before it begins": unit.valid_to is not None and unit.valid_to < unit.valid_from,
        f"comes from unknown units {lost}": bool(lost),
        "has no name in one language": not (unit.name and unit.name_fr),
        "has no spelling": not unit.spellings,
        "changed outside its years": not all(unit.is_valid_in(year) for year in unit.changed),
    }
    for problem, is_so in problems.items():
        if is_so:
            raise Admin1FileError(f"admin1.csv: {unit.unit_id} {problem}; correct the row")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(LIST_SEPARATOR) if part)
