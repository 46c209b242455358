"""Which places stand beside each other: read from an address that people write, changed by a form and by links?

A form and links are addresses, so they work without any callback; a word in the address
that names no place is said, with the nearest that are known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.frame import Frame
from dashboard.search import ADD_PATH, COMPARE_PATH, LONGEST
from dashboard.url_state import CompareView, Parameters, compare_choices
from language import LANGUAGES
from reading.name_search import chosen_by, nearest
from reading.names import hidden_in, name_of, place_name, unit_name
from reading.record import Record

PATH = COMPARE_PATH
MOST, SHOWN_AT_FIRST = 8, 4
OFFERED = 3  # nearest names for one unknown


@dataclass(frozen=True)
class Chosen:
    """The places that are shown, and what must be said about those that are not."""

    places: tuple[str, ...]
    said: tuple[Any, ...] = ()


def parameters(frame: Frame, places: Sequence[str], view: CompareView) -> Parameters:
    """What the address of this comparison says."""
    return {"place": tuple(places), **settings(frame, view)}


def settings(frame: Frame, view: CompareView) -> dict[str, str]:
    """The settings that are not at their default."""
    return view.parameters(compare_choices(frame.record.years.tolist()))


def choose(frame: Frame, query: Mapping[str, object], view: CompareView) -> Chosen:
    """The places of an address; those most severe now where it names none."""
    words, given = frame.words, query.get("place", [])
    asked = [str(one) for one in given] if isinstance(given, list) else [str(given)]
    found: dict[str, str | None] = {one: chosen_by(one[:LONGEST]) for one in asked if one.strip()}
    places = list(dict.fromkeys(place for place in found.values() if place and is_held(frame, place)))
    shown = tuple(places[:MOST])
    said = [
        html.P(_why_not(frame, one, place, shown, view))
        for one, place in found.items()
        if place is None or not is_held(frame, place)
    ]
    if len(places) > MOST:
        left = ", ".join(name_of(place, words) for place in places[MOST:])
        said.append(
            html.P(words.text("Eight places stand beside each other at most; left out: {places}.", places=left))
        )
    if shown:
        return Chosen(shown, tuple(said))
    most = most_severe(frame.countries)
    year = str(frame.countries.years[-1])
    said.append(
        html.P(words.text("The address names no place, so the most severe at the end of {year} are shown.", year=year))
    )
    return Chosen(most, tuple(said))


def most_severe(record: Record, most: int = SHOWN_AT_FIRST) -> tuple[str, ...]:
    """Where a reader may begin: the places most severe at the end of the newest year."""
    year, severity = int(record.years[-1]), record.severity
    ranked = [place for place in record.places if severity.at("severity", place, year) > 0]
    return tuple(sorted(ranked, key=lambda place: -severity.at("severity", place, year))[:most])


def is_held(frame: Frame, place: str) -> bool:
    """Whether the release has figures of its own for the place."""
    record = frame.at(place).record
    return place in record.places and hidden_in(place, int(record.years[-1])) is None


def picker(frame: Frame, places: Sequence[str], view: CompareView) -> list[Any]:
    """The places shown, each with a way to take it out, and a box to add one."""
    words = frame.words
    items = []
    for place in places:
        others = [one for one in places if one != place]
        name = place_name(place, int(frame.record.years[-1]), words)
        out = html.A(
            "×",
            href=frame.href(PATH, parameters(frame, others, view)),
            className="out",
            title=words.text("Take out {place}", place=name),
            **{"aria-label": words.text("Take out {place}", place=name)},
        )
        link = dcc.Link(name, href=frame.href(f"/place/{place}"))
        items.append(html.Li([link, out] if len(places) > 1 else [link]))
    chosen = html.Ul(items, className="compared", **{"aria-label": words.text("Places beside each other")})
    if len(places) >= MOST:
        return [chosen, html.P(words.text("Eight places at most: take one out to add another."), className="measure")]
    return [chosen, add_form(frame, places, view)]


def add_form(frame: Frame, places: Sequence[str], view: CompareView) -> Any:
    """A plain form; its answer is the address with one place more."""
    words = frame.words
    carried = [*(("place", place) for place in places), *settings(frame, view).items()]
    carried += [("lang", words.code)] if words.code != LANGUAGES[0] else []
    carried += frame.pin.items()
    carried += [("for", frame.reader)] if frame.reader else []
    return html.Form(
        [
            html.Label(words.text("Add a place"), htmlFor=ids.ADD),
            dcc.Input(
                id=ids.ADD,
                name="q",
                type="text",
                list=ids.PLACE_NAMES,
                autoComplete="off",
                required=True,
                maxLength=LONGEST,
            ),
            *(dcc.Input(type="hidden", name=name, value=value) for name, value in carried),
            html.Button(words.text("Add"), type="submit"),
        ],
        action=ADD_PATH,
        method="get",
        className="search add",
    )


def _why_not(frame: Frame, asked: str, place: str | None, shown: Sequence[str], view: CompareView) -> list[Any]:
    words = frame.words
    if place is None:
        near, cut = nearest(asked[:LONGEST])[:OFFERED], asked[:LONGEST]
        said = words.text("No single place is known as “{asked}”.", asked=cut)
        if not near:
            return [said]
        return [said, " ", words.text("Nearest known:"), " ", *_offers(frame, near, shown, view)]
    unit = hidden_in(place, int(frame.record.years[-1]))
    name = name_of(place, words)
    if unit is None:
        return [words.text("No source here has figures for {place}.", place=name)]
    apart = words.text("{place} is not separable in this source; its figures are counted under:", place=name)
    link = frame.href(PATH, parameters(frame, [*shown, unit.place_id], view))
    return [apart, " ", html.A(unit_name(unit, words), href=link)]


def _offers(frame: Frame, near: Sequence[str], shown: Sequence[str], view: CompareView) -> list[Any]:
    offers: list[Any] = []
    for place in near:
        link = frame.href(PATH, parameters(frame, [*shown, place], view))
        offers += [", ", html.A(name_of(place, frame.words), href=link)]
    return offers[1:]
