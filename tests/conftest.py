"""What tests of every room share: the real files beside the project, and the browser."""

import os
import shutil
from pathlib import Path

import pytest

REAL_FILES = Path(__file__).parent.parent.parent / "shared" / "data"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")  # as in bin/find-browser
MARKED_BY = {"shared_data": "real", "browser_path": "browser"}  # using the fixture is enough to carry the mark


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures they use, so that `-m "not browser"` never misses one.

    Where several processes share the tests, a file stays in one of them, and so do all pages in a real browser.
    """
    for item in items:
        group = "browser" if "browser" in item.path.parts else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
        for fixture in set(getattr(item, "fixturenames", ())) & MARKED_BY.keys():
            item.add_marker(MARKED_BY[fixture])


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files as published; they are no part of the project."""
    if not REAL_FILES.is_dir():
        pytest.skip(f"the real files are not beside the project ({REAL_FILES})")
    return REAL_FILES


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The program of a Chromium or Chrome. A missing one fails: a skipped page would look like a tested one."""
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("no Chromium or Chrome found: run `make test`, which says how to get one, or set BROWSER_PATH")
    return found
