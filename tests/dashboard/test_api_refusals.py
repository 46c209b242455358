"""The data interface: what cannot be answered is refused with a reason, and what has not changed is not sent again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.api_world import publish_world
from tests.dashboard.conftest import TODAY, DrawsWords


@pytest.fixture(scope="module")
def data_interface(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    processed = tmp_path_factory.mktemp("api") / "processed"
    publish_world(processed)
    yield create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY).server.test_client()


def problem(api: FlaskClient, address: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/{address}")
    said: dict[str, Any] = json.loads(answer.data)
    assert answer.content_type == "application/problem+json" and said["status"] == answer.status_code
    assert said["detail"] and said["instance"].startswith("/api/v1/")
    return said | {"name": said["type"].rsplit(":", 1)[-1]}


@pytest.mark.parametrize(
    ("address", "status", "name", "parameter", "nearest"),
    [
        ("series/years?plac=SDN", 400, "unknown-parameter", "plac", "place"),
        ("series/years?limit=1&limit=2", 400, "repeated-parameter", "limit", None),
        ("series/years?limit=0", 400, "bad-value", "limit", None),
        ("series/years?limit=10001", 400, "bad-value", "limit", None),
        ("series/years?offset=-1", 400, "bad-value", "offset", None),
        ("series/years?limit=²", 400, "bad-value", "limit", None),
        ("series/years?from=2024-06", 400, "bad-value", "from", None),  # a table of years
        ("series?from=2024-13", 400, "bad-value", "from", None),
        ("series?from=2024&to=2023", 400, "bad-value", "from", None),
        ("series?place=", 400, "bad-value", "place", None),
        ("series?kind=contry", 400, "unknown-value", "kind", "country"),
        ("series?format=xml", 400, "unknown-value", "format", None),
        ("series?place=Sudann", 404, "unknown-place", "place", "SDN"),
        ("series?place=UNK", 404, "unknown-place", "place", None),
        ("series?place=PSE", 404, "not-separable", "place", "ISR"),
        ("scores?indicator=fatalities_yaer", 404, "unknown-value", "indicator", "fatalities_year"),
        ("series?source=ucdp_gid", 404, "unknown-value", "source", "ucdp_ged"),
        ("series?release=../../x", 404, "unknown-release", "release", None),
        ("serie", 404, "unknown-address", None, "series"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(
    data_interface: FlaskClient, address: str, status: int, name: str, parameter: str | None, nearest: str | None
) -> None:
    said = problem(data_interface, address)
    assert (said["status"], said["name"], said["parameter"]) == (status, name, parameter)
    assert nearest is None or nearest in said["nearest"]


def test_people_without_a_country_can_be_asked_for(data_interface: FlaskClient) -> None:
    assert data_interface.get("/api/v1/displacement?origin=UNK,XXA").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(data_interface: FlaskClient, method: str) -> None:
    answer = data_interface.open("/api/v1/series", method=method)
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.content_type == "application/problem+json"


def test_a_page_of_another_host_may_read(data_interface: FlaskClient) -> None:
    for answer in (data_interface.get("/api/v1/series"), data_interface.options("/api/v1/series")):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert data_interface.options("/api/v1/series").headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    head = data_interface.head("/api/v1/series/years")
    assert head.status_code == 200 and head.data == b"" and head.headers["X-Total-Count"] != "0"


def test_an_answer_that_is_there_already_is_not_sent_again(data_interface: FlaskClient) -> None:
    address = "/api/v1/series/years?place=SDN"
    first = data_interface.get(address)
    again = data_interface.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and again.data == b"" and again.headers["ETag"] == first.headers["ETag"]
    for other in (f"{address}&limit=5", f"{address}&format=csv", "/api/v1/series?place=SDN"):
        assert data_interface.get(other, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_new_release_changes_the_tag(tmp_path: Path) -> None:
    publish_world(tmp_path, "2025-06-01")
    api = create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY).server.test_client()
    first = api.get("/api/v1/series/years").headers["ETag"]
    publish_world(tmp_path)
    assert api.get("/api/v1/series/years", headers={"If-None-Match": first}).status_code == 200


def test_where_nothing_is_published_that_is_said(tmp_path: Path) -> None:
    api = create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY).server.test_client()
    assert problem(api, "series")["name"] == "nothing-published"
    assert api.get("/api/v1/openapi.json").status_code == 200
