"""What is known of a crisis or unit at a glance, and what exactly is counted under its name?"""

from typing import Any

import numpy as np
from dash import dcc, html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._part_words import persistence_words, rungs_of
from dashboard.pages._place_facts import direction_fact
from dashboard.words import RUNG_LABELS
from language import Language, message
from reading.names import name_of
from reading.parts import UNIT, crises_with, crisis_of, kind_of, lies_in, unit_of_id
from reading.record import Record, record_of
from reading.spans import counted_span, is_state_based_only

KIND_LABELS = {
    "crisis": message("Named crisis in {countries}"),
    "adm1": message("First-order unit of {countries}"),
    "unlocated": message("Deaths of {countries} without a unit"),
}


def kind_line(frame: Frame, place: str) -> list[Any]:
    """What kind of place it is and where it lies, with links to its countries."""
    words = frame.words
    before, after = words.text(KIND_LABELS[kind_of(place)], countries="\0").split("\0")
    links: list[Any] = []
    for country in lies_in(place):
        links += [", ", dcc.Link(name_of(country, words), href=frame.href(f"/place/{country}"))]
    return [before, *links[1:], after]


def part_facts(frame: Frame, place: str) -> Any:
    """Newest deaths, all deaths, persistence and the age of the figures."""
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    best, low, high = (record.deaths.at(bound, place, year) for bound in ("best", "low", "high"))
    total, total_low, total_high = (
        float(np.nansum(record.deaths.of(bound, place))) for bound in ("best", "low", "high")
    )
    first = first_year(record, place)
    of = words.text("state-based alone") if is_state_based_only(record, place) else words.text("all types")
    months, rung = record.last_month.get(place), rung_word(record, place, year, words)
    reach = words.text("months to {month}", month=words.month(months)) if months is not None else ""
    cells = (
        (
            words.text("Deaths in {year}", year=str(year)),
            words.number(best),
            f"{words.text('range {band}', band=words.span(low, high))} · {of}",
        ),
        (
            words.text("Deaths from {first} to {last}", first=str(first), last=str(year)),
            words.number(total),
            words.text("range {band}", band=words.span(total_low, total_high)),
        ),
        (words.text("Active years"), *persistence_words(record, place, words)),
        direction_fact(frame, place),
        (
            words.text("Newest figures"),
            words.text("year {year}", year=str(year)),
            " · ".join((rung, reach or words.text("no months"))),
        ),
    )
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(value, className="value"), html.Dd(under)]) for name, value, under in cells],
        className="facts",
    )


def first_year(record: Record, place: str) -> int:
    known = np.flatnonzero(~np.isnan(record.deaths.of("best", place)))
    return int(record.years[known[0]]) if len(known) else int(record.years[0])


def rung_word(record: Record, place: str, year: int, words: Language) -> str:
    """The kind of figure that speaks in a year; of units it is always events."""
    if crisis_of(place) is None:
        return words.text(RUNG_LABELS["events"])
    rung = next((rung for rung, years in rungs_of(record, place).items() if year in years), None)
    return words.text(RUNG_LABELS[rung]) if rung else words.text("no figure")


def boundary_card(frame: Frame, place: str) -> Any:
    """What is counted, by whose definition, in which years, and what a reader will not find in it."""
    words = frame.words
    crisis = crisis_of(place)
    rows = _crisis_rows(frame, place) if crisis is not None else _unit_rows(frame, place)
    items = [html.Div([html.Dt(name), html.Dd(said)]) for name, said in rows if said]
    return text_card("boundary", words.text("What is counted here"), [html.Dl(items, className="notes")])


def units_of_crisis_card(frame: Frame, place: str) -> list[Any]:
    """The units whose events a crisis counts, with their own deaths; none where it is not counted by units."""
    crisis, words = crisis_of(place), frame.words
    record = record_of(frame.record.release, UNIT)
    units = [unit for unit in (crisis.units if crisis else ()) if record.totals.get(unit)]
    if not units:
        return []
    headings = (
        words.text("Unit"),
        words.text("Years"),
        Cell(words.text("Deaths"), kind="number"),
    )
    rows = [
        [
            Cell(name_of(unit, words), href=frame.href(f"/place/{unit}"), heads="row"),
            Cell(unit_years(unit, record, words)),
            Cell(words.number(record.totals[unit]), kind="number"),
        ]
        for unit in sorted(units, key=lambda unit: -record.totals[unit])
    ]
    title = words.texts("{n} unit is counted in it", "{n} units are counted in it", len(units))
    measure = words.text(
        "Recorded deaths of each unit over its whole record; extents of different years are rows apart"
    )
    return [text_card("units", title, [scrolling(Rows(title, headings, rows, "units"))], measure)]


def years_words(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def unit_years(place: str, record: Record, words: Language) -> str:
    """In which years of the record a unit existed; nothing to say where that is all of them."""
    unit, (first, last) = unit_of_id(place), counted_span(record, place)
    if unit is not None and unit.valid_to is not None:
        return years_words(first, last)
    return words.text("since {year}", year=str(first)) if first > int(record.years[0]) else ""


def _crisis_rows(frame: Frame, place: str) -> list[tuple[str, Any]]:
    words, crisis = frame.words, crisis_of(place)
    if crisis is None:
        return []
    french, since = words.code == "fr", str(crisis.first_year)
    years = (
        words.text("since {year}, followed to this day", year=since)
        if crisis.last_year is None
        else years_words(crisis.first_year, crisis.last_year)
    )
    return [
        (words.text("Boundary"), crisis.boundary_fr if french else crisis.boundary_en),
        (words.text("Years"), years),
        (words.text("Source of the boundary"), html.Span(crisis.source, lang="en")),
        (words.text("To be known"), crisis.note_fr if french else crisis.note_en),
        (words.text("Also called"), ", ".join(crisis.other_names)),
    ]


def _unit_rows(frame: Frame, place: str) -> list[tuple[str, Any]]:
    words, unit = frame.words, unit_of_id(place)
    if unit is None:
        return []
    if kind_of(place) != UNIT:
        said = words.text(
            "Events of the country that UCDP places in no first-order unit, or in one our register lacks."
        )
        return [(words.text("Boundary"), said), (words.text("Source of the boundary"), "UCDP GED, adm_1")]
    since = str(unit.valid_from)
    years = (
        words.text("since {year}", year=since) if unit.valid_to is None else years_words(unit.valid_from, unit.valid_to)
    )
    return [
        (words.text("Boundary"), words.text("Events that UCDP places in: {names}", names=", ".join(unit.spellings))),
        (words.text("Years"), years),
        (words.text("Source of the boundary"), "UCDP GED, adm_1"),
        (words.text("Came out of"), _links(frame, unit.comes_from)),
        (words.text("A part changed hands in"), ", ".join(map(str, unit.changed))),
        (words.text("Counted in"), _links(frame, tuple(crisis.crisis_id for crisis in crises_with(place)))),
    ]


def _links(frame: Frame, places: tuple[str, ...]) -> list[Any]:
    links: list[Any] = []
    for place in places:
        links += [", ", dcc.Link(name_of(place, frame.words), href=frame.href(f"/place/{place}"))]
    return links[1:]
