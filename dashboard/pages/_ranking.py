"""Which places stand where, and what kind of figure says so? A table to read and to walk through.

Places that the source counts under another name stand at its end without figures:
"not separable in this source" is an answer, zero would be a false one.
"""

import math
from typing import Any

from dash import html

from dashboard import ids
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._ranking_beside import mine_cell, mine_head, response_cell, response_head
from dashboard.pages._ranking_order import TURNED, direction_of, is_rising, ordered
from dashboard.url_state import SORTED, SORTS, OverviewView
from dashboard.words import RUNG_LABELS, TEMPO_MARKS
from figures.sparkline import data_uri, sparkline
from language import Language, message
from reading.charts import CARRIED_POPULATION
from reading.direction_words import DIRECTION_MARKS, direction_word, window_words
from reading.names import country_name, hidden_in, place_name, unit_name
from reading.record import Record
from reading.tempo_words import again_words, tempo_word
from reference.countries import countries

ACTIVE_YEAR_DEATHS = 25  # UCDP's threshold of an active conflict in a calendar year
HEADINGS = (
    ("rank", message("Rank")),
    ("place", message("Place")),
    ("severity", message("Severity")),
    ("deaths", message("Deaths")),
    ("rate", message("Per 100,000")),
    ("direction", message("Direction")),
    ("record", message("Deaths each year")),
    ("tempo", message("Tempo")),
    ("response", message("Received of asked, million US$")),
    ("mine", message("Refugees here")),
    ("newest", message("Figures behind it, newest")),
)


def ranking(frame: Frame, view: OverviewView) -> Any:
    """The table of places in one year, most severe first."""
    words, record, year = frame.words, frame.record, int(view.year)
    chosen = [place for place in ordered(frame, year, view.sort) if is_shown(record, place, year, view)]
    apart = [place for place in countries() if hidden_in(place, year) is not None] if view.tempo == "any" else []
    if not chosen:
        return html.P(words.text("No place matches; choose another year, tempo or all places."), className="empty")
    rows = [place_row(frame, place, year) for place in chosen] + [apart_row(frame, place, year) for place in apart]
    return Rows(table_title(view, words), headings(frame, view), rows, "ranking", sorter=ids.SORT)


def table_title(view: OverviewView, words: Language) -> str:
    """What the table lists; in another order than that of severity it does not claim to be by severity."""
    if view.sort == SORTS[0]:
        return words.text("Places by severity, {year}", year=view.year)
    return words.text("Places, {year}", year=view.year)


def headings(frame: Frame, view: OverviewView) -> list[Cell]:
    """The columns; most can be sorted by, and the one that the rows are sorted by says which way."""
    said = {name: frame.words.text(label) for name, label in HEADINGS} | {
        "response": response_head(frame, int(view.year))
    }
    last = int(frame.record.years[-1])
    if int(view.year) < last:
        said["tempo"] = frame.words.text("Tempo, record to {year}", year=str(last))
    if frame.reader is not None:
        said["mine"] = mine_head(frame, int(view.year))
    return [_heading(name, said[name], view.sort) for name in said if name != "mine" or frame.reader is not None]


def _heading(name: str, said: str, sort: str) -> Cell:
    if name not in SORTED:
        return Cell(said, kind=name)
    towards = ("ascending" if is_rising(sort) else "descending") if sort.removeprefix(TURNED) == name else ""
    return Cell(said, kind=name, sorts=f"{TURNED}{name}" if sort == name else name, towards=towards)


def is_shown(record: Record, place: str, year: int, view: OverviewView) -> bool:
    """Whether the filters let a place through."""
    episode = record.deadliest(place)
    if view.tempo != "any" and (episode is None or episode["tempo"] != view.tempo):
        return False
    return view.shown == "all" or record.deaths.at("best", place, year) >= ACTIVE_YEAR_DEATHS


def place_row(frame: Frame, place: str, year: int) -> list[Cell]:
    """One place that has a figure in that year."""
    words, record = frame.words, frame.record
    name, episode = place_name(place, year, words), record.deadliest(place)
    tempo = tempo_word(episode, words) if episode else ""
    since = again_words(record.episodes[place], words) if episode else ""
    mark = TEMPO_MARKS[episode["tempo"]] if episode else ""
    return [
        rank_cell(record, place, year, words),
        Cell(
            name,
            under=f"{tempo}, {since}" if episode else "",
            href=frame.href(f"/place/{place}"),
            kind="place",
            heads="row",
        ),
        severity_cell(record, place, year, words),
        deaths_cell(record, place, year, words),
        rate_cell(record, place, year, words),
        direction_cell(record, place, year, words),
        spark_cell(record, place, name, words),
        Cell(tempo, under=since, mark=mark, kind="tempo"),
        *beside_cells(frame, place, year),
        newest_cell(record, place, year, words),
    ]


def beside_cells(frame: Frame, place: str, year: int) -> list[Cell]:
    """What the world gave, and what touches the reader's country where one is chosen."""
    mine = [mine_cell(frame, place, year)] if frame.reader else []
    return [response_cell(frame, place, year), *mine]


def apart_row(frame: Frame, place: str, year: int) -> list[Cell]:
    """A place that disappears in another one's figures."""
    words, unit = frame.words, hidden_in(place, year)
    said = words.text("not separable in this source; counted under {unit}", unit=unit_name(unit, words)) if unit else ""
    link = Cell(country_name(place, words), href=frame.href(f"/place/{place}"), kind="place", heads="row")
    empty = [Cell(kind=name) for name, _ in HEADINGS[4:8]]
    beside = beside_cells(frame, place, year)
    return [Cell("–", kind="rank"), link, Cell(said, kind="apart", span=2), *empty, *beside, Cell(kind="newest")]


def rank_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """The rank with the interval it may lie in."""
    rank, low, high = (record.severity.at(name, place, year) for name in ("rank", "rank_low", "rank_high"))
    if math.isnan(rank) or record.severity.at("severity", place, year) == 0:
        return Cell("–", kind="rank")
    return Cell(words.number(rank), under=words.span(low, high) if low != high else "", kind="rank")


def severity_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """Severity as a number and as a bar with its interval."""
    values = tuple(record.severity.at(name, place, year) for name in ("severity", "severity_low", "severity_high"))
    if math.isnan(values[0]):
        return Cell(words.text("not computed"), kind="severity none")
    return Cell(words.number(values[0]), bar=tuple(round(value, 1) for value in values), kind="severity")


def deaths_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """Best estimate with its low and high."""
    best, low, high = (record.deaths.at(name, place, year) for name in ("best", "low", "high"))
    return Cell(words.number(best), under=words.span(low, high) if low != high else "", kind="deaths")


def rate_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """Deaths per 100,000; in words where there is no population to divide by."""
    rate = record.rate.at("best", place, year)
    if math.isnan(rate):
        return Cell(words.text("no rate"), kind="rate none")
    under = words.text(CARRIED_POPULATION) if record.is_carried(place, year) else ""
    return Cell(words.amount(rate), under=under, kind="rate")


def direction_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """Which way deaths have moved by the place's own last month in the year, or after the newest year on record."""
    row = direction_of(record, place, year)
    if row is None:
        return Cell("–", kind="direction")
    mark = DIRECTION_MARKS[row["direction"]]
    return Cell(direction_word(row, words), under=window_words(row, words), mark=mark, kind="direction")


def spark_cell(record: Record, place: str, name: str, words: Language) -> Cell:
    """Deaths each year, as small as a word."""
    values = [None if math.isnan(value) else value for value in record.deaths.of("best", place).tolist()]
    first, last = str(record.years[0]), str(record.years[-1])
    title = words.text("Deaths each year in {place}, {first} to {last}", place=name, first=first, last=last)
    return Cell(title, image=data_uri(sparkline(values, title)), kind="record")


def newest_cell(record: Record, place: str, year: int, words: Language) -> Cell:
    """What kind of figure speaks for the shown year, and how far years and months reach by now."""
    rung, last, last_year = record.rungs.get((place, year)), record.last_month.get(place), record.last_year(place)
    reach = [
        words.text("year {year}", year=str(last_year)),
        words.text("months to {month}", month=words.month(last)) if last is not None else words.text("no months"),
    ]
    return Cell(words.text(RUNG_LABELS[rung]) if rung else "", under=" · ".join(reach), kind="newest")
