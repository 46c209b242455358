"""What did the world do about a place, day by day, and what was done in crises like it? With the document each time.

Titles of documents stand as catalogued, in English; our own sentences in the reader's language. An empty list is no
record of inaction, so there is no card without an entry.
"""

import datetime
from typing import Any

from dash import dcc, html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.place_rows import Row
from dashboard.world_timeline import entries_of, precedents_of
from figures.labels import TEMPO_LABELS
from figures.response_words import KIND_LABELS, NO_RECORD_OF_INACTION, PRECEDENTS_NOTE
from language import Language, message
from reading.names import name_of
from reading.parts import CRISIS, kind_of, lies_in

SHOWN = 6  # entries before the rest folds away
OPERATIONS = ("peacekeeping", "political_mission")
ORIGIN = message(
    "Source: United Nations documents, each linked; mandates of missions by decision · checked by hand · "
    "as of {day} · release {release}"
)


def world_card(frame: Frame, place_id: str) -> list[Any]:
    """Operations, timeline and precedents; nothing where no entry is on record."""
    words, release = frame.words, frame.record.release
    entries, alike = entries_of(release, place_id), precedents_of(release, place_id)
    if not entries and not alike:
        return []
    body: list[Any] = []
    if entries:
        body += [*operations(entries, release.as_of, words), *timeline_table(entries, words)]
    if kind_of(place_id) == CRISIS:
        body.append(money_elsewhere(frame, place_id))
    if alike:
        body.append(precedents_table(alike, words))
    origin = words.text(ORIGIN, day=words.day(release.as_of), release=release.id)
    body.append(html.P([words.text(NO_RECORD_OF_INACTION), " ", origin], className="note"))
    title = words.texts(
        "What the world did: {n} entry on record", "What the world did: {n} entries on record", len(entries)
    )
    measure = words.text(
        "Decisions, mandates, agreements and listings about the place, newest first, each with its document"
    )
    return [text_card("world-did", title, body, measure)]


def operations(entries: list[Row], as_of: datetime.date, words: Language) -> list[Any]:
    """Which missions have a mandate now, until when; the earlier ones by name and years."""
    missions = [row for row in entries if row["source_id"] == "missions" and row["kind"] in OPERATIONS]
    now = [row for row in missions if not is_day(row["date_end"]) or row["date_end"].date() >= as_of]
    past = [row for row in missions if row not in now]
    said = []
    if now:
        names = ", ".join(mission_words(row, words) for row in now)
        said.append(words.text("United Nations operations with a mandate: {names}.", names=names))
    elif missions:
        said.append(words.text("No United Nations operation has a mandate here now."))
    if past:
        names = ", ".join(mission_words(row, words) for row in past)
        said.append(words.text("Earlier: {names}.", names=names))
    return [html.P(" ".join(said), className="summary")] if said else []


def mission_words(row: Row, words: Language) -> str:
    """A mission with the years of its mandate."""
    first = str(row["date"].year)
    last = str(row["date_end"].year) if is_day(row["date_end"]) else ""
    years = words.text("since {year}", year=first) if not last else first if first == last else f"{first}–{last}"
    return f"{row['symbol']} ({years})"


def timeline_table(entries: list[Row], words: Language) -> list[Any]:
    """The newest entries, and the earlier ones folded away."""
    title = words.text("Timeline of what was done")
    shown = [scrolling(Rows(title, headings(words), [entry_row(row, words) for row in entries[:SHOWN]], "timeline"))]
    rest = entries[SHOWN:]
    if rest:
        opener = words.texts("{n} earlier entry", "{n} earlier entries", len(rest))
        rows = Rows(opener, headings(words), [entry_row(row, words) for row in rest], "timeline")
        shown.append(html.Details([html.Summary(opener), scrolling(rows)]))
    return shown


def headings(words: Language) -> tuple[str, ...]:
    return words.text("Date"), words.text("Kind"), words.text("What"), words.text("Document")


def entry_row(row: Row, words: Language) -> list[Cell]:
    """One entry: its day, what it is, the sentence or title, and the document."""
    kind = KIND_LABELS[row["kind"]]
    return [
        Cell(words.day(row["date"]), heads="row"),
        Cell(words.text(kind)),
        Cell(sentence_of(row, words), under=end_words(row, words)),
        Cell(row["symbol"], href=row["url"] if isinstance(row["url"], str) else ""),
    ]


def sentence_of(row: Row, words: Language) -> str:
    """Our sentence in the reader's language; a title or name as catalogued."""
    french = row["text_fr"]
    return str(french) if words.code == "fr" and isinstance(french, str) else str(row["text_en"])


def end_words(row: Row, words: Language) -> str:
    """Until when a mandate runs or ran, where that has been decided."""
    return words.text("mandate to {day}", day=words.day(row["date_end"])) if is_day(row["date_end"]) else ""


def is_day(value: Any) -> bool:
    """Whether a cell holds a day: one without is None or not a time."""
    return value is not None and value == value


def money_elsewhere(frame: Frame, place_id: str) -> Any:
    """Where the money of a crisis is counted: under its countries."""
    links: list[Any] = []
    for country in lies_in(place_id):
        links += [", ", dcc.Link(name_of(country, frame.words), href=frame.href(f"/place/{country}"))]
    said = frame.words.text("Money asked and received is counted by country:")
    return html.P([said, " ", *links[1:]], className="note")


def precedents_table(alike: list[Row], words: Language) -> Any:
    """What was done elsewhere, folded away: which crisis, how alike, what, when, by which document."""
    places = sorted({name_of(row["precedent_place_id"], words) for row in alike})
    opener = words.text("What was done in similar crises: {places}", places=", ".join(places))
    own = alike[0]
    tempo = TEMPO_LABELS[own["tempo"]]
    note = words.text(
        "Compared: {tempo}, {years} active years, {share} of deaths one-sided.",
        tempo=words.text(tempo),
        years=words.number(own["own_active_years"]),
        share=words.percent(own["own_one_sided_share"]),
    )
    rows = Rows(opener, (words.text("Crisis"), *headings(words)), [_precedent(row, words) for row in alike], "timeline")
    return html.Details(
        [html.Summary(opener), html.P(f"{words.text(PRECEDENTS_NOTE)} {note}", className="note"), scrolling(rows)]
    )


def _precedent(row: Row, words: Language) -> list[Cell]:
    first, *others = entry_row(row, words)
    under = words.text(
        "{first}–{last}, {share} one-sided",
        first=str(row["first_year"]),
        last=str(row["last_year"]),
        share=words.percent(row["one_sided_share"]),
    )
    name = name_of(row["precedent_place_id"], words)
    return [Cell(name, under=under, heads="row"), Cell(first.text), *others]
