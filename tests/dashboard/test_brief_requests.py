"""What a page may ask brief.py for: nothing but what is known, from this dashboard's own pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from briefing.comparison import LEAST
from briefing.comparison import MOST as MOST_COMPARED
from briefing.make import TEMPLATES as MADE
from briefing.pdf import PAPERS as PRINTED
from briefing.writing import FORMATS as WRITTEN
from dashboard.application import create_app, server_of
from dashboard.brief_jobs import BriefJobs, BusyError, Told
from dashboard.brief_routes import FORMATS, PAPERS, TEMPLATES
from figures.export import Exporter
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, open_page
from tests.dashboard.small_world import publish_release

KEY = "a" * 32


class Noted(BriefJobs):
    """Writes down what is asked for and makes nothing."""

    asked: list[list[str]] = []  # noqa: RUF012
    stands: Told | None = Told("waiting")
    is_busy = False

    def order(self, arguments: Sequence[str], address: str) -> str:
        if type(self).is_busy:
            raise BusyError
        type(self).asked.append([*arguments, address])
        return KEY

    def told(self, key: str) -> Told | None:
        return type(self).stands if key == KEY else None


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Noted:
    monkeypatch.setattr(Noted, "asked", [])
    monkeypatch.setattr(Noted, "stands", Told("waiting"))
    monkeypatch.setattr(Noted, "is_busy", False)
    return Noted(tmp_path / "brief.py", tmp_path)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> ReleaseShelf:
    processed = tmp_path_factory.mktemp("asked") / "processed"
    publish_release(processed)
    return ReleaseShelf(processed, processed / "starter")


@pytest.fixture
def desk(shelf: ReleaseShelf, jobs: Noted) -> FlaskClient:
    return server_of(create_app(shelf, Exporter(Path()), TODAY, jobs=jobs)).test_client()


@pytest.fixture
def wanted(shelf: ReleaseShelf) -> dict[str, Any]:
    return {
        "template": "country",
        "places": ["SDN"],
        "formats": ["pdf", "pptx"],
        "paper": "letter",
        "lang": "fr",
        "release": shelf.current().id,
        "for": "CAN",
    }


def test_a_known_request_becomes_a_command_of_known_words(
    desk: FlaskClient, jobs: Noted, wanted: dict[str, Any]
) -> None:
    answer = desk.post("/briefs", json=wanted)
    assert answer.status_code == 202 and answer.json is not None
    assert answer.json["told"] == f"/briefs/{KEY}" and "en préparation" in answer.json["said"]
    said = "--template country --to pptx,pdf --lang fr --paper letter --release"
    assert " ".join(jobs.asked[0]) == f"{said} {wanted['release']} --for CAN -- SDN http://localhost"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("template", "other"),
        ("template", ["country"]),
        ("places", []),
        ("places", ["SDN", "COD"]),
        ("places", "SDN"),
        ("places", ["--out"]),
        ("places", ["SDN; rm -rf /"]),
        ("places", [{"a": 1}]),
        ("formats", []),
        ("formats", ["exe"]),
        ("formats", ["pdf", None]),
        ("formats", [["pdf"]]),
        ("paper", "a0"),
        ("lang", "xx"),
        ("release", "../../../etc"),
        ("release", None),
        ("for", "YUG"),
        ("for", "--lang"),
        ("for", ["CAN"]),
    ],
)
def test_nothing_unknown_starts_a_process(
    desk: FlaskClient, jobs: Noted, wanted: dict[str, Any], name: str, given: object
) -> None:
    answer = desk.post("/briefs", json={**wanted, name: given})
    assert answer.status_code == 400 and jobs.asked == []


@pytest.mark.parametrize("body", [[], "x", {}, 7])
def test_what_is_no_request_is_refused(desk: FlaskClient, jobs: Noted, body: object) -> None:
    assert desk.post("/briefs", json=body).status_code == 400 and jobs.asked == []


def test_another_site_cannot_ask(desk: FlaskClient, jobs: Noted, wanted: dict[str, Any]) -> None:
    assert desk.post("/briefs", json=wanted, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert desk.post("/briefs", data=wanted).status_code == 403
    assert desk.post("/briefs", json={**wanted, "more": "x" * 9_000}).status_code == 413
    assert jobs.asked == []


def test_a_host_that_is_no_host_is_not_cited(desk: FlaskClient, jobs: Noted, wanted: dict[str, Any]) -> None:
    desk.post("/briefs", json=wanted, headers={"Host": "desk.example:8050"})
    assert jobs.asked[-1][-1] == "http://desk.example:8050"
    desk.post("/briefs", json=wanted, headers={"Host": "a<script>"})
    assert "script" not in jobs.asked[-1][-1] or len(jobs.asked) == 1


def test_how_it_stands_is_said_in_words(
    desk: FlaskClient, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Any]
) -> None:
    for told, status, part in (
        (Told("ready"), 200, "is ready"),
        (Told("ready", "no_pictures"), 200, "apt-get install chromium"),
        (Told("failed", "time"), 200, "too long"),
        (Told("failed", "stopped"), 200, "ask again"),
    ):
        monkeypatch.setattr(Noted, "stands", told)
        answer = desk.get(f"/briefs/{KEY}")
        assert answer.status_code == status and answer.json is not None and part in answer.json["said"]
        assert bool(answer.json["file"]) == (told.state == "ready")
        assert answer.headers["Cache-Control"] == "no-store"
    assert desk.get("/briefs/unknown").status_code == 404
    assert desk.get("/briefs/unknown/briefing.zip").status_code == 404
    monkeypatch.setattr(Noted, "is_busy", True)
    busy = desk.post("/briefs", json=wanted)
    assert busy.status_code == 503 and busy.headers["Retry-After"] == "60"


def test_the_page_knows_the_same_words_as_the_command() -> None:
    assert set(TEMPLATES) == set(MADE) and TEMPLATES["comparison"] == (LEAST, MOST_COMPARED)
    assert FORMATS == WRITTEN and tuple(PRINTED) == PAPERS


@pytest.mark.parametrize(
    ("path", "search", "template"),
    [
        ("/", "", "monthly-watch"),
        ("/place/SDN", "", "country"),
        ("/compare", "?place=SDN&place=COL", "comparison"),
        ("/watchlist", "?places=SDN", "monthly-watch"),
    ],
)
def test_pages_offer_it_only_where_it_is_switched_on(
    shelf: ReleaseShelf, jobs: Noted, path: str, search: str, template: str
) -> None:
    for switched in (jobs, None):
        app = create_app(shelf, Exporter(Path()), TODAY, jobs=switched)
        client = server_of(app).test_client()
        offered = open_page(client, path, search).parts("Briefing")
        assert [one["ask"]["template"] for one in offered] == ([template] if switched is not None else [])
        assert client.post("/briefs", json={}).status_code == (400 if switched is not None else 405)
