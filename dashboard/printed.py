"""What did the briefing print that led the reader here, and what of it has been revised since?

Its address carries the pack's id, and the values it printed are kept outside releases: they are held against
the newest release, whichever release the page itself shows.
"""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Rows
from dashboard.store import Store
from language import Language
from reading.names import name_of
from reading.parts import kind_of
from reading.printed import QUANTITIES, Revision, kept_manifest, revisions
from reading.record import record_of

BRIEFS = "briefs"
PACK = "pack"
SHOWN = 40  # revisions listed; the manifest beside the briefing holds every value


def printed_card(store: Store, frame: Frame, query: Mapping[str, object], place_id: str | None = None) -> list[Any]:
    """The revisions of one place, or of all that a briefing is about; nothing where the address names no briefing."""
    if PACK not in query:
        return []
    words, newest = frame.words, store.shelf.current()
    manifest = kept_manifest(store.shelf.processed.parent / BRIEFS, str(query[PACK]))
    title = words.text("What a briefing printed")
    if manifest is None:
        said = words.text("What that briefing printed is not kept on this machine, so nothing can be compared.")
        return [text_card(PACK, title, [html.P(said)])]
    places = [place_id] if place_id else [str(place) for place in manifest["places"]]
    found = [one for place in places for one in revisions(manifest, record_of(newest, kind_of(place)), place)]
    revised = [one for one in found if one.is_revised]
    day = words.day(newest.as_of)
    if not found:
        return []
    if not revised:
        said = words.text(
            "Every value printed from the release {was} stands the same in the release of {day}.",
            was=str(manifest["release"]),
            day=day,
        )
        return [text_card(PACK, title, [html.P(said)])]
    headings = (words.text("Place"), words.text("Figure"), words.text("Year"), words.text("Revision"))
    rows = [_row(one, day, words) for one in revised[:SHOWN]]
    measure = words.texts("{n} printed value is another now", "{n} printed values are others now", len(revised))
    return [text_card(PACK, title, [scrolling(Rows(title, headings, rows, PACK))], measure)]


def _row(one: Revision, day: str, words: Language) -> list[str]:
    was, now = (_number(value, one.was.quantity, words) for value in (one.was.value, one.now))
    return [
        name_of(one.was.place_id, words),
        words.text(QUANTITIES[one.was.quantity]),
        str(one.was.year),
        words.text("was {was}, is {now} since the release of {day}", was=was, now=now, day=day),
    ]


def _number(value: float | None, quantity: str, words: Language) -> str:
    if value is None:
        return words.text("no figure")
    return words.number(value) if quantity.startswith("fatalities") or quantity == "rank" else words.decimal(value, 2)
