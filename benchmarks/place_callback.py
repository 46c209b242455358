"""The callback of a place's page against a callback that does nothing, both through Flask's test client.

Twice: for a chart that somebody has looked at before, whose answer is kept, and for
all places in turn, in more views than are kept, so that each is drawn anew.
"""

import gc
from collections.abc import Callable, Iterator
from itertools import cycle, product
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, dcc, html
from flask.testing import FlaskClient

from benchmarks.dash_requests import Json, data_of, opened, post, request_for
from benchmarks.pairs import Ratio, paired
from dashboard import ids
from dashboard.application import create_app, server_of
from dashboard.kept_answers import LIMIT
from dashboard.url_state import PLACE_CHOICES
from figures.caption import Caption
from figures.theme import Figure
from language import Language
from releases.read import Release, ReleaseShelf

PLACE = "SDN"
REPEATS = 30
AIM = 3


class NoExport:
    """Nothing is downloaded here."""

    def export(
        self, figure: Figure, caption: Caption, language: Language, format: Any, width: int, height: int
    ) -> bytes:
        return b""


def application(processed: Path) -> tuple[Dash, Release]:
    """The dashboard over the published release, on the day of that release."""
    shelf = ReleaseShelf(processed, processed / "starter")
    return create_app(shelf, NoExport(), shelf.current().as_of), shelf.current()


def measured(processed: Path, rounds: int) -> list[str]:
    """The ratios as lines to print."""
    app, release = application(processed)
    client = server_of(app).test_client()
    client.get("/")
    empty, nothing = empty_callback()
    place = chart_request(client, PLACE, "deaths", "linear")
    others = every_view(client, release)
    gc.collect()
    gc.freeze()  # as app.py does
    if len(others) <= LIMIT:
        raise RuntimeError(f"{len(others)} views are too few: {LIMIT} answers are kept")
    kept = paired(asking(client, cycle([place])), asking(empty, cycle([nothing])), rounds, REPEATS)
    anew = paired(asking(client, cycle(others)), asking(empty, cycle([nothing])), rounds, REPEATS)
    return [said("seen before", kept), said("drawn anew, all places", anew)]


def every_view(client: FlaskClient, release: Release) -> list[Json]:
    """A request for every place in every unit and scale, over so many periods (none: all years) that not all are kept."""
    years = release.table("violence_year", ["place_id", "year"])
    places, first_year, last_year = sorted(set(years["place_id"])), int(years["year"].min()), int(years["year"].max())
    views = list(product(PLACE_CHOICES["unit"], PLACE_CHOICES["scale"]))
    periods = (None, *(f"{year}-{last_year}" for year in range(first_year + 1, last_year)))
    enough = periods[: LIMIT // (len(places) * len(views)) + 1]
    first = chart_request(client, PLACE, *views[0])
    return [
        changed(first, place, unit, scale, period) for period in enough for unit, scale in views for place in places
    ]


def chart_request(client: FlaskClient, place_id: str, unit: str, scale: str) -> Json:
    """The request that draws the annual chart of a place."""
    page = opened(client, f"/place/{place_id}").get_json()
    stored = {"id": ids.FRAME, "property": "data", "value": data_of(page, ids.FRAME)}
    asked = request_for(client, f"{ids.ANNUAL}.figure", chosen(unit, scale), [stored])
    return asked | {"changedPropIds": [f"{ids.UNIT}.value"]}


def changed(asked: Json, place_id: str, unit: str, scale: str, period: str | None) -> Json:
    """The same request for another place and view."""
    stored = asked["state"][0]
    frame = {**stored["value"], "path": f"/place/{place_id}"}
    return {**asked, "inputs": chosen(unit, scale, period), "state": [{**stored, "value": frame}]}


def chosen(unit: str, scale: str, period: str | None = None) -> list[Json]:
    ground = PLACE_CHOICES["ground"][0]
    held = {ids.UNIT: unit, ids.SCALE: scale, ids.PERIOD: period, ids.GROUND_PERIOD: ground}
    controls = [{"id": name, "property": "value", "value": value} for name, value in held.items()]
    return [{"id": ids.PLACE_URL, "property": "search", "value": ""}, *controls]


def empty_callback() -> tuple[FlaskClient, Json]:
    """A Dash application whose one callback gives its input back."""
    app = Dash("empty", use_pages=False, pages_folder="")
    app.layout = html.Div([dcc.Input(id="asked"), html.Div(id="answered")])
    app.callback(Output("answered", "children"), Input("asked", "value"))(lambda value: value)
    client = server_of(app).test_client()
    client.get("/")
    return client, request_for(client, "answered.children", [{"id": "asked", "property": "value", "value": "x"}], [])


def asking(client: FlaskClient, requests: Iterator[Json]) -> Callable[[], object]:
    return lambda: post(client, next(requests))


def said(which: str, found: Ratio) -> str:
    return (
        f"Place callback, {which}: {1000 * found.measured:.2f} ms, empty Dash callback: {1000 * found.against:.2f} ms, "
        f"ratio {found.ratio:.2f} (aim: at most {AIM})"
    )
