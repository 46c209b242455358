"""What is marked behind the annual bars: years without a figure, and years from which a name covers another territory."""

import textwrap
from collections.abc import Sequence
from typing import Any

from figures._deaths_by_type import DeathsByType, runs
from figures.theme import MUTED, SILENCE, VEIL, note

Span = tuple[int, int]
Marks = tuple[list[Any], list[Any]]  # shapes, annotations
CHANGE_LETTERS = 24  # in a line of the note on a change of territory
LABEL_SHARE = 0.04  # narrower grey regions leave their label to the legend


def silences(deaths: DeathsByType, span: Span, words: str, floor: float) -> Marks:
    """Shade the years without a figure, above the strip of episodes."""
    shapes: list[Any] = []
    notes: list[Any] = []
    for first, last in runs(~deaths.is_known):
        start, end = span[0] + first - 0.5, span[0] + last + 0.5
        region = {
            "type": "rect",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "fillcolor": SILENCE,
            "line": {"width": 0},
        }
        shapes.append(region | {"x0": start, "x1": end, "y0": floor, "y1": 1})
        share = (last - first + 1) / len(deaths.is_known)
        if share >= LABEL_SHARE:
            angle = 0 if share > 0.5 else -90
            notes.append(note(words, x=(start + end) / 2, xref="x", y=(1 + floor) / 2, yref="paper", textangle=angle))
    return shapes, notes


def changes(territory_changes: Sequence[tuple[int, str]], span: Span) -> Marks:
    """Mark the years from which the figures cover another territory."""
    shown = [(year, label) for year, label in territory_changes if span[0] < year <= span[1]]
    notes = [_change_note(label, year, is_late=year > sum(span) / 2) for year, label in shown]
    return [_change_line(year) for year, _ in shown], notes


def _change_note(label: str, year: int, is_late: bool) -> dict[str, Any]:
    """Write on the side with more room, in short lines."""
    side = (
        {"xanchor": "right", "xshift": -4, "align": "right"}
        if is_late
        else {"xanchor": "left", "xshift": 4, "align": "left"}
    )
    lines = "<br>".join(textwrap.wrap(label, CHANGE_LETTERS))
    return note(lines, bgcolor=VEIL, x=year - 0.5, xref="x", y=1, yref="paper", yanchor="top", **side)


def _change_line(year: int) -> dict[str, Any]:
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    at = year - 0.5  # between the last bar before and the first bar after
    return {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
