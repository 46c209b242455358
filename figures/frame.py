"""What stands on an exported picture? Title, legend, chart, note and source, at the size it will be printed.

A picture travels without its page, so everything that must be known to read it is burnt
in. Plotly knows no place outside the chart but its title, therefore margins are fixed
and lines are broken here by the width of Inter's letters.
"""

from typing import Any

from figures import _drawn_legend
from figures._letter_widths import broken
from figures.caption import Caption, source_line
from figures.legend import detached, entries, stands_below
from figures.theme import HAIRLINE, INK, MUTED, PAPER, SMALL_SIZE, TEXT_SIZE, Figure
from language import Language

EDGE, GAP = 20, 8
TITLE_SIZE, NARROW_TITLE_SIZE, NARROW = 18, 15, 600
LEADING = 1.3  # plotly's distance of lines, in ems
TICK_LABELS = 24  # pixels under the axis


def framed(figure: Figure, caption: Caption, language: Language, width: int, height: int) -> Figure:
    """Compose chart and caption into one figure of this size in pixels."""
    room, layout = width - 2 * EDGE, detached(figure)["layout"]
    size = TITLE_SIZE if width >= NARROW else NARROW_TITLE_SIZE
    title = broken(caption.title, room, size, is_bold=True)
    subtitle = broken(caption.subtitle, room, TEXT_SIZE)
    source = [
        line for text in (caption.note, source_line(caption, language)) for line in broken(text, room, SMALL_SIZE)
    ]
    is_below = stands_below(figure)
    legend = _drawn_legend.flow(entries(figure), room)
    legend_height = _drawn_legend.height(legend) + GAP
    title_height, subtitle_height = (len(title) * size * LEADING, len(subtitle) * TEXT_SIZE * LEADING)
    under = legend_height if is_below else TICK_LABELS
    margin = {
        "l": EDGE if is_below else EDGE + layout["margin"]["l"] - GAP,
        "r": EDGE,
        "t": EDGE + title_height + subtitle_height + GAP + (0 if is_below else legend_height),
        "b": under + GAP + GAP + len(source) * SMALL_SIZE * LEADING + EDGE,
        "autoexpand": False,
    }
    left, top = EDGE - margin["l"], margin["t"] - EDGE
    words = [
        _words(title, size, INK, left, 1, top, weight=600),
        _words(subtitle, TEXT_SIZE, MUTED, left, 1, top - title_height - 2),
        _words(source, SMALL_SIZE, MUTED, left, 0, -under - GAP - GAP),
    ]
    side, legend_top = (0, -GAP) if is_below else (1, legend_height)
    swatches, labels = _drawn_legend.draw(legend, left, side, legend_top)
    hairline = _hairline(left, left + room, -under - GAP)
    return {
        "data": [
            trace | {"uid": f"trace{number}"} for number, trace in enumerate(figure["data"])
        ],  # else random letters
        "layout": layout
        | {
            "width": width,
            "height": height,
            "margin": margin,
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "annotations": [*layout.get("annotations", []), *labels, *words],
            "shapes": [*layout.get("shapes", []), *swatches, hairline],
        },
    }


def bare(figure: Figure, width: int, height: int) -> Figure:
    """The chart with its legend alone, for a page whose own words say the rest."""
    layout, legend = detached(figure)["layout"], _drawn_legend.flow(entries(figure), width)
    above = _drawn_legend.height(legend) + GAP
    margin = {"l": layout["margin"]["l"], "r": 4, "t": above, "b": TICK_LABELS, "autoexpand": False}
    swatches, labels = _drawn_legend.draw(legend, -margin["l"], 1, above)
    size = {"width": width, "height": height, "margin": margin, "paper_bgcolor": PAPER, "plot_bgcolor": PAPER}
    words = {"annotations": [*layout.get("annotations", []), *labels]}
    shapes = {"shapes": [*layout.get("shapes", []), *swatches]}
    traces = [trace | {"uid": f"trace{number}"} for number, trace in enumerate(figure["data"])]
    return {"data": traces, "layout": layout | size | words | shapes}


def _words(
    lines: list[str], size: int, colour: str, left: float, y: float, shift: float, weight: int = 400
) -> dict[str, Any]:
    return {
        "text": "<br>".join(lines) or " ",
        "font": {"size": size, "color": colour, "weight": weight},
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": left,
        "yref": "paper",
        "y": y,
        "yanchor": "top",
        "yshift": shift,
    }


def _hairline(left: float, right: float, below: float) -> dict[str, Any]:
    ends = {"x0": left, "x1": right, "y0": below, "y1": below}
    pixels = {"xref": "paper", "xsizemode": "pixel", "xanchor": 0, "yref": "paper", "ysizemode": "pixel", "yanchor": 0}
    return {"type": "line", "line": {"color": HAIRLINE, "width": 1}} | pixels | ends
