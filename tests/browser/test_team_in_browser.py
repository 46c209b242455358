"""What a team writes cannot become a program in a reader's browser; what is wrong in its files leads to what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from releases.read import ReleaseShelf
from tests.browser.serving import serving
from tests.dashboard.conftest import TODAY
from tests.dashboard.small_world import publish_release

HOSTILE = "<script>window.taken = 1</script><img src=x onerror='window.taken = 1'>"
NOTES = f"""
[[note]]
places = ["SDN"]
date = 2026-11-20
author = "{HOSTILE.replace("'", "")}"
text = "{HOSTILE}"
link = "https://example.org/?q=%3Cscript%3E"

[[note]]
places = ["SDN"]
date = 2026-11-20
text = "x"
link = "javascript:window.taken=1"
"""
CALENDAR = f"""
[[date]]
what = "{HOSTILE}"
date = 2026-12-01
places = ["SDN"]
"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The dashboard of a team whose files are hostile."""
    processed, team = tmp_path / "processed", tmp_path / "team"
    publish_release(processed)
    team.mkdir()
    (team / "notes.toml").write_text(NOTES)
    (team / "calendar.toml").write_text(CALENDAR)
    with serving(ReleaseShelf(processed, processed / "starter"), TODAY, team) as address:
        context = browser.new_context(base_url=address)
        yield context.new_page()
        context.close()


def test_what_a_team_writes_is_shown_and_never_run(page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    for path, card in (
        ("/place/SDN", "#team-notes-title"),
        ("/", "#dates-title"),
        ("/watchlist?places=SDN", "main h1"),
    ):
        page.goto(path)
        page.wait_for_selector(card)
        expect(page.locator("main")).to_contain_text(HOSTILE)
        assert page.evaluate("window.taken") is None, path
        assert page.locator("main script, main img[src='x'], main a[href^='javascript']").count() == 0, path
    assert refused == []


def test_what_is_wrong_leads_to_what_to_do(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="what to do").click()
    expect(page.locator(".problems li")).to_have_text(
        "notes.toml, entry 2: link must begin with https:// or http:// and name a host."
    )
