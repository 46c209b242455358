"""Which places burnt alike? By the declared rule that precedents rest on, in words, with a way to compare.

It describes what is on record; it says nothing of causes, and what happened in one place is no forecast for another.
"""

from typing import Any

from dash import dcc, html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.search import COMPARE_PATH
from dashboard.world_timeline import recorded_of
from figures.labels import TEMPO_LABELS
from language import Language
from reading.names import PROVIDER, place_name
from reference.territories import unit_of
from response.patterns import SHARE_APART, Pattern, patterns_like
from response.timeline import places_of

LIKE = "like"
SHOWN = 6
COMPARED = 4  # places beside this one on a page that holds eight: more lines than that are hard to tell apart


def like_card(frame: Frame, place_id: str) -> list[Any]:
    """The card; nothing for a place without an episode of all types on record, or one that no other is like."""
    words, release = frame.words, frame.record.release
    own, alike = patterns_like(place_id, recorded_of(release), near(place_id, release.as_of.year))
    if own is None or own.place_id != place_id or not alike:
        return []
    shown = alike[:SHOWN]
    title = words.texts("{n} place burnt alike", "{n} places burnt alike", len(alike))
    headings = (
        words.text("Place"),
        words.text("Episode"),
        Cell(words.text("Active years"), kind="number"),
        Cell(words.text("One-sided"), kind="number"),
    )
    rows = [pattern_row(one, frame) for one in shown]
    names = ", ".join(named(one, words) for one in shown[:COMPARED])
    compared = (place_id, *(one.place_id for one in shown[:COMPARED]))
    link = dcc.Link(
        words.text("Compare with {places}", places=names), href=frame.href(COMPARE_PATH, {"place": compared})
    )
    body: list[Any] = [html.P(rule(own, words)), scrolling(Rows(title, headings, rows, "groups"))]
    body.append(html.P(link, className="onward"))
    note = words.text(
        "UCDP’s record, release {release}. Alike describes what is recorded; it explains nothing and forecasts nothing.",
        release=release.id,
    )
    measure = words.text("Episodes of the same tempo and pattern, those with the most similar share first")
    return [text_card(LIKE, title, [*body, html.P(note, className="note")], measure)]


def near(place_id: str, year: int) -> frozenset[str]:
    """Places whose deaths are the place's own, wholly or partly: its countries, its crises, what is counted with it."""
    unit = unit_of(place_id, year, PROVIDER)
    return frozenset({*places_of(place_id), *(unit.covers if unit is not None else ())})


def rule(own: Pattern, words: Language) -> str:
    """What is alike, in words, with the place's own figures."""
    tempo = TEMPO_LABELS[own.tempo]
    return words.text(
        "Alike: the same tempo (here {tempo}, {years}), half to twice as many active years (here {n}), and a "
        "share of one-sided deaths that differs by at most {apart} (here {share}).",
        tempo=words.text(tempo),
        years=span(own),
        n=words.number(own.active_years),
        apart=words.text("{n} points of a hundred", n=words.number(SHARE_APART * 100)),
        share=words.percent(own.one_sided_share),
    )


def pattern_row(one: Pattern, frame: Frame) -> list[Cell]:
    words = frame.words
    return [
        Cell(named(one, words), href=frame.href(f"/place/{one.place_id}"), heads="row"),
        Cell(span(one)),
        Cell(words.number(one.active_years), kind="number"),
        Cell(words.percent(one.one_sided_share), kind="number"),
    ]


def named(one: Pattern, words: Language) -> str:
    return place_name(one.place_id, one.last_year, words)


def span(one: Pattern) -> str:
    return f"{one.first_year}–{one.last_year}" if one.first_year < one.last_year else str(one.first_year)
