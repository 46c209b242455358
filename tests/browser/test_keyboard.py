"""By keyboard alone: find a place, change a control, open a table, follow a link, come back; and a page at 200 % zoom."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visited
from tests.browser.every_page import wait_until_drawn

FOCUS = "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle; })()"
MOST_STOPS = 60  # presses of Tab before we call a control out of reach


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element is reached."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is out of reach of the keyboard")


def test_a_reader_without_a_mouse_finds_sudan_reads_its_table_and_comes_back(visited: Visited) -> None:
    page = visited("/")
    wait_until_drawn(page)
    tab_to(page, "#search")
    page.keyboard.type("Soudan")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Sudan")
    wait_until_drawn(page)
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=unit]")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("unit=rate"))
    tab_to(page, "#annual-opener")
    assert page.evaluate(FOCUS) == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#annual-twin tbody tr").first).to_be_visible()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('nav.pages a[href^=\"/sources\"]')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Sources and how they stand")
    page.go_back()  # Alt and the left arrow belong to the browser's own frame, which a headless one lacks
    expect(page.locator("main h1")).to_have_text("Sudan")
    expect(page.get_by_role("radio", name="Per 100,000 people")).to_be_checked()


def test_twice_as_large_nothing_hangs_over_the_edge(visited: Visited) -> None:
    titles = set()
    for path in ("/", "/place/SDN", "/sources"):
        page = visited(path, width=640, height=450)
        wait_until_drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path
        titles.add(page.title())
    assert len(titles) == 3


def test_who_asks_for_less_motion_gets_none(visited: Visited) -> None:
    page = visited("/")
    page.emulate_media(reduced_motion="reduce")
    moving = (
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert page.evaluate(moving) == 0
