"""Callbacks and pages name the same components; whichever of address and controls changed last wins."""

import json
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from dash import Dash, no_update
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly

from dashboard import ids
from dashboard.pages import compare, flows, overview, place
from dashboard.store import ReleaseGoneError, Store
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, Opened, walk

WHOLE = "1989-2024"  # every year on record
ROUTER = ("_pages_content", "_pages_store", "_pages_location", "_pages_dummy")


@pytest.fixture(scope="module")
def store(processed: Any) -> Store:
    return Store(ReleaseShelf(processed, processed / "starter"), TODAY)


@pytest.fixture
def stored(store: Store) -> Callable[[str], dict[str, Any]]:
    return lambda path: store.open(path, {})[0].stored()


def ids_of(skeleton: Any) -> set[str]:
    return {part["props"]["id"] for part in walk(json.loads(to_json_plotly(skeleton))) if "id" in part["props"]}


def named_by_callbacks(app: Dash) -> set[str]:
    listed = app.server.test_client().get("/_dash-dependencies").get_json()
    named = {entry["id"] for callback in listed for entry in (*callback["inputs"], *callback["state"])}
    for callback in listed:
        outputs = callback["output"].strip(".").split("...")
        named |= {output.rsplit(".", 1)[0].split("@")[0] for output in outputs}
    return named - set(ROUTER)


def test_every_component_that_a_callback_names_is_in_a_skeleton(app: Dash, client: Any) -> None:
    named = named_by_callbacks(app)
    known = {one for page in (overview, place, compare, flows) for one in ids_of(page.skeleton())}
    assert ids.OVERVIEW_URL in named and named <= known


def test_every_component_of_a_skeleton_is_on_its_page_once(opened: Opened) -> None:
    for path, page in (("/", overview), ("/place/SDN", place), ("/compare", compare)):
        shown = opened(path).ids()
        assert ids_of(page.skeleton()) <= set(shown), path
        assert len(shown) == len(set(shown)), path


def test_a_change_of_the_address_moves_the_controls_only(store: Store, stored: Callable[[str], dict[str, Any]]) -> None:
    moved = overview.sync_view(
        ids.OVERVIEW_URL,
        "?measure=rate&year=1994",
        stored("/"),
        ("deaths", 2000, "any", "all", "countries", "place"),
        store,
    )
    assert moved[:7] == (no_update, "rate", "1994", no_update, "active", no_update, "severity")  # any is any already
    moved = place.sync_view(
        ids.PLACE_URL, "?scale=log&to=2010", ("deaths", "linear", WHOLE, "5"), stored("/place/SDN"), store
    )
    assert moved[:5] == (no_update, no_update, "log", "1989-2010", no_update)  # the unit already says deaths


def test_a_change_of_a_control_writes_the_address_and_the_language_links(
    store: Store, stored: Callable[[str], dict[str, Any]]
) -> None:
    held = ("severity", 1994, "any", "active", "countries", "severity")
    written = overview.sync_view(ids.YEAR, "", stored("/"), held, store)
    assert written == ("?year=1994", *(no_update,) * 6, "/?year=1994", "/?year=1994&lang=fr")
    written = place.sync_view(ids.UNIT, "", ("rate", "linear", WHOLE, "5"), stored("/place/SDN"), store)
    assert written == ("?unit=rate", *(no_update,) * 4, "/place/SDN?unit=rate", "/place/SDN?unit=rate&lang=fr")


def test_callbacks_stay_with_the_release_of_their_page(store: Store, older: str) -> None:
    stored = store.open("/place/SDN", {"release": older})[0].stored()
    answer = place.draw("deaths", "linear", WHOLE, stored, store)
    assert older in orjson.dumps(answer[-1]).decode()
    with pytest.raises(ReleaseGoneError):
        place.draw("deaths", "linear", WHOLE, stored | {"release": "gone"}, store)


def test_a_click_on_the_map_opens_the_place(store: Store, stored: Callable[[str], dict[str, Any]]) -> None:
    assert overview.go_to_place({"points": [{"customdata": "SSD"}]}, stored("/"), store) == "/place/SSD"


def test_a_page_whose_release_is_gone_says_so_and_stays(
    client: FlaskClient, stored: Callable[[str], dict[str, Any]]
) -> None:
    listed = client.get("/_dash-dependencies").get_json()
    output = next(one["output"] for one in listed if f"{ids.ANNUAL}.figure" in one["output"])
    names = (name.rsplit(".", 1) for name in output.strip(".").split("..."))
    chosen = ((ids.UNIT, "rate"), (ids.SCALE, "log"), (ids.PERIOD, WHOLE), (ids.GROUND_PERIOD, "5"))
    body = {
        "output": output,
        "outputs": [{"id": component, "property": name} for component, name in names],
        "inputs": [
            {"id": ids.PLACE_URL, "property": "search", "value": ""},
            *({"id": name, "property": "value", "value": value} for name, value in chosen),
        ],
        "state": [{"id": ids.FRAME, "property": "data", "value": stored("/place/SDN") | {"release": "gone"}}],
        "changedPropIds": [f"{ids.UNIT}.value"],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert (
        answer.status_code == 200
        and "no longer kept here" in answer.text
        and ids.ANNUAL not in answer.get_json().get("response", {})
    )


def test_a_place_is_drawn_in_the_answer_that_moves_address_and_controls(
    store: Store, stored: Callable[[str], dict[str, Any]]
) -> None:
    opened, held = stored("/place/SDN"), ("deaths", "linear", WHOLE, "5")
    chosen = place.turn(ids.UNIT, "", ("rate", "linear", WHOLE, "5"), opened, store)
    assert chosen[0] == "?unit=rate" and no_update not in chosen[-len(place.CARD) :]
    went_back = place.turn(ids.PLACE_URL, "?scale=log", held, opened, store)
    assert went_back[2] == "log" and went_back[-len(place.CARD) :] == place.draw("deaths", "log", WHOLE, opened, store)
    period = place.turn(ids.PERIOD, "", ("deaths", "linear", "2000-2010", "5"), opened, store)
    assert period[-len(place.CARD) :] == place.draw("deaths", "linear", "2000-2010", opened, store)
    for changed_by in (ids.PLACE_URL, ids.GROUND_PERIOD):  # nothing of the annual card has changed
        assert place.turn(changed_by, "", held, opened, store)[-len(place.CARD) :] == (no_update,) * len(place.CARD)
