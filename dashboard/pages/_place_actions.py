"""Where does a reader of a place go on from here?"""

from typing import Any

from dash import dcc, html

from dashboard.frame import Frame
from dashboard.search import COMPARE_PATH
from dashboard.watching import watch_bar


def place_actions(frame: Frame, place: str) -> Any:
    """What can be done with this place, as one line under its name."""
    words = frame.words
    compare = dcc.Link(words.text("Compare with others"), href=frame.href(COMPARE_PATH, {"place": (place,)}))
    return html.Div([watch_bar(frame, place), compare], className="actions")
