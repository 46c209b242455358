"""One morning of an analyst, over the release this repository starts with, in both languages and without a mouse.

Find Sudan, see why it stands where it stands, put DR Congo beside it, choose Canada, take the figures away,
open the same view again from its link, and go back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from releases.read import ReleaseShelf
from tests.browser.conftest import Visited
from tests.browser.every_page import wait_until_drawn
from tests.browser.serving import serving
from tests.browser.test_keyboard import tab_to
from tests.dashboard.conftest import TODAY

STARTER = Path(__file__).parents[2] / "data" / "processed" / "starter"


@dataclass(frozen=True)
class Said:
    """What the reader types and reads in one language."""

    code: str
    start: str
    congo: str
    compare: str
    sudan_title: str
    made_of: str
    onset: str


ENGLISH = Said("en", "/", "DR Congo", "Compare with others", "Sudan", "What severity is made of", "Years since onset")
FRENCH = Said(
    "fr",
    "/?lang=fr",
    "RD Congo",
    "Comparer avec d’autres",
    "Soudan",
    "De quoi la gravité est faite",
    "Années depuis le début",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the release that comes with the repository."""
    processed = tmp_path_factory.mktemp("starter") / "processed"
    with serving(ReleaseShelf(processed, STARTER), TODAY) as served:
        yield served


def severity_is_explained(page: Page, said: Said) -> None:
    """The page names the place and splits its severity into parts."""
    expect(page.locator("main h1")).to_have_text(said.sudan_title)
    expect(page.locator("table.parts")).to_be_visible()
    expect(page.locator("main")).to_contain_text(said.made_of)
    assert page.locator("table.parts tbody tr").count() >= 3


def exports_hold_both(page: Page, tmp_path: Path, press_enter: bool) -> None:
    """The CSV of the comparison holds rows of both places, and says its release."""
    link = page.locator("#comparison-links").get_by_role("link", name="CSV")
    with page.expect_download() as waiting:
        if press_enter:
            link.focus()
            page.keyboard.press("Enter")
        else:
            link.click()
    file = tmp_path / "compared.csv"
    waiting.value.save_as(file)
    text = file.read_text("utf-8-sig")
    assert "SDN" in text and "COD" in text and re.search(r"release", text)


def is_reopened(browser: Browser, page: Page) -> None:
    """A browser that knows nothing of this reader shows the same view under the same address."""
    context = browser.new_context()
    try:
        other = context.new_page()
        other.goto(page.url)
        wait_until_drawn(other)
        for selector in ("main h1", "#comparison-head", "#comparison-summary", ".compared"):
            expect(other.locator(selector)).to_have_text(page.locator(selector).inner_text(), use_inner_text=True)
        expect(other.locator("#reader")).to_have_value("CAN")
    finally:
        context.close()


@pytest.mark.parametrize("said", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_from_sudan_to_a_shared_comparison_and_back(
    visited: Visited, browser: Browser, said: Said, tmp_path: Path
) -> None:
    page = visited(said.start)
    page.locator("#search").fill(said.sudan_title)
    page.locator("#search").press("Enter")
    severity_is_explained(page, said)
    page.get_by_role("link", name=said.compare).click()
    expect(page).to_have_url(re.compile(r"/compare\?place=SDN"))
    wait_until_drawn(page)
    page.locator("#add").fill(said.congo)
    page.locator("#add").press("Enter")
    expect(page).to_have_url(re.compile(r"place=SDN&place=COD"))
    wait_until_drawn(page)
    page.locator("#reader").select_option("CAN")
    expect(page).to_have_url(re.compile("for=CAN"))
    wait_until_drawn(page)
    page.get_by_role("radio", name=said.onset).check()
    expect(page).to_have_url(re.compile("axis=onset"))
    exports_hold_both(page, tmp_path, press_enter=False)
    is_reopened(browser, page)
    page.go_back()
    expect(page.get_by_role("radio", name=said.onset)).not_to_be_checked()
    expect(page.locator(".compared li")).to_have_count(2)
    assert page.evaluate("document.documentElement.lang") == said.code


@pytest.mark.parametrize("said", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_the_same_morning_by_keyboard_alone(visited: Visited, browser: Browser, said: Said, tmp_path: Path) -> None:
    page = visited(said.start)
    wait_until_drawn(page)
    tab_to(page, "#search")
    page.keyboard.type(said.sudan_title)
    page.keyboard.press("Enter")
    severity_is_explained(page, said)
    wait_until_drawn(page)
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, "a[href^='/compare?place=SDN']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/compare\?place=SDN"))
    wait_until_drawn(page)
    tab_to(page, "#reader")
    page.keyboard.type("Can")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("for=CAN"))
    wait_until_drawn(page)
    tab_to(page, "#add")
    page.keyboard.type(said.congo)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"place=SDN&place=COD"))
    wait_until_drawn(page)
    tab_to(page, "input[name=axis]")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("axis=onset"))
    tab_to(page, "#comparison-links a[href*='csv']")
    exports_hold_both(page, tmp_path, press_enter=True)
    is_reopened(browser, page)
    page.go_back()
    expect(page.get_by_role("radio", name=said.onset)).not_to_be_checked()
