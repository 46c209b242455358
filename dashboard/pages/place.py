"""What is on record for one place: how long it has burnt, how bad it is, and which figure says so?"""

from collections.abc import Mapping
from functools import partial
from itertools import product
from typing import Any

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.brief_form import brief_form
from dashboard.card import card, changed, twin_table
from dashboard.controls import moved
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.native import Choice
from dashboard.pages._changes import changes_card
from dashboard.pages._country_parts import crises_card, units_card
from dashboard.pages._part_page import known_part
from dashboard.pages._place_actions import place_actions
from dashboard.pages._place_controls import annual_controls, asked_view
from dashboard.pages._place_exposure import exposure_card
from dashboard.pages._place_facts import facts, other_names, territory_card
from dashboard.pages._place_following import following_skeleton, months_place, register_following
from dashboard.pages._place_further import further_cards
from dashboard.pages._place_parts import episodes_card, parts_card
from dashboard.pages._place_silent import hidden_place, silent_place, written
from dashboard.pages._place_sources import sources_card, speaking_card
from dashboard.pages._place_twins import register_twins, twins_skeleton
from dashboard.pages._place_where import register_where, where_card, where_skeleton
from dashboard.pages.unknown import unknown_place
from dashboard.printed import printed_card
from dashboard.shell import page, shell_skeleton
from dashboard.store import Store
from dashboard.url_state import PlaceView, place_choices
from figures.labels import DEATHS_NOTE
from language import LANGUAGES, Language
from reading.charts import draw_annual
from reading.names import (
    coded_as,
    hidden_in,
    is_other_territory,
    is_place,
    name_of,
    place_name,
)
from reading.parts import COUNTRY, kind_of
from reading.tempo_words import tempo_sentence

PATH = "/place"
TEMPLATE = f"{PATH}/<place_id>"
LANGUAGE_LINKS = tuple(ids.language_link(ids.PLACE_URL, code) for code in LANGUAGES)
CARD = (  # what a control changes in the annual card
    (ids.head(ids.ANNUAL), "children"),
    (ids.legend(ids.ANNUAL), "children"),
    (ids.ANNUAL, "figure"),
    (ids.summary(ids.ANNUAL), "children"),
    (ids.links(ids.ANNUAL), "children"),
)
CONTROLS = (ids.UNIT, ids.SCALE, ids.PERIOD)  # of the annual record
ALL_CONTROLS = (*CONTROLS, ids.GROUND_PERIOD)


def title(words: Language, place_id: str | None = None) -> str:
    return name_of(place_id, words) if place_id and is_place(place_id) else words.text("Which place?")


def layout(store: Store, query: Mapping[str, object], place_id: str) -> Any:
    """The page of a place; an unknown one offers the nearest."""
    frame, problems = store.open(f"{PATH}/{place_id}", query)
    if not is_place(place_id):
        return unknown_place(frame, place_id)
    frame = frame.at(place_id)
    unit = hidden_in(place_id, int(frame.record.years[-1]))
    if unit is not None:
        return page(None, frame, {}, problems, hidden_place(frame, store, place_id, unit))
    if place_id not in frame.record.places:
        return page(None, frame, {}, problems, silent_place(frame, store, place_id))
    view, unread = PlaceView.from_query(query, choices := place_choices(place_id, frame.record.years.tolist()))
    told = (known_place if kind_of(place_id) == COUNTRY else known_part)(frame, place_id, view)
    shown = [told[0], place_actions(frame, place_id), *brief_form(store, frame, "country", [place_id])]
    shown += [*printed_card(store, frame, query, place_id), *told[1:-1]]
    shown += [*written(frame, store, place_id), changes_card(store, frame, place_id), told[-1]]
    for drawn_in, scale in product(choices["unit"], choices["scale"]):
        store.ahead.later(partial(draw, drawn_in, scale, view.span, frame.stored(), store))
    return page(ids.PLACE_URL, frame, view.parameters(choices), (*problems, *unread), shown)


def known_place(frame: Frame, place_id: str, view: PlaceView) -> list[Any]:
    """Everything on record for a place."""
    words, record = frame.words, frame.record
    name, episodes = place_name(place_id, int(record.years[-1]), words), record.episodes.get(place_id, [])
    said = (
        tempo_sentence(name, episodes, words)
        if episodes
        else words.text("No year on record reaches 25 deaths in organised violence, so no tempo is given.")
    )
    now = int(record.years[-1])
    named = [row for row in episodes if row["is_deadliest"]]
    if any(is_other_territory(place_id, row["first_year"], row["last_year"], now) for row in named):
        changed_since = words.text("In some of these years the figures cover another territory; it is named below.")
        said = f"{said} {changed_since}"
    other, scope = other_names(place_id, words), coded_as(place_id, int(record.years[-1]), words)
    controls = annual_controls(frame, place_id, view)
    annual = draw_annual(frame, place_id, view)
    return [
        html.Div(
            [
                html.H1(name),
                html.P(other, lang="en" if words.code == "fr" else "fr", className="other") if other else None,
                html.P(scope, className="other scope") if scope else None,
            ],
            className="heading",
        ),
        html.P(said, className="lead"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        facts(frame, place_id),
        card(ids.ANNUAL, annual, hrefs(frame, "annual", _parameters(frame, place_id, view)), words, controls),
        months_place(frame, place_id, view),
        html.Div([parts_card(frame, place_id), episodes_card(frame, place_id)], className="pair"),
        *where_card(frame, place_id, view.ground),
        *further_cards(frame, place_id),
        exposure_card(frame, place_id),
        *crises_card(frame, place_id),
        *units_card(frame, place_id),
        speaking_card(frame, place_id),
        *territory_card(frame, place_id),
        sources_card(frame, place_id),
    ]


def skeleton() -> Any:
    """Every component that a callback of this page names, without its content."""
    parts = (ids.head, ids.legend, ids.summary, ids.links, ids.twin)
    return html.Div(
        [
            *shell_skeleton(ids.PLACE_URL),
            *(Choice(control) for control in ALL_CONTROLS),
            dcc.Graph(id=ids.ANNUAL),
            *(html.Div(id=part(ids.ANNUAL)) for part in parts),
            html.Summary(id=ids.opener(ids.ANNUAL)),
            *following_skeleton(),
            *twins_skeleton(),
            *where_skeleton(),
        ]
    )


def draw(unit: str, scale: str, period: str, stored: Mapping[str, Any], store: Store) -> tuple[Any, ...]:
    """The annual card for one unit, scale and period."""
    place_id = _place(stored)
    frame = store.reopen(stored).at(place_id)
    view = asked_view(frame, place_id, unit, scale, period)

    def make() -> tuple[Any, ...]:
        drawn = draw_annual(frame, place_id, view)
        return changed(ids.ANNUAL, drawn, hrefs(frame, "annual", _parameters(frame, place_id, view)), frame.words)

    return store.answers.answer(
        (ids.ANNUAL, frame.record.release.id, frame.reader, frame.words.code, place_id, view), make
    )


def tabulate_years(
    opened: int | None, unit: str, scale: str, period: str, stored: Mapping[str, Any], store: Store
) -> Any:
    """The annual record as a table, once a reader asks for it."""
    if not opened:
        raise PreventUpdate
    place_id = _place(stored)
    frame = store.reopen(stored).at(place_id)
    view = asked_view(frame, place_id, unit, scale, period)
    drawn = draw_annual(frame, place_id, view, with_twin=True)
    return twin_table(drawn.twin, drawn.caption) if drawn.twin else no_update


def sync_view(
    changed_by: str | None, search: str, controls: tuple[str, str, str, str], stored: Mapping[str, Any], store: Store
) -> tuple[Any, ...]:
    """Keep address bar and controls equal; whichever changed last wins."""
    frame, place_id = store.reopen(stored), _place(stored)
    choices = place_choices(place_id, frame.record.years.tolist())
    if changed_by == ids.PLACE_URL:  # Back button or pasted link: move the controls, leave the address alone
        view = PlaceView.from_search(search, choices)
        named = (view.unit, view.scale, view.span, view.ground)
        return no_update, *moved(named, controls), *frame.language_hrefs(view.parameters(choices))
    parameters = asked_view(frame, place_id, *controls).parameters(choices)
    return frame.search(parameters), *(no_update for _ in controls), *frame.language_hrefs(parameters)


def turn(
    changed_by: str | None, search: str, controls: tuple[str, str, str, str], stored: Mapping[str, Any], store: Store
) -> tuple[Any, ...]:
    """What an address or a control changes: the other of both, and the annual card.

    One answer for all: a card with a callback of its own would wait for this one, since it may move the controls.
    """
    synced = sync_view(changed_by, search, controls, stored, store)
    moved_to = synced[1 : 1 + len(CONTROLS)]
    unit, scale, span = (old if new is no_update else new for new, old in zip(moved_to, controls[:-1], strict=True))
    if changed_by == ids.GROUND_PERIOD or (changed_by == ids.PLACE_URL and (unit, scale, span) == controls[:-1]):
        return *synced, *(no_update,) * len(CARD)
    return *synced, *draw(unit, scale, span, stored, store)


def register(app: Dash, store: Store) -> None:
    """Wire the page: the functions above stay plain and testable."""
    frame, controls = State(ids.FRAME, "data"), [Input(control, "value") for control in CONTROLS]
    app.callback(
        Output(ids.twin(ids.ANNUAL), "children"),
        *(Input(ids.opener(ids.ANNUAL), "n_clicks"), *controls, frame),
        prevent_initial_call=True,
    )(partial(tabulate_years, store=store))
    register_following(app, store)
    register_twins(app, store)
    register_where(app, store)
    app.callback(
        Output(ids.PLACE_URL, "search"),
        *(Output(control, "value") for control in ALL_CONTROLS),
        *(Output(link, "href") for link in LANGUAGE_LINKS),
        *(Output(*part) for part in CARD),
        *(Input(ids.PLACE_URL, "search"), *controls, Input(ids.GROUND_PERIOD, "value"), frame),
        prevent_initial_call=True,
    )(lambda search, *values: turn(ctx.triggered_id, search, values[:-1], values[-1], store))


def _place(stored: Mapping[str, Any]) -> str:
    return str(stored["path"]).rsplit("/", 1)[-1]


def _parameters(frame: Frame, place_id: str, view: PlaceView) -> dict[str, str]:
    return {"place": place_id, **view.parameters(place_choices(place_id, frame.record.years.tolist()))}
