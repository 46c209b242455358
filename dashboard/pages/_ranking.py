"""Which places stand where, and what kind of figure says so? A table to read and to walk through.

Places that the source counts under another name stand at its end without figures:
"not separable in this source" is an answer, zero would be a false one.
"""

import math
from typing import Any

from dash import dcc, html

from dashboard.frame import Frame
from dashboard.names import country_name, hidden_in, place_name, unit_name
from dashboard.record import Record
from dashboard.tempo_words import again_words, tempo_word
from dashboard.url_state import OverviewView
from dashboard.words import RUNG_LABELS, TEMPO_MARKS
from figures.sparkline import data_uri, sparkline
from language import Language, message
from reference.countries import countries

ACTIVE_YEAR_DEATHS = 25  # UCDP's threshold of an active conflict in a calendar year
RANKED_KINDS = ("state", "territory", "historic")
HEADINGS = (
    ("rank", message("Rank")),
    ("place", message("Place")),
    ("severity", message("Severity")),
    ("deaths", message("Deaths")),
    ("rate", message("Per 100,000")),
    ("record", message("Deaths each year")),
    ("tempo", message("Tempo")),
    ("newest", message("Newest figures")),
)


def ranking(frame: Frame, view: OverviewView) -> Any:
    """The table of places in one year, most severe first."""
    words, record, year = frame.words, frame.record, int(view.year)
    chosen = [place for place in ordered(record, year) if is_shown(record, place, year, view)]
    apart = [place for place in countries() if hidden_in(place, year) is not None] if view.tempo == "any" else []
    rows = [place_row(frame, place, year) for place in chosen] + [apart_row(frame, place, year) for place in apart]
    if not chosen:
        return html.P(words.text("No place matches; choose another year, tempo or all places."), className="empty")
    heads = [html.Th(words.text(label), scope="col", className=name) for name, label in HEADINGS]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="ranking")


def ordered(record: Record, year: int) -> list[str]:
    """Places with a figure in that year: by rank, then by deaths, then by name."""

    def position(place: str) -> tuple[float, float, str]:
        rank = record.severity.at("rank", place, year)
        return (math.inf if math.isnan(rank) else rank, -record.deaths.at("best", place, year), place)

    known = (place for place in record.places if countries()[place].kind in RANKED_KINDS)
    return sorted((place for place in known if not math.isnan(record.deaths.at("best", place, year))), key=position)


def is_shown(record: Record, place: str, year: int, view: OverviewView) -> bool:
    """Whether the filters let a place through."""
    episode = record.deadliest(place)
    if view.tempo != "any" and (episode is None or episode["tempo"] != view.tempo):
        return False
    return view.shown == "all" or record.deaths.at("best", place, year) >= ACTIVE_YEAR_DEATHS


def place_row(frame: Frame, place: str, year: int) -> Any:
    """One place that has a figure in that year."""
    words, record = frame.words, frame.record
    name, episode = place_name(place, year, words), record.deadliest(place)
    tempo = (
        [
            html.Span(TEMPO_MARKS[episode["tempo"]], className="mark", **{"aria-hidden": "true"}),
            tempo_word(episode, words),
        ]
        if episode
        else []
    )
    since = again_words(record.episodes[place], words) if episode else ""
    under_name = html.Span([tempo_word(episode, words), ", ", since] if episode else "", className="under")
    return html.Tr(
        [
            html.Td(rank_words(record, place, year, words), className="rank"),
            html.Th([dcc.Link(name, href=frame.href(f"/place/{place}")), under_name], scope="row", className="place"),
            html.Td(severity_cell(record, place, year, words), className="severity"),
            html.Td(deaths_cell(record, place, year, words), className="deaths"),
            html.Td(rate_words(record, place, year, words), className="rate"),
            html.Td(spark(record, place, name, words), className="record"),
            html.Td([html.Span(tempo, className="word"), html.Span(since, className="under-wide")], className="tempo"),
            html.Td(newest_cell(record, place, year, words), className="newest"),
        ]
    )


def apart_row(frame: Frame, place: str, year: int) -> Any:
    """A place that disappears in another one's figures."""
    words, unit = frame.words, hidden_in(place, year)
    said = words.text("not separable in this source; counted under {unit}", unit=unit_name(unit, words)) if unit else ""
    link = dcc.Link(country_name(place, words), href=frame.href(f"/place/{place}"))
    return html.Tr(
        [
            html.Td("–", className="rank"),
            html.Th(link, scope="row", className="place"),
            html.Td(said, colSpan=len(HEADINGS) - 2, className="apart"),
        ]
    )


def rank_words(record: Record, place: str, year: int, words: Language) -> Any:
    """The rank with the interval it may lie in."""
    rank, low, high = (record.severity.at(name, place, year) for name in ("rank", "rank_low", "rank_high"))
    if math.isnan(rank) or record.severity.at("severity", place, year) == 0:
        return "–"
    band = html.Span(f"{words.number(low)}–{words.number(high)}", className="band")
    return [words.number(rank), " ", band] if low != high else words.number(rank)


def severity_cell(record: Record, place: str, year: int, words: Language) -> Any:
    """Severity as a number and as a bar with its interval."""
    value, low, high = (record.severity.at(name, place, year) for name in ("severity", "severity_low", "severity_high"))
    if math.isnan(value):
        return html.Span(words.text("not computed"), className="none")
    bar = html.Span(
        [
            html.Span(className="fill", style={"width": f"{value:.1f}%"}),
            html.Span(className="range", style={"left": f"{low:.1f}%", "width": f"{max(high - low, 0):.1f}%"}),
        ],
        className="bar",
        **{"aria-hidden": "true"},
    )
    return [html.Span(words.number(value), className="figure"), bar]


def deaths_cell(record: Record, place: str, year: int, words: Language) -> Any:
    """Best estimate with its low and high."""
    best, low, high = (record.deaths.at(name, place, year) for name in ("best", "low", "high"))
    band = [html.Span(words.span(low, high), className="band")] if low != high else []
    return [html.Span(words.number(best), className="figure"), *band]


def rate_words(record: Record, place: str, year: int, words: Language) -> Any:
    """Deaths per 100,000; in words where there is no population to divide by."""
    rate = record.rate.at("best", place, year)
    return html.Span(words.text("no rate"), className="none") if math.isnan(rate) else words.decimal(rate)


def spark(record: Record, place: str, name: str, words: Language) -> Any:
    """Deaths each year, as small as a word."""
    values = [None if math.isnan(value) else value for value in record.deaths.of("best", place).tolist()]
    title = words.text(
        "Deaths each year in {place}, {first} to {last}",
        place=name,
        first=str(record.years[0]),
        last=str(record.years[-1]),
    )
    return html.Img(src=data_uri(sparkline(values, title)), alt=title, width="96", height="22")


def newest_cell(record: Record, place: str, year: int, words: Language) -> Any:
    """What kind of figure speaks for the year, and until when there are months."""
    rung = record.rungs.get((place, year))
    kind = words.text(RUNG_LABELS[rung]) if rung else ""
    last = record.last_month.get(place)
    until = words.text("months to {month}", month=words.month(last)) if last is not None else words.text("no months")
    return [html.Span(f"{kind} {record.last_year(place)}", className="word"), html.Span(until, className="under-wide")]
