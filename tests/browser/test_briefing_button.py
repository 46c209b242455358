"""A reader asks a page for a briefing by keyboard, hears how it stands and gets the file."""

import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from tests.browser.conftest import Visited

pytestmark = pytest.mark.browser


def test_a_place_s_slides_come_as_a_file(visited: Visited) -> None:
    page = visited("/place/SDN?for=CAN&lang=fr")
    form = page.locator("details.briefing")
    form.locator("summary").focus()
    page.keyboard.press("Enter")
    for name in ("Document Word", "PDF"):
        form.get_by_label(name, exact=True).uncheck()
    assert form.locator("pre").inner_text() == "python brief.py SDN --for CAN --lang fr --to pptx"
    with page.expect_download(timeout=90_000) as download:
        form.get_by_role("button").press("Enter")
        form.get_by_role("status").get_by_text("en préparation").wait_for()
    form.get_by_role("status").get_by_text("La note est prête").wait_for()
    with zipfile.ZipFile(Path(download.value.path())) as packed:
        (slides,) = [name for name in packed.namelist() if name.endswith(".pptx")]
        assert any(name.endswith("manifest.json") for name in packed.namelist())
        deck = Presentation(io.BytesIO(packed.read(slides)))
    assert "Soudan" in deck.slides[0].shapes.title.text


def test_without_a_format_it_says_what_to_choose_and_asks_for_nothing(visited: Visited) -> None:
    page = visited("/compare?place=SDN&place=COL")
    form = page.locator("details.briefing")
    form.locator("summary").click()
    for box in form.get_by_role("checkbox").all():
        box.set_checked(False)
    form.get_by_role("button").click()
    form.get_by_role("status").get_by_text("Choose at least one format.").wait_for()
