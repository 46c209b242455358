"""How does every chart look? One typeface, one accent, colours that survive greyscale and colour blindness.

The three violence types differ in luminance by a factor of two each, so a black-and-white
print still tells them apart, and each stands out against white by at least 3 to 1.
Plotly 4 rejects invalid CSS colours and shows an upload button unless told not to.
"""

import functools
from collections.abc import Sequence
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names

from language import Language

Figure = dict[str, Any]

INK, MUTED, FAINT, HAIRLINE, PAPER = "#26221f", "#6b6560", "#b8b1a9", "#e6e2dc", "#ffffff"
ACCENT = "#9c3d2e"
RAMP = ("#f4efe6", "#ecd6b4", "#e2ab72", "#cd6f47", "#a03a3a", "#5c1a33")  # six fixed classes, the first for none
NO_DATA, NOT_SEPARABLE = "#d3d7db", "#9aa3ad"  # cool greys, off the warm ramp
VIOLENCE_COLOURS = {"state_based": "#4f1526", "non_state": "#c58530", "one_sided": "#2a6485"}
ATTRIBUTION_COLOURS = {  # of one-sided killings: two blues beside the colour of that type, and a violet
    "government": "#123a52",
    "other_governments": "#7d4f93",
    "named_groups": "#5f93b3",
}
MONEY_ASKED, MONEY_RECEIVED, MONEY_REGIONAL = "#c9d8cd", "#2f6b4f", "#8f8355"  # off the colours of violence
FLOW_RAMP = ("#dcebe6", "#a9cfc6", "#69a9a3", "#2f7d80", "#0f4c56")  # how many people live where, off the warm ramp
FLOW_NEAR, FLOW_FAR = "#0f4c56", "#5a9c97"  # in a neighbouring country, and in another
FLOW_PARTS = ("#0f4c56", "#3f918d", "#9cc4b2", "#d39c43", "#7b4f74")  # the places of a stack, the most people first
FLOW_OTHERS = "#c9c4bd"
SILENCE = "#eef0f2"  # a period without a figure: never white, which would read as zero
STATE_BASED_ONLY = "#c4abb1"  # a stretch that counts one type: the pale form of that type's colour
RANGE_ABOVE, RANGE_WITHIN = (
    "rgba(38, 34, 31, 0.20)",
    "rgba(255, 255, 255, 0.42)",
)  # best..high on white, low..best on a bar
EPISODE, EPISODE_MINOR = "#5f5750", "#958d85"
LINE_ON_BOTH, END_ON_BOTH = (
    "#857c73",
    "#c75840",
)  # for pictures that cannot follow the page: 3 to 1 on white and on dark
SILENCE_EDGE = "#cfd3d7"
VEIL = "rgba(255, 255, 255, 0.8)"  # behind words that lie on bars

FONT = "Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif"  # system name first: exports need it
TEXT_SIZE, SMALL_SIZE = 12, 11
DIGIT_WIDTH = 6.8  # pixels of a tabular figure at 12 px
LEGEND_HEIGHT = 30


def layout(language: Language, left: float = 44) -> dict[str, Any]:
    """Start the layout of a chart: no title inside, legend above, room for `left` pixels of tick labels."""
    group, point = language.number(1000)[1:-3], language.decimal(0.5)[1]
    return {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": left, "r": 12, "t": LEGEND_HEIGHT, "b": 28, "autoexpand": False},
        "separators": point + group,
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "yref": "paper",
            "font": {"size": TEXT_SIZE, "color": INK},
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
            "bgcolor": "rgba(0,0,0,0)",
        },
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": HAIRLINE,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
            "align": "left",
        },
        "dragmode": False,
        "template": None,
        "transition": {"duration": 0},
    }


def axis(**settings: Any) -> dict[str, Any]:
    """One axis: hairlines for values, no zero line unless asked for."""
    plain = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": TEXT_SIZE, "color": MUTED},
        "fixedrange": True,
        "automargin": False,
    }
    return plain | settings


def time_axis(**settings: Any) -> dict[str, Any]:
    """The axis of time: a hairline follows the pointer."""
    return axis(spikecolor=FAINT, spikethickness=1, spikedash="solid", **settings)


def value_axis(**settings: Any) -> dict[str, Any]:
    """The axis of counted things: hairlines, and a firm line at zero."""
    return axis(
        **{"showgrid": True, "gridcolor": HAIRLINE, "zeroline": True, "zerolinecolor": FAINT, "zerolinewidth": 1}
        | settings
    )


def left_margin(maximum: float, language: Language, digits: int = 0) -> float:
    """Pixels that the longest tick label needs; a fixed margin lines charts of one page up."""
    return max(30.0, 12 + DIGIT_WIDTH * len(language.decimal(maximum, digits)))


def note(text: str, **where: Any) -> dict[str, Any]:
    """A small muted annotation."""
    return {"text": text, "showarrow": False, "font": {"size": SMALL_SIZE, "color": MUTED}} | where


def hatching(shape: str | list[str]) -> dict[str, Any]:
    """The pattern of what is provisional, for one bar or for each."""
    return {"shape": shape, "fillmode": "overlay", "fgcolor": PAPER, "fgopacity": 0.75, "size": 5, "solidity": 0.35}


@functools.cache
def graph_config(language: Language, topojson_url: str = "/assets/topo/") -> dict[str, Any]:
    """Settings of the browser's plotly: no toolbar, months and numbers of the language, maps from our own server."""
    months = {width: get_month_names(width, locale=language.code) for width in ("wide", "abbreviated")}
    days = {width: get_day_names(width, locale=language.code) for width in ("wide", "abbreviated")}
    dates = {
        "months": _listed(months["wide"], range(1, 13)),
        "shortMonths": _listed(months["abbreviated"], range(1, 13)),
        "days": _listed(days["wide"], (6, 0, 1, 2, 3, 4, 5)),  # plotly's week begins on Sunday
        "shortDays": _listed(days["abbreviated"], (6, 0, 1, 2, 3, 4, 5)),
        "date": "%Y-%m-%d",
    }
    symbols = Locale(language.code).number_symbols["latn"]
    numbers = {
        "decimal": str(symbols["decimal"]),
        "thousands": str(symbols["group"]),
        "grouping": [3],
        "currency": ["", ""],
    }
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showTips": False,
        "responsive": True,
        "topojsonURL": topojson_url,
        "locale": language.code,
        "locales": {language.code: {"dictionary": {}, "format": dates | numbers}},
    }


def _listed(names: Any, order: Sequence[int]) -> list[str]:
    return [str(names[number]) for number in order]
