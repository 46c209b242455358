"""A question that no row answers is answered with no rows, whatever the table."""

from pathlib import Path

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.api_world import publish_world
from tests.dashboard.conftest import TODAY, DrawsWords


def test_scores_without_a_row_are_an_empty_answer(tmp_path: Path) -> None:
    publish_world(tmp_path)
    api = create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY).server.test_client()
    for place in ("COL", "TUV"):
        answer = api.get(f"/api/v1/scores?place={place}&indicator=fatalities_12_months")
        assert answer.status_code == 200
        assert answer.get_json()["rows"] == []
