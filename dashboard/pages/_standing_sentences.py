"""How many places stand worst and for how long, which burn without change, which turned worse?

The rules, each over what is on record at the end of the newest year:
highest class: the severity of the map's highest class, every year back without a break;
without change: a slow burn that goes on, whose direction shows no clear change, and
without a step of its level in the last five years;
turned worse: 25 or more deaths in the year, and a direction that has worsened or an
upward step of the level, its newest, in the last five years.
A direction rests on each place's own newest month or year. Both look back, not ahead.
"""

from collections.abc import Sequence

import numpy as np

from dashboard.frame import Frame
from dashboard.measures import Measures, Row, measures_of
from figures._map_classes import CLASSES
from language import Language
from reading.direction_words import window_words
from reading.names import place_name
from reading.record import Record

HIGHEST = CLASSES["severity"].edges[-1]
LONG_YEARS = 10  # as long as the window of persistence
STEP_YEARS = 5  # a step before that is the present level
NAMED = 5  # places named in a sentence; more would not be read


def standing_sentences(frame: Frame, active: Sequence[str], slow: Sequence[str], year: int) -> list[str]:
    """What can be said at the end of a year; `active` and `slow` are the places of it, deadliest first."""
    measures = measures_of(frame.record)
    said = [highest_sentence(frame, active, year)]
    if len(frame.record.table("direction")):  # a release older than that table has nothing to say of change
        said.append(unchanged_sentence(frame, measures, slow, year))
        said.append(worse_sentence(frame, measures, active, year))
    return said


def highest_sentence(frame: Frame, places: Sequence[str], year: int) -> str:
    """How many places stand in the highest class of severity, and which of them for longest."""
    words, record = frame.words, frame.record
    since = {place: first for place in places if (first := highest_since(record, place, year)) is not None}
    edge = words.number(HIGHEST)
    if not since:
        return words.text(
            "No place stands in the highest class of severity ({edge} and more) at the end of {year}.",
            edge=edge,
            year=str(year),
        )
    longest = sorted(since, key=lambda place: since[place])
    long = sum(year - first + 1 >= LONG_YEARS for first in since.values())
    named = [_since(place, since[place], record, year, words) for place in longest[:NAMED]]
    return words.texts(
        "{n} place stands in the highest class of severity ({edge} and more) at the end of {year}; for ten years or more: {long}. {places}.",
        "{n} places stand in the highest class of severity ({edge} and more) at the end of {year}; for ten years or more: {long}. The longest: {places}.",
        len(since),
        edge=edge,
        year=str(year),
        long=words.number(long),
        places=", ".join(named),
    )


def highest_since(record: Record, place: str, year: int) -> int | None:
    """The first year of the unbroken run in the highest class that reaches this year."""
    severity = record.severity.of("severity", place)[: year - int(record.years[0]) + 1]
    below = np.flatnonzero(~(severity >= HIGHEST))  # a year without severity breaks the run too
    first = int(below[-1]) + 1 if len(below) else 0
    return int(record.years[first]) if first < len(severity) else None


def unchanged_sentence(frame: Frame, measures: Measures, slow: Sequence[str], year: int) -> str:
    """Which slow burns go on without a clear change."""
    words, since = frame.words, year - STEP_YEARS + 1
    found = {
        place: row
        for place in slow
        if (row := _moved(frame.record, place, "no_clear_change")) and not recent_steps(measures, place, since)
    }
    if not found:
        return words.text("No slow burn of {year} goes on without a clear change.", year=str(year))
    months = sorted(row["month"] for row in found.values())
    return words.texts(
        "{n} slow burn goes on without a clear change to {last}, and without a step of its level since {since}: {places}.",
        "{n} slow burns go on without a clear change, each to the end of its record ({ends}), and without a step of level since {since}: {places}.",
        len(found),
        ends=" – ".join(dict.fromkeys((words.month(months[0]), words.month(months[-1])))),
        last=words.month(months[-1]),
        since=str(since),
        places=_listed([place_name(place, year, words) for place in found], words),
    )


def worse_sentence(frame: Frame, measures: Measures, active: Sequence[str], year: int) -> str:
    """Which places turned worse, and when."""
    words, since, named = frame.words, year - STEP_YEARS + 1, []
    for place in active:
        upward = [step for step in recent_steps(measures, place, since) if step["factor"] > 1]
        row, name = _moved(frame.record, place, "worse"), place_name(place, year, words)
        if row:
            named.append(words.text("{place} ({when})", place=name, when=window_words(row, words)))
        elif upward:
            named.append(words.text("{place} (step up in {when})", place=name, when=_when(upward[-1], words)))
    if not named:
        return words.text(
            "No place of {year} turned worse: none by its direction, none by a step up since {since}.",
            year=str(year),
            since=str(since),
        )
    return words.texts(
        "{n} place turned worse, by its direction or by a step up of its deaths since {since}: {places}.",
        "{n} places turned worse, by their direction or by a step up of their deaths since {since}: {places}.",
        len(named),
        since=str(since),
        places=_listed(named, words),
    )


def recent_steps(measures: Measures, place: str, since: int) -> list[Row]:
    """The newest steps of a place's level, of months or years, from a year on."""
    return [step for step in measures.steps.get(place, []) if step["month"].year >= since]


def _moved(record: Record, place: str, direction: str) -> Row | None:
    """The newest row of a place's direction, where that is its word and deaths stand behind it."""
    row = record.directions.newest(place)
    return row if row is not None and row["direction"] == direction and row["reason"] != "quiet" else None


def _when(step: Row, words: Language) -> str:
    return words.month(step["month"]) if step["period"] == "month" else str(step["month"].year)


def _since(place: str, first: int, record: Record, year: int, words: Language) -> str:
    name = place_name(place, year, words)
    if first == int(record.years[0]):
        return words.text("{place} since {year} or before", place=name, year=str(first))
    return words.text("{place} since {year}", place=name, year=str(first))


def _listed(names: Sequence[str], words: Language) -> str:
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return shown + words.texts(" and {n} more", " and {n} more", more) if more > 0 else shown
