"""How is one change between two releases told? What it is a figure of, what it was, what it is, and what to know of it.

A difference stands only where the same thing was counted for the same period; a later period, another source or
another definition is named instead.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from contracts.release_change import (
    DEATHS_MONTH,
    DEATHS_MONTHS,
    DEATHS_YEAR,
    EPISODE,
    GONE,
    LATE,
    MOVED_ON,
    NEW,
    NEWER,
    OLDER,
    OTHER_CONTENT,
    OTHER_SOURCE,
    REDEFINED,
    REVISED,
    SEVERITY_CLASS,
    SEVERITY_RANK,
    TEMPO,
    TEMPO_NOW,
)
from figures._map_classes import class_labels, class_of
from figures.labels import TEMPO_LABELS
from indicators import indicators
from language import Language, message
from reading.changes import Change
from reading.tempo_now_words import LABELS as TEMPO_NOW_LABELS
from releases.read import SourceRecord

DEATHS = (DEATHS_YEAR, DEATHS_MONTH, DEATHS_MONTHS)
EPISODE_LABELS = {"ongoing": message("goes on"), "ended": message("ended")}
FIGURE_LABELS = {
    SEVERITY_CLASS: message("Class of severity"),
    SEVERITY_RANK: message("Rank in severity"),
    TEMPO: message("Tempo"),
    EPISODE: message("Episode of the tempo"),
    TEMPO_NOW: message("Tempo from inside"),
}
WORDS_OF = {TEMPO: TEMPO_LABELS, TEMPO_NOW: TEMPO_NOW_LABELS, EPISODE: EPISODE_LABELS}


@dataclass(frozen=True)
class Told:
    """One change in words."""

    figure: str
    was: str
    was_note: str
    now: str
    now_note: str


def told(row: Change, sources: dict[str, SourceRecord], words: Language) -> Told:
    """A row of release_change."""
    apart = row["how"] in (MOVED_ON, REDEFINED) and row["period"] != row["period_was"]
    notes = [
        period_words(row["period"], words) if apart else "",
        _difference(row, words),
        _named(row, sources, words),
        words.text("provisional") if row["is_provisional"] else "",
    ]
    return Told(
        _figure(row, words),
        _value(row, "was", words),
        period_words(row["period_was"], words) if apart else "",
        _value(row, "is", words),
        " · ".join(note for note in notes if note),
    )


def source_sentence(row: Change, now: SourceRecord | None, words: Language) -> str:
    """How a source stands otherwise than it did."""
    was_to, now_to = (period_words(row[name], words) for name in ("period_was", "period"))
    said = {
        NEW: words.text("New in this release; newest data: {now}.", now=now_to),
        GONE: words.text("Not in this release any more; it reached to {was}.", was=was_to),
        NEWER: words.text("Newest data: {now}; before: {was}.", now=now_to, was=was_to),
        OLDER: words.text("Newest data: {now}, which is less far than before: {was}.", now=now_to, was=was_to),
        OTHER_CONTENT: words.text("It reaches as far as before, to {now}, with other content.", now=now_to),
        LATE: words.text("Nothing newer than {now}, which is now later than usual for it.", now=now_to),
    }[row["how"]]
    if row["word_was"] and row["word_is"] and row["word_was"] != row["word_is"]:
        said += " " + words.text("Its version: {now}; before: {was}.", now=row["word_is"], was=row["word_was"])
    if now is not None and now.accepted:
        said += " " + words.text("Held back at first, then accepted: {reason}", reason=now.accepted)
    return said


def period_words(period: str | None, words: Language) -> str:
    """2024, June 2024, 31 December 2025, or a span of two of them."""
    if not period:
        return words.text("no period")
    if "/" in period:
        first, last = (period_words(part, words) for part in period.split("/"))
        return f"{first}–{last}" if first.isdigit() else f"{first} – {last}"
    parts = [int(part) for part in period.split("-")]
    if len(parts) == 1:
        return period
    return words.month(date(parts[0], parts[1], 1)) if len(parts) == 2 else words.day(date(*parts))


def _figure(row: Change, words: Language) -> str:
    figure = row["figure"]
    period = period_words(row["period"] or row["period_was"], words)
    if figure == DEATHS_MONTHS:
        return words.text("Recorded deaths in new months, {period}", period=period)
    if figure in DEATHS:
        return words.text("Recorded deaths, {period}", period=period)
    name = words.text(FIGURE_LABELS[figure] if figure in FIGURE_LABELS else indicators()[figure].INDICATOR.title)
    has_period = figure not in WORDS_OF and row["period"] == row["period_was"]
    return words.text("{figure}, {period}", figure=name, period=period) if has_period else name


def _value(row: Change, side: str, words: Language) -> str:
    figure, value = row["figure"], row[side]
    if figure in WORDS_OF:
        word = row[f"word_{side}"]
        return words.text(WORDS_OF[figure][word]) if word else words.text("none")
    if value is None:
        before = words.text("not published yet") if figure in DEATHS else words.text("no figure")
        return before if side == "was" else words.text("no figure any more")
    if figure == SEVERITY_CLASS:
        label = class_labels("severity", words)[class_of(np.array([value]), "severity")[0]]
        return f"{words.decimal(value)} ({label})"
    return words.number(value)


def _difference(row: Change, words: Language) -> str:
    """By how much a figure was revised."""
    if row["how"] != REVISED or row["was"] is None or row["is"] is None or row["figure"] in FIGURE_LABELS:
        return ""
    by = row["is"] - row["was"]
    return f"{'+' if by > 0 else '−'}{words.number(abs(by))}"


def _named(row: Change, sources: dict[str, SourceRecord], words: Language) -> str:
    """Why two figures are no revision of each other."""
    if row["how"] == REDEFINED and row["figure"] in DEATHS:
        return words.text("other types of violence are counted: not to be compared")
    if row["how"] == REDEFINED:
        return words.text("the series breaks here: not to be compared")
    if row["how"] == OTHER_SOURCE:
        title = sources[row["source_was"]].title if row["source_was"] in sources else str(row["source_was"])
        return words.text("another source speaks now; before: {source}", source=title)
    return ""
