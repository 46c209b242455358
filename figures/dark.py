"""What do the colours of a chart become on a dark page?

A chart is described once, in the colours of a light page; the browser puts the dark
partner in the place of each (assets/theme_charts.js), so that no callback is asked
twice and an exported picture stays light. The ramp runs the other way there: the worst
class is the brightest, as it is the darkest on white. Hatching takes the colour of the
paper on both.
"""

import json

from figures.theme import (
    ACCENT,
    ATTRIBUTION_COLOURS,
    EPISODE,
    EPISODE_MINOR,
    FAINT,
    FLOW_FAR,
    FLOW_OTHERS,
    FLOW_PARTS,
    FLOW_RAMP,
    HAIRLINE,
    INK,
    MONEY_ASKED,
    MONEY_RECEIVED,
    MONEY_REGIONAL,
    MUTED,
    NO_DATA,
    NOT_SEPARABLE,
    PAPER,
    RAMP,
    RANGE_ABOVE,
    RANGE_WITHIN,
    SILENCE,
    SILENCE_EDGE,
    STATE_BASED_ONLY,
    VEIL,
    VIOLENCE_COLOURS,
)

DARK_RAMP = ("#3b352f", "#66303a", "#98413f", "#c9623f", "#e6a35c", "#fae3b4")
DARK_FLOW_RAMP = ("#2a403d", "#305f5d", "#418783", "#72bbb2", "#c4ece3")
DARK_PAPER = "#211e1b"
DARK = {
    INK: "#ece7e1",
    MUTED: "#aca49c",
    FAINT: "#68605a",
    HAIRLINE: "#37322e",
    PAPER: DARK_PAPER,
    ACCENT: "#e58a75",
    **dict(zip(RAMP, DARK_RAMP, strict=True)),
    NO_DATA: "#4b535c",
    NOT_SEPARABLE: "#7b8691",
    VIOLENCE_COLOURS["state_based"]: "#f3cdc6",
    VIOLENCE_COLOURS["non_state"]: "#c58a3c",
    VIOLENCE_COLOURS["one_sided"]: "#3a7796",
    ATTRIBUTION_COLOURS["government"]: "#cfe4f1",
    ATTRIBUTION_COLOURS["other_governments"]: "#b487c9",
    ATTRIBUTION_COLOURS["named_groups"]: "#4a86a8",
    MONEY_ASKED: "#3c4a41",
    MONEY_RECEIVED: "#74b894",
    MONEY_REGIONAL: "#a89a63",
    **dict(zip(FLOW_RAMP, DARK_FLOW_RAMP, strict=True)),  # its end is the colour of neighbours and of the first part
    FLOW_FAR: "#4f918c",
    **dict(zip(FLOW_PARTS[1:], ("#5fb5ae", "#39706a", "#c08a38", "#b487b0"), strict=True)),
    FLOW_OTHERS: "#5a544e",
    SILENCE: "#2d3237",
    SILENCE_EDGE: "#545a61",
    STATE_BASED_ONLY: "#7a545d",
    RANGE_ABOVE: "rgba(255, 250, 245, 0.24)",
    RANGE_WITHIN: "rgba(20, 18, 16, 0.42)",
    VEIL: "rgba(33, 30, 27, 0.8)",
    EPISODE: "#b3a89d",
    EPISODE_MINOR: "#70675f",
}


def on_both(colour: str) -> str:
    """A colour as CSS that follows the page, for what is drawn in HTML beside a chart."""
    return f"light-dark({colour}, {DARK.get(colour, colour)})"


def written() -> str:
    """The partners as JSON, for the browser."""
    return json.dumps(DARK, separators=(",", ":"))
