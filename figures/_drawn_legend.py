"""A legend that flows like text, for exported pictures: plotly's own falls into one column on a narrow one."""

from collections.abc import Sequence
from typing import Any

from figures._letter_widths import text_width
from figures.legend import LegendEntry
from figures.theme import INK, MUTED, PAPER, TEXT_SIZE

SWATCH, SWATCH_GAP, ENTRY_GAP = 11, 6, 16
ROW_HEIGHT = 20

Placed = list[tuple[float, int, LegendEntry]]  # pixels from the left, row, entry


def flow(entries: Sequence[LegendEntry], room: float) -> Placed:
    """Set entries one after the other, in as many rows as they need."""
    placed: Placed = []
    left, row = 0.0, 0
    for entry in entries:
        width = SWATCH + SWATCH_GAP + text_width(entry.label, TEXT_SIZE)
        if left > 0 and left + width > room:
            left, row = 0.0, row + 1
        placed.append((left, row, entry))
        left += width + ENTRY_GAP
    return placed


def height(placed: Placed) -> float:
    return ROW_HEIGHT * (placed[-1][1] + 1) if placed else 0


def draw(placed: Placed, left: float, side: int, top: float) -> tuple[list[Any], list[Any]]:
    """Shapes and annotations, `left` and `top` pixels from the chart's left edge and its upper (1) or lower (0) edge."""
    shapes: list[Any] = []
    annotations: list[Any] = []
    for offset, row, entry in placed:
        x, y = left + offset, top - row * ROW_HEIGHT - (ROW_HEIGHT - SWATCH) / 2  # the swatch's upper left corner
        anchor = {
            "xref": "paper",
            "xsizemode": "pixel",
            "xanchor": 0,
            "yref": "paper",
            "ysizemode": "pixel",
            "yanchor": side,
        }
        kind = "circle" if entry.mark == "dotted" else "rect"
        box = {"type": kind, "x0": x, "x1": x + SWATCH, "y0": y, "y1": y - SWATCH, "fillcolor": entry.colour}
        edge = {"width": 1.3, "color": INK} if entry.mark == "dotted" else {"width": 0.8, "color": MUTED}
        shapes.append(anchor | box | {"line": edge})
        path = _strokes(x, y, entry)
        if path:
            line = {"width": 1.6 if entry.is_hatched else 1, "color": PAPER if entry.is_hatched else INK}
            shapes.append(anchor | {"type": "path", "path": path, "line": line})
        annotations.append(
            {
                "text": entry.label,
                "font": {"size": TEXT_SIZE, "color": INK},
                "showarrow": False,
                "borderpad": 0,
                "align": "left",
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "xshift": x + SWATCH + SWATCH_GAP,
                "yref": "paper",
                "y": side,
                "yanchor": "middle",
                "yshift": y - SWATCH / 2,
            }
        )
    return shapes, annotations


def _strokes(x: float, y: float, entry: LegendEntry) -> str:
    right, foot, half = x + SWATCH, y - SWATCH, SWATCH / 2
    if entry.is_crossed:
        return f"M{x},{y}L{right},{foot}M{x},{foot}L{right},{y}"
    if entry.is_hatched:
        return f"M{x},{y - half}L{x + half},{y}M{x},{foot}L{right},{y}M{x + half},{foot}L{right},{y - half}"
    strokes = {"slashed": f"M{x},{foot}L{right},{y}", "dashed": f"M{x},{y - half}L{right},{y - half}"}
    return strokes.get(entry.mark, "")
