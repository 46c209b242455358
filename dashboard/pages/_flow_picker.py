"""How does a reader choose whose flows are shown? A plain form and links, so that every view is an address."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.flow_view import parameters
from dashboard.frame import Frame
from dashboard.search import FLOWS_OF_PATH, FLOWS_PATH, LONGEST
from language import LANGUAGES, message
from reading.flow_pairs import Asked, newest_year
from reading.flow_sentences import PROVIDER
from reading.flows import MEASURES, flows_of
from reading.names import country_name
from reference.territories import coded_under
from response.not_separable import NOT_SEPARABLE

BUTTONS = {"origin": message("Fled from there"), "asylum": message("Fled to there")}


def picker(frame: Frame, asked: Asked, years: tuple[int, ...]) -> list[Any]:
    """A box for a country with one button for each direction, and the views that are near."""
    words = frame.words
    named = parameters(asked, years)
    carried = [(name, str(value)) for name, value in named.items() if name in ("measure", "year")]
    carried += [("lang", words.code)] if words.code != LANGUAGES[0] else []
    carried += [("release", frame.record.release.id)] if frame.is_pinned else []
    carried += [("for", frame.reader)] if frame.reader else []
    form = html.Form(
        [
            html.Label(words.text("Country"), htmlFor=ids.FLOW_NAME),
            dcc.Input(
                id=ids.FLOW_NAME,
                name="q",
                type="text",
                list=ids.PLACE_NAMES,
                autoComplete="off",
                required=True,
                maxLength=LONGEST,
            ),
            *(dcc.Input(type="hidden", name=name, value=value) for name, value in carried),
            *(html.Button(words.text(said), type="submit", name="end", value=end) for end, said in BUTTONS.items()),
        ],
        action=FLOWS_OF_PATH,
        method="get",
        className="search add flows",
    )
    return [form, html.Ul([html.Li(link) for link in near_views(frame, asked, years)], className="compared")]


def near_views(frame: Frame, asked: Asked, years: tuple[int, ...]) -> list[Any]:
    """The other direction, the reader's country, the place itself, and the world."""
    words, place, reader = frame.words, asked.place, frame.reader
    links: list[Any] = []

    def to(said: str, **ends: str | None) -> None:
        view = replace(asked, **{"origin": None, "asylum": None, "marked": None} | ends)  # type: ignore[arg-type]  # fields by name
        links.append(html.A(said, href=frame.href(FLOWS_PATH, parameters(view, years))))

    if place is not None:
        name = country_name(place, words)
        if asked.origin:
            to(words.text("Fled to {place}", place=name), asylum=place)
        else:
            to(words.text("Fled from {place}", place=name), origin=place)
        links.append(dcc.Link(words.text("All on {place}", place=name), href=frame.href(f"/place/{place}")))
    if reader is not None and asked.asylum != reader:
        to(words.text("Fled to {place}", place=country_name(reader, words)), asylum=reader)
    if place is not None:
        to(words.text("The whole world"))
    return links


def said_of_place(frame: Frame, asked: Asked) -> list[Any]:
    """That a place is counted under another name, or is nowhere on record."""
    words, place, release = frame.words, asked.place, frame.record.release
    if place is None:
        return []
    unit = coded_under(place, asked.year, PROVIDER)
    if unit is not None:
        name = country_name(unit.place_id, words)
        end = "origin" if asked.origin else "asylum"
        link = html.A(name, href=frame.href(FLOWS_PATH, {end: unit.place_id}))
        return [html.P([words.text(NOT_SEPARABLE, unit_place=name), " ", link], className="caveat")]
    if any(newest_year(flows_of(release, measure), asked) is not None for measure in MEASURES):
        return []
    said = words.text("No source here has figures for {place}.", place=country_name(place, words))
    return [html.P(said, className="caveat")]
