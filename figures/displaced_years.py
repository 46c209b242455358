"""How did each count of displaced people run over the years? Lines beside each other, since the counts are never added.

A line stops where there is no figure and where a number jumps without flows that explain it: nothing crosses a break.
A figure of mid-year stands between the ends of years as an open mark that no line leads to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from figures.theme import (
    ACCENT,
    FAINT,
    FLOW_FAR,
    FLOW_NEAR,
    FLOW_PARTS,
    MUTED,
    PAPER,
    Figure,
    layout,
    left_margin,
    time_axis,
    value_axis,
)
from figures.twin import Twin
from language import Language, message

State = Literal["known", "break", "mid_year", "hidden"]
COLOURS = {
    "refugees_abroad": FLOW_NEAR,
    "asylum_seekers_abroad": FLOW_PARTS[3],
    "oip_abroad": FLOW_PARTS[4],
    "unrwa_refugees": FLOW_FAR,
    "internally_displaced": ACCENT,
    "internally_displaced_idmc": MUTED,
}
DASHES = {"unrwa_refugees": "dash", "internally_displaced_idmc": "dot", "asylum_seekers_abroad": "dashdot"}
SYMBOLS = {"refugees_abroad": "circle", "asylum_seekers_abroad": "square", "oip_abroad": "diamond"}
SYMBOLS |= {"unrwa_refugees": "triangle-up", "internally_displaced": "circle", "internally_displaced_idmc": "square"}
SMALLEST_TOP = 10
HALF = 0.5  # of a year: figures of 30 June stand so far before those of 31 December
STATE_WORDS: dict[State, str] = {
    "known": "",
    "break": message("break in the series"),
    "mid_year": message("mid-year"),
    "hidden": message("hidden"),
}


@dataclass(frozen=True)
class Point:
    """The number of one reference date; missing where it is hidden."""

    year: int
    number: int | None
    state: State = "known"

    @property
    def x(self) -> float:
        return self.year - HALF if self.state == "mid_year" else float(self.year)


@dataclass(frozen=True)
class Count:
    """One count of a place, in order of time."""

    id: str
    name: str
    points: tuple[Point, ...]


def displaced_years(counts: Sequence[Count], language: Language) -> Figure:
    """Draw a line for each count; mid-year figures and breaks are explained in the legend where there are any."""
    points = [point for count in counts for point in count.points]
    top = max([SMALLEST_TOP, *(point.number for point in points if point.number)])
    ends = [min(point.x for point in points) - 0.7, max(point.x for point in points) + 0.7]
    traces = [_line(count, rank, language) for rank, count in enumerate(counts, start=1)]
    breaks = sorted({point.year for point in points if point.state == "break"})
    if breaks:
        traces.append(_legend_only(language.text("Dotted line: break in the number of refugees"), FAINT, 20))
    if any(point.state == "mid_year" for point in points):
        traces += [_halves(count, language) for count in counts]
        traces.append(_legend_only(language.text("Open mark: mid-year, still changes"), PAPER, 21))
    drawn = layout(language, left_margin(top, language)) | {
        "hovermode": "x unified",
        "xaxis": time_axis(range=ends, tickformat="d", nticks=9),
        "yaxis": value_axis(range=[0, top * 1.06], tickformat=",d", nticks=5),
        "shapes": [_break_line(year) for year in breaks],
    }
    return {"data": traces, "layout": drawn}


def twin(counts: Sequence[Count], language: Language) -> Twin:
    """The lines as a table, newest date first; a cell without a figure says so."""
    cells = {(point.x, count.id): _cell(point, language) for count in counts for point in count.points}
    dates = sorted({(point.x, point.year) for count in counts for point in count.points}, reverse=True)
    half, missing = language.text("mid-year"), language.text("No figure")
    rows = [
        (
            str(year) if x == year else f"{year} ({half})",
            *(cells.get((x, count.id), missing) for count in counts),
        )
        for x, year in dates
    ]
    return Twin((language.text("End of year"), *(count.name for count in counts)), tuple(rows))


def _cell(point: Point, language: Language) -> str:
    said = "–" if point.number is None else language.number(point.number)
    words = STATE_WORDS[point.state] if point.state in ("break", "hidden") else ""
    return f"{said} ({language.text(words)})" if words else said


def _line(count: Count, rank: int, language: Language) -> dict[str, Any]:
    """The ends of years, with a gap before a break and where years are missing."""
    x: list[float] = []
    y: list[int | None] = []
    remarks: list[str] = []
    for point in count.points:
        if point.state == "mid_year":
            continue
        if x and (point.state != "known" or point.x > x[-1] + 1):
            x, y, remarks = [*x, point.x - HALF], [*y, None], [*remarks, ""]
        x, y, remarks = [*x, point.x], [*y, point.number], [*remarks, _remark(point, language)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": count.name,
        "x": x,
        "y": y,
        "customdata": remarks,
        "line": {"color": COLOURS[count.id], "width": 1.8, "dash": DASHES.get(count.id, "solid")},
        "marker": {"color": COLOURS[count.id], "size": 4.5, "symbol": SYMBOLS[count.id]},
        "connectgaps": False,
        "hovertemplate": "%{y:,d}%{customdata}",
        "legendrank": rank,
    }


def _halves(count: Count, language: Language) -> dict[str, Any]:
    """Figures of mid-year, as open marks."""
    points = [point for point in count.points if point.state == "mid_year"]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": count.name,
        "x": [point.x for point in points],
        "y": [point.number for point in points],
        "customdata": [_remark(point, language) for point in points],
        "marker": {
            "color": COLOURS[count.id],
            "size": 8,
            "symbol": f"{SYMBOLS[count.id]}-open",
            "line": {"width": 1.6},
        },
        "hovertemplate": "%{y:,d}%{customdata}",
        "showlegend": False,
    }


def _remark(point: Point, language: Language) -> str:
    words = STATE_WORDS[point.state]
    return f" · {language.text(words)}" if words else ""


def _legend_only(name: str, colour: str, rank: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [None],
        "y": [None],
        "marker": {"color": colour},
        "hoverinfo": "skip",
        "legendrank": rank,
    }


def _break_line(year: int) -> dict[str, Any]:
    at = year - HALF
    line = {"color": FAINT, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
