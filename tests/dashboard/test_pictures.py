"""Pictures are drawn once for a release, one at a time, and those beyond the first in the queue are told to come back."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dashboard.application import create_app
from dashboard.pictures import BusyError, Pictures
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, client_of

SOON = 20  # seconds; never reached unless something hangs


class DrawsWhenTold:
    """Stands in for the exporter: counts what it draws and waits for the word."""

    def __init__(self) -> None:
        self.drawn, self.started, self.go_on = 0, threading.Event(), threading.Event()

    def export(self, figure: Any, caption: Any, language: Any, format: Any, width: int, height: int) -> bytes:
        self.drawn += 1
        self.started.set()
        assert self.go_on.wait(SOON)
        return f"{format} {caption.title}".encode()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def test_a_picture_of_a_release_is_drawn_once(processed: Path) -> None:
    exporter = DrawsWhenTold()
    exporter.go_on.set()
    client = client_of(create_app(ReleaseShelf(processed, processed / "starter"), exporter, TODAY))
    address = "/export/annual.png?place=SDN"
    assert client.get(address).data == client.get(address).data and exporter.drawn == 1
    client.get(address + "&lang=fr")
    client.get(address + "&scale=log")
    client.get("/export/annual.svg?place=SDN")
    assert exporter.drawn == 4


def test_a_third_picture_is_told_to_come_back(processed: Path, threads: ThreadPoolExecutor) -> None:
    exporter = DrawsWhenTold()
    app = create_app(ReleaseShelf(processed, processed / "starter"), exporter, TODAY)
    client_of(app)

    def ask(place: str) -> Any:
        return app.server.test_client().get(f"/export/annual.png?place={place}")

    first = threads.submit(ask, "SDN")
    assert exporter.started.wait(SOON)
    others = [threads.submit(ask, place) for place in ("SSD", "RWA")]
    refused = next(answer for answer in _as_done(others) if answer.status_code == 503)
    assert int(refused.headers["Retry-After"]) > 0 and "ask again" in refused.text
    assert ask("TUV").status_code == 503
    exporter.go_on.set()
    answers = [first.result(SOON), *(other.result(SOON) for other in others)]
    assert sorted(answer.status_code for answer in answers) == [200, 200, 503]


def test_only_the_most_recent_pictures_are_kept() -> None:
    pictures = Pictures(limit=2)
    drawn: list[str] = []

    def draw(name: str) -> bytes:
        drawn.append(name)
        return name.encode()

    for name in "abacb":
        assert pictures.picture(name, partial(draw, name)) == name.encode()
    assert drawn == ["a", "b", "c", "b"]


def test_a_picture_that_fails_frees_its_place() -> None:
    pictures = Pictures()

    def fail() -> bytes:
        raise BusyError

    for _ in range(5):
        with pytest.raises(BusyError):
            pictures.picture("a", fail)
    assert pictures.picture("a", lambda: b"drawn") == b"drawn"


def _as_done(futures: list[Any]) -> Iterator[Any]:
    for future in as_completed(futures, timeout=SOON):
        yield future.result()
