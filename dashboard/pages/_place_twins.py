"""How do the further charts of a place show their table? Fetched when a reader opens it, one callback for each chart."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.card import twin_table
from dashboard.place_charts import PLACE_CHARTS
from dashboard.store import Store


def twins_skeleton() -> list[Any]:
    """The components that these callbacks name."""
    return [
        part for chart in PLACE_CHARTS for part in (html.Summary(id=ids.opener(chart)), html.Div(id=ids.twin(chart)))
    ]


def tabulate(opened: int | None, stored: Mapping[str, Any], chart: str, store: Store) -> Any:
    """The figures of a chart as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    place_id = str(stored["path"]).rsplit("/", 1)[-1]
    drawn = PLACE_CHARTS[chart](store.reopen(stored).at(place_id), place_id, True)
    return twin_table(drawn.twin, drawn.caption) if drawn and drawn.twin else no_update


def register_twins(app: Dash, store: Store) -> None:
    """Wire each table to its opener."""
    for chart in PLACE_CHARTS:
        app.callback(
            Output(ids.twin(chart), "children"),
            *(Input(ids.opener(chart), "n_clicks"), State(ids.FRAME, "data")),
            prevent_initial_call=True,
        )(partial(tabulate, chart=chart, store=store))
