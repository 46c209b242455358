"""A reader opens what was known on an earlier day, keeps the view, and comes back to the newest."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from releases.read import ReleaseShelf
from tests.browser.conftest import Visited
from tests.browser.serving import serving
from tests.dashboard.conftest import TODAY
from tests.dashboard.small_world import publish_release


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard with an earlier release beside the newest."""
    processed: Path = tmp_path_factory.mktemp("kept") / "processed"
    publish_release(processed, "2025-06-01")
    publish_release(processed)
    with serving(ReleaseShelf(processed, processed / "starter"), TODAY) as served:
        yield served


def test_an_earlier_state_is_opened_by_keyboard_and_left_again(visited: Visited) -> None:
    page = visited("/place/SDN")
    page.get_by_role("radio", name="Logarithmic").check()
    expect(page).to_have_url(re.compile(r"scale=log$"))
    days = page.get_by_role("combobox", name="Show the figures as known on")
    days.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"scale=log&known=2025-06-01$"))
    expect(page.locator("#notice")).to_contain_text("as known on 1 June 2025")
    expect(days).to_have_value("2025-06-01")
    page.get_by_role("link", name="Show the newest").click()
    expect(page).to_have_url(re.compile(r"/place/SDN\?scale=log$"))
    expect(page.locator("#notice")).to_be_empty()
