"""A reader notes a release as seen; once a newer one is published the browser asks what changed since, and the address says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from releases.read import ReleaseShelf
from tests.browser.conftest import Visited
from tests.browser.serving import serving
from tests.dashboard.conftest import TODAY
from tests.dashboard.small_world import publish_release

CARD = "section[aria-labelledby=changes-title]"
NOTED = re.compile(r"Noted in this browser on .*20\d\d: the next release is compared with this one\.")


@pytest.fixture
def processed(tmp_path: Path) -> Path:
    """Two releases, the older one without the later tables."""
    publish_release(tmp_path, "2026-11-01", with_measures=False)
    publish_release(tmp_path, "2026-11-10")
    return tmp_path


@pytest.fixture
def address(processed: Path) -> Iterator[str]:
    with serving(ReleaseShelf(processed, processed / "starter"), TODAY) as served:
        yield served


def title_of_card(page: Page, said: str) -> None:
    expect(page.locator("#changes-title")).to_have_text(said)


def test_what_was_noted_as_seen_is_what_a_newer_release_is_compared_with(visited: Visited, processed: Path) -> None:
    page = visited("/")
    title_of_card(page, "What changed since the last release, of 1 November 2026")
    page.get_by_role("button", name="I have seen these").click()
    expect(page.locator(f"{CARD} [role=status]")).to_have_text(NOTED)

    page.reload()  # nothing newer: no other comparison, and the act is remembered
    expect(page.locator(f"{CARD} [role=status]")).to_have_text(NOTED)
    expect(page).to_have_url(re.compile(r"/$"))

    publish_release(processed, "2026-11-15", with_parts=False)
    publish_release(processed)
    page.reload()
    title_of_card(page, "What changed since the release of 10 November 2026")
    expect(page).to_have_url(re.compile(r"\?since=2026-11-10-[0-9a-f]{12}$"))
    expect(page.get_by_role("button", name="I have seen these")).to_be_visible()

    page.get_by_role("radio", name="Deaths", exact=True).check()
    expect(page).to_have_url(re.compile(r"measure=deaths&since=2026-11-10-"))
    page.get_by_role("link", name="South Sudan").first.click()
    expect(page.locator("main h1")).to_have_text("South Sudan")
    title_of_card(page, "What changed since the release of 10 November 2026")
    page.locator(CARD).get_by_role("link", name="15 November 2026").click()
    title_of_card(page, "What changed since the release of 15 November 2026")
    page.go_back()
    title_of_card(page, "What changed since the release of 10 November 2026")


def test_a_link_reopens_a_comparison_and_one_that_is_gone_says_so(visited: Visited, processed: Path) -> None:
    oldest = min(folder.name for folder in (processed / "releases").iterdir())
    page = visited(f"/?since={oldest}")
    title_of_card(page, "What changed since the release of 1 November 2026")
    page = visited("/place/SDN?since=2020-01-01-gone")
    expect(page.locator("#notice")).to_contain_text(f"is not available here; {oldest} is shown instead")
    title_of_card(page, "What changed since the release of 1 November 2026")


def test_the_groups_open_by_keyboard(visited: Visited) -> None:
    page = visited("/")
    more = page.locator(f"{CARD} summary").first
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} details table").first).to_be_visible()
