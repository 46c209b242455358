"""What a reader does, in a real browser that reaches no other host.

Each journey also fails on a console error, a failed or an external request.
"""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visited

MAP = "#world .choroplethlayer path"
BARS = "#annual .barlayer path"


def drawn(page: Page, selector: str) -> int:
    """Wait for a chart and count what is drawn."""
    page.wait_for_selector(selector, state="attached")
    return page.locator(selector).count()


def click_on_map(page: Page, place: str) -> None:
    """Click into the middle of a country; plotly keeps the code of each on its path."""
    find = "(paths, place) => { const box = paths.find(path => path.__data__.loc === place).getBoundingClientRect();"
    x, y = page.locator(MAP).evaluate_all(find + " return [box.x + box.width / 2, box.y + box.height / 2]; }", place)
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def test_the_overview_shows_map_list_and_sparklines(visited: Visited) -> None:
    page = visited("/")
    assert drawn(page, MAP) > 200
    expect(page.locator("table.ranking tbody tr").first).to_contain_text("Ukraine")
    assert page.locator("table.ranking img").first.evaluate("image => image.naturalWidth") == 96
    expect(page.locator("main h1")).to_have_text(re.compile("In 2024, 5 places recorded 25 or more deaths"))


def test_a_link_leads_to_south_sudan_and_back(visited: Visited) -> None:
    page = visited("/")
    drawn(page, MAP)
    page.get_by_role("link", name="South Sudan").click()
    expect(page.locator("main h1")).to_have_text("South Sudan")
    expect(page).to_have_title("South Sudan · Slowburn")
    assert drawn(page, BARS) > 0 and drawn(page, "#months .barlayer path") > 0
    page.go_back()
    expect(page.locator("main h1")).to_contain_text("In 2024")
    assert drawn(page, MAP) > 200


def test_a_click_on_the_map_opens_a_place_and_back_returns(visited: Visited) -> None:
    page = visited("/?measure=deaths")
    drawn(page, MAP)
    click_on_map(page, "SDN")
    expect(page.locator("main h1")).to_have_text("Sudan")
    page.go_back()
    expect(page.get_by_role("radio", name="Deaths", exact=True)).to_be_checked()
    expect(page).to_have_url(re.compile(r"measure=deaths"))


def test_an_address_with_parameters_restores_the_view(visited: Visited) -> None:
    page = visited("/?measure=rate&year=1994&tempo=sudden&shown=all")
    drawn(page, MAP)
    expect(page.get_by_role("radio", name="Per 100,000")).to_be_checked()
    expect(page.get_by_role("slider")).to_have_value("1994")
    expect(page.get_by_role("radio", name="Sudden")).to_be_checked()
    expect(page.locator("table.ranking tbody tr").first).to_contain_text("Rwanda")
    page = visited("/place/RWA?unit=rate&scale=log")
    drawn(page, "#annual .main-svg")
    expect(page.get_by_role("radio", name="Logarithmic")).to_be_checked()
    expect(page.locator("#annual-head")).to_contain_text("per 100,000 people")


def test_controls_write_the_address_and_back_moves_them(visited: Visited) -> None:
    page = visited("/place/SDN")
    drawn(page, BARS)
    entries = page.evaluate("history.length")
    page.get_by_role("radio", name="Per 100,000 people").check()
    expect(page).to_have_url(re.compile(r"/place/SDN\?unit=rate$"))
    expect(page.locator("#annual-head")).to_contain_text("per 100,000 people")
    page.get_by_role("radio", name="Logarithmic").check()
    expect(page).to_have_url(re.compile(r"unit=rate&scale=log$"))
    assert page.evaluate("history.length") == entries + 2
    page.go_back()
    expect(page.get_by_role("radio", name="Linear")).to_be_checked()
    expect(page.get_by_role("radio", name="Per 100,000 people")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name="Deaths", exact=True)).to_be_checked()
    expect(page.locator("#annual-head")).not_to_contain_text("per 100,000")
    page.go_forward()
    expect(page.locator("#annual-head")).to_contain_text("per 100,000 people")


def test_the_year_slider_moves_map_and_table(visited: Visited) -> None:
    page = visited("/")
    drawn(page, MAP)
    page.get_by_role("slider").fill("1994")
    expect(page.locator("#ranking-head")).to_contain_text("1994")
    expect(page.locator("table.ranking tbody tr").first).to_contain_text("Rwanda")
    expect(page.locator("#world-head")).to_contain_text("1994")
    expect(page).to_have_url(re.compile(r"\?year=1994$"))


def test_the_language_switch_keeps_the_view(visited: Visited) -> None:
    page = visited("/place/SSD?scale=log")
    drawn(page, "#annual .main-svg")
    page.get_by_role("radio", name="Per 100,000 people").check()
    expect(page).to_have_url(re.compile("unit=rate"))
    page.get_by_role("link", name="Français").click()
    expect(page.locator("main h1")).to_have_text("Soudan du Sud")
    assert page.evaluate("document.documentElement.lang") == "fr"
    expect(page).to_have_url(re.compile(r"unit=rate&scale=log&lang=fr"))
    page.locator(".brand").click()
    expect(page.locator("main h1")).to_contain_text("En 2024")


def test_the_search_box_finds_a_place_by_a_usual_name(visited: Visited) -> None:
    page = visited("/")
    box = page.get_by_role("combobox", name="Find a place")
    box.focus()
    page.wait_for_selector("#place-names option", state="attached")
    box.fill("Gaza")
    box.press("Enter")
    expect(page.locator("main h1")).to_have_text("Palestine")
    expect(page.locator("main")).to_contain_text("Not separable in this source.")
    page.get_by_role("link", name="Israel and Palestine (as coded by UCDP)").click()
    expect(page.locator("main h1")).to_contain_text("Israel and Palestine")


def test_darfur_is_found_by_its_usual_name_says_its_rung_and_back_returns(visited: Visited) -> None:
    page = visited("/?listed=crises")
    drawn(page, MAP)
    page.wait_for_load_state("networkidle")
    expect(page.locator("table.crises-list tbody tr").first).to_contain_text("Darfur")
    box = page.get_by_role("combobox", name="Find a place")
    box.fill("Dar Fur")
    box.press("Enter")
    expect(page.locator("main h1")).to_have_text("Darfur")
    expect(page.locator("main .rung")).to_contain_text("the figures stand on UCDP's events: all types of violence")
    assert drawn(page, BARS) > 0
    page.get_by_role("radio", name="Logarithmic").check()
    expect(page).to_have_url(re.compile(r"/place/crisis:darfur\?scale=log$"))
    page.go_back()
    expect(page.get_by_role("radio", name="Linear")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name="Named crises")).to_be_checked()
    expect(page.locator("table.crises-list tbody tr").first).to_contain_text("Darfur")


def test_the_table_twin_opens_with_the_keyboard(visited: Visited) -> None:
    page = visited("/place/UKR")
    drawn(page, "#months .barlayer path")
    page.locator("#months-opener").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#months-twin tbody tr").first).to_contain_text("No monthly figure")
    page.locator("#annual-opener").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#annual-twin tbody tr").first).to_contain_text("50,000")


def test_downloads_leave_as_files(visited: Visited, tmp_path: Path) -> None:
    page = visited("/place/SDN")
    drawn(page, BARS)
    starts = {"CSV": b"place_id,", "SVG": b"<svg", "PNG": b"\x89PNG"}
    for name, start in starts.items():
        with page.expect_download() as waiting:
            page.locator("#annual-links").get_by_role("link", name=name).click()
        file = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(file)
        assert file.name.startswith("slowburn-annual-sdn-2026-11-23-") and file.read_bytes().startswith(start), name


def test_every_page_fits_a_phone(visited: Visited) -> None:
    for path in (
        "/",
        "/?listed=crises",
        "/place/SDN",
        "/place/crisis:darfur",
        "/place/PSE",
        "/flows",
        "/flows?origin=SDN&for=CAN",
        "/will?for=CAN",
        "/sources",
    ):
        page = visited(path, width=390, height=800)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_the_keyboard_reaches_the_content_first(visited: Visited) -> None:
    page = visited("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_navigation_leads_to_the_sources_and_back(visited: Visited) -> None:
    page = visited("/place/SDN")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sources").click()
    expect(page.locator("main h1")).to_have_text("Sources and how they stand")
    expect(page.locator("table.states tbody tr").first).to_be_visible()
    page.go_back()
    expect(page.locator("main h1")).to_have_text("Sudan")
