"""Who fled from where to where: from a country, to a country, or the largest pairs of the world?"""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.card import card, changed, twin_table
from dashboard.controls import choice, moved, year_slider
from dashboard.downloads import hrefs
from dashboard.flow_view import ENDS, FLOW_CHARTS, asked_flows, marked, parameters
from dashboard.frame import Frame
from dashboard.native import Choice, Slider
from dashboard.pages._flow_picker import picker, said_of_place
from dashboard.pages._flow_table import table_of
from dashboard.search import FLOWS_PATH
from dashboard.shell import page, shell_skeleton
from dashboard.store import Store
from dashboard.words import FLOW_LABELS, FLOWS_NAMES
from language import LANGUAGES, Language, message
from reading.flow_charts import nothing_drawn
from reading.flow_pairs import Asked
from reading.flow_sentences import beside_each_other
from reading.flows import all_years
from reading.names import country_name

PATH = FLOWS_PATH
MEASURE, YEAR = message("Measure"), message("Year")
CONTROLS = (ids.FLOW_MEASURE, ids.FLOW_YEAR)
LANGUAGE_LINKS = tuple(ids.language_link(ids.FLOWS_URL, code) for code in LANGUAGES)
HEADINGS = {
    "origin": message("Where people from {place} fled to"),
    "asylum": message("Where people who fled to {place} come from"),
}


def title(words: Language) -> str:
    return words.text(FLOWS_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    words, years = frame.words, all_years(frame.record.release)
    if not years:
        empty = html.P(words.text("No such figures are on record in this release."), className="lead")
        return page(None, frame, {}, problems, [html.H1(title(words)), empty])
    asked, unread = asked_flows(frame, query)
    drawn = [card_of(chart, frame, asked, years) for chart in FLOW_CHARTS]
    children = [
        dcc.Store(id=ids.FLOW_PLACES, data={end: getattr(asked, end) for end in ENDS}),
        html.H1(heading(asked, words)),
        *[html.P(said, className="lead") for said in beside_each_other(frame.record.release, asked, words)],
        *said_of_place(frame, asked),
        html.Div(picker(frame, asked, years), id=ids.FLOW_PICKER, className="picker"),
        html.Div(controls(asked, years, words), className="controls"),
        drawn[0],
        html.Div(table_of(frame, asked, years), id=ids.FLOW_TABLE),
        *drawn[1:],
    ]
    return page(ids.FLOWS_URL, frame, parameters(asked, years), (*problems, *unread), children)


def heading(asked: Asked, words: Language) -> str:
    """What the page shows, with the place that it is about."""
    if asked.place is None:
        return title(words)
    said = HEADINGS["origin"] if asked.origin else HEADINGS["asylum"]
    return words.text(said, place=country_name(asked.place, words))


def controls(asked: Asked, years: tuple[int, ...], words: Language) -> list[Any]:
    """Measure and year, for all charts of the page."""
    return [
        choice(ids.FLOW_MEASURE, MEASURE, FLOW_LABELS, asked.measure, words),
        year_slider(ids.FLOW_YEAR, YEAR, years[0], years[-1], str(asked.year), words),
    ]


def card_of(chart: str, frame: Frame, asked: Asked, years: tuple[int, ...]) -> Any:
    """One chart with what stands around it."""
    drawn = FLOW_CHARTS[chart](frame, asked, False) or nothing_drawn(frame, asked)
    return card(chart, drawn, hrefs(frame, chart, parameters(asked, years)), frame.words)


def skeleton() -> Any:
    """Every component that a callback of this page names, without its content."""
    parts = (ids.head, ids.legend, ids.summary, ids.links, ids.twin, ids.box)
    return html.Div(
        [
            *shell_skeleton(ids.FLOWS_URL),
            dcc.Store(id=ids.FLOW_PLACES),
            html.Div(id=ids.FLOW_PICKER),
            html.Div(id=ids.FLOW_TABLE),
            Choice(ids.FLOW_MEASURE),
            Slider(ids.FLOW_YEAR),
            *(dcc.Graph(id=chart) for chart in FLOW_CHARTS),
            *(html.Div(id=part(chart)) for chart in FLOW_CHARTS for part in parts),
            *(html.Summary(id=ids.opener(chart)) for chart in FLOW_CHARTS),
        ]
    )


def draw(
    measure: str, year: str, places: Mapping[str, Any], stored: Mapping[str, Any], chart: str, store: Store
) -> tuple[Any, ...]:
    """One chart for one measure and year."""
    frame = store.reopen(stored)
    asked, years = _asked(measure, year, places, frame), all_years(frame.record.release)

    def make() -> tuple[Any, ...]:
        drawn = FLOW_CHARTS[chart](frame, asked, False) or nothing_drawn(frame, asked)
        parts = changed(chart, drawn, hrefs(frame, chart, parameters(asked, years)), frame.words)
        return *parts, f"chart {drawn.name}"

    return store.answers.answer((chart, frame.record.release.id, frame.words.code, asked), make)


def tabulate(
    opened: int | None,
    measure: str,
    year: str,
    places: Mapping[str, Any],
    stored: Mapping[str, Any],
    chart: str,
    store: Store,
) -> Any:
    """A chart as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    frame = store.reopen(stored)
    drawn = FLOW_CHARTS[chart](frame, _asked(measure, year, places, frame), True)
    return twin_table(drawn.twin, drawn.caption) if drawn and drawn.twin else no_update


def list_pairs(measure: str, year: str, places: Mapping[str, Any], stored: Mapping[str, Any], store: Store) -> Any:
    """The table with links for one measure and year."""
    frame = store.reopen(stored)
    return table_of(frame, _asked(measure, year, places, frame), all_years(frame.record.release))


def sync_view(
    changed_by: str | None,
    search: str,
    held: tuple[str, str],
    places: Mapping[str, Any],
    stored: Mapping[str, Any],
    store: Store,
) -> tuple[Any, ...]:
    """Keep address bar, controls and the form equal; whichever changed last wins."""
    frame = store.reopen(stored)
    years = all_years(frame.record.release)
    if changed_by == ids.FLOWS_URL:  # Back button or pasted link: move the controls, leave the address alone
        asked, _ = asked_flows(frame, dict(parse_qsl((search or "").removeprefix("?"))))
        links = frame.language_hrefs(parameters(asked, years))
        moves = moved((asked.measure, str(asked.year)), held)
        return no_update, *moves, picker(frame, asked, years), *links
    asked = _asked(*held, places, frame)
    named = parameters(asked, years)
    return frame.search(named), no_update, no_update, picker(frame, asked, years), *frame.language_hrefs(named)


def register(app: Dash, store: Store) -> None:
    """Wire the page: the functions above stay plain and testable."""
    frame, places = State(ids.FRAME, "data"), State(ids.FLOW_PLACES, "data")
    measure, year = (Input(control, "value") for control in CONTROLS)
    for chart in FLOW_CHARTS:
        app.callback(
            *(Output(part(chart), "children") for part in (ids.head, ids.legend)),
            Output(chart, "figure"),
            *(Output(part(chart), "children") for part in (ids.summary, ids.links)),
            Output(ids.box(chart), "className"),
            *(measure, year, places, frame),
            prevent_initial_call=True,
        )(partial(draw, chart=chart, store=store))
        app.callback(
            Output(ids.twin(chart), "children"),
            *(Input(ids.opener(chart), "n_clicks"), measure, year, places, frame),
            prevent_initial_call=True,
        )(partial(tabulate, chart=chart, store=store))
    app.callback(Output(ids.FLOW_TABLE, "children"), *(measure, year, places, frame), prevent_initial_call=True)(
        partial(list_pairs, store=store)
    )
    app.callback(
        Output(ids.FLOWS_URL, "search"),
        *(Output(control, "value") for control in CONTROLS),
        Output(ids.FLOW_PICKER, "children"),
        *(Output(link, "href") for link in LANGUAGE_LINKS),
        *(Input(ids.FLOWS_URL, "search"), measure, year, places, frame),
        prevent_initial_call=True,
    )(
        lambda search, measure, year, places, stored: sync_view(
            ctx.triggered_id, search, (measure, year), places, stored, store
        )
    )


def _asked(measure: str, year: str, places: Mapping[str, Any], frame: Frame) -> Asked:
    return marked(Asked(measure, int(year), places["origin"], places["asylum"]), frame.reader)
