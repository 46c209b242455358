"""Which named crises does the project know? Reads and checks crises.toml.

A crisis is counted by one rule throughout: events in first-order units, the figures
of whole countries, or UCDP's annual figures of dyads. Only the last holds state-based
deaths alone. Crises overlap; nothing adds them up.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from reference._admin1_file import admin1_units
from reference._countries_file import countries

Rule = Literal["units", "countries", "dyads"]

CRISES_FILE = Path(__file__).with_name("crises.toml")
PREFIX = "crisis:"
REQUIRED = frozenset(
    {"id", "name_en", "name_fr", "other_names", "countries", "from", "rule", "boundary_en", "boundary_fr", "source"}
)
OPTIONAL = frozenset({"to", "units", "dyads", "fought_in", "continued_by", "continued_from", "note_en", "note_fr"})
BELONGS_TO = {  # rule -> what it needs, and what else may stand beside
    "units": ({"units"}, {"dyads", "continued_by", "continued_from"}),
    "countries": (set[str](), set[str]()),
    "dyads": ({"dyads"}, {"fought_in"}),
}


class CrisesFileError(ValueError):
    """crises.toml contradicts itself; the message names the crisis and what to correct."""


@dataclass(frozen=True)
class Crisis:
    """One named crisis and what is counted under its name; `last_year` None: followed to this day."""

    crisis_id: str
    name_en: str
    name_fr: str
    other_names: tuple[str, ...]
    countries: tuple[str, ...]
    first_year: int
    last_year: int | None
    rule: Rule
    units: tuple[str, ...]
    dyads: tuple[str, ...]
    fought_in: tuple[str, ...]
    continued_by: tuple[str, ...]
    continued_from: int | None
    boundary_en: str
    boundary_fr: str
    source: str
    note_en: str
    note_fr: str

    def is_followed_in(self, year: int) -> bool:
        """Say whether deaths of the year are counted under the name."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@functools.cache
def crises() -> dict[str, Crisis]:
    """Return every crisis by its place_id; read once per process, not to be changed by callers."""
    return parse_crises(CRISES_FILE.read_text(encoding="utf-8"))


def parse_crises(text: str) -> dict[str, Crisis]:
    """Read crises in the layout of crises.toml and check them against countries.csv and admin1.csv."""
    listed = [_crisis(entry) for entry in tomllib.loads(text).get("crisis", [])]
    known = {crisis.crisis_id: crisis for crisis in listed}
    if len(known) != len(listed):
        raise CrisesFileError("crises.toml: an id stands in more than one entry; rename one")
    for crisis in listed:
        _check(crisis)
    return known


def _crisis(entry: Mapping[str, Any]) -> Crisis:
    """Turn one entry into a Crisis."""
    missing, strange = REQUIRED - set(entry), set(entry) - REQUIRED - OPTIONAL
    if missing or strange:
        problem = f"lacks {sorted(missing)}" if missing else f"has unknown keys {sorted(strange)}"
        raise CrisesFileError(f"crises.toml: crisis {entry.get('id')!r} {problem}; see the head of the file")
    if entry["rule"] not in get_args(Rule):
        raise CrisesFileError(
            f"crises.toml: crisis {entry['id']!r} has rule {entry['rule']!r}, not one of {', '.join(get_args(Rule))}"
        )
    needs, may = BELONGS_TO[entry["rule"]]
    given = {key for names in BELONGS_TO.values() for part in names for key in part if entry.get(key)}
    if not needs <= given or not given <= needs | may:
        raise CrisesFileError(
            f"crises.toml: crisis {entry['id']!r} with rule {entry['rule']!r} needs {sorted(needs)} "
            f"and may have {sorted(may)}, but has {sorted(given)}"
        )
    return Crisis(
        crisis_id=PREFIX + entry["id"],
        name_en=entry["name_en"],
        name_fr=entry["name_fr"],
        first_year=entry["from"],
        last_year=entry.get("to"),
        rule=entry["rule"],
        continued_from=entry.get("continued_from"),
        boundary_en=entry["boundary_en"],
        boundary_fr=entry["boundary_fr"],
        source=entry["source"],
        note_en=entry.get("note_en", ""),
        note_fr=entry.get("note_fr", ""),
        **{
            key: tuple(entry.get(key, ()))
            for key in ("other_names", "countries", "units", "dyads", "fought_in", "continued_by")
        },
    )


def _check(crisis: Crisis) -> None:
    places = {*crisis.countries, *crisis.fought_in, *crisis.continued_by}
    strangers = sorted(places - set(countries())) + sorted(set(crisis.units) - set(admin1_units()))
    outside = {unit.split(":")[1] for unit in crisis.units} | set(crisis.continued_by)
    problems = {
        f"names unknown places {strangers}": bool(strangers),
        "lies in no country": not crisis.countries,
        f"counts in {sorted(outside)}, beyond its countries": not outside <= set(crisis.countries),
        "ends before it begins": crisis.last_year is not None and crisis.last_year < crisis.first_year,
        "says continued_by or continued_from alone": bool(crisis.continued_by) != (crisis.continued_from is not None),
        "has a note in one language": bool(crisis.note_en) != bool(crisis.note_fr),
    }
    for problem, is_so in problems.items():
        if is_so:
            raise CrisesFileError(f"crises.toml: {crisis.crisis_id} {problem}; correct the entry")
