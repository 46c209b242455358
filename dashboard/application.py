"""How do the pages become one application? Nothing runs at import; every app has its own releases.

Dash keeps its list of pages for the whole process, so a page's layout asks the
server that is answering for its store. The layouts that Dash collects to check
callbacks against are skeletons: whole pages would travel in every index.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from dash import Dash, State, ctx, html, page_container, register_page, set_props
from flask import Flask, Response, current_app, request

from dashboard import (
    brief_routes,
    calendar_file,
    document,
    downloads,
    exposure_file,
    ids,
    response_headers,
    search,
    watch_file,
    will_file,
)
from dashboard.api import routes
from dashboard.brief_jobs import BriefJobs
from dashboard.pages import compare, flows, methods, overview, place, sources, unknown, watchlist, will
from dashboard.pictures import Exports
from dashboard.shell import BRAND
from dashboard.store import ReleaseGoneError, Shelf, Store
from language import LANGUAGES, Language, language
from reading.names import is_place
from reading.parts import COUNTRY, CRISIS
from reading.record import record_of
from releases.read import ReleaseError
from team.folder import TeamFolder

ASSETS = Path(__file__).parent / "assets"
TOPOJSON = ASSETS / "topo"
ICON = "icon.svg"
THEME = "theme.js"  # stands in the head of the document, before anything is painted
STORE = "dashboard.store"  # where the server keeps it
ADDRESS = "address_"  # the keyword under which Dash hands a layout its address; absent when it only collects ids
PAGES = (overview, place, compare, flows)  # those with callbacks


def create_app(
    shelf: Shelf,
    exporter: Exports,
    today: date | Callable[[], date],
    team: Path | None = None,
    jobs: BriefJobs | None = None,
) -> Dash:
    """Build the dashboard over a shelf of releases, and the folder in which a team writes; without `jobs` its pages
    offer no briefing."""
    app = Dash(
        "slowburn",
        title=BRAND,
        update_title=None,
        use_pages=True,
        pages_folder="",
        assets_folder=str(ASSETS),
        assets_ignore=rf"^{THEME}$",
        include_pages_meta=False,
        on_error=_say_what_failed,
        routing_callback_inputs={ADDRESS: State("_pages_location", "pathname")},
    )
    store = Store(shelf, today, TeamFolder(team), makes_briefs=jobs is not None)
    app.server.config[STORE] = store
    app.layout = html.Div(page_container)
    app.interpolate_index = document.index_writer(
        app.get_asset_url(ICON), app.get_asset_url(THEME), partial(_published, shelf)
    )
    register_page(
        overview.__name__,
        path=overview.PATH,
        title=_title(overview.title),
        layout=_layout(show_overview, overview.skeleton),
    )
    register_page(
        place.__name__,
        path_template=place.TEMPLATE,
        title=_title(place.title),
        layout=_layout(show_place, place.skeleton),
    )
    register_page(
        compare.__name__,
        path=compare.PATH,
        title=_title(compare.title),
        layout=_layout(compare.layout, compare.skeleton),
    )
    register_page(
        flows.__name__,
        path=flows.PATH,
        title=_title(flows.title),
        layout=_layout(flows.layout, flows.skeleton),
    )
    register_page(
        methods.__name__,
        path=methods.PATH,
        title=_title(methods.title),
        layout=_layout(methods.layout, html.Div),
    )
    register_page(
        sources.__name__,
        path=sources.PATH,
        title=_title(sources.title),
        layout=_layout(sources.layout, html.Div),
    )
    register_page(
        will.__name__,
        path=will.PATH,
        title=_title(will.title),
        layout=_layout(will.layout, html.Div),
    )
    register_page(
        watchlist.__name__,
        path=watchlist.PATH,
        title=_title(watchlist.title),
        layout=_layout(watchlist.layout, html.Div),
    )
    register_page("dashboard.pages.not_found_404", path="/404", title=BRAND, layout=_layout(show_nothing, html.Div))
    for page in PAGES:
        page.register(app, store)
    search.register(app.server)
    downloads.register(app.server, store, exporter)
    exposure_file.register(app.server, store)
    will_file.register(app.server, store)
    watch_file.register(app.server, store)
    calendar_file.register(app.server, store)
    routes.register(app.server, store)
    if jobs is not None:
        brief_routes.register(app.server, store, jobs)
    app.server.after_request(_say_when_unknown)
    response_headers.register(app.server, app.csp_hashes)
    return app


def begin_ahead(app: Dash) -> Store:
    """From now on open the pages of a new release before a reader does, and draw what a reader may turn to next."""
    store: Store = app.server.config[STORE]
    store.ahead.begin(lambda: store.shelf.current().id, lambda: open_pages(store))
    return store


def open_pages(store: Store) -> None:
    """Lay out what pages read, once for each kind of page and language."""
    release = store.shelf.current()
    for code in LANGUAGES:
        asked = {"lang": code}
        overview.layout(store, asked)
        for kind in (COUNTRY, CRISIS):
            totals = record_of(release, kind).totals
            if totals:
                place.layout(store, asked, max(totals, key=lambda place_id: totals[place_id]))
        for other in (compare, will, watchlist, sources, methods):
            other.layout(store, asked)


def _published(shelf: Shelf) -> str:
    """The id of the release that stands, by which the browser knows whether its reader saw it; empty before the first."""
    try:
        return shelf.current().id
    except ReleaseError:
        return ""


def show_overview(store: Store, query: Mapping[str, object]) -> Any:
    return overview.layout(store, query)


def show_place(store: Store, query: Mapping[str, object]) -> Any:
    asked = {name: value for name, value in query.items() if name != "place_id"}
    return place.layout(store, asked, str(query["place_id"]))


def show_nothing(store: Store, query: Mapping[str, object]) -> Any:
    return unknown.unknown_address(query)


def _layout(show: Callable[[Store, Mapping[str, object]], Any], skeleton: Callable[[], Any]) -> Callable[..., Any]:
    """The layout function that Dash calls: with an address to answer, without one to collect ids."""

    def layout(**query: Any) -> Any:
        if ADDRESS not in query:
            return skeleton()
        address = str(query.pop(ADDRESS))
        try:
            return show(current_app.config[STORE], query)
        except ReleaseError:
            return unknown.empty(query, address)

    return layout


def _say_what_failed(error: Exception) -> None:
    """A page whose release is gone says so and stays as it is; anything else is a fault of ours."""
    if not isinstance(error, ReleaseGoneError):
        raise error
    words = language(ctx.states.get(f"{ids.FRAME}.data", {}).get("language"))
    gone = words.text("The release of this page is no longer kept here: reload the page for the newest.")
    set_props(ids.NOTICE, {"children": gone})


def _title(words_for: Callable[..., str]) -> Callable[..., str]:
    def title(**variables: str) -> str:
        return f"{words_for(_language(), **variables)} · {BRAND}"

    return title


def _language() -> Language:
    """The language of the page whose title is asked for; a navigation inside the app carries its address in its body."""
    asked = request.get_json(silent=True) if request.is_json else None
    inputs = asked.get("inputs", []) if isinstance(asked, dict) else []
    search_of_page = next((entry.get("value") for entry in inputs if entry.get("property") == "search"), "")
    return language("fr") if "lang=fr" in str(search_of_page) else document.asked_language()


def _say_when_unknown(response: Response) -> Response:
    """A page for a place that does not exist says so in its status too."""
    asked = request.path.removeprefix(f"{place.PATH}/")
    if request.method == "GET" and asked != request.path and not is_place(asked):
        response.status_code = 404
    return response


def server_of(app: Dash) -> Flask:
    """The WSGI application."""
    server: Flask = app.server
    return server
