"""Which groups in UCDP's files are on the Security Council's list? Matched by hand in listed_groups.toml.

Names are compared letter for letter, as one whole side of a dyad: a longer name that holds
a shorter one is another group, and alliances are not taken apart.
"""

import datetime
import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

GROUPS_FILE = Path(__file__).with_name("listed_groups.toml")
REFERENCE = re.compile(r"[A-Z]{2}e\.\d{3}")
BETWEEN = " - "  # the sides of a dyad; names hold it too: a dyad cannot be split at it


class ListedGroupsFileError(ValueError):
    """listed_groups.toml contradicts itself; the message names the group and what to correct."""


@dataclass(frozen=True)
class ListedGroup:
    """One entry of listed_groups.toml."""

    id: str
    name: str
    ucdp_names: tuple[str, ...]
    not_these: tuple[str, ...]  # names of other groups that begin with one of these names
    reference: str
    also: tuple[str, ...]
    regime: str
    listed_on: datetime.date
    evidence: str


@functools.cache
def listed_groups() -> dict[str, ListedGroup]:
    """Every matched group by id; read once per process."""
    return parse_listed_groups(GROUPS_FILE.read_text(encoding="utf-8"))


def parse_listed_groups(text: str) -> dict[str, ListedGroup]:
    """Check the entries: references in the list's form, no name and no group twice."""
    found: dict[str, ListedGroup] = {}
    taken: set[str] = set()
    for entry in tomllib.loads(text)["group"]:
        group = ListedGroup(
            entry["id"],
            entry["name"],
            tuple(entry["ucdp_names"]),
            tuple(entry.get("not_these", ())),
            entry["reference"],
            tuple(entry.get("also", ())),
            entry["regime"],
            entry["listed_on"],
            entry["evidence"],
        )
        wrong = [number for number in (group.reference, *group.also) if not REFERENCE.fullmatch(number)]
        if wrong or not group.evidence or not group.ucdp_names:
            raise ListedGroupsFileError(
                f"listed_groups.toml: {group.id} needs names, evidence and references such as QDe.014 {wrong}"
            )
        if group.id in found or taken & {*group.ucdp_names}:
            raise ListedGroupsFileError(f"listed_groups.toml: {group.id} or one of its names stands twice; keep one")
        found[group.id] = group
        taken |= {*group.ucdp_names}
    return found


def groups_in_dyads(dyad_names: pd.Series) -> dict[str, tuple[str, ...]]:
    """The listed groups that are a side of each dyad, by the dyad's name."""
    return {name: found for name in dyad_names.dropna().unique() if (found := _sides(str(name)))}


def _sides(dyad_name: str) -> tuple[str, ...]:
    dyad = BETWEEN.join(part.strip() for part in dyad_name.split(BETWEEN))  # some names end in a space
    return tuple(group.id for group in listed_groups().values() if _is_side(dyad, group))


def _is_side(dyad: str, group: ListedGroup) -> bool:
    if any(dyad.startswith(other + BETWEEN) for other in group.not_these):
        return False
    return any(dyad.startswith(name + BETWEEN) or dyad.endswith(BETWEEN + name) for name in group.ucdp_names)
