"""Where does each of several places stand now? Each number with its own date, since records end at different times."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._part_words import persistence_words
from dashboard.pages._ranking import direction_cell, newest_cell, severity_cell
from language import message
from reading.charts import CARRIED_POPULATION
from reading.names import place_name
from reading.parts import COUNTRY, kind_of
from reading.spans import is_state_based_only
from reading.tempo_words import again_words, tempo_word

HEADINGS = (
    message("Place"),
    message("Severity"),
    message("Direction"),
    message("Tempo"),
    message("Active years"),
    message("Deaths"),
    message("Per 100,000"),
    message("Figures behind it, newest"),
)


def standing_card(frame: Frame, places: Sequence[str]) -> Any:
    """The table of the places beside each other."""
    words = frame.words
    title = words.text("Where each of them stands now")
    measure = words.text("Of the newest year of each place on record; ranges are from low and high estimates")
    heads = [words.text(heading) for heading in HEADINGS]
    table = Rows(title, heads, [_row(frame.at(place), place) for place in places], "standing stacked")
    return text_card("standing", title, [scrolling(table)], measure)


def _row(frame: Frame, place: str) -> list[Cell]:
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    name = Cell(place_name(place, year, words), href=frame.href(f"/place/{place}"), kind="place", heads="row")
    episode = record.deadliest(place)
    tempo = (
        Cell(
            tempo_word(episode, words),
            under=again_words(record.episodes[place], words),
            kind="tempo",
        )
        if episode
        else Cell("–", under=words.text("no year reaches 25 deaths"), kind="tempo")
    )
    active, of = persistence_words(record, place, words)
    return [
        name,
        severity_now(frame, place, year),
        replace(direction_cell(record, place, int(record.years[-1]), words), mark=""),
        tempo,
        Cell(active, under=of),
        _deaths(frame, place, year),
        _rate(frame, place, year),
        newest_cell(record, place, year, words),
    ]


def severity_now(frame: Frame, place: str, year: int) -> Cell:
    """Severity at the end of a year with its range; no source counts the people of a part, so it has none."""
    words, severity = frame.words, frame.record.severity
    if kind_of(place) != COUNTRY:
        return Cell(words.text("of countries alone"), kind="severity none")
    shown = severity_cell(frame.record, place, year, words)
    low, high = (severity.at(name, place, year) for name in ("severity_low", "severity_high"))
    if math.isnan(low):
        return shown
    under = words.text("{band}, end of {year}", band=words.span(low, high), year=str(year))
    return Cell(shown.text, under=under, bar=shown.bar, kind=shown.kind)


def _deaths(frame: Frame, place: str, year: int) -> Cell:
    words, record = frame.words, frame.record
    best, low, high = (record.deaths.at(name, place, year) for name in ("best", "low", "high"))
    if math.isnan(best):
        return Cell(words.text("no figure"))
    parts = [words.text("{band} in {year}", band=words.span(low, high), year=str(year))]
    parts += [words.text("state-based alone")] if is_state_based_only(record, place) else []
    return Cell(words.number(best), under=" · ".join(parts))


def _rate(frame: Frame, place: str, year: int) -> Cell:
    words, record = frame.words, frame.record
    best, low, high = (record.rate.at(name, place, year) for name in ("best", "low", "high"))
    if math.isnan(best):
        return Cell(words.text("no rate"), kind="rate none")
    parts = [words.text("{band} in {year}", band=words.amounts(low, high), year=str(year))]
    parts += [words.text(CARRIED_POPULATION)] if record.is_carried(place, year) else []
    return Cell(words.amount(best), under=" · ".join(parts))
