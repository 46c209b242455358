"""Which state of the record does a page show, how old is it, and how does a reader open another one?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from dashboard import ids
from dashboard.frame import Frame
from dashboard.native import KnownOn
from dashboard.url_state import Parameters


def release_line(frame: Frame) -> Sequence[Any]:
    """The release of a page, and the earlier ones that are kept."""
    words, release = frame.words, frame.record.release
    said = html.P(
        [
            words.text("As known on {day}", day=words.day(release.as_of)),
            f" ({age(frame)}). ",
            words.text("Release"),
            " ",
            html.A(release.id, href=frame.href(frame.path, {"release": release.id}), className="mono"),
            " ",
            words.text("(this link will always show the same figures, as long as the release is kept)."),
        ]
    )
    return [said, known_on(frame)]


def known_on(frame: Frame) -> Any:
    """A choice among the kept releases, by the day each was published."""
    words, shown = frame.words, frame.record.release.as_of
    if len(frame.kept) < 2:
        return html.P(words.text("No earlier release is kept here, so no earlier state can be shown."))
    options = [{"value": day.isoformat(), "label": words.day(day)} for day in frame.kept[1:]]
    return KnownOn(
        ids.KNOWN,
        label=words.text("Show the figures as known on"),
        newest=words.text("{day} (newest)", day=words.day(frame.kept[0])),
        options=options,
        value=shown.isoformat() if frame.is_superseded else "",
        button=words.text("Show"),
    )


def earlier_state(frame: Frame, parameters: Parameters) -> list[Any]:
    """Say that a page shows an earlier state, with the way back; nothing on the newest."""
    if not frame.is_superseded:
        return []
    words, day = frame.words, frame.words.day(frame.record.release.as_of)
    if frame.known is None:
        said = words.text(
            "This page shows an earlier state: these figures are as known on {day}; a newer release is published.",
            day=day,
        )
    else:
        said = words.text(
            "This page shows an earlier state: as known on {asked}. The newest release published by the end of that "
            "day is of {day}; a newer release is published.",
            asked=words.day(frame.known),
            day=day,
        )
    newest = replace(frame, is_pinned=False, known=None).href(frame.path, parameters)
    return [html.P([html.Strong(said), " ", html.A(words.text("Show the newest"), href=newest)])]


def age(frame: Frame) -> str:
    """How long ago the newest source of the release was asked."""
    days = (frame.today - frame.record.release.as_of).days
    return frame.words.texts("{n} day ago", "{n} days ago", days) if days > 0 else frame.words.text("today")
