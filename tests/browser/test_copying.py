"""Citation and link are copied by keyboard and said; a browser that refuses still gives the text."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visited

FOOT = "#annual-links"


def press(page: Page, name: str) -> None:
    button = page.locator(FOOT).get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def refuse_copying(page: Page) -> None:
    """What a reader does in the settings of the browser."""
    session = page.context.new_cdp_session(page)
    ours = session.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    refused = {"permission": {"name": "clipboard-write"}, "setting": "denied", "browserContextId": ours}
    session.send("Browser.setPermission", refused)


def test_citation_and_link_are_copied_by_keyboard(visited: Visited) -> None:
    page = visited("/place/SDN?scale=log")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Copy citation")
    expect(page.locator(FOOT).get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Slowburn (2026). Sudan") and "Citation of Events" in copied
    press(page, "Copy link")
    page.wait_for_function("before => navigator.clipboard.readText().then(text => text !== before)", arg=copied)
    link = page.evaluate("navigator.clipboard.readText()")
    assert re.match(r"http://127\.0\.0\.1:\d+/place/SDN\?scale=log&release=2026-11-23-\w+#annual-title$", link)
    assert link.split("#")[0] in copied
    page.goto(link)
    expect(page.get_by_role("radio", name="Logarithmic")).to_be_checked()


def test_where_copying_is_refused_the_text_is_there_and_selected(visited: Visited) -> None:
    page = visited("/place/SDN")
    refuse_copying(page)
    press(page, "Copy link")
    expect(page.locator(FOOT).get_by_role("status")).to_contain_text("does not let the page copy")
    box = page.locator(FOOT).get_by_role("textbox")
    expect(box).to_be_focused()
    assert "/place/SDN?release=" in box.input_value()
    assert page.evaluate("() => String(getSelection()) || document.activeElement.value") == box.input_value()
    assert box.evaluate("box => box.selectionEnd - box.selectionStart === box.value.length")
