"""What is known of a place at a glance, and which territory is meant?"""

import math
from typing import Any

from dash import html

from dashboard.card import text_card
from dashboard.frame import Frame
from dashboard.words import RUNG_LABELS
from language import Language, message
from reading.charts import CARRIED_POPULATION
from reading.direction_words import DIRECTION_MARKS, direction_sentence, direction_word
from reading.names import country_name, territory_notes, unit_name, unit_note
from reading.severity_words import leading_sentence, rank_sentence
from reading.usual import range_beside_usual
from reference.countries import countries


def other_names(place: str, words: Language) -> str:
    """The name in the other language, when it differs."""
    country = countries()[place]
    other = country.name if words.code == "fr" else country.name_fr
    return "" if other == country_name(place, words) else other


def facts(frame: Frame, place: str) -> Any:
    """Severity, deaths, rate and the age of the figures."""
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    rate = record.rate.at("best", place, year)
    months = record.last_month.get(place)
    rung = record.rungs.get((place, year))
    cells = [
        (
            words.text("Severity, end of {year}", year=str(year)),
            severity_words(frame, place, year),
            severity_sentences(frame, place, year),
        ),
        direction_fact(frame, place),
        (
            words.text("Deaths in {year}", year=str(year)),
            words.number(record.deaths.at("best", place, year)),
            range_beside_usual(record, place, year, words),
        ),
        (
            words.text("Per 100,000 people in {year}", year=str(year)),
            words.text("no rate") if math.isnan(rate) else words.amount(rate),
            words.text("no population figure fits this row") if math.isnan(rate) else rate_range(frame, place, year),
        ),
        (
            words.text("Newest figures"),
            words.text("year {year}", year=str(year)),
            " · ".join(
                (
                    words.text(RUNG_LABELS[rung] if rung else message("no figure")),
                    words.text("months to {month}", month=words.month(months))
                    if months is not None
                    else words.text("no months"),
                )
            ),
        ),
    ]
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(value, className="value"), html.Dd(under)]) for name, value, under in cells],
        className="facts",
    )


def direction_fact(frame: Frame, place: str) -> tuple[str, Any, str]:
    """Which way recorded deaths have moved by the place's own last month: an axis of its own beside severity."""
    words, row = frame.words, frame.record.directions.newest(place)
    if row is None:
        why = message("no figures of all types to say it from")
        if not frame.record.release.has("direction.parquet"):
            why = message("not in this release")
        return words.text("Direction"), "–", words.text(why)
    mark = html.Span(DIRECTION_MARKS[row["direction"]], className="mark", **{"aria-hidden": "true"})
    return words.text("Direction"), [mark, direction_word(row, words)], direction_sentence(row, words)


def severity_words(frame: Frame, place: str, year: int) -> str:
    value = frame.record.severity.at("severity", place, year)
    return frame.words.text("not computed") if math.isnan(value) else frame.words.number(value)


def severity_sentences(frame: Frame, place: str, year: int) -> str:
    """The rank, and the parts that matter most."""
    said = (
        rank_sentence(frame.record, place, year, frame.words),
        leading_sentence(frame.record.parts(place, year), frame.words),
    )
    return " · ".join(sentence for sentence in said if sentence)


def rate_range(frame: Frame, place: str, year: int) -> str:
    low, high = (frame.record.rate.at(name, place, year) for name in ("low", "high"))
    said = frame.words.text("range {band}", band=frame.words.amounts(low, high))
    carried = frame.words.text(CARRIED_POPULATION) if frame.record.is_carried(place, year) else ""
    return " · ".join(part for part in (said, carried) if part)


def territory_card(frame: Frame, place: str) -> list[Any]:
    """Whose deaths the row holds, where that is not just the place itself."""
    words, years = frame.words, frame.record.years
    units = territory_notes(place, int(years[0]), int(years[-1]))
    if not units:
        return []
    items = []
    for unit in units:
        first, last = unit.valid_from or int(years[0]), unit.valid_to or int(years[-1])
        span = str(first) if first == last else f"{first}–{last}"
        items.append(
            html.Div(
                [
                    html.Dt([unit_name(unit, words), " ", html.Span(span, className="band")]),
                    html.Dd(unit_note(unit, words)),
                ]
            )
        )
    title = words.text("Which territory these figures cover")
    return [text_card("territory", title, [html.Dl(items, className="notes")])]
