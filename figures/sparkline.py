"""How did a place's deaths run over the years, in the height of one line of text?

A square-root scale keeps small years visible beside large ones. A year without a
figure breaks the line; a year of zero lies on the ground.
"""

import math
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from figures.theme import END_ON_BOTH, LINE_ON_BOTH

INSET = 2.5  # room for the end dot


def sparkline(values: Sequence[float | None], title: str, width: int = 96, height: int = 22) -> str:
    """Draw one value a year as an SVG; `title` is the alternative text."""
    points = _points(values, width, height)
    runs = _runs(points)
    drawn = [
        f'<path d="M{"L".join(f"{x:g} {y:g}" for x, y in run)}" fill="none" stroke="{LINE_ON_BOTH}" stroke-width="1.2"'
        ' stroke-linejoin="round" stroke-linecap="round"/>'
        for run in runs
        if len(run) > 1
    ]
    drawn += [
        f'<circle cx="{run[0][0]:g}" cy="{run[0][1]:g}" r="1" fill="{LINE_ON_BOTH}"/>' for run in runs if len(run) == 1
    ]
    if points and points[-1] is not None:
        drawn.append(f'<circle cx="{points[-1][0]:g}" cy="{points[-1][1]:g}" r="2.2" fill="{END_ON_BOTH}"/>')
    ground = f'<path d="M0 {height - 0.5:g}H{width}" stroke="{LINE_ON_BOTH}" stroke-width="0.5"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img"><title>{escape(title)}</title>{ground}{"".join(drawn)}</svg>'
    )


def data_uri(svg: str) -> str:
    """Wrap an SVG for the src of an image."""
    return "data:image/svg+xml;charset=utf-8," + quote(svg, safe=" =:/'();,")


def _points(values: Sequence[float | None], width: int, height: int) -> list[tuple[float, float] | None]:
    known = [value for value in values if value is not None and not math.isnan(value)]
    top = math.sqrt(max([1.0, *known]))
    step = (width - 2 * INSET) / max(len(values) - 1, 1)
    return [
        None
        if value is None or math.isnan(value)
        else (round(INSET + i * step, 1), round(height - INSET - math.sqrt(value) / top * (height - 2 * INSET), 1))
        for i, value in enumerate(values)
    ]


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
