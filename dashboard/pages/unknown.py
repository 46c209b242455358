"""What does a reader see where nothing can be shown: an unknown place, an unknown address, no release yet?"""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from dashboard.frame import Frame
from dashboard.shell import bare_page, page
from language import Language, language
from reading.name_search import nearest
from reading.names import name_of


def unknown_place(frame: Frame, asked: str) -> Any:
    """No place, or several, bear the word of the address: offer the nearest."""
    words, near = frame.words, nearest(asked)
    several = len(near) > 1
    title = (
        words.text("Which place do you mean by “{asked}”?", asked=asked)
        if several
        else words.text("No place is known as “{asked}”", asked=asked)
    )
    links = [html.Li(dcc.Link(name_of(place, words), href=frame.href(f"/place/{place}"))) for place in near]
    body = (
        [html.Ul(links, className="offers")]
        if near
        else [html.P(words.text("Try another spelling, in English or French."))]
    )
    return page(None, frame, {}, (), [html.H1(title), *body, _home(words, frame.href("/"))])


def unknown_address(query: Mapping[str, object]) -> Any:
    """There is no such page."""
    words = language(str(query.get("lang", "")))
    return bare_page(words, "/", [html.H1(words.text("There is no page at this address")), _home(words, "/")])


def empty(query: Mapping[str, object], path: str) -> Any:
    """Nothing is published yet: say what to do."""
    words = language(str(query.get("lang", "")))
    return bare_page(
        words,
        path,
        [
            html.H1(words.text("No figures are published here yet")),
            html.P(
                words.text(
                    "Run this command in the folder of Slowburn; it fetches the sources, checks them and publishes:"
                )
            ),
            html.Pre("python refresh.py"),
            html.P(
                words.text(
                    "Then reload this page. Without a network, `python refresh.py --offline` rebuilds from files fetched before."
                )
            ),
        ],
    )


def _home(words: Language, href: str) -> Any:
    return html.P(dcc.Link(words.text("Back to the overview"), href=href))
