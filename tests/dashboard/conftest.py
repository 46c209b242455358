"""The application over a small world, and what Dash answers for an address."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.small_world import publish_release

TODAY = date(2026, 11, 23)
OlderRelease = str
Opened = Callable[..., "Page"]


class DrawsWords:
    """Stands in for the exporter: says what it was asked to draw."""

    def export(self, figure: Any, caption: Any, language: Any, format: Any, width: int, height: int) -> bytes:
        return f"{format} {caption.title} {width}x{height}".encode()


class Page:
    """What Dash's router answers for an address."""

    def __init__(self, content: Any, title: str) -> None:
        self.content, self.title = content, title

    def parts(self, kind: str) -> list[dict[str, Any]]:
        """Every component of a type, with its properties."""
        return [component["props"] for component in walk(self.content) if component["type"] == kind]

    def text(self) -> str:
        """Every word that is shown."""
        return " ".join(words(self.content))

    def hrefs(self) -> list[str]:
        cells = [cell for rows in self.parts("Rows") for row in rows["rows"] for cell in row if isinstance(cell, dict)]
        linked = [component["props"] for component in walk(self.content)] + cells
        return [part["href"] for part in linked if part.get("href")]

    def listed(self) -> list[str]:
        """The addresses of the rows of every table, without what sentences link to."""
        rows = [row for table in self.parts("Rows") for row in table["rows"]]
        return [cell["href"] for row in rows for cell in row if isinstance(cell, dict) and cell.get("href")]

    def row(self, address: str) -> list[str]:
        """The words of each cell in the table row that links to an address."""
        rows = [row for table in self.parts("Rows") for row in table["rows"]]
        found = next(row for row in rows if any(cell.get("href") == address for cell in row if isinstance(cell, dict)))
        return [" ".join(cell_words(cell)) for cell in found]

    def ids(self) -> list[str]:
        return [component["props"]["id"] for component in walk(self.content) if component["props"].get("id")]


def walk(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for part in content:
            yield from walk(part)
    elif isinstance(content, dict) and "props" in content:
        yield content
        yield from walk(content["props"].get("children"))


def words(content: Any) -> Iterator[str]:
    if isinstance(content, list):
        for part in content:
            yield from words(part)
    elif isinstance(content, dict) and "props" in content:
        if content["type"] == "Choice":
            yield from (option["label"] for option in content["props"]["options"])
        if content["type"] == "Rows":
            cells = [content["props"]["headings"], *content["props"]["rows"]]
            yield from (word for row in cells for cell in row for word in cell_words(cell))
        yield from words(content["props"].get("children"))
    elif isinstance(content, str | int | float):
        yield str(content)


def cell_words(cell: str | dict[str, Any]) -> list[str]:
    """What a cell of a table says."""
    return [cell] if isinstance(cell, str) else [str(cell[part]) for part in ("text", "badge", "under") if part in cell]


@pytest.fixture(scope="session")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an older and a current release."""
    folder = tmp_path_factory.mktemp("data") / "processed"
    publish_release(folder, "2025-06-01")
    publish_release(folder)
    return folder


@pytest.fixture(scope="session")
def older(processed: Path) -> OlderRelease:
    """The id of the release that is no longer the current one."""
    return min(folder.name for folder in (processed / "releases").iterdir())


@pytest.fixture(scope="session")
def app(processed: Path) -> Dash:
    return create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    return client_of(app)


@pytest.fixture
def opened(client: FlaskClient) -> Opened:
    """Open an address as the browser does."""
    return lambda path, search="": open_page(client, path, search)


@pytest.fixture
def opened_without_release(tmp_path: Path) -> Opened:
    """The same, where nothing is published."""
    bare = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    return lambda path, search="": open_page(bare, path, search)


def client_of(app: Dash) -> FlaskClient:
    answering: FlaskClient = app.server.test_client()
    answering.get("/")  # Dash wires its router at the first request
    return answering


def open_page(client: FlaskClient, path: str, search: str) -> Page:
    place = {"id": "_pages_location", "property": "pathname", "value": path}
    body = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [place, {"id": "_pages_location", "property": "search", "value": search}],
        "state": [place],
        "changedPropIds": ["_pages_location.pathname"],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.text
    response = answer.get_json()["response"]
    return Page(response["_pages_content"]["children"], response["_pages_store"]["data"]["title"])
