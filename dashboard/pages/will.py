"""Whom do the most severe crises touch in the reader's country, and what was done about them? Side by side, unblended."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard import ids
from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.pages._will_sentences import apart_sentence, sentences
from dashboard.pages._will_table import will_table
from dashboard.shell import page
from dashboard.source_names import sources_line
from dashboard.store import Store
from dashboard.url_state import View, search_of
from dashboard.words import WILL_NAMES
from figures.labels import DEATHS_NOTE
from figures.response_words import EXPECTED_NOTE, GAP_NOTE
from language import Language
from reading.names import country_name
from reading.will import SEVERE_FROM, Row, severe_places, will_rows
from response import applications, attention, hosted, own_money, own_people
from response.world import MEASURES

PATH, CARD = "/will", "will"
COMPONENTS = (hosted.COMPONENT, applications.COMPONENT, own_money.COMPONENT, own_people.COMPONENT)
MEASURES_SHOWN = ("money_asked", "money_received", "coverage", "gap", "neglect")


def title(words: Language) -> str:
    return words.text(WILL_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    _, unread = View.from_query(query, {})
    words = frame.words
    year, _ = severe_places(frame.countries)
    rows = will_rows(frame.countries, frame.reader, frame.off)
    said = sentences(frame, rows, year)
    children = [
        html.H1(title(words)),
        html.P(said[0], className="lead"),
        *([html.Ul([html.Li(one) for one in said[1:]], className="sentences")] if said[1:] else []),
        html.P(words.text(DEATHS_NOTE), className="note"),
        table_card(frame, rows, year),
        not_measured_card(words),
        definitions_card(frame),
    ]
    return page(None, frame, {}, (*problems, *unread), children)


def table_card(frame: Frame, rows: list[Row], year: int) -> Any:
    """The places with their columns, most severe first."""
    words = frame.words
    name = words.text("Severe places and what was done, {year}", year=str(year))
    if frame.reader:
        name = words.text("Severe places beside: {country}", country=country_name(frame.reader, words))
    order = words.text(
        "Places with a severity of {least} or more in {year} and an episode that goes on, in the order of their severity, "
        "never of how they touch a country. Each column has its own period, and no column is added to another.",
        least=words.number(SEVERE_FROM),
        year=str(year),
    )
    table = scrolling(will_table(name, frame, rows)) if rows else html.P(words.text("No place is that severe."))
    under = [html.P(one, className="note") for one in apart_sentence(rows, words)]
    return text_card(CARD, name, [table, *under, foot(frame)], order)


def not_measured_card(words: Language) -> Any:
    """What would belong here and is counted by nobody."""
    listed = html.Ul([html.Li(words.text(label)) for label in attention.UNMEASURED.values()])
    name = words.text("What is not measured")
    return text_card("unmeasured", name, [listed, html.P(words.text(attention.NOT_MEASURED))])


def definitions_card(frame: Frame) -> Any:
    """What each column counts and leaves out, from the declarations."""
    words, declared = frame.words, [one for one in MEASURES if one.id in MEASURES_SHOWN]
    parts: list[tuple[str, list[str], tuple[str, ...]]] = [
        (one.title, [one.definition, one.caveat, one.licence_note], one.sources)
        for one in (COMPONENTS if frame.reader else ())
    ]
    parts += [(one.title, [one.definition, one.caveat], one.sources) for one in declared]
    explained: list[Any] = []
    for heading, texts, sources in parts:
        said = " ".join(words.text(text) for text in texts)
        explained += [
            html.Dt(words.text(heading)),
            html.Dd([said, " ", *sources_line(sources, frame.record.release, words)]),
        ]
    notes = [html.P(words.text(text), className="note") for text in (GAP_NOTE, EXPECTED_NOTE)]
    return text_card("counted", words.text("What it counts"), [html.Dl(explained, className="counted"), *notes])


def foot(frame: Frame) -> Any:
    """As-of date, release and the figures as a file."""
    words, release = frame.words, frame.record.release
    asked = {"for": frame.reader} if frame.reader else {}
    link = html.A(
        "CSV",
        href=f"/export/{CARD}.csv{search_of({**asked, 'release': release.id, 'lang': words.code})}",
        download="",
        rel="nofollow",
    )
    known = words.text("As known on {day}", day=words.day(release.as_of))
    return html.Div(
        [
            html.P(f"{known} · {words.text('Release')} {release.id}"),
            html.P([html.Span(words.text("Download"), className="label"), link], className="downloads"),
        ],
        id=ids.links(CARD),
        className="origin",
    )
