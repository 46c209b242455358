"""A reader watches places: remembered from page to page, reopened by link in another browser, never overwritten unasked."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visited
from tests.browser.test_keyboard import tab_to

KEPT = "localStorage.getItem('slowburn.watchlist')"
ROWS = "table.watched tbody tr"


def watch(page: Page, address: str, place: str) -> None:
    """Open the page of a place and press its button."""
    page.goto(re.sub(r"(//[^/]+).*", rf"\1{address}", page.url))
    page.wait_for_selector("#watch")
    page.locator("#watch").click()
    expect(page.locator("#watch")).to_have_attribute("aria-pressed", "true")
    assert place in page.evaluate(KEPT)


def test_what_is_watched_is_remembered_and_reopens_by_link_in_a_fresh_browser(visited: Visited) -> None:
    page = visited("/place/SDN")
    watch(page, "/place/SDN", "SDN")
    watch(page, "/place/crisis:darfur", "crisis:darfur")
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("main h1")).to_contain_text("In 2024")
    page.get_by_role("link", name="Watchlist 2").click()
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/watchlist\?places=SDN,crisis:darfur$"))
    expect(page.locator(".owner")).to_contain_text("This is your list")
    link = page.url
    page.get_by_role("link", name="Sudan", exact=True).click()
    expect(page.locator("#watch")).to_have_attribute("aria-pressed", "true")

    fresh = visited(link[link.index("/watchlist") :])
    expect(fresh.locator(ROWS)).to_have_count(2)
    assert fresh.evaluate(KEPT) is None  # an address keeps nothing by itself
    fresh.get_by_role("button", name="Keep it as mine").click()
    expect(fresh.locator(".owner")).to_contain_text("This is your list")
    assert fresh.evaluate(KEPT) == "SDN,crisis:darfur"


def test_a_list_from_an_address_never_overwrites_the_readers_own_unasked(visited: Visited) -> None:
    page = visited("/place/RWA")
    watch(page, "/place/RWA", "RWA")
    page.goto(page.url.replace("/place/RWA", "/watchlist?places=SDN,SSD"))
    expect(page.locator(".owner")).to_contain_text("yours is another and stays as it is: RWA.")
    assert page.evaluate(KEPT) == "RWA"
    page.get_by_role("button", name="Replace mine by this one").click()
    assert page.evaluate(KEPT) == "SDN,SSD"
    page.get_by_role("link", name="Show the list it replaced").click()
    expect(page.locator(ROWS)).to_have_count(1)
    page.get_by_role("button", name="Add these to mine").click()
    assert page.evaluate(KEPT) == "SDN,SSD,RWA"


def test_the_own_list_follows_what_is_moved_taken_out_and_added(visited: Visited) -> None:
    page = visited("/watchlist?places=SDN,SSD")
    page.get_by_role("button", name="Keep it as mine").click()
    page.get_by_role("link", name="Move South Sudan up").click()
    expect(page.locator(ROWS).first).to_contain_text("South Sudan")
    expect(page.locator(".owner")).to_contain_text("This is your list")
    assert page.evaluate(KEPT) == "SSD,SDN"
    page.locator("#add").fill("Rwanda")
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(3)
    expect(page.locator(".owner")).to_contain_text("This is your list")
    for name in ("South Sudan", "Sudan", "Rwanda"):
        page.get_by_role("link", name=f"Take out {name}", exact=True).click()
        expect(page.get_by_role("link", name=f"Take out {name}", exact=True)).to_have_count(0)
    expect(page.locator("main h1")).to_have_text("No place is on watch yet")
    assert page.evaluate(KEPT) is None


def test_a_changed_list_of_somebody_else_stays_theirs(visited: Visited) -> None:
    page = visited("/place/RWA")
    watch(page, "/place/RWA", "RWA")
    page.goto(page.url.replace("/place/RWA", "/watchlist?places=SDN,SSD"))
    page.get_by_role("link", name="Take out Sudan", exact=True).click()
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(".owner")).to_contain_text("yours is another")
    assert page.evaluate(KEPT) == "RWA"


def test_by_keyboard_a_place_is_put_on_the_list_and_taken_off(visited: Visited) -> None:
    page = visited("/place/SDN")
    page.wait_for_selector("#watch")
    tab_to(page, "#watch")
    page.keyboard.press("Space")
    expect(page.locator("#watch")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".watch [role=status]")).to_contain_text("which this browser keeps")
    page.keyboard.press("Enter")
    expect(page.locator("#watch")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(KEPT) is None


def test_a_browser_that_keeps_nothing_says_so_and_shows_the_list_all_the_same(visited: Visited) -> None:
    page = visited("/watchlist?places=SDN")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.reload()
    expect(page.locator(ROWS)).to_have_count(1)
    page.get_by_role("link", name="Sudan", exact=True).click()
    page.locator("#watch").click()
    expect(page.locator(".watch [role=status]")).to_contain_text("this browser keeps nothing")


def test_what_somebody_else_wrote_into_the_storage_is_no_place(visited: Visited) -> None:
    page = visited("/")
    page.evaluate("localStorage.setItem('slowburn.watchlist', '<img src=x onerror=1>,SDN,,../..')")
    page.reload()
    page.get_by_role("link", name="Watchlist 1").click()
    expect(page.locator(ROWS)).to_have_count(1)
