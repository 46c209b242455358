"""What do the colours of a chart mean? Read off the chart itself, so a page may write its legend in HTML.

Plotly's legend does not wrap well on a phone; a page takes `detached` and writes
`entries` itself, an exported picture keeps plotly's legend with `rows_at` lines of room.
"""

import math
from dataclasses import dataclass
from typing import Any

from figures.theme import Figure

CHARACTER, SYMBOL = 6.6, 44.0  # pixels of a letter at 12 px, and of a symbol with its gaps
ROW_HEIGHT = 20


@dataclass(frozen=True)
class LegendEntry:
    """One colour and its meaning."""

    label: str
    colour: str
    is_hatched: bool = False
    is_crossed: bool = False


def entries(figure: Figure) -> tuple[LegendEntry, ...]:
    """List the legend in the order in which plotly shows it."""
    shown = [trace for trace in figure["data"] if trace.get("showlegend", True) and trace.get("name")]
    shown.sort(key=lambda trace: trace.get("legendrank", 1000))
    return tuple(_entry(trace) for trace in shown)


def detached(figure: Figure) -> Figure:
    """The same chart without its legend and the room for it."""
    layout = figure["layout"]
    at_foot = layout["legend"].get("y") == 0
    margin = layout["margin"] | ({"b": 0} if at_foot else {"t": 8})
    return {"data": figure["data"], "layout": layout | {"showlegend": False, "margin": margin}}


def rows_at(figure: Figure, width: float) -> int:
    """Lines of plotly's horizontal legend at this width: once it wraps, all columns are as wide as the widest."""
    widths = [SYMBOL + CHARACTER * len(entry.label) for entry in entries(figure)]
    if not widths or not figure["layout"].get("showlegend", True):
        return 0
    if sum(widths) <= width:
        return 1
    return math.ceil(len(widths) / max(1, int(width // max(widths))))


def _entry(trace: dict[str, Any]) -> LegendEntry:
    marker = trace.get("marker", {})
    pattern = marker.get("pattern", {}).get("shape", "")
    colour = marker.get("color", "")
    return LegendEntry(trace["name"], colour, pattern == "/", marker.get("symbol") == "square-x")
