"""axe-core finds nothing to object to: every page, light and dark, both languages, wide and on a phone.

A page is loaded once in each language; colours and width are switched on it. Rules about
structure run at both widths in both languages; those about colour alone in the other two
combinations too, once, since a translation changes no colour. What axe calls
incomplete is no violation: it cannot judge text over a drawing. Drawings are left out, since
axe reads nothing in them: a chart is read as its summary and its table.
"""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from language import LANGUAGES
from tests.browser.every_page import every_page, in_language, wait_until_drawn

WIDTHS = {"wide": 1280, "phone": 390}
ALL_RULES: dict[str, Any] = {"resultTypes": ["violations"]}
COLOUR_RULES = ALL_RULES | {"runOnly": ["color-contrast", "link-in-text-block"]}
LOOKS = (
    ("wide", "light", ALL_RULES),
    ("wide", "dark", COLOUR_RULES),
    ("phone", "light", COLOUR_RULES),
    ("phone", "dark", ALL_RULES),
)


def objections(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe objects to, with the first element and the reason."""
    found = page.evaluate("rules => axe.run({ exclude: ['.main-svg'] }, rules)", rules)["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]} {rule['nodes'][0]['failureSummary']}" for rule in found]


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_objects_to_nothing_on_any_page(browser: Browser, address: str, code: str) -> None:
    page = browser.new_page(reduced_motion="reduce")  # else colours are judged half-way from one theme to the other
    page.add_init_script(AXE_SCRIPT)
    wrong: dict[str, list[str]] = {}
    for path in every_page():
        page.goto(address + in_language(path, code))
        wait_until_drawn(page)
        for width, theme, rules in LOOKS if code == LANGUAGES[0] else LOOKS[::3]:
            page.set_viewport_size({"width": WIDTHS[width], "height": 900})
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            if found := objections(page, rules):
                wrong[f"{path} {width} {theme}"] = found
    page.close()
    assert wrong == {}


def test_axe_objects_to_text_that_cannot_be_read(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script(AXE_SCRIPT)
    page.goto(f"{address}/sources")
    wait_until_drawn(page)
    page.locator("main h1").evaluate("title => { title.style.color = 'lightgrey'; }")
    found = objections(page, COLOUR_RULES)
    page.close()
    assert [objection.split(":")[0] for objection in found] == ["color-contrast"]
