"""The data interface says what changed between two releases that are kept."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.changes.two_releases import released, years
from tests.dashboard.conftest import TODAY, DrawsWords, client_of
from tests.dashboard.small_world import publish_release


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, tuple[str, str, str]]:
    """A client over three releases, and their ids, oldest first; Sudan's deaths of 2023 are revised each time."""
    folder: Path = tmp_path_factory.mktemp("three") / "processed"
    ids = tuple(
        released(folder, f"2026-0{month}-05", {"violence_year": years({2023: n, 2024: 5})}).id
        for month, n in ((1, 1000), (2, 1240), (3, 1310))
    )
    (folder / "CURRENT").write_text(ids[2], "utf-8")
    app = create_app(ReleaseShelf(folder, folder / "starter"), DrawsWords(), TODAY)
    return client_of(app), (ids[0], ids[1], ids[2])


def test_without_a_word_the_release_before_is_compared(three: tuple[FlaskClient, tuple[str, str, str]]) -> None:
    client, ids = three
    said = client.get("/api/v1/changes").get_json()
    assert said["release"]["id"] == ids[2]
    assert [(row["place_id"], row["period"], row["was"], row["is"], row["how"]) for row in said["rows"]] == [
        ("SDN", "2023", 1240, 1310, "revised")
    ]
    assert said["rows"][0]["compared_with"] == ids[1]


def test_an_older_release_can_be_named(three: tuple[FlaskClient, tuple[str, str, str]]) -> None:
    client, ids = three
    assert client.get(f"/api/v1/changes?since={ids[0]}").get_json()["rows"][0]["was"] == 1000
    assert client.get(f"/api/v1/changes?since={ids[0]}&release={ids[1]}").get_json()["rows"][0]["is"] == 1240


def test_the_oldest_release_has_nothing_to_compare_with(three: tuple[FlaskClient, tuple[str, str, str]]) -> None:
    client, ids = three
    assert client.get(f"/api/v1/changes?release={ids[0]}").get_json()["rows"] == []


def test_a_release_compared_with_itself_does_not_differ(three: tuple[FlaskClient, tuple[str, str, str]]) -> None:
    client, ids = three
    assert client.get(f"/api/v1/changes?since={ids[2]}").get_json()["rows"] == []


def test_a_release_that_is_gone_and_one_that_is_newer_are_refused(
    three: tuple[FlaskClient, tuple[str, str, str]],
) -> None:
    client, ids = three
    gone = client.get("/api/v1/changes?since=2020-01-01-gone")
    assert gone.status_code == 404 and gone.get_json()["parameter"] == "since"
    newer = client.get(f"/api/v1/changes?since={ids[2]}&release={ids[1]}")
    assert newer.status_code == 400 and newer.get_json()["nearest"] == [ids[0]]


def test_changes_are_narrowed_by_place_figure_and_how(three: tuple[FlaskClient, tuple[str, str, str]]) -> None:
    client, _ = three
    for query, count in (
        ("place=SDN", 1),
        ("place=TCD", 0),
        ("figure=deaths_year&how=revised", 1),
        ("figure=tempo", 0),
        ("kind=crisis", 0),
    ):
        assert len(client.get(f"/api/v1/changes?{query}").get_json()["rows"]) == count, query


def test_the_answer_changes_with_the_releases_that_are_kept(tmp_path: Path) -> None:
    publish_release(tmp_path)
    client = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    alone = client.get("/api/v1/changes")
    publish_release(tmp_path, "2026-11-24")
    both = client.get("/api/v1/changes", headers={"If-None-Match": alone.headers["ETag"]})
    assert alone.get_json()["rows"] == [] and both.status_code == 200
