"""How many places stand worst and for how long, which burn without change, which turned worse?

The rules, each over what is on record at the end of the newest year:
highest class: the severity of the map's highest class, every year back without a break;
without change: a slow burn that goes on, whose deaths of the year lie between half and
double the median of the five years before, whose direction shows no clear change, and
whose level made no step in the last five years;
turned worse: 25 or more deaths in the year, and even its low estimate above double the
median of the five years before, or a direction that has worsened.
A test that finds no change in ten years is not calm: deaths of two years can be two
hundred times those before without it. A place that did not exist for all five years,
or whose row held another territory in one of them, is not compared.
"""

from collections.abc import Sequence

import numpy as np

from dashboard.frame import Frame
from dashboard.measures import Measures, Row, measures_of
from dashboard.pages._told import Told, enumerated, marked
from figures._map_classes import CLASSES
from language import Language
from reading.direction_words import window_words
from reading.record import Record
from reading.usual import USUAL_YEARS, usual_deaths

HIGHEST = CLASSES["severity"].edges[-1]
LONG_YEARS = 10  # as long as the window of persistence
HALF, DOUBLE = 0.5, 2.0  # of the usual


def standing_sentences(frame: Frame, active: Sequence[str], slow: Sequence[str], year: int) -> list[Told]:
    """What can be said at the end of a year; `active` and `slow` are the places of it, deadliest first."""
    measures = measures_of(frame.record)
    said = [highest_sentence(frame, active, year)]
    if len(frame.record.table("direction")):  # a release older than that table has nothing to say of change
        said.append(unchanged_sentence(frame, measures, slow, year))
        said.append(worse_sentence(frame, active, year))
    return said


def highest_sentence(frame: Frame, places: Sequence[str], year: int) -> Told:
    """How many places stand in the highest class of severity, and which of them for longest."""
    words, record = frame.words, frame.record
    since = {place: first for place in places if (first := highest_since(record, place, year)) is not None}
    about, when = words.text("Highest class"), words.text("end of {year}", year=str(year))
    edge = words.number(HIGHEST)
    if not since:
        return Told(
            about, when, words.text("No place stands in the highest class of severity ({edge} and more).", edge=edge)
        )
    said = words.texts(
        "{n} place stands in the highest class of severity ({edge} and more).",
        "{n} places stand in the highest class of severity ({edge} and more).",
        len(since),
        edge=edge,
    )
    longest = sorted(since, key=lambda place: since[place])
    named = {place: _since(place, since[place], record, words) for place in longest}
    long = [named[place] for place in longest if year - since[place] + 1 >= LONG_YEARS]
    if long:
        held = words.text("For ten years or more without a break: {places}.", places=enumerated(long, words))
    else:
        held = words.text("None for ten years yet; the longest: {places}.", places=enumerated([*named.values()], words))
    return Told(about, when, f"{said} {held}", tuple(named.values()))


def highest_since(record: Record, place: str, year: int) -> int | None:
    """The first year of the unbroken run in the highest class that reaches this year."""
    severity = record.severity.of("severity", place)[: year - int(record.years[0]) + 1]
    below = np.flatnonzero(~(severity >= HIGHEST))  # a year without severity breaks the run too
    first = int(below[-1]) + 1 if len(below) else 0
    return int(record.years[first]) if first < len(severity) else None


def unchanged_sentence(frame: Frame, measures: Measures, slow: Sequence[str], year: int) -> Told:
    """Which slow burns go on as they were."""
    words, found = frame.words, {}
    for place in slow:
        usual, now = usual_deaths(frame.record, place, year), frame.record.deaths.at("best", place, year)
        if usual is None or not HALF * usual <= now <= DOUBLE * usual:
            continue
        if _moved(frame.record, place, "no_clear_change") and not recent_steps(measures, place, year - USUAL_YEARS + 1):
            found[place] = _beside_usual(frame.record, place, year, words)
    about, when = words.text("Without change"), _when(year, words)
    if not found:
        return Told(about, when, words.text("No slow burn goes on as it was."))
    said = words.texts(
        "{n} slow burn goes on as it was, with about as many deaths as usual: {places}.",
        "{n} slow burns go on as they were, with about as many deaths as usual: {places}.",
        len(found),
        places=enumerated([marked(place) for place in found], words),
    )
    return Told(about, when, said, tuple(found.values()))


def worse_sentence(frame: Frame, active: Sequence[str], year: int) -> Told:
    """Which places turned worse, and from what."""
    words, record = frame.words, frame.record
    found = {place: said for place in active if (said := _worse(record, place, year, words))}
    about, when = words.text("Turned worse"), _when(year, words)
    if not found:
        return Told(about, when, words.text("No place turned worse."))
    said = words.texts(
        "{n} place turned worse. More than double the usual number died even by the low estimate: {places}.",
        "{n} places turned worse. More than double the usual number died even by the low estimate: {places}.",
        len(found),
        places=enumerated([*found.values()], words),
    )
    return Told(about, when, said, tuple(found.values()))


def recent_steps(measures: Measures, place: str, since: int) -> list[Row]:
    """The newest steps of a place's level, of months or years, from a year on."""
    return [step for step in measures.steps.get(place, []) if step["month"].year >= since]


def _worse(record: Record, place: str, year: int, words: Language) -> str:
    usual = usual_deaths(record, place, year)
    if usual is not None and record.deaths.at("low", place, year) > DOUBLE * usual:
        return _beside_usual(record, place, year, words)
    row = _moved(record, place, "worse")
    return words.text("{place} ({when})", place=marked(place), when=window_words(row, words)) if row else ""


def _moved(record: Record, place: str, direction: str) -> Row | None:
    """The newest row of a place's direction, where that is its word and deaths stand behind it."""
    row = record.directions.newest(place)
    return row if row is not None and row["direction"] == direction and row["reason"] != "quiet" else None


def _beside_usual(record: Record, place: str, year: int, words: Language) -> str:
    usual = usual_deaths(record, place, year)
    return words.text(
        "{place} {now}, usual {usual}",
        place=marked(place),
        now=words.number(record.deaths.at("best", place, year)),
        usual=words.number(usual or 0),
    )


def _when(year: int, words: Language) -> str:
    first, last = str(year - USUAL_YEARS), str(year - 1)
    return words.text("{year}, beside the median of {first}–{last}", year=str(year), first=first, last=last)


def _since(place: str, first: int, record: Record, words: Language) -> str:
    name = marked(place)
    if first == int(record.years[0]):
        return words.text("{place} since {year} or before", place=name, year=str(first))
    return words.text("{place} since {year}", place=name, year=str(first))
