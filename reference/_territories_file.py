"""Which units do sources use that differ from today's states? Reads and checks territories.toml.

An entry that several providers share becomes one unit for each of them. Two units of
one provider may not bear the same place's name in the same year, nor hold the same
place: otherwise deaths would be shown twice.
"""

import functools
import itertools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from reference._countries_file import countries

Rate = Literal["ok", "withheld"]

TERRITORIES_FILE = Path(__file__).with_name("territories.toml")
REQUIRED = frozenset({"id", "providers", "place", "covers", "name_en", "name_fr", "note_en", "note_fr"})
OPTIONAL = frozenset({"from", "to", "denominators", "rate"})
PROVIDERS = ("ucdp", "views", "unhcr", "worldbank")


class TerritoriesFileError(ValueError):
    """territories.toml contradicts itself; the message names the unit and what to correct."""


@dataclass(frozen=True)
class Unit:
    """What one provider counts under the name of one place, in the years from valid_from to valid_to."""

    unit_id: str
    provider: str
    place_id: str
    covers: tuple[str, ...]
    valid_from: int | None
    valid_to: int | None
    name_en: str
    name_fr: str
    note_en: str
    note_fr: str
    denominators: tuple[str, ...]
    rate: Rate

    def is_valid_in(self, year: int) -> bool:
        """Say whether the provider used the unit in that year."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)


@functools.cache
def units() -> tuple[Unit, ...]:
    """Return every declared unit; read once per process."""
    return parse_units(TERRITORIES_FILE.read_text(encoding="utf-8"))


def parse_units(text: str) -> tuple[Unit, ...]:
    """Read units in the layout of territories.toml and check them against countries.csv and each other."""
    declared = tuple(unit for entry in tomllib.loads(text).get("unit", []) for unit in _units(entry))
    for unit in declared:
        _check(unit)
    for one, other in itertools.combinations(declared, 2):
        if one.provider == other.provider:
            _check_apart(one, other)
    return declared


def _units(entry: Mapping[str, Any]) -> Iterator[Unit]:
    """Turn one entry into a unit for each of its providers."""
    missing, strange = REQUIRED - set(entry), set(entry) - REQUIRED - OPTIONAL
    if missing or strange:
        problem = f"lacks {sorted(missing)}" if missing else f"has unknown keys {sorted(strange)}"
        raise TerritoriesFileError(f"territories.toml: unit {entry.get('id')!r} {problem}; see the head of the file")
    for provider in entry["providers"]:
        yield Unit(
            unit_id=f"{provider}:{entry['id']}",
            provider=provider,
            place_id=entry["place"],
            covers=tuple(entry["covers"]),
            valid_from=entry.get("from"),
            valid_to=entry.get("to"),
            name_en=entry["name_en"],
            name_fr=entry["name_fr"],
            note_en=entry["note_en"],
            note_fr=entry["note_fr"],
            denominators=tuple(entry.get("denominators", ())),
            rate=entry.get("rate", "ok"),
        )


def _check(unit: Unit) -> None:
    """Refuse a unit that names unknown places or providers, or says two things about its rate."""
    unknown = {unit.place_id, *unit.covers, *unit.denominators} - set(countries())
    problems = {
        f"names unknown places {sorted(unknown)}": bool(unknown),
        f"has provider {unit.provider!r}, not one of {', '.join(PROVIDERS)}": unit.provider not in PROVIDERS,
        f"has rate {unit.rate!r}, not one of {', '.join(get_args(Rate))}": unit.rate not in get_args(Rate),
        "does not cover the place whose row it is": unit.place_id not in unit.covers,
        "withholds the rate and names denominators": unit.rate == "withheld" and bool(unit.denominators),
        "ends before it begins": None not in (unit.valid_from, unit.valid_to) and _begin(unit) > _end(unit),
    }
    for problem, is_so in problems.items():
        if is_so:
            raise TerritoriesFileError(f"territories.toml: unit {unit.unit_id} {problem}; correct the entry")


def _check_apart(one: Unit, other: Unit) -> None:
    """Refuse two units of a provider with one id, or that hold the same place in the same year."""
    if one.unit_id == other.unit_id:
        raise TerritoriesFileError(f"territories.toml: unit {one.unit_id} is declared twice; rename one")
    shared = set(one.covers) & set(other.covers)
    if shared and _begin(one) <= _end(other) and _begin(other) <= _end(one):
        raise TerritoriesFileError(
            f"territories.toml: units {one.unit_id} and {other.unit_id} both hold {sorted(shared)} in the same year; "
            "set their from and to apart"
        )


def _begin(unit: Unit) -> float:
    return float("-inf") if unit.valid_from is None else unit.valid_from


def _end(unit: Unit) -> float:
    return float("inf") if unit.valid_to is None else unit.valid_to
