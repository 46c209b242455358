"""Where do the figures come from, how do the sources stand today, and where do they contradict each other?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.native import Cell, Rows
from dashboard.pages._mismatches import bounds_card, mismatches_card, rungs_card
from dashboard.pages._place_sources import newest_words
from dashboard.shell import page
from dashboard.standing import STATE_LABELS, Standing, explained, standings
from dashboard.store import Store
from dashboard.team_cards import files_card
from dashboard.url_state import View
from dashboard.words import SOURCES_NAMES
from figures.labels import DEATHS_NOTE
from language import Language

PATH = "/sources"


def title(words: Language) -> str:
    return words.text(SOURCES_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    _, unread = View.from_query(query, {})
    status, words = store.status(), frame.words
    found = standings(frame.record.release, status, frame.today)
    children = [
        html.H1(words.text(SOURCES_NAMES.title)),
        html.P(lead(found, status, words), className="lead"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        *files_card(store, words),
        states_card(found, bool(status), words),
        mismatches_card(frame),
        rungs_card(frame),
        bounds_card(frame),
        terms_card(found, words),
    ]
    return page(None, frame, {}, (*problems, *unread), children)


def lead(found: list[Standing], status: Mapping[str, Any], words: Language) -> str:
    """How many sources stand behind the release, and how many are in which state."""
    behind = sum(one.record is not None for one in found)
    said = words.texts(
        "{n} source stands behind the figures of this release.",
        "{n} sources stand behind the figures of this release.",
        behind,
    )
    if not status:
        return said
    counts = {state: sum(one.state == state for one in found) for state in STATE_LABELS}
    listed = ", ".join(f"{words.number(n)} {words.text(STATE_LABELS[state])}" for state, n in counts.items() if n)
    day = words.day(date.fromisoformat(str(status["refreshed_at"])[:10]))
    states = words.text(
        "Of all that are known here, as of the last refresh on {day}: {listed}.", day=day, listed=listed
    )
    return f"{said} {states}"


def states_card(found: list[Standing], is_ever_refreshed: bool, words: Language) -> Any:
    """Every source with its state, and how old it is."""
    headings = (
        words.text("Source"),
        words.text("State"),
        words.text("Newest data"),
        words.text("Version"),
        words.text("Retrieved"),
        words.text("Rows"),
    )
    rows = [_state_row(one, is_ever_refreshed, words) for one in found]
    name = words.text("How the sources stand")
    measure = words.text("State at the last refresh; age of the newest data today, beside the age that is usual for it")
    return text_card("states", name, [scrolling(Rows(name, headings, rows, "states stacked"))], measure)


def terms_card(found: list[Standing], words: Language) -> Any:
    """How to cite each source, under which licence it comes, and what must be known to read it right."""
    headings = (words.text("Source"), words.text("Licence"), words.text("Citation"), words.text("To be known"))
    rows = [
        [
            Cell(one.declared["title"], heads="row"),
            Cell(one.declared["licence"]),
            Cell(one.declared["citation"]),
            Cell(one.declared["caveat"]),
        ]
        for one in found
    ]
    name = words.text("Licences, citations and caveats")
    measure = words.text("In the words of each source's description, in English")
    return text_card("terms", name, [scrolling(Rows(name, headings, rows, "terms stacked"))], measure)


def _state_row(one: Standing, is_ever_refreshed: bool, words: Language) -> list[Cell]:
    record, marks = one.record, []
    if one.is_compared_only:
        marks.append(words.text("for comparison only"))
    if not one.is_met_live:
        marks.append(words.text("contract not yet met live"))
    told = explained(one, is_ever_refreshed, words)
    return [
        Cell(
            one.declared["title"],
            under=one.declared["provider"],
            href=one.declared["homepage"],
            badge=" · ".join(marks),
            heads="row",
        ),
        Cell(words.text(STATE_LABELS[one.state]), under=told, kind=f"state {one.state}"),
        Cell(newest_words(record.newest_data, words) if record else "", under=_age_words(one, words)),
        Cell(record.release if record else ""),
        Cell(words.day(date.fromisoformat(record.retrieved_at[:10])) if record else ""),
        Cell(words.number(record.rows) if record else "", kind="number"),
    ]


def _age_words(one: Standing, words: Language) -> str:
    limit = words.number(int(one.declared["stale_after_days"]))
    if one.age is None:
        return words.text("stale after {limit} days", limit=limit)
    if one.age < 0:
        return words.text("reaches beyond today")
    return words.texts("{n} day old; stale after {limit}", "{n} days old; stale after {limit}", one.age, limit=limit)
