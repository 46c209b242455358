"""What has the team written on a place, and what is to come? Always marked as the team's: Slowburn's figures know nothing of it."""

import datetime
from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.store import Store
from dashboard.url_state import search_of
from language import Language, message
from reading.names import name_of
from team.dates import KINDS, Occurrence, occurrences, own_dates
from team.folder import Written
from team.notes import Note

NOTES, DATES, FILES = "team-notes", "dates", "team-files"
SOON, LATER = 60, 366  # days ahead on the overview, and where a place is shown
MOST_NOTES, MOST_DATES = 20, 20
WHOSE = message(
    "Written by the team that runs this dashboard. It is no part of Slowburn’s figures and was not checked by it."
)


def notes_card(frame: Frame, store: Store, places: Sequence[str]) -> list[Any]:
    """The team's notes on these places, newest first; no card where there is none."""
    words, found = frame.words, store.team.now().notes_on(places)
    if not found:
        return []
    shown = [html.Li(_note(frame, note, len(places) > 1)) for note in found[:MOST_NOTES]]
    title = words.texts("{n} note of the team", "{n} notes of the team", len(found))
    measure = words.text(WHOSE)
    if len(found) > MOST_NOTES:
        measure += " " + words.text("The newest {n} are shown.", n=words.number(MOST_NOTES))
    return [text_card(NOTES, title, [html.Ul(shown, className="team-notes")], measure)]


def dates_card(frame: Frame, store: Store, places: Sequence[str] | None = None) -> list[Any]:
    """What comes up: on these places within a year, or all within sixty days; no card where nothing does."""
    words, days = frame.words, SOON if places is None else LATER
    found = coming(store.team.now(), frame.today, days, places)
    if not found:
        return []
    headings = (words.text("When"), words.text("What"), words.text("Kind"), words.text("Places"), words.text("Source"))
    title = words.text("Dates to come")
    rows = [_row(frame, one) for one in found[:MOST_DATES]]
    if places is None:
        measure = words.texts("Within {n} day of today", "Within {n} days of today", days)
    else:
        measure = words.text("Within a year of today")
    if len(found) > MOST_DATES:
        measure += " · " + words.text("the first {n} are shown", n=words.number(MOST_DATES))
    asked = search_of({**({"place": tuple(places)} if places is not None else {}), "lang": words.code})
    link = html.A(words.text("Calendar file"), href=f"/export/calendar.ics{asked}", download="", rel="nofollow")
    foot = html.P([html.Span(words.text("Download"), className="label"), link], className="downloads")
    table = scrolling(Rows(title, headings, rows, "dates stacked"))
    return [text_card(DATES, title, [table, html.Div(foot, className="origin")], measure)]


def coming(written: Written, today: datetime.date, days: int, places: Sequence[str] | None = None) -> list[Occurrence]:
    """The team's dates and those of publishers, of some places or all, in order."""
    last = today + datetime.timedelta(days=days)
    found = occurrences(written.dates, today, last) + occurrences(own_dates()[0], today, last, is_own=True)
    if places is not None:
        found = [one for one in found if set(one.dated.places) & set(places)]
    return sorted(found, key=lambda one: (one.first, one.last, one.is_own))


def problems_notice(frame: Frame, store: Store) -> list[Any]:
    """What is wrong with the team's files, in a line that leads to the sources; the pages stand all the same."""
    words, problems = frame.words, store.team.now().problems
    if not problems:
        return []
    said = words.texts(
        "{n} entry or file of the team cannot be read and is left out:",
        "{n} entries or files of the team cannot be read and are left out:",
        len(problems),
    )
    link = html.A(words.text("what to do"), href=frame.href("/sources") + f"#{FILES}-title")
    return [html.Div(html.P([said, " ", link]), className="notice", role="status")]


def files_card(store: Store, words: Language) -> list[Any]:
    """How the team's files stand; no card where no team writes here."""
    written = store.team.now()
    if not written.files and not written.problems:
        return []
    read = words.text(
        "Read from {files}: {notes}, {dates}.",
        files=", ".join(written.files) or "–",
        notes=words.texts("{n} note", "{n} notes", len(written.notes)),
        dates=words.texts("{n} date", "{n} dates", len(written.dates)),
    )
    wrong = [html.Li(problem.sentence(words)) for problem in written.problems]
    listed = [html.Ul(wrong, className="problems")] if wrong else []
    return [text_card(FILES, words.text("The team’s own files"), [html.P(read), *listed], words.text(WHOSE))]


def _note(frame: Frame, note: Note, is_named: bool) -> list[Any]:
    words = frame.words
    about = [words.day(note.date), *([note.author] if note.author else [])]
    about += [", ".join(name_of(place, words) for place in note.places)] if is_named else []
    paragraphs = [html.P(part) for part in note.text.split("\n") if part.strip()]
    return [html.P(" · ".join(about), className="measure"), *paragraphs, *([_link(note.link)] if note.link else [])]


def _link(address: str) -> Any:
    return html.P(html.A(address, href=address, rel="noopener noreferrer nofollow"))


def _row(frame: Frame, one: Occurrence) -> list[Cell]:
    words, dated = frame.words, one.dated
    kind = words.text(KINDS[dated.kind])
    whose = "" if one.is_own else words.text("the team’s")
    places = ", ".join(name_of(place, words) for place in dated.places)
    source = Cell(dated.source or dated.link, href=dated.link) if dated.link else Cell(dated.source or "–")
    return [Cell(one.when(words), heads="row"), Cell(dated.named(words), badge=whose), Cell(kind), Cell(places), source]
