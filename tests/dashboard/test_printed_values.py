"""An address from a briefing says what of it was revised since, also when its release is gone."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.application import create_app
from reading.printed import PACK_ID, kept_manifest
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Page, client_of, open_page
from tests.dashboard.small_world import publish_release

PACK = "0123456789ab"


def kept(data: Path, deaths: float) -> None:
    """A briefing that printed so many deaths in Sudan in 2024."""
    folder = data / "briefs" / PACK
    folder.mkdir(parents=True, exist_ok=True)
    values = [{"place_id": "SDN", "quantity": "fatalities_best", "year": 2024, "value": deaths}]
    manifest: dict[str, Any] = {"id": PACK, "release": "2025-01-01-gone", "places": ["SDN"], "values": values}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    publish_release(folder / "processed")
    return folder


def opened(data: Path, path: str, search: str) -> Page:
    shelf = ReleaseShelf(data / "processed", data / "starter")
    return open_page(client_of(create_app(shelf, DrawsWords(), TODAY)), path, search)


def test_a_revised_value_stands_beside_what_was_printed(data: Path) -> None:
    kept(data, 1_240)
    for path in ("/place/SDN", "/"):
        said = opened(data, path, f"?release=2025-01-01-gone&pack={PACK}").text()
        assert "was 1,240, is 3,000 since the release of" in said


def test_a_value_that_stands_is_said_to_stand(data: Path) -> None:
    kept(data, 3_000)
    assert (
        "Every value printed from the release 2025-01-01-gone stands"
        in opened(data, "/place/SDN", f"?pack={PACK}").text()
    )


def test_a_briefing_that_is_not_kept_here_is_said_not_to_be(data: Path) -> None:
    assert "not kept on this machine" in opened(data, "/place/SDN", "?pack=ffffffffffff").text()
    assert "What a briefing printed" not in opened(data, "/place/SDN", "").text()


def test_nothing_but_an_id_of_a_pack_becomes_part_of_a_path(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    assert kept_manifest(tmp_path / "briefs", "..") is None and not PACK_ID.fullmatch("../../../etc")
