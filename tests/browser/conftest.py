"""A real browser that reaches nothing but our own server, and that fails on what a reader would not see.

The fixture `browser_path` (in tests/conftest.py) fails when there is no browser.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response, expect, sync_playwright

from dashboard.brief_jobs import BriefJobs
from releases.read import ReleaseShelf
from tests.browser.serving import HOST, serving
from tests.dashboard.conftest import TODAY
from tests.dashboard.small_world import publish_release

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {HOST}",
)
PATIENCE_MS = 30_000  # a page takes a second; a machine that does much else at once, many
Visited = Callable[..., Page]
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the small world, at a free port."""
    processed: Path = tmp_path_factory.mktemp("browser") / "processed"
    publish_release(
        processed, "2026-11-01", with_parts=False, with_measures=False
    )  # so that pages say what changed since
    publish_release(processed)
    jobs = BriefJobs(Path(__file__).parents[2] / "brief.py", processed.parent)
    with serving(ReleaseShelf(processed, processed / "starter"), TODAY, jobs=jobs) as served:
        yield served


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser_path, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def visited(browser: Browser, address: str) -> Iterator[Visited]:
    """Open an address of the dashboard; at the end nothing may have failed unseen."""
    wrong: list[str] = []
    pages: list[Page] = []

    def visit(path: str, width: int = 1280, height: int = 900) -> Page:
        page = browser.new_page(viewport={"width": width, "height": height}, accept_downloads=True)
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(f"error: {error.stack}"))
        page.on("request", lambda request: wrong.extend(foreign(request, address)))
        page.on("requestfailed", lambda request: wrong.extend(failed(request)))
        page.on("response", lambda response: wrong.extend(refused(response)))
        pages.append(page)
        page.goto(address + path)
        page.wait_for_selector("main h1")
        return page

    yield visit
    for page in pages:
        page.close()
    assert wrong == []


def foreign(request: Request, address: str) -> list[str]:
    """A request to anywhere but our server."""
    return [] if request.url.startswith((address, "data:", "blob:")) else [f"external: {request.url}"]


def failed(request: Request) -> list[str]:
    """A request that got no answer; what a page that was left meanwhile still asked for, the browser drops itself."""
    asked_while_drawn = ("/_dash-", "/assets/topo/", "/assets/icon.svg")
    is_left = "ERR_ABORTED" in str(request.failure) and any(part in request.url for part in asked_while_drawn)
    return [] if is_left else [f"failed: {request.url} {request.failure}"]


def refused(response: Response) -> list[str]:
    return [f"status {response.status}: {response.url}"] if response.status >= 400 else []
