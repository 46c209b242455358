"""Which named crises and which units lie in a country, and how do its deaths fall on them?

Deaths without a unit always have their row, even of zero. Units that were divided since
stand apart, since they are no ground of today; all shares are of the deaths in events.
"""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._part_facts import rung_word, unit_years
from dashboard.pages._part_words import persistence_words
from language import Language
from reading.names import name_of
from reading.parts import CRISIS, UNIT, UNLOCATED, crises_in, kind_of, lies_in, unit_of_id
from reading.record import Record, record_of
from reading.tempo_words import again_words, tempo_word


def crises_card(frame: Frame, country: str) -> list[Any]:
    """The named crises of a country that this release holds."""
    words, record = frame.words, record_of(frame.record.release, CRISIS)
    held = [crisis.crisis_id for crisis in crises_in(country) if crisis.crisis_id in record.totals]
    if not held:
        return []
    headings = (
        words.text("Crisis"),
        Cell(words.text("Newest deaths"), kind="number"),
        words.text("Tempo"),
        words.text("Active years"),
        words.text("Figures behind it, newest"),
    )
    rows = [_crisis_row(frame, record, place) for place in sorted(held, key=lambda place: -record.totals[place])]
    title = words.texts("{n} named crisis lies here", "{n} named crises lie here", len(held))
    measure = words.text(
        "Their deaths are among those of the countries they lie in; crises overlap and are never added up"
    )
    return [text_card("crises", title, [scrolling(Rows(title, headings, rows, "crises"))], measure)]


def units_card(frame: Frame, country: str) -> list[Any]:
    """The units of a country with their shares; nothing for a country whose units are not in our register."""
    words = frame.words
    units, unlocated = (record_of(frame.record.release, kind) for kind in (UNIT, UNLOCATED))
    totals = {place: n for place, n in (units.totals | unlocated.totals).items() if lies_in(place) == (country,)}
    if not totals:
        return []
    whole, newest = sum(totals.values()), max(units.last_year(place) or 0 for place in totals)
    former = [place for place in totals if is_former(place)]
    present = sorted((place for place in totals if place not in former), key=lambda place: _position(place, totals))
    shown = [place for place in present if totals[place] > 0 or kind_of(place) == UNLOCATED]
    title = words.text("Where in the country: deaths by first-order unit, to {year}", year=str(newest))
    measure = words.text("Recorded deaths in UCDP's events, and each unit's share of all of them in the country")
    table = unit_rows(frame, shown, totals, whole, newest, title)
    body: list[Any] = [scrolling(table)]
    deadly = sorted((place for place in former if totals[place] > 0), key=lambda place: -totals[place])
    if deadly:
        share = sum(totals[place] for place in deadly) / whole
        opener = words.texts(
            "{n} unit of an earlier extent, with {share} of the deaths",
            "{n} units of earlier extents, with {share} of the deaths",
            len(deadly),
            share=words.percent(share),
        )
        rows = unit_rows(frame, deadly, totals, whole, newest, opener)
        body.append(html.Details([html.Summary(opener), html.Div(rows, className="scroll", tabIndex="0")]))
    quiet = len(present) - len(shown)
    if quiet:
        body.append(
            html.P(
                words.texts(
                    "{n} unit without a recorded death is left out.",
                    "{n} units without a recorded death are left out.",
                    quiet,
                ),
                className="note",
            )
        )
    return [text_card("units", title, body, measure)]


def is_former(place: str) -> bool:
    unit = unit_of_id(place)
    return unit is not None and unit.valid_to is not None


def unit_rows(
    frame: Frame, places: Sequence[str], totals: dict[str, float], whole: float, newest: int, name: str
) -> Rows:
    """A table of units: deaths of the newest year, of all years, and the share."""
    words = frame.words
    headings = (
        words.text("Unit"),
        Cell(words.text("Deaths in {year}", year=str(newest)), kind="number"),
        Cell(words.text("All deaths"), kind="number"),
        Cell(words.text("Share"), kind="number"),
    )
    rows = [_unit_row(frame, place, totals[place], whole, newest) for place in places]
    return Rows(name, headings, rows, "units")


def _unit_row(frame: Frame, place: str, total: float, whole: float, newest: int) -> list[Cell]:
    words, record = frame.words, record_of(frame.record.release, kind_of(place))
    best = record.deaths.at("best", place, newest)
    share = total / whole if whole else 0.0
    return [
        Cell(
            _row_name(place, words),
            under=unit_years(place, record, words),
            href=frame.href(f"/place/{place}"),
            heads="row",
        ),
        Cell(words.number(best) if best == best else "–", kind="number"),
        Cell(words.number(total), kind="number"),
        Cell(words.text("{n}%", n=words.amount(100 * share)), bar=(round(100 * share, 1),), kind="number share"),
    ]


def _row_name(place: str, words: Language) -> str:
    """On the page of its country, a row without a unit need not repeat the country."""
    unit = unit_of_id(place)
    if unit is None or kind_of(place) == UNIT:
        return name_of(place, words)
    return unit.name_fr if words.code == "fr" else unit.name


def _position(place: str, totals: dict[str, float]) -> tuple[bool, float]:
    """Deadliest first, what has no unit at the end."""
    return kind_of(place) == UNLOCATED, -totals[place]


def _crisis_row(frame: Frame, record: Record, place: str) -> list[Cell]:
    words, year, episode = frame.words, record.last_year(place), record.deadliest(place)
    last = year or int(record.years[-1])
    active, of = persistence_words(record, place, words)
    months = record.last_month.get(place)
    reach = (
        words.text("months to {month}", month=words.month(months)) if months is not None else words.text("no months")
    )
    return [
        Cell(name_of(place, words), href=frame.href(f"/place/{place}"), heads="row"),
        Cell(words.number(record.deaths.at("best", place, last)), under=str(last), kind="number"),
        Cell(
            tempo_word(episode, words) if episode else words.text("no tempo"),
            under=again_words(record.episodes[place], words) if episode else "",
        ),
        Cell(active, under=of),
        Cell(rung_word(record, place, last, words), under=reach),
    ]
