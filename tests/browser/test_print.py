"""On paper: charts whole and light, open tables whole, no controls, and the address with its release."""

from playwright.sync_api import Browser, expect

from figures.dark import DARK
from figures.theme import VIOLENCE_COLOURS
from tests.browser.test_theme import bar_colours, rgb

WIDTHS = {"A4": 688, "Letter": 710}  # pixels between margins of 14 mm


def test_a_printed_page_holds_charts_tables_address_and_release(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{address}/place/SDN?unit=rate")
    bar_colours(page)
    page.locator("#annual-opener").click()
    page.wait_for_selector("#annual-twin tbody tr")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert rgb(DARK[VIOLENCE_COLOURS["one_sided"]]) not in bar_colours(page)
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 1000})
        wide = page.locator("#annual .main-svg").first.evaluate("chart => chart.getBoundingClientRect().right")
        assert 600 < wide <= width, name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    twin = page.locator("#annual-twin").evaluate("twin => [twin.scrollHeight, twin.clientHeight]")
    assert twin[0] <= twin[1] + 1
    for hidden in (".top", ".controls", ".downloads", "#months-opener"):
        expect(page.locator(hidden).first).to_be_hidden()
    release = page.locator(".foot .mono").inner_text()
    expect(page.locator(".printed")).to_contain_text(f"/place/SDN?unit=rate&release={release}")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    assert rgb(DARK[VIOLENCE_COLOURS["one_sided"]]) in bar_colours(page)
    page.close()
