"""How does every page look? `make screenshots` writes pictures of them all, for the eye of who changes a page.

Three widths, light and dark, both languages, over the release that the dashboard would
show. A picture holds the whole page, not only what fits a screen, as it looked on the
release's own day: the same release gives the same pictures.
"""

import os
import re
from argparse import ArgumentParser
from pathlib import Path

from playwright.sync_api import sync_playwright

from language import LANGUAGES
from releases.read import ReleaseShelf
from tests.browser.conftest import ARGUMENTS
from tests.browser.every_page import every_page, in_language, wait_until_drawn
from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("SLOWBURN_DATA") or ROOT / "data")
WIDTHS = (390, 768, 1280)
THEMES = ("light", "dark")


def name_of(path: str, code: str, theme: str, width: int) -> str:
    page = re.sub(r"[/:?=,]+", "-", path.strip("/")) or "overview"
    return f"{page}.{code}.{theme}.{width}.png"


def photograph(folder: Path, only: str) -> list[Path]:
    """Write the pictures whose name holds `only`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    shelf = ReleaseShelf(DATA / "processed", ROOT / "data" / "processed" / "starter")
    with serving(shelf, shelf.current().as_of) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("BROWSER_PATH"), args=list(ARGUMENTS))
        page = browser.new_page(reduced_motion="reduce")
        for path in every_page():
            for code in LANGUAGES:
                looks = [
                    (theme, width, folder / name_of(path, code, theme, width)) for theme in THEMES for width in WIDTHS
                ]
                wanted = [look for look in looks if only in look[2].name]
                if not wanted:
                    continue
                page.goto(address + in_language(path, code))
                wait_until_drawn(page)
                for theme, width, file in wanted:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
                    page.wait_for_timeout(400)  # plotly follows a new width a moment later
                    page.screenshot(path=file, full_page=True)
                    written.append(file)
        browser.close()
    return written


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="", help="part of a picture's name, such as sources or dark.390")
    asked = parser.parse_args()
    pictures = photograph(asked.into, asked.only)
    print(f"{len(pictures)} pictures in {asked.into}")
