"""How do two to eight places compare: on one scale, by the calendar or by the years since each began to burn?"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import product
from typing import Any
from urllib.parse import parse_qs

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.brief_form import brief_form
from dashboard.card import card, changed, twin_table
from dashboard.controls import choice, moved, period
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.native import Choice
from dashboard.pages._compared_places import choose, parameters, picker
from dashboard.pages._compared_table import standing_card
from dashboard.search import COMPARE_PATH
from dashboard.shell import page, shell_skeleton
from dashboard.store import Store
from dashboard.url_state import Choices, CompareView, compare_choices, period_asked
from dashboard.words import AXIS_LABELS, COMPARE_NAMES, COMPARED_LABELS, SCALE_LABELS
from figures.labels import DEATHS_NOTE
from language import LANGUAGES, Language, message
from reading.comparison import draw_comparison

AXIS, MEASURE, PERIOD = message("Axis of time"), message("Measure"), message("Years of the calendar")
SCALE = message("Scale")
LANGUAGE_LINKS = tuple(ids.language_link(ids.COMPARE_URL, code) for code in LANGUAGES)
CONTROLS = (ids.AXIS, ids.COMPARED_MEASURE, ids.COMPARED_SCALE, ids.COMPARED_PERIOD)
PATH = COMPARE_PATH
CHART = "compare"


def title(words: Language) -> str:
    return words.text(COMPARE_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    words = frame.words
    view, unread = CompareView.from_query(_without_places(query), _choices(frame))
    chosen = choose(frame, query, view)
    named = parameters(frame, chosen.places, view)
    said = [html.Div(list(chosen.said), className="notice", role="status")] if chosen.said else []
    heading = [html.H1(words.text(COMPARE_NAMES.title)), *said]
    if not chosen.places:
        empty = html.P(words.text("This release holds no severity to choose from: add a place."), className="lead")
        return page(None, frame, named, (*problems, *unread), [*heading, empty, *picker(frame, (), view)])
    controls = (
        choice(ids.AXIS, AXIS, AXIS_LABELS, view.axis, words),
        choice(ids.COMPARED_MEASURE, MEASURE, COMPARED_LABELS, view.measure, words),
        choice(ids.COMPARED_SCALE, SCALE, SCALE_LABELS, view.scale, words),
        period(ids.COMPARED_PERIOD, PERIOD, frame.record.years.tolist(), view.span, words),
    )
    drawn = draw_comparison(frame, chosen.places, view)
    children = [
        dcc.Store(id=ids.COMPARED, data=list(chosen.places)),
        *heading,
        html.Div(picker(frame, chosen.places, view), id=ids.PICKER, className="picker"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        card(ids.COMPARISON, drawn, hrefs(frame, CHART, named), words, controls),
        standing_card(frame, chosen.places),
        *brief_form(store, frame, "comparison", chosen.places if len(chosen.places) > 1 else ()),
    ]
    for axis, measure in product(_choices(frame)["axis"], _choices(frame)["measure"]):
        store.ahead.later(partial(draw, axis, measure, view.scale, view.span, chosen.places, frame.stored(), store))
    return page(ids.COMPARE_URL, frame, named, (*problems, *unread), children)


def skeleton() -> Any:
    """Every component that a callback of this page names, without its content."""
    parts = (ids.head, ids.legend, ids.summary, ids.links, ids.twin)
    return html.Div(
        [
            *shell_skeleton(ids.COMPARE_URL),
            dcc.Store(id=ids.COMPARED),
            html.Div(id=ids.PICKER),
            *(Choice(control) for control in CONTROLS),
            dcc.Graph(id=ids.COMPARISON),
            *(html.Div(id=part(ids.COMPARISON)) for part in parts),
            html.Summary(id=ids.opener(ids.COMPARISON)),
        ]
    )


def draw(
    axis: str, measure: str, scale: str, span: str, places: Sequence[str], stored: Mapping[str, Any], store: Store
) -> tuple[Any, ...]:
    """The chart for one axis, measure and period."""
    frame = store.reopen(stored)
    view = _view(frame, axis, measure, scale, span)

    def make() -> tuple[Any, ...]:
        drawn = draw_comparison(frame, places, view)
        return changed(ids.COMPARISON, drawn, hrefs(frame, CHART, parameters(frame, places, view)), frame.words)

    asked = (ids.COMPARISON, frame.record.release.id, frame.reader, frame.words.code, tuple(places), view)
    return store.answers.answer(asked, make)


def tabulate(
    opened: int | None,
    axis: str,
    measure: str,
    scale: str,
    span: str,
    places: Sequence[str],
    stored: Mapping[str, Any],
    store: Store,
) -> Any:
    """The chart as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    frame = store.reopen(stored)
    drawn = draw_comparison(frame, places, _view(frame, axis, measure, scale, span), with_twin=True)
    return twin_table(drawn.twin, drawn.caption) if drawn.twin else no_update


def sync_view(
    changed_by: str | None,
    search: str,
    controls: tuple[str, str, str, str],
    places: Sequence[str],
    stored: Mapping[str, Any],
    store: Store,
) -> tuple[Any, ...]:
    """Keep address bar, controls and the links of the picker equal; whichever changed last wins."""
    frame = store.reopen(stored)
    if changed_by == ids.COMPARE_URL:  # Back button or pasted link: move the controls, leave the address alone
        asked = parse_qs((search or "").removeprefix("?"))
        view = CompareView.from_search(search, _choices(frame))
        links = frame.language_hrefs(parameters(frame, asked.get("place", places), view))
        return (
            no_update,
            *moved((view.axis, view.measure, view.scale, view.span), controls),
            picker(frame, places, view),
            *links,
        )
    view = _view(frame, *controls)
    named = parameters(frame, places, view)
    return (
        frame.search(named),
        *(no_update for _ in controls),
        picker(frame, places, view),
        *frame.language_hrefs(named),
    )


def register(app: Dash, store: Store) -> None:
    """Wire the page: the functions above stay plain and testable."""
    frame, places = State(ids.FRAME, "data"), State(ids.COMPARED, "data")
    controls = [Input(control, "value") for control in CONTROLS]
    app.callback(
        Output(ids.head(ids.COMPARISON), "children"),
        Output(ids.legend(ids.COMPARISON), "children"),
        Output(ids.COMPARISON, "figure"),
        Output(ids.summary(ids.COMPARISON), "children"),
        Output(ids.links(ids.COMPARISON), "children"),
        *(*controls, places, frame),
        prevent_initial_call=True,
    )(partial(draw, store=store))
    app.callback(
        Output(ids.twin(ids.COMPARISON), "children"),
        *(Input(ids.opener(ids.COMPARISON), "n_clicks"), *controls, places, frame),
        prevent_initial_call=True,
    )(partial(tabulate, store=store))
    app.callback(
        Output(ids.COMPARE_URL, "search"),
        *(Output(control, "value") for control in CONTROLS),
        Output(ids.PICKER, "children"),
        *(Output(link, "href") for link in LANGUAGE_LINKS),
        *(Input(ids.COMPARE_URL, "search"), *controls, places, frame),
        prevent_initial_call=True,
    )(lambda search, *values: sync_view(ctx.triggered_id, search, values[:-2], values[-2], values[-1], store))


def _without_places(query: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in query.items() if name != "place"}


def _choices(frame: Frame) -> Choices:
    return compare_choices(frame.record.years.tolist())


def _view(frame: Frame, axis: str, measure: str, scale: str, span: str | None) -> CompareView:
    asked = {"axis": axis, "measure": measure, "scale": scale, **period_asked(span)}
    return CompareView.from_query(asked, _choices(frame))[0]
