"""Light or dark: the system's choice until a reader makes one, kept in this browser, charts included."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from figures.dark import DARK, DARK_PAPER, DARK_RAMP
from figures.theme import INK, PAPER, RAMP, VIOLENCE_COLOURS

BARS = "#annual .barlayer path"
GROUND = "getComputedStyle(document.querySelector('.card')).backgroundColor"
KEPT = "JSON.stringify(localStorage)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="light")
    yield context.new_page()
    context.close()


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def bar_colours(page: Page) -> set[str]:
    page.wait_for_selector(BARS, state="attached")
    colours = page.locator(BARS).evaluate_all("bars => bars.map(bar => bar.style.fill)")
    return {colour for colour in colours if colour.startswith("rgb(")}


def types_in(theme: dict[str, str]) -> set[str]:
    return {rgb(theme.get(colour, colour)) for colour in VIOLENCE_COLOURS.values()}


def test_a_page_follows_the_system_until_a_reader_chooses(page: Page, address: str) -> None:
    page.goto(f"{address}/place/SSD")
    assert bar_colours(page) >= types_in({}) and page.evaluate(GROUND) == rgb(PAPER)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{GROUND} === '{rgb(DARK_PAPER)}'")
    assert bar_colours(page) >= types_in(DARK)
    assert page.evaluate(KEPT) == "{}"
    page.get_by_label("Colours").select_option("light")
    assert page.evaluate(GROUND) == rgb(PAPER) and bar_colours(page) >= types_in({})


def test_a_chosen_theme_is_kept_from_page_to_page_and_painted_first(page: Page, address: str) -> None:
    page.goto(f"{address}/place/SSD")
    page.get_by_label("Colours").select_option("dark")
    assert page.evaluate(KEPT) == '{"theme":"dark"}'
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_label("Colours")).to_have_value("dark")
    page.route("**/_dash-*", lambda route: route.abort())  # nothing is drawn yet: only the document itself
    page.goto(f"{address}/place/SSD", wait_until="commit")
    page.wait_for_selector("body")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.unroute("**/_dash-*")
    page.goto(f"{address}/place/SSD")
    assert bar_colours(page) >= types_in(DARK)
    assert page.locator('meta[name="theme-color"]').evaluate_all("bars => new Set(bars.map(b => b.content)).size") == 1
    page.get_by_label("Colours").select_option("system")
    assert page.evaluate(KEPT) == "{}" and bar_colours(page) >= types_in({})


def test_a_control_redraws_a_dark_chart_dark(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/place/SSD")
    bar_colours(page)
    page.get_by_role("radio", name="Per 100,000 people").check()
    expect(page.locator("#annual-head")).to_contain_text("per 100,000 people")
    page.wait_for_timeout(200)
    assert bar_colours(page) >= types_in(DARK)
    ink = page.locator("#annual .xaxislayer-above text").first.evaluate("text => text.style.fill")
    assert ink not in (rgb(INK), "rgb(107, 101, 96)")


def test_the_map_turns_its_ramp_round(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    regions = page.locator("#world .choroplethlayer path[fill]")
    regions.first.wait_for(state="attached")
    fills = regions.evaluate_all("all => [...new Set(all.map(region => region.getAttribute('fill')))]")
    assert rgb(DARK_RAMP[-1]) in fills and not {rgb(colour) for colour in RAMP} & set(fills)
    swatches = page.locator("#world-legend .swatch").evaluate_all(
        "all => all.map(s => getComputedStyle(s).backgroundColor)"
    )
    assert swatches[: len(DARK_RAMP)] == [rgb(colour) for colour in DARK_RAMP]
