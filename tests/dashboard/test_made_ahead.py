"""What a reader may turn to next is drawn before it is asked for, and a new release is opened before a reader does."""

from itertools import product
from pathlib import Path
from queue import Queue

import pytest
from dash import Dash

from dashboard import ahead
from dashboard.ahead import Ahead
from dashboard.application import begin_ahead, create_app, open_pages
from dashboard.pages import place
from dashboard.store import Store
from dashboard.url_state import PLACE_CHOICES
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, client_of, open_page


@pytest.fixture
def begun(processed: Path) -> tuple[Dash, Store]:
    app = create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY)
    return app, begin_ahead(app)


def test_the_other_views_of_an_opened_place_are_there_before_a_control_is_turned(
    begun: tuple[Dash, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, store = begun
    page = open_page(client_of(app), "/place/SDN", "")
    store.ahead.finish()
    stored = next(part["data"] for part in page.parts("Store") if "path" in part["data"])
    monkeypatch.setattr(place, "draw_annual", None)  # whoever draws now fails
    for unit, scale in product(PLACE_CHOICES["unit"], PLACE_CHOICES["scale"]):
        assert place.draw(unit, scale, "1989-2024", stored, store)


def test_pages_open_without_a_request(begun: tuple[Dash, Store]) -> None:
    _, store = begun
    open_pages(store)
    assert store.shelf.current().cache


def test_nothing_is_made_ahead_before_it_is_begun() -> None:
    idle = Ahead()
    idle.later(lambda: pytest.fail("made"))
    idle.finish()


def test_a_new_release_is_opened_once_and_a_fault_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LOOK_FOR_RELEASES", 0.01)
    named, opened, done = ["first", "first", "second"], Queue[str](), Queue[str]()
    working = Ahead()

    def newest() -> str:
        return named.pop(0) if len(named) > 1 else named[0]

    working.begin(newest, lambda: opened.put("a release"))
    assert opened.get(timeout=5) and opened.get(timeout=5)
    working.later(lambda: 1 / 0)
    working.later(lambda: done.put("after the fault"))
    assert done.get(timeout=5) == "after the fault"
    assert opened.empty()  # the second release is opened once


def test_what_is_too_much_is_left_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MOST_WAITING", 1)
    monkeypatch.setattr(ahead, "PAUSE", 0.05)
    working, made = Ahead(), list[int]()
    working.begin(lambda: "release", lambda: None)
    for number in range(20):
        working.later(lambda number=number: made.append(number))  # type: ignore[misc]
    working.finish()
    assert 0 < len(made) < 20
