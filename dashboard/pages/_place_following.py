"""Which card of a place follows the period chosen over its annual record? The months.

The card is made anew, not changed in place: a period may hold no month at all, and then
a sentence stands where the chart was.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.card import twin_table
from dashboard.frame import Frame
from dashboard.pages._place_controls import asked_view
from dashboard.pages._place_months import months_card
from dashboard.store import Store
from dashboard.url_state import PlaceView
from reading.charts import draw_months


def months_place(frame: Frame, place_id: str, view: PlaceView) -> Any:
    """Where the card of months stands."""
    return html.Div(months_card(frame, place_id, view), id=ids.MONTHS_PLACE)


def following_skeleton() -> list[Any]:
    """The components that these callbacks name."""
    return [
        html.Div(id=ids.MONTHS_PLACE),
        html.Summary(id=ids.opener(ids.MONTHS)),
        html.Div(id=ids.twin(ids.MONTHS)),
    ]


def follow(period: str, stored: Mapping[str, Any], store: Store) -> tuple[Any, ...]:
    """The card of months for one period."""
    frame, place_id, view = _opened(period, stored, store)
    asked = (ids.MONTHS, frame.record.release.id, frame.reader, frame.words.code, place_id, view)
    return store.answers.answer(asked, lambda: (months_card(frame, place_id, view),))


def tabulate_months(opened: int | None, period: str, stored: Mapping[str, Any], store: Store) -> Any:
    """The months as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    frame, place_id, view = _opened(period, stored, store)
    drawn = draw_months(frame, place_id, with_twin=True, period=view.period)
    return twin_table(drawn.twin, drawn.caption) if drawn and drawn.twin else no_update


def register_following(app: Dash, store: Store) -> None:
    """Wire the card to the period."""
    frame = State(ids.FRAME, "data")
    app.callback(
        [Output(ids.MONTHS_PLACE, "children")],
        *(Input(ids.PERIOD, "value"), frame),
        prevent_initial_call=True,
    )(partial(follow, store=store))
    app.callback(
        Output(ids.twin(ids.MONTHS), "children"),
        *(Input(ids.opener(ids.MONTHS), "n_clicks"), State(ids.PERIOD, "value"), frame),
        prevent_initial_call=True,
    )(partial(tabulate_months, store=store))


def _opened(period: str, stored: Mapping[str, Any], store: Store) -> tuple[Frame, str, PlaceView]:
    place_id = str(stored["path"]).rsplit("/", 1)[-1]
    frame = store.reopen(stored).at(place_id)
    return frame, place_id, asked_view(frame, place_id, "deaths", "linear", period)
