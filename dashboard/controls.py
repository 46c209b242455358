"""How does a reader choose? Native radio buttons and a native slider: both work by keyboard and are read out."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.choice_component import Choice
from language import Language

SETTLE_SECONDS = 0.15  # a dragged slider asks for the year it rests on, not for every year it passes


def choice(control_id: str, name: str, labels: Mapping[str, str], value: str, words: Language) -> Any:
    """One of a few options, side by side."""
    options = [{"label": words.text(label), "value": key} for key, label in labels.items()]
    return Choice(control_id, words.text(name), options, value)


def year_slider(control_id: str, name: str, first: int, last: int, value: str, words: Language) -> Any:
    """One year of the record."""
    return html.Div(
        [
            html.Label([words.text(name), " ", html.Strong(value, id=ids.YEAR_SHOWN)], htmlFor=control_id),
            html.Span(str(first), className="end", **{"aria-hidden": "true"}),
            dcc.Input(
                id=control_id,
                type="range",
                min=first,
                max=last,
                step=1,
                value=value,
                debounce=SETTLE_SECONDS,
                className="slider",
            ),
            html.Span(str(last), className="end", **{"aria-hidden": "true"}),
        ],
        className="choice year",
    )
