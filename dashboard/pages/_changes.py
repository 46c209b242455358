"""What changed between two releases, of all countries or of one place; which two, the address says.

Without a word in the address the release before the shown one is compared. A reader's browser remembers the
release whose changes were noted as seen, and only the reader's own act makes it so: whoever leaves the page
unread is told the same again.
"""

from typing import Any

from dash import dcc, html

from changes.between import Differences
from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows, Seen
from dashboard.store import Store
from dashboard.url_state import search_of
from language import Language, message
from reading.change_words import source_sentence, told
from reading.changes import Change, Group, changes_since, groups
from reading.names import is_place, name_of
from releases.read import Release

CHANGES = "changes"
SHOWN, OPENED = 3, 20  # rows of a group at first, and once opened; the rest is in the data interface
OTHERS = 5  # older releases offered to compare with
COMPUTED = message("Computed here, of several sources")
TABLES = {
    "violence_year": message("recorded deaths by year"),
    "violence_month": message("recorded deaths by month"),
    "severity": message("severity"),
    "tempo_episode": message("tempo"),
    "tempo_now": message("tempo from inside"),
    "indicator_scores": message("displaced people"),
}


def changes_card(store: Store, frame: Frame, place_id: str | None = None) -> Any:
    """The card; where there is nothing to compare with or nothing changed, a sentence."""
    words, release = frame.words, frame.record.release
    before = store.earlier(release)
    old = next((one for one in before if one.id == frame.since), before[0] if before else None)
    if old is None:
        said = words.text(
            "There is no earlier release here to compare with yet; the next refresh that brings something new makes one."
        )
        return text_card(CHANGES, words.text("What changed since the last release"), [html.P(said, className="quiet")])
    found = changes_since(old, release)
    told_groups = groups(found, place_id)
    title = _title(frame, old, is_last=old is before[0])
    children = [_group(group, frame, old, place_id) for group in told_groups] or [_nothing(words, place_id)]
    return text_card(
        CHANGES,
        title,
        [*_before(found, words), *children, *_after(found, words), _foot(frame, before, old, place_id)],
        _measure(told_groups, words, place_id) if told_groups else "",
    )


def _title(frame: Frame, old: Release, is_last: bool) -> str:
    words, day = frame.words, frame.words.day(old.as_of)
    if frame.since:
        return words.text("What changed since the release of {day}", day=day)
    return words.text("What changed since the last release, of {day}", day=day)


def _measure(told_groups: list[Group], words: Language, place_id: str | None) -> str:
    rows = [row for group in told_groups for row in group.changes]
    if not rows:
        return words.text("No figure differs; sources stand otherwise than they did")
    said = words.texts("{n} figure differs", "{n} figures differ", len(rows))
    if place_id:
        return said
    places = len({row["place_id"] for row in rows})
    return words.texts(
        "{figures} in {n} country; crises and first-order units stand on their own pages",
        "{figures} in {n} countries; crises and first-order units stand on their own pages",
        places,
        figures=said,
    )


def _nothing(words: Language, place_id: str | None) -> Any:
    said = words.text("Nothing changed for this place.") if place_id else words.text("Nothing changed.")
    return html.P(said, className="quiet")


def _before(found: Differences, words: Language) -> list[Any]:
    if not found.is_by_method_alone:
        return []
    said = words.text(
        "Every source has the same table in both releases: what differs comes from how figures are made, not from new data."
    )
    return [html.P(said, className="caveat")]


def _after(found: Differences, words: Language) -> list[Any]:
    lacking = [words.text(TABLES[name]) for name in found.not_compared]
    if not lacking:
        return []
    said = words.text(
        "Not compared, because one of the two releases is of another version and does not hold them: {tables}.",
        tables=", ".join(lacking),
    )
    return [html.P(said, className="note")]


def _group(group: Group, frame: Frame, old: Release, place_id: str | None) -> Any:
    words, sources = frame.words, {**old.sources, **frame.record.release.sources}
    known = sources.get(group.source_id or "")
    name = known.title if known else words.text("Source") if group.source_id else words.text(COMPUTED)
    heading = html.Code(group.source_id) if group.source_id and not known else name
    now = frame.record.release.sources.get(group.source_id or "")
    said = [html.P(source_sentence(group.source, now, words), className="measure")] if group.source else []
    return html.Div(
        [html.H3(heading), *said, *_listed(group.changes, name, frame, sources, place_id)], className="group"
    )


def _listed(rows: tuple[Change, ...], name: str, frame: Frame, sources: Any, place_id: str | None) -> list[Any]:
    """The first rows, and the others behind a line that opens them."""
    if not rows:
        return []
    words, drawn = frame.words, [_row(row, frame, sources, place_id) for row in rows[: SHOWN + OPENED]]
    said = [scrolling(_table(name, drawn[:SHOWN], words, place_id))]
    more, further = len(rows) - SHOWN, len(rows) - SHOWN - OPENED
    if more > 0:
        inner = [scrolling(_table(name, drawn[SHOWN:], words, place_id))]
        if further > 0:
            rest = words.texts("{n} more is in the file below.", "{n} more are in the file below.", further)
            inner.append(html.P(rest, className="note"))
        said.append(html.Details([html.Summary(words.texts("and {n} more", "and {n} more", more)), *inner]))
    return said


def _table(name: str, rows: list[list[Cell]], words: Language, place_id: str | None) -> Rows:
    headings = [words.text("Figure"), words.text("Was"), words.text("Is")]
    return Rows(name, headings if place_id else [words.text("Place"), *headings], rows, "changes stacked")


def _row(row: Change, frame: Frame, sources: Any, place_id: str | None) -> list[Cell]:
    said = told(row, sources, frame.words)
    cells = [
        Cell(said.figure, heads="row" if place_id else ""),
        Cell(said.was, under=said.was_note, kind="was"),
        Cell(said.now, under=said.now_note, kind="now"),
    ]
    if place_id:
        return cells
    place = str(row["place_id"])
    linked = frame.href(f"/place/{place}") if is_place(place) else ""
    return [Cell(name_of(place, frame.words), href=linked, heads="row"), *cells]


def _foot(frame: Frame, before: tuple[Release, ...], old: Release, place_id: str | None) -> Any:
    """Other releases to compare with, the same as a file, and the act of noting it as seen."""
    words, release = frame.words, frame.record.release
    asked = {"since": old.id, "release": release.id, **({"place": place_id} if place_id else {}), "format": "csv"}
    others = [
        dcc.Link(words.day(one.as_of), href=_since(frame, one.id), className="here" if one is old else "")
        for one in before[:OTHERS]
    ]
    file = html.A("CSV", href=f"/api/v1/changes{search_of(asked)}", download="", rel="nofollow")
    return html.Div(
        [
            html.P(
                [html.Span(words.text("Compare with the release of"), className="label"), *others], className="releases"
            ),
            html.P([html.Span(words.text("Download"), className="label"), file], className="downloads"),
            Seen(
                release.id,
                words.text("I have seen these"),
                words.text("Noted in this browser on {day}: the next release is compared with this one.", day="{day}"),
            ),
        ],
        className="origin",
    )


def _since(frame: Frame, release_id: str) -> str:
    return frame.href(frame.path, {"since": release_id})
