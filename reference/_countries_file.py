"""Which places does the project know? Reads and checks countries.csv.

The file is read with the csv module, so nothing in it is ever taken for a missing
value (Namibia's two-letter code is "NA"). `kind` is technical and says nothing of
anyone's status in law: a "state" is a place that sources list as a unit of its own
(a Gleditsch-Ward number, or a member or observer of the United Nations), a
"territory" is any other place with a code, a "historic" one has ended, a
"non_place" (unknown, stateless, ...) counts in totals and is never ranked.
`valid_from` is the day on which the lists that conflict sources follow begin to
count the place, where that is after 1988; `successor` names the row under which
a source that keeps no historic rows goes on, and states nothing else.
"""

import csv
import datetime
import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["state", "territory", "historic", "non_place"]

COUNTRIES_FILE = Path(__file__).with_name("countries.csv")
COLUMNS = (
    "place_id",
    "name",
    "name_fr",
    "kind",
    "gw",
    "unhcr_code",
    "m49",
    "region",
    "other_names",
    "valid_from",
    "valid_to",
    "successor",
)
LIST_SEPARATOR = "|"


class CountriesFileError(ValueError):
    """countries.csv contradicts itself; the message names the rows and what to correct."""


@dataclass(frozen=True)
class Country:
    """One row of countries.csv; `iso3` is the place_id, which is ISO's code but for a few declared ones (XKX, AB9)."""

    iso3: str
    name: str
    name_fr: str
    kind: Kind
    gw: tuple[int, ...]
    unhcr_code: str | None
    m49: str | None
    region: str
    other_names: tuple[str, ...]
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successor: str | None


@functools.cache
def countries() -> dict[str, Country]:
    """Return every known place by place_id; read once per process, not to be changed by callers."""
    with COUNTRIES_FILE.open(encoding="utf-8", newline="") as lines:
        return parse_countries(lines)


def parse_countries(lines: Iterable[str]) -> dict[str, Country]:
    """Read rows in the layout of countries.csv and check that they agree with each other."""
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise CountriesFileError(f"countries.csv: columns are {reader.fieldnames}; they must be {', '.join(COLUMNS)}")
    rows = [_country(row) for row in reader]
    _refuse_repeated("place_id", [row.iso3 for row in rows])
    _refuse_repeated("gw", [str(number) for row in rows for number in row.gw])
    _refuse_repeated("unhcr_code", [row.unhcr_code for row in rows if row.unhcr_code])
    known = {row.iso3: row for row in rows}
    lost = [f"{row.iso3} -> {row.successor}" for row in rows if row.successor and row.successor not in known]
    if lost:
        raise CountriesFileError(f"countries.csv: unknown successor {', '.join(lost)}; name a place_id of the file")
    return known


def _country(row: dict[str, str]) -> Country:
    """Turn one row of text into a Country."""
    place_id = row["place_id"]
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    if row["kind"] not in kinds:
        raise CountriesFileError(
            f"countries.csv: {place_id} has kind {row['kind']!r}; it must be one of {', '.join(kinds)}"
        )
    try:
        return Country(
            iso3=place_id,
            name=row["name"],
            name_fr=row["name_fr"],
            kind=kinds[row["kind"]],
            gw=tuple(int(number) for number in _listed(row["gw"])),
            unhcr_code=row["unhcr_code"] or None,
            m49=row["m49"] or None,
            region=row["region"],
            other_names=_listed(row["other_names"]),
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            successor=row["successor"] or None,
        )
    except ValueError as error:
        raise CountriesFileError(f"countries.csv: {place_id}: {error}; correct that cell") from error


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(LIST_SEPARATOR) if part)


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def _refuse_repeated(column: str, values: list[str]) -> None:
    repeated = sorted(value for value, times in Counter(values).items() if times > 1)
    if repeated:
        raise CountriesFileError(f"countries.csv: {column} {', '.join(repeated)} stands in more than one row; keep one")
