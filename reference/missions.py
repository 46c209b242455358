"""Where did a United Nations mission work, and from when to when?

Read from missions.csv, one row per acronym, as United Nations lists of peacekeeping
operations and of special political missions have them. A mission for several
countries (UNTSO, UNPROFOR) names them all and has no single place; a regional
office has none. `valid_from` and `valid_to` are the mandate's, without the withdrawal
that follows; `source` names the decisions behind them. Deaths are recorded a little outside, so the place does not depend on the day. Before July 2011 a
mission in Sudan may have worked in what is now South Sudan (UNMIS did).
"""

import csv
import datetime
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from reference.countries import UnknownCodeError, countries

Kind = Literal["peacekeeping", "political", "other"]

MISSIONS_FILE = Path(__file__).with_name("missions.csv")
SEPARATOR = "|"


class MissionsFileError(ValueError):
    """missions.csv contradicts itself; the message names the row and what to correct."""


@dataclass(frozen=True)
class Mission:
    """One row of missions.csv."""

    mission: str
    name: str
    kind: Kind
    places: tuple[str, ...]
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    other_names: tuple[str, ...]
    sources: tuple[str, ...]  # the decisions that set it up and, where we know, that ended it

    @property
    def place_id(self) -> str | None:
        """The place where it worked, if there is one only."""
        return self.places[0] if len(self.places) == 1 else None


@functools.cache
def missions() -> dict[str, Mission]:
    """Every known mission by acronym; read once per process, not to be changed by callers."""
    with MISSIONS_FILE.open(encoding="utf-8", newline="") as lines:
        found = [_mission(row) for row in csv.DictReader(lines)]
    names = [name for mission in found for name in (mission.mission, *mission.other_names)]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise MissionsFileError(f"missions.csv: {', '.join(repeated)} names more than one row; keep one")
    return {mission.mission: mission for mission in found}


def mission_from_name(names: pd.Series, source_id: str) -> pd.Series:
    """Return the acronym of missions.csv for each acronym as a source writes it."""
    known = {name: one.mission for one in missions().values() for name in (one.mission, *one.other_names)}
    found = names.map(known)
    if found.isna().any():
        unknown = [str(value) for value in pd.unique(names[found.isna()])]
        raise UnknownCodeError(
            source_id, unknown, "find out which United Nations mission is meant and add a row to reference/missions.csv"
        )
    return found.astype("str")


def place_of_mission(acronyms: pd.Series) -> pd.Series:
    """Return the single place of each mission; missing for missions in several countries or in none."""
    return acronyms.map({one.mission: one.place_id for one in missions().values()}).astype("str")


def _mission(row: dict[str, str]) -> Mission:
    """Turn one row of text into a Mission."""
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    places = _listed(row["places"])
    lost = [place for place in places if place not in countries()]
    if row["kind"] not in kinds or lost:
        raise MissionsFileError(
            f"missions.csv: {row['mission']} has kind {row['kind']!r} and places {lost}; kinds are {', '.join(kinds)}, places those of countries.csv"
        )
    mission = Mission(
        mission=row["mission"],
        name=row["name"],
        kind=kinds[row["kind"]],
        places=places,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        other_names=_listed(row["other_names"]),
        sources=_listed(row["source"]),
    )
    if mission.valid_from and mission.valid_to and mission.valid_to < mission.valid_from:
        raise MissionsFileError(f"missions.csv: {mission.mission} ends before it begins; correct one of its days")
    return mission


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(SEPARATOR) if part)


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None
