"""What do the colours of a chart mean? Read off the chart itself, so that every legend says the same.

Plotly's legend does not wrap well on a phone: a page draws the chart `detached` and writes
`entries` in HTML, an exported picture draws them as flowing text.
"""

from dataclasses import dataclass
from typing import Any

from figures.theme import Figure

CROSSED, DOTTED, SLASHED, DASHED = "square-x", "circle-dot", "line-ne", "line-ew"  # symbols of a legend's marker

MARKS = {DOTTED: "dotted", SLASHED: "slashed", DASHED: "dashed"}


@dataclass(frozen=True)
class LegendEntry:
    """One colour and its meaning."""

    label: str
    colour: str
    is_hatched: bool = False
    is_crossed: bool = False
    mark: str = ""  # "dotted", "slashed" or "dashed", of what stands on places of a map


def entries(figure: Figure) -> tuple[LegendEntry, ...]:
    """List the legend in the order in which plotly shows it."""
    shown = [trace for trace in figure["data"] if trace.get("showlegend", True) and trace.get("name")]
    shown.sort(key=lambda trace: trace.get("legendrank", 1000))
    return tuple(_entry(trace) for trace in shown)


def detached(figure: Figure) -> Figure:
    """The same chart without its legend and the room for it."""
    layout = figure["layout"]
    margin = layout["margin"] | ({"b": 0} if stands_below(figure) else {"t": 8})
    return {"data": figure["data"], "layout": layout | {"showlegend": False, "margin": margin}}


def stands_below(figure: Figure) -> bool:
    """Whether the legend's place is under the chart (maps) and not above it."""
    return bool(figure["layout"]["legend"].get("y") == 0)


def _entry(trace: dict[str, Any]) -> LegendEntry:
    marker = trace["marker"]
    pattern = marker.get("pattern", {}).get("shape", "")
    symbol = marker.get("symbol", "")
    return LegendEntry(trace["name"], marker["color"], pattern == "/", symbol == CROSSED, MARKS.get(symbol, ""))
