"""Where did people die? The map card of a country or crisis, its period, and why a place has no map.

The control stands on every page of a place, hidden where there is no map: a callback names it.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.card import card, changed, text_card, twin_table
from dashboard.controls import choice
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.ground import draw_ground, ground_of
from dashboard.pages._place_sources import spans
from dashboard.store import Store
from dashboard.words import GROUND_LABELS
from language import message
from reading.names import name_of, territory_changes
from reading.parts import COUNTRY, CRISIS, crisis_of, kind_of, lies_in

PERIOD = message("Period of the map")
PARTS = (ids.head, ids.legend, ids.summary, ids.links, ids.twin)
REFUSED = message(
    "UCDP gives every event a point, also one of which it knows the province or country alone; such points say nothing "
    "of where people died and are left out. A point of a district is often its main town."
)


def where_card(frame: Frame, place_id: str, period: str) -> list[Any]:
    """The map, or why there is none; the control hidden where the place has no map."""
    control = choice(ids.GROUND_PERIOD, PERIOD, GROUND_LABELS, period, frame.words)
    drawn = draw_ground(frame, place_id, period) if kind_of(place_id) in (COUNTRY, CRISIS) else None
    if drawn is None:
        return [*without_map(frame, place_id), html.Div(control, hidden=True)]
    about = html.Div(caveats(frame, place_id, period), id=ids.about(ids.GROUND), className="caveat")
    links = hrefs(frame, ids.GROUND, {"place": place_id, "ground": period})
    built = card(ids.GROUND, drawn, links, frame.words, (control,))
    built.children.insert(-2, about)  # between summary and table
    return [built]


def caveats(frame: Frame, place_id: str, period: str) -> list[Any]:
    """Years that are not on the map, ground that changed hands in the record, and what a point stands for."""
    words, ground = frame.words, ground_of(frame, place_id, period)
    if ground is None:
        return []
    first, newest = ground.years[0], int(frame.record.years[-1])
    counted = set(record_years(frame, place_id))
    without = [year for year in range(first, newest + 1) if year in counted and year not in ground.years]
    said = []
    if without:
        said.append(
            words.text(
                "Other figures than events speak for {years}; they do not say where, so those years are not on the map.",
                years=spans(without),
            )
        )
    elif ground.years[-1] < newest:
        said.append(words.text("Events speak here up to {year}.", year=str(ground.years[-1])))
    if kind_of(place_id) == COUNTRY and territory_changes(place_id, (first, ground.years[-1]), words):
        said.append(
            words.text(
                "In some of these years the figures cover another territory than in the newest; the outline shows both."
            )
        )
    return [html.P(" ".join([*said, words.text(REFUSED)]))]


def record_years(frame: Frame, place_id: str) -> list[int]:
    """The years in which the record holds a death of the place."""
    deaths = frame.record.deaths.of("best", place_id)
    return [int(year) for year, best in zip(frame.record.years, deaths, strict=True) if best > 0]


def without_map(frame: Frame, place_id: str) -> list[Any]:
    """Of a crisis whose figures do not say where: which figures they are, and the maps of its countries."""
    words, crisis = frame.words, crisis_of(place_id)
    if crisis is None or crisis.rule == "units":
        return []
    said = (
        words.text("UCDP publishes battle deaths by dyad for whole countries and years; they do not say where.")
        if crisis.rule == "dyads"
        else words.text("This crisis is counted by the figures of whole countries.")
    )
    links: list[Any] = []
    for country in lies_in(place_id):
        if ground_of(frame.at(country), country, "all") is not None:
            links += [", ", dcc.Link(name_of(country, words), href=frame.href(f"/place/{country}"))]
    maps = [" ", words.text("Maps of its countries, of all violence recorded there:"), " ", *links[1:]] if links else []
    return [text_card(ids.GROUND, words.text("Where: no map of this crisis"), [html.P([said, *maps])])]


def where_skeleton() -> list[Any]:
    """The components that these callbacks name, but the control."""
    return [
        dcc.Graph(id=ids.GROUND),
        html.Summary(id=ids.opener(ids.GROUND)),
        html.Div(id=ids.about(ids.GROUND)),
        *(html.Div(id=part(ids.GROUND)) for part in PARTS),
    ]


def redraw(period: str, stored: Mapping[str, Any], store: Store) -> tuple[Any, ...]:
    """The map of one period."""
    place_id = str(stored["path"]).rsplit("/", 1)[-1]
    frame = store.reopen(stored).at(place_id)

    def make() -> tuple[Any, ...]:
        drawn = draw_ground(frame, place_id, period)
        if drawn is None:
            raise PreventUpdate
        links = hrefs(frame, ids.GROUND, {"place": place_id, "ground": period})
        return *changed(ids.GROUND, drawn, links, frame.words), caveats(frame, place_id, period)

    return store.answers.answer((ids.GROUND, frame.record.release.id, frame.words.code, place_id, period), make)


def tabulate(opened: int | None, period: str, stored: Mapping[str, Any], store: Store) -> Any:
    """The units, or the cells, as a table."""
    if not opened:
        raise PreventUpdate
    place_id = str(stored["path"]).rsplit("/", 1)[-1]
    drawn = draw_ground(store.reopen(stored).at(place_id), place_id, period, with_twin=True)
    return twin_table(drawn.twin, drawn.caption) if drawn and drawn.twin else no_update


def register_where(app: Dash, store: Store) -> None:
    """Wire the control to the map and the opener to its table."""
    period, frame = Input(ids.GROUND_PERIOD, "value"), State(ids.FRAME, "data")
    app.callback(
        Output(ids.head(ids.GROUND), "children"),
        Output(ids.legend(ids.GROUND), "children"),
        Output(ids.GROUND, "figure"),
        Output(ids.summary(ids.GROUND), "children"),
        Output(ids.links(ids.GROUND), "children"),
        Output(ids.about(ids.GROUND), "children"),
        *(period, frame),
        prevent_initial_call=True,
    )(partial(redraw, store=store))
    app.callback(
        Output(ids.twin(ids.GROUND), "children"),
        *(Input(ids.opener(ids.GROUND), "n_clicks"), period, frame),
        prevent_initial_call=True,
    )(partial(tabulate, store=store))
