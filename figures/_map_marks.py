"""What stands on a place of the map beside its colour? Marks that black-and-white print keeps.

Severity and persistence are two questions. A map coloured by both at once is read wrongly,
so colour stays with one measure, and on the map of severity a dot says where it has burnt
for a generation without a year's rest. A cross, a slash and a dash say why a colour must not
be taken as it is: counted under another name, provisional, late.
"""

from typing import Any

from figures.theme import INK, PAPER

DOT, SLASH, CROSS, DASH = "circle", "line-ne", "x-thin", "line-ew"
STYLES: dict[str, dict[str, Any]] = {
    DOT: {"size": 6, "color": PAPER, "line": {"width": 1.3, "color": INK}},
    SLASH: {"size": 9, "color": INK, "line": {"width": 1.3, "color": INK}},
    CROSS: {"size": 5, "color": INK, "line": {"width": 1.1, "color": INK}},
    DASH: {"size": 8, "color": INK, "line": {"width": 1.3, "color": INK}},
}


def marks(symbol: str, iso3: Any) -> dict[str, Any] | None:
    """One mark in the middle of each place; None where there is none."""
    if not len(iso3):
        return None
    place = {"type": "scattergeo", "locationmode": "ISO-3", "locations": iso3.tolist(), "mode": "markers"}
    return place | {"marker": {"symbol": symbol} | STYLES[symbol], "hoverinfo": "skip", "showlegend": False}
