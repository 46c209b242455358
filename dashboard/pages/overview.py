"""Where does violence burn, how bad is it, and for how long? Sentences first, then the map, then every place."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.card import card, changed, twin_table
from dashboard.charts import draw_world
from dashboard.controls import choice, moved, year_slider
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.native import Choice, Slider
from dashboard.pages._ages import ages_card
from dashboard.pages._changes import changes_card
from dashboard.pages._offered_watch import offered_watch
from dashboard.pages._ranking_card import listing, ranking_card, ranking_head
from dashboard.pages._sentences import further, headline, told
from dashboard.pages._told import linked, sentence
from dashboard.printed import printed_card
from dashboard.shell import page, shell_skeleton
from dashboard.store import Store
from dashboard.team_cards import dates_card, problems_notice
from dashboard.url_state import Choices, OverviewView, overview_choices
from dashboard.words import MEASURE_LABELS, OVERVIEW_NAMES
from language import LANGUAGES, Language, message

PATH = "/"
MEASURE, YEAR = message("Measure"), message("Year")
LANGUAGE_LINKS = tuple(ids.language_link(ids.OVERVIEW_URL, code) for code in LANGUAGES)
CONTROLS = (ids.MEASURE, ids.YEAR, ids.TEMPO, ids.SHOWN, ids.LISTED, ids.SORT)
HELD_IN = {ids.SORT: "data"}  # the headings of the table are its buttons; the others hold a value


def title(words: Language) -> str:
    return words.text(OVERVIEW_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    choices, words = choices_of(frame), frame.words
    view, unread = OverviewView.from_query(query, choices)
    parameters = view.parameters(choices)
    newest, years = int(choices["year"][0]), frame.record.years
    drawn = draw_world(frame, view)
    measure = choice(ids.MEASURE, MEASURE, MEASURE_LABELS, view.measure, words)
    year = year_slider(ids.YEAR, YEAR, int(years[0]), newest, view.year, words)
    children = [
        dcc.Location(id=ids.GO, refresh="callback-nav"),
        dcc.Store(id=ids.SORT, data=view.sort),
        html.H1(headline(frame.record, newest, words)),
        html.Ul([sentence(frame, one, newest) for one in told(frame, newest)], className="sentences"),
        html.Ul([html.Li(linked(frame, one, newest)) for one in further(frame, newest)], className="further"),
        *problems_notice(frame, store),
        *printed_card(store, frame, query),
        card(ids.WORLD, drawn, hrefs(frame, "world", _chart_parameters(view)), words, (measure, year)),
        ranking_card(frame, view),
        *dates_card(frame, store),
        changes_card(store, frame),
        ages_card(store, frame),
        *offered_watch(store, frame),
    ]
    for other in choices["measure"]:
        store.ahead.later(partial(draw, other, view.year, frame.stored(), store))
    draw_years_beside(view.measure, view.year, frame, store)
    return page(ids.OVERVIEW_URL, frame, parameters, (*problems, *unread), children)


def skeleton() -> Any:
    """Every component that a callback of this page names, without its content."""
    ordinary = (
        ids.head(ids.WORLD),
        ids.legend(ids.WORLD),
        ids.summary(ids.WORLD),
        ids.links(ids.WORLD),
        ids.twin(ids.WORLD),
    )
    return html.Div(
        [
            *shell_skeleton(ids.OVERVIEW_URL),
            dcc.Location(id=ids.GO),
            dcc.Store(id=ids.SORT),
            *(Choice(control) for control in (ids.MEASURE, ids.TEMPO, ids.SHOWN, ids.LISTED)),
            Slider(ids.YEAR),
            dcc.Graph(id=ids.WORLD),
            *(html.Div(id=name) for name in (*ordinary, ids.head(ids.RANKING), ids.RANKING)),
            html.Summary(id=ids.opener(ids.WORLD)),
        ]
    )


def choices_of(frame: Frame) -> Choices:
    return overview_choices(tuple(int(year) for year in frame.record.years))


def draw_years_beside(measure: str, year: str, frame: Frame, store: Store) -> None:
    """The next years that the slider may stand on."""
    for beside in (int(year) - 1, int(year) + 1):
        if str(beside) in choices_of(frame)["year"]:
            store.ahead.later(partial(draw_map, measure, beside, frame.stored(), store))


def draw(measure: str, year: Any, stored: Mapping[str, Any], store: Store) -> tuple[Any, ...]:
    """The map card for one measure and year."""
    draw_years_beside(measure, str(year), store.reopen(stored), store)
    return draw_map(measure, year, stored, store)


def draw_map(measure: str, year: Any, stored: Mapping[str, Any], store: Store) -> tuple[Any, ...]:
    """The same without its neighbours."""
    frame = store.reopen(stored)
    view = _view(frame, measure=measure, year=year)

    def make() -> tuple[Any, ...]:
        drawn = draw_world(frame, view)
        return changed(ids.WORLD, drawn, hrefs(frame, "world", _chart_parameters(view)), frame.words)

    return store.answers.answer((ids.WORLD, frame.record.release.id, frame.reader, frame.words.code, view), make)


def rank(
    year: Any, tempo: str, shown: str, listed: str, sort: str, stored: Mapping[str, Any], store: Store
) -> tuple[Any, ...]:
    """The table for one list, year, filter and order."""
    frame = store.reopen(stored)
    view = _view(frame, year=year, tempo=tempo, shown=shown, listed=listed, sort=sort)
    asked = (
        ids.RANKING,
        frame.record.release.id,
        frame.is_pinned,
        frame.known,
        frame.reader,
        frame.since,
        frame.words.code,
        view,
    )
    return store.answers.answer(asked, lambda: (ranking_head(view, frame.words), listing(frame, view)))


def tabulate(opened: int | None, measure: str, year: Any, stored: Mapping[str, Any], store: Store) -> Any:
    """The map as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    frame = store.reopen(stored)
    drawn = draw_world(frame, _view(frame, measure=measure, year=year), with_twin=True)
    return twin_table(drawn.twin, drawn.caption) if drawn.twin else no_update


def go_to_place(clicked: Mapping[str, Any] | None, stored: Mapping[str, Any], store: Store) -> str:
    """The address of the place that was clicked on the map."""
    if not clicked or not clicked.get("points") or not clicked["points"][0].get("customdata"):
        raise PreventUpdate
    place = clicked["points"][0]["customdata"]
    return store.reopen(stored).href(f"/place/{place[0] if isinstance(place, list) else place}")


def sync_view(
    changed_by: str | None, search: str, stored: Mapping[str, Any], controls: tuple[Any, ...], store: Store
) -> tuple[Any, ...]:
    """Keep address bar and controls equal; whichever changed last wins."""
    frame = store.reopen(stored)
    choices = choices_of(frame)
    if changed_by == ids.OVERVIEW_URL:  # Back button or pasted link: move the controls, leave the address alone
        view = OverviewView.from_search(search, choices)
        named = (view.measure, view.year, view.tempo, view.shown, view.listed, view.sort)
        return no_update, *moved(named, controls), *frame.language_hrefs(view.parameters(choices))
    view = _view(frame, **dict(zip(CONTROLS, controls, strict=True)))
    parameters = view.parameters(choices)
    return frame.search(parameters), *(no_update,) * len(CONTROLS), *frame.language_hrefs(parameters)


def register(app: Dash, store: Store) -> None:
    """Wire the page: the functions above stay plain and testable."""
    frame, controls = State(ids.FRAME, "data"), [(control, HELD_IN.get(control, "value")) for control in CONTROLS]
    measure, year, tempo, shown, listed, sort = (Input(*control) for control in controls)
    app.callback(
        Output(ids.head(ids.WORLD), "children"),
        Output(ids.legend(ids.WORLD), "children"),
        Output(ids.WORLD, "figure"),
        Output(ids.summary(ids.WORLD), "children"),
        Output(ids.links(ids.WORLD), "children"),
        *(measure, year, frame),
        prevent_initial_call=True,
    )(partial(draw, store=store))
    app.callback(
        Output(ids.head(ids.RANKING), "children"),
        Output(ids.RANKING, "children"),
        *(year, tempo, shown, listed, sort, frame),
        prevent_initial_call=True,
    )(partial(rank, store=store))
    app.callback(
        Output(ids.twin(ids.WORLD), "children"),
        *(Input(ids.opener(ids.WORLD), "n_clicks"), measure, year, frame),
        prevent_initial_call=True,
    )(partial(tabulate, store=store))
    app.callback(Output(ids.GO, "href"), Input(ids.WORLD, "clickData"), frame, prevent_initial_call=True)(
        partial(go_to_place, store=store)
    )
    app.callback(
        Output(ids.OVERVIEW_URL, "search"),
        *(Output(*control) for control in controls),
        *(Output(link, "href") for link in LANGUAGE_LINKS),
        *(Input(ids.OVERVIEW_URL, "search"), measure, year, tempo, shown, listed, sort, frame),
        prevent_initial_call=True,
    )(lambda search, *values: sync_view(ctx.triggered_id, search, values[-1], values[:-1], store))


def _view(frame: Frame, **chosen: Any) -> OverviewView:
    """A view from what controls hold; a slider holds a number, an address a text."""
    query = {name: str(value) for name, value in chosen.items() if value is not None}
    return OverviewView.from_query(query, choices_of(frame))[0]


def _chart_parameters(view: OverviewView) -> dict[str, str]:
    return {"measure": view.measure, "year": view.year}
