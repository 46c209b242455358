"""How does a sentence hold links and say its own date? A place is marked in the text and becomes a link when it is shown.

A translator sees one whole sentence with its places inside; a name that is a link
keeps the order that the other language gives it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from dash import dcc, html

from dashboard.frame import Frame
from language import Language
from reading.names import country_name, place_name

OPEN, CLOSE, ITSELF = "\ue000", "\ue001", "\ue002"  # of Unicode's private use: in no name, no sentence
MARKED = re.compile(f"{OPEN}(.*?){CLOSE}")
NAMED = 4  # places named in a sentence; more would not be read


@dataclass(frozen=True)
class Told:
    """One sentence: what it is about, which time it speaks of, what it says, and every place it counts."""

    about: str
    when: str
    said: str
    places: tuple[str, ...] = ()  # each with its own figures; shown in full where the sentence cannot hold them


def marked(place_id: str, is_itself: bool = False) -> str:
    """A place as it stands in a sentence that is still to be shown; `is_itself` where the source does not count as UCDP."""
    return f"{OPEN}{place_id}{ITSELF if is_itself else ''}{CLOSE}"


def enumerated(places: Sequence[str], words: Language) -> str:
    """The first few of a list, and how many follow."""
    more = len(places) - NAMED
    shown = ", ".join(places[:NAMED])
    if any("," in place for place in places):  # a comma inside a part asks for a stronger mark between the parts
        shown = reduce(lambda said, place: words.text("{said}; {place}", said=said, place=place), places[:NAMED])
    return shown + words.texts(" and {n} more", " and {n} more", more) if more > 0 else shown


def linked(frame: Frame, said: str, year: int) -> list[Any]:
    """The words of a sentence with its places as links."""
    parts = MARKED.split(said)
    return [_link(frame, part, year) if at % 2 else part for at, part in enumerate(parts) if part]


def sentence(frame: Frame, told: Told, year: int) -> Any:
    """A sentence under its date; all places that it counts unfold."""
    words = frame.words
    head = html.P([html.Strong(told.about), " ", html.Span(told.when)], className="when")
    body = [head, html.P(linked(frame, told.said, year))]
    if len(told.places) > NAMED:
        rows = [html.Li(linked(frame, place, year)) for place in told.places]
        opener = html.Summary(words.texts("All {n}", "All {n}", len(told.places)))
        body.append(html.Details([opener, html.Ul(rows)]))
    return html.Li(body)


def _link(frame: Frame, mark: str, year: int) -> Any:
    words, place_id = frame.words, mark.removesuffix(ITSELF)
    name = place_name(place_id, year, words) if place_id == mark else country_name(place_id, words)
    return dcc.Link(name, href=frame.href(f"/place/{place_id}"))
