"""How did the number of people run over the years, and where were the most? A stack of the largest, others in grey.

A year without any row is grey ground, which is not zero. A dotted line stands where a number jumps without flows that
explain it: the sides of it are not compared. The figures of a stack are of one measure; measures are never stacked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from figures._deaths_by_type import Flags, runs
from figures._stacked_deaths import legend_only, provisional_legend, silence_legend
from figures.theme import (
    FLOW_OTHERS,
    FLOW_PARTS,
    MUTED,
    PAPER,
    SILENCE,
    Figure,
    hatching,
    layout,
    left_margin,
    note,
    time_axis,
    value_axis,
)
from figures.twin import Twin
from language import Language

BAR_WIDTH = 0.82
SMALLEST_TOP = 10
LABEL_SHARE = 0.12  # of all years: narrower grey regions leave their label to the legend


@dataclass(frozen=True)
class Part:
    """One place in the stack, or all others; a number for each year."""

    name: str
    numbers: tuple[int, ...]
    is_others: bool = False


@dataclass(frozen=True)
class Course:
    """The years of a view, without a gap, and which of them are known."""

    years: tuple[int, ...]
    parts: tuple[Part, ...]
    is_known: tuple[bool, ...]
    breaks: tuple[int, ...] = ()  # the first year after each
    provisional: tuple[int, ...] = ()

    def totals(self) -> list[int]:
        return [sum(numbers) for numbers in zip(*(part.numbers for part in self.parts), strict=True)]


def flow_years(course: Course, language: Language) -> Figure:
    """Draw the stack, the most people at the ground."""
    top = max([SMALLEST_TOP, *course.totals()])
    is_unknown: Flags = ~np.array(course.is_known, dtype=bool)
    traces = [_bars(part, number, course) for number, part in enumerate(course.parts)]
    if course.provisional:
        traces.append(provisional_legend(language))
    if course.breaks:
        traces.append(legend_only(language.text("Dotted line: break in the series"), {"color": MUTED}, 22))
    if is_unknown.any():
        traces.append(silence_legend(language.text("No figure")))
    shapes, notes = _silences(is_unknown, course.years, language)
    first, last = course.years[0], course.years[-1]
    drawn = layout(language, left_margin(top, language)) | {
        "barmode": "stack",
        "hovermode": "x unified",
        "xaxis": time_axis(range=[first - 0.6, last + 0.6], tickformat="d", nticks=9),
        "yaxis": value_axis(range=[0, top * 1.06], tickformat=",d", nticks=5),
        "shapes": [*shapes, *(_break_line(year) for year in course.breaks)],
        "annotations": notes,
    }
    return {"data": traces, "layout": drawn}


def twin(course: Course, language: Language) -> Twin:
    """The chart as a table, newest year first."""
    headings = (
        language.text("Year"),
        *(part.name for part in course.parts),
        language.text("Together"),
        language.text("Remark"),
    )
    totals, missing, rows = course.totals(), language.text("No figure"), []
    for at in range(len(course.years) - 1, -1, -1):
        year = course.years[at]
        if not course.is_known[at]:
            rows.append((str(year), *([missing] * len(course.parts)), missing, ""))
            continue
        remarks = [language.text("break in the series")] if year in course.breaks else []
        remarks += [language.text("provisional")] if year in course.provisional else []
        numbers = (language.number(part.numbers[at]) for part in course.parts)
        rows.append((str(year), *numbers, language.number(totals[at]), ", ".join(remarks)))
    return Twin(headings, tuple(rows))


def _bars(part: Part, number: int, course: Course) -> dict[str, Any]:
    colour = FLOW_OTHERS if part.is_others else FLOW_PARTS[number]
    marker: dict[str, Any] = {"color": colour, "line": {"width": 0.4, "color": PAPER}}
    if course.provisional:
        marker["pattern"] = hatching(["/" if year in course.provisional else "" for year in course.years])
    heights: list[int | None] = [
        count if is_known else None for count, is_known in zip(part.numbers, course.is_known, strict=True)
    ]
    return {
        "type": "bar",
        "name": part.name,
        "x": list(course.years),
        "y": heights,
        "width": BAR_WIDTH,
        "marker": marker,
        "hovertemplate": "%{y:,d}",
        "legendrank": number + 1,
    }


def _silences(is_unknown: Flags, years: Sequence[int], language: Language) -> tuple[list[Any], list[Any]]:
    shapes: list[Any] = []
    notes: list[Any] = []
    for first, last in runs(is_unknown):
        start, end = years[first] - 0.5, years[last] + 0.5
        where = {"xref": "x", "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1}
        shapes.append({"type": "rect", "layer": "below", "fillcolor": SILENCE, "line": {"width": 0}} | where)
        if (last - first + 1) / len(years) >= LABEL_SHARE:
            word = language.text("No figure").lower()
            notes.append(note(word, x=(start + end) / 2, xref="x", y=0.5, yref="paper"))
    return shapes, notes


def _break_line(year: int) -> dict[str, Any]:
    at = year - 0.5  # between the last bar before and the first bar after
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
