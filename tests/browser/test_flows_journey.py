"""The controls of the page of flows move address, charts and table together, and Back moves them all again."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visited


def test_measure_back_and_a_link_to_the_other_direction(visited: Visited) -> None:
    page = visited("/flows?origin=SDN")
    page.wait_for_load_state("networkidle")
    title, box = page.locator("#flows-title"), page.locator("#flows-box")
    page.locator("#flow-measure").get_by_label("Asylum-seekers").check()
    expect(page).to_have_url(re.compile("measure=asylum_seekers"))
    expect(title).to_have_text(re.compile("^Asylum-seekers from Sudan: 300 "))
    expect(box).to_have_class(re.compile("rows2"))
    page.go_back()
    expect(title).to_have_text(re.compile("^Refugees from Sudan"))
    page.locator("#flow-table a").first.click()
    expect(page.locator("main h1")).to_have_text("Where people who fled to Chad come from")
    page.locator("#flows-opener").click()
    expect(page.locator("#flows-twin table")).to_be_visible()
