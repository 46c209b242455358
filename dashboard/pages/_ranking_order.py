"""In which order does the table list places? By severity unless the address asks for another column.

A place without a figure in the column stands last whichever way it is turned, and equals
keep the order of severity. There is no order by what touches the reader's country: crises
are not ranked by exposure.
"""

import math
from collections.abc import Callable

from dashboard.asked import asked_by_place
from dashboard.frame import Frame
from dashboard.measures import Row
from dashboard.pages._ranking_beside import budget_year
from reading.names import place_name
from reading.record import Record
from reference.countries import countries

RANKED_KINDS = ("state", "territory", "historic")
DIRECTIONS = {"worse": 0, "no_clear_change": 1, "better": 2}
TEMPOS = {"slow_burn": 0, "slow_burn_with_surges": 1, "sudden": 2, "short": 3}
RISING = ("place", "response")  # smallest first at the first click: names, and money received of asked
TURNED = "-"  # before the name of a column: the other way round

Key = Callable[[str], float | str]


def ordered(frame: Frame, year: int, sort: str) -> list[str]:
    """Places with a figure in that year in the order that is asked for."""
    record, column = frame.record, sort.removeprefix(TURNED)
    places = by_severity(record, year)
    key = _key(frame, year, column)
    known = [place for place in places if not _is_missing(key(place))]
    missing = [place for place in places if _is_missing(key(place))]
    return sorted(known, key=key, reverse=sort.startswith(TURNED)) + missing


def by_severity(record: Record, year: int) -> list[str]:
    """By rank, then by deaths, then by name."""

    def position(place: str) -> tuple[float, float, str]:
        rank = record.severity.at("rank", place, year)
        return (math.inf if math.isnan(rank) else rank, -record.deaths.at("best", place, year), place)

    known = (place for place in record.places if countries()[place].kind in RANKED_KINDS)
    return sorted((place for place in known if not math.isnan(record.deaths.at("best", place, year))), key=position)


def is_rising(sort: str) -> bool:
    """Whether the column stands in rising order."""
    return (sort.removeprefix(TURNED) in RISING) != sort.startswith(TURNED)


def _key(frame: Frame, year: int, column: str) -> Key:
    record, words = frame.record, frame.words
    if column == "place":
        return lambda place: place_name(place, year, words).casefold()
    if column == "deaths":
        return lambda place: -record.deaths.at("best", place, year)
    if column == "rate":
        return lambda place: -record.rate.at("best", place, year)
    if column == "direction":
        return lambda place: DIRECTIONS.get(str((direction_of(record, place, year) or {}).get("direction")), math.nan)
    if column == "tempo":
        return lambda place: TEMPOS.get((record.deadliest(place) or {"tempo": ""})["tempo"], math.nan)
    if column == "response":
        held, money = asked_by_place(record.release), budget_year(frame, year)
        rows = {place: held.at(place, money or 0) for place in record.places}
        return lambda place: row.coverage if (row := rows[place]) and row.coverage is not None else math.nan
    return lambda place: record.severity.at("rank", place, year)


def direction_of(record: Record, place: str, year: int) -> Row | None:
    """The row of the place's own last month in the year, or after the newest year on record."""
    row = record.directions.newest(place) if year == int(record.years[-1]) else record.directions.of(place, year)
    return None if row is None or row["month"].year < year else row


def _is_missing(value: float | str) -> bool:
    return isinstance(value, float) and math.isnan(value)
