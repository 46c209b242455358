"""Places that burnt alike: the rule in words with the place's own figures, a table, and Compare with them filled in."""

from pathlib import Path

import pytest

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard import small_places
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, Page, client_of, open_page
from tests.dashboard.small_world import publish_release


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Sudan's, in a world in which Colombia burns slowly too: 36 active years and 30 % one-sided, as in Sudan."""
    monkeypatch.setitem(small_places.TEMPO, "COL", "slow_burn")
    publish_release(tmp_path)
    app = create_app(ReleaseShelf(tmp_path, tmp_path / "none"), DrawsWords(), TODAY)
    return open_page(client_of(app), "/place/SDN", "")


def test_the_rule_is_said_with_the_place_s_own_figures(page: Page) -> None:
    assert "1 place burnt alike" in page.text()
    assert (
        "the same tempo (here slow burn, 1989–2024), half to twice as many active years (here 36), and a share of "
        "one-sided deaths that differs by at most 15 points of a hundred (here 30%)"
        in page.text().replace("Slow", "slow")
    )
    assert "it explains nothing and forecasts nothing" in page.text()


def test_each_place_stands_with_its_own_figures_and_compare_is_filled_in(page: Page) -> None:
    assert page.row("/place/COL")[1:] == ["1989–2024", "36", "30%"]
    assert "/compare?place=SDN&place=COL" in page.hrefs()


def test_its_own_crises_are_not_like_it_and_a_place_without_any_like_it_has_no_such_card(
    page: Page, opened: Opened
) -> None:
    assert "crisis:darfur" not in next(href for href in page.hrefs() if href.startswith("/compare?place=SDN&"))
    for path in ("/place/SDN", "/place/RWA", "/place/TUV", "/place/crisis:kosovo", "/place/adm1:SDN:north-darfur"):
        assert "like-title" not in opened(path).ids(), path
