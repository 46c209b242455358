"""How do the places stand that a reader watches? The list is in the address: it can be sent, kept and printed."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard import ids
from dashboard.brief_form import brief_form
from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.pages._compared_places import most_severe
from dashboard.pages._watched_places import add_form, list_href, listed
from dashboard.pages._watched_table import standings, watched_table
from dashboard.search import WATCH_PATH
from dashboard.shell import page
from dashboard.source_names import sources_line
from dashboard.store import Store
from dashboard.team_cards import dates_card, notes_card
from dashboard.url_state import View, search_of
from dashboard.watch_file import COMMAND_FILE, file_hrefs
from dashboard.watching import PLACES, owner, parameters
from dashboard.words import WATCH_NAMES
from figures.labels import DEATHS_NOTE
from language import LANGUAGES, Language
from reading.names import place_name
from reading.watchlist import directions_sentence, line_sentence, looks_back, sources_behind, watched_title

PATH, CARD = WATCH_PATH, "watched"


def title(words: Language) -> str:
    return words.text(WATCH_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    _, unread = View.from_query({name: value for name, value in query.items() if name != PLACES}, {})
    found = listed(frame, query)
    said = [html.Div(list(found.said), className="notice", role="status")] if found.said else []
    shown = (known_list if found.places else empty_list)(frame, found.places)
    offered = brief_form(store, frame, "monthly-watch", found.places)
    written = [*notes_card(frame, store, found.places), *dates_card(frame, store, found.places)]
    children = [shown[0], *said, owner(frame, found.places), *shown[1:], *offered, *written]
    return page(None, frame, parameters(found.places), (*problems, *unread), children)


def known_list(frame: Frame, places: Sequence[str]) -> list[Any]:
    """The places of the list, in its order."""
    words, found = frame.words, standings(frame, places)
    name = words.text("Where each of them stands now")
    table = scrolling(watched_table(frame, found, name))
    note = html.P(looks_back(words), className="note")
    return [
        html.H1(watched_title(len(places), words)),
        html.P(directions_sentence(found, words), className="lead"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        text_card(CARD, name, [table, add_form(frame, places), note, foot(frame, places)], line_sentence(words)),
        take_along_card(frame, places),
    ]


def empty_list(frame: Frame, places: Sequence[str]) -> list[Any]:
    """Nothing is on watch yet: say what to do."""
    words, most = frame.words, most_severe(frame.countries)
    year = str(frame.countries.years[-1])
    names = ", ".join(place_name(place, int(year), words) for place in most)
    said = words.text("Begin with the most severe at the end of {year}: {places}", year=year, places=names)
    begin = html.A(said, href=list_href(frame, most))
    return [
        html.H1(words.text("No place is on watch yet")),
        html.P(
            words.text(
                "Press “Watch this place” on the page of a country, crisis or unit, or add it here. The list stays in this "
                "browser, and its address can be sent."
            ),
            className="lead",
        ),
        add_form(frame, places),
        *([html.P(begin, className="onward")] if most else []),
    ]


def foot(frame: Frame, places: Sequence[str]) -> Any:
    """Sources, as-of date, release and the figures as a file."""
    words, release = frame.words, frame.record.release
    known = words.text("As known on {day}", day=words.day(release.as_of))
    behind = sources_behind(release, places)
    link = html.A("CSV", href=file_hrefs(frame, places)["csv"], download="", rel="nofollow")
    return html.Div(
        [
            html.P([*sources_line(behind, release, words), f" · {known} · {words.text('Release')} {release.id}"]),
            html.P([html.Span(words.text("Download"), className="label"), link], className="downloads"),
        ],
        id=ids.links(CARD),
        className="origin",
    )


def take_along_card(frame: Frame, places: Sequence[str]) -> Any:
    """The list as an address, as a file, and as a briefing every month."""
    words = frame.words
    named = [f"--for {frame.reader}"] if frame.reader else []
    named += [f"--lang {words.code}"] if words.code != LANGUAGES[0] else []
    command = " ".join([f"python brief.py --template monthly-watch --watchlist {COMMAND_FILE}", *named])
    href = f"{PATH}{search_of(parameters(places))}"
    return text_card(
        "take-along",
        words.text("Take the list along"),
        [
            html.P([words.text("This address opens the list anywhere:"), " ", html.A(html.Code(href), href=href)]),
            html.P(
                [
                    words.text("As a file for briefings, one place a line:"),
                    " ",
                    html.A(html.Code(COMMAND_FILE), href=file_hrefs(frame, places)["txt"], download="", rel="nofollow"),
                ]
            ),
            html.P(words.text("With it, this command writes the monthly watch as slides, text and workbook:")),
            html.Pre(html.Code(command), tabIndex="0"),
        ],
    )
