"""Which places stand on the list of an address, what must be said of those that do not, and how is one added?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.frame import Frame
from dashboard.search import LONGEST, WATCH_ADD_PATH, WATCH_PATH
from dashboard.watching import asked_places, parameters
from language import LANGUAGES
from reading.name_search import chosen_by, nearest
from reading.names import name_of
from reading.watchlist import MOST

OFFERED = 3  # nearest names for one unknown
SAID = 5  # unknown words that are named one by one


@dataclass(frozen=True)
class Listed:
    """The places of a list, in the reader's order, and what must be said beside."""

    places: tuple[str, ...]
    said: tuple[Any, ...] = ()


def listed(frame: Frame, query: Mapping[str, object]) -> Listed:
    """The places that an address names; any usual name is understood."""
    words, found = frame.words, {one: chosen_by(one[:LONGEST]) for one in asked_places(query)}
    places = list(dict.fromkeys(place for place in found.values() if place))
    shown, unknown = tuple(places[:MOST]), [one for one, place in found.items() if place is None]
    said = [html.P(_unknown(frame, one, shown)) for one in unknown[:SAID]]
    if len(unknown) > SAID:
        rest = len(unknown) - SAID
        said.append(html.P(words.texts("{n} more word names no place.", "{n} more words name no place.", rest)))
    if len(places) > MOST:
        left = ", ".join(name_of(place, words) for place in places[MOST:][:MOST])
        least = words.text(
            "A watchlist holds {n} places at most; left out: {places}.", n=words.number(MOST), places=left
        )
        said.append(html.P(least))
    return Listed(shown, tuple(said))


def add_form(frame: Frame, places: Sequence[str]) -> Any:
    """A plain form; its answer is the address with one place more."""
    words = frame.words
    if len(places) >= MOST:
        full = words.text(
            "Your watchlist holds {n} places, which is the most: take one out first.", n=words.number(MOST)
        )
        return html.P(full, className="measure")
    carried = [*parameters(places).items()]
    carried += [("lang", words.code)] if words.code != LANGUAGES[0] else []
    carried += frame.pin.items()
    carried += [("for", frame.reader)] if frame.reader else []
    box = dcc.Input(
        id=ids.ADD,
        name="q",
        type="text",
        list=ids.PLACE_NAMES,
        autoComplete="off",
        required=True,
        maxLength=LONGEST,
    )
    return html.Form(
        [
            html.Label(words.text("Add a place"), htmlFor=ids.ADD),
            box,
            *(dcc.Input(type="hidden", name=name, value=value) for name, value in carried),
            html.Button(words.text("Add"), type="submit"),
        ],
        action=WATCH_ADD_PATH,
        method="get",
        className="search add watch-add",
    )


def list_href(frame: Frame, places: Sequence[str]) -> str:
    """The page of another list."""
    return frame.href(WATCH_PATH, parameters(places))


def _unknown(frame: Frame, asked: str, shown: Sequence[str]) -> list[Any]:
    words, cut = frame.words, asked[:LONGEST]
    said = words.text("No single place is known as “{asked}”.", asked=cut)
    near = [place for place in nearest(cut) if place not in shown][:OFFERED]
    if not near:
        return [said]
    links: list[Any] = []
    for place in near:
        links += [", ", html.A(name_of(place, words), href=list_href(frame, [*shown, place]))]
    return [said, " ", words.text("Nearest known:"), " ", *links[1:]]
