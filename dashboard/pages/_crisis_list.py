"""Which named crises burn, how they stand in the newest year on record, and on which rung? A list, not a ranking.

Crises overlap, some hold state-based deaths alone, and no source counts the people in
them: they have no severity and no rank. Each shows the year its figure is of, since some
records end before others; a crisis counted by dyads that is not listed in a year was quiet.
"""

import math
from typing import Any

from dash import html

from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._part_facts import rung_word
from dashboard.pages._part_words import listed_countries, persistence_words
from dashboard.pages._ranking import ACTIVE_YEAR_DEATHS, spark_cell
from dashboard.url_state import OverviewView
from dashboard.words import TEMPO_MARKS
from language import Language, message
from reading.names import name_of
from reading.parts import CRISIS, crisis_of
from reading.record import Record, record_of
from reading.spans import is_state_based_only
from reading.tempo_words import again_words, tempo_word

HEADINGS = (
    ("place", message("Crisis")),
    ("deaths", message("Deaths")),
    ("when", message("Year")),
    ("record", message("Deaths each year")),
    ("tempo", message("Tempo")),
    ("persistence", message("Active years")),
    ("newest", message("Figures behind it, newest")),
)


def crisis_list(frame: Frame, view: OverviewView) -> Any:
    """The named crises as they stand in one year, most deaths first."""
    words, record, year = frame.words, record_of(frame.record.release, CRISIS), int(view.year)
    chosen = [place for place in record.places if is_listed(record, place, year, view)]
    if not chosen:
        return html.P(words.text("No place matches; choose another year, tempo or all places."), className="empty")
    rows = [crisis_row(frame, record, place, year) for place in sorted(chosen, key=lambda at: _order(record, at, year))]
    heads = [Cell(words.text(label), kind=name) for name, label in HEADINGS]
    return Rows(words.text("Named crises, {year}", year=view.year), heads, rows, "ranking crises-list")


def is_listed(record: Record, place: str, year: int, view: OverviewView) -> bool:
    """Whether the crisis had begun and the filters let it through."""
    crisis, episode = crisis_of(place), record.deadliest(place)
    if crisis is None or crisis.first_year > year:
        return False
    if view.tempo != "any" and (episode is None or episode["tempo"] != view.tempo):
        return False
    return view.shown == "all" or _deaths(record, place, figure_year(record, place, year)) >= ACTIVE_YEAR_DEATHS


def figure_year(record: Record, place: str, year: int) -> int | None:
    """The year whose figure stands for a year: that year, or the newest before it while the record is merely late."""
    crisis = crisis_of(place)
    if crisis is None or not crisis.is_followed_in(year):
        return None
    if not math.isnan(record.deaths.at("best", place, year)):
        return year
    last = record.last_year(place)
    return None if last is None or last > year or is_state_based_only(record, place) else last


def crisis_row(frame: Frame, record: Record, place: str, year: int) -> list[Cell]:
    """One crisis with the newest figure that stands for the year."""
    words, name, episode = frame.words, name_of(place, frame.words), record.deadliest(place)
    at = figure_year(record, place, year)
    tempo = tempo_word(episode, words) if episode else ""
    since = again_words(record.episodes[place], words) if episode else ""
    active, of = persistence_words(record, place, words)
    return [
        Cell(name, under=listed_countries(place, words), href=frame.href(f"/place/{place}"), kind="place", heads="row"),
        _deaths_cell(record, place, at, words),
        _when_cell(record, place, at, words),
        spark_cell(record, place, name, words),
        Cell(tempo, under=since, mark=TEMPO_MARKS[episode["tempo"]] if episode else "", kind="tempo"),
        Cell(active, under=of, kind="persistence"),
        _newest_cell(record, place, at, words),
    ]


def _deaths_cell(record: Record, place: str, at: int | None, words: Language) -> Cell:
    if at is None:
        return Cell("–", kind="deaths")
    best, low, high = (record.deaths.at(bound, place, at) for bound in ("best", "low", "high"))
    return Cell(words.number(best), under=words.span(low, high) if low != high else "", kind="deaths")


def _when_cell(record: Record, place: str, at: int | None, words: Language) -> Cell:
    """The year of the figure and which types it holds; without one, why."""
    types = words.text("state-based alone") if is_state_based_only(record, place) else words.text("all types")
    if at is not None:
        return Cell(str(at), under=types, kind="when")
    crisis = crisis_of(place)
    if crisis is not None and crisis.last_year is not None:
        return Cell(words.text("to {year}", year=str(crisis.last_year)), under=types, kind="when")
    return Cell(words.text("not listed"), under=types, kind="when")


def _newest_cell(record: Record, place: str, at: int | None, words: Language) -> Cell:
    last, months = record.last_year(place), record.last_month.get(place)
    rung = rung_word(record, place, at or last or int(record.years[-1]), words)
    reach = [
        words.text("year {year}", year=str(last)),
        words.text("months to {month}", month=words.month(months)) if months is not None else words.text("no months"),
    ]
    return Cell(rung, under=" · ".join(reach), kind="newest")


def _deaths(record: Record, place: str, at: int | None) -> float:
    return record.deaths.at("best", place, at) if at is not None else -1.0


def _order(record: Record, place: str, year: int) -> tuple[float, float]:
    return -_deaths(record, place, figure_year(record, place, year)), -record.totals[place]
