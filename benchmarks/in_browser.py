"""Our pages in a real browser against a static page of the same figures with the whole plotly.js.

Time to the first chart: from asking for the address, with nothing in the browser's
cache, until a chart stands. Time to the redrawn chart: from a click on a control until
plotly says that it has drawn, against plotly's own redraw of the same two figures in
the static page. Both servers run as app.py runs ours, and both pages take turns.
"""

import logging
import os
import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from benchmarks.dash_requests import Json, opened, post
from benchmarks.first_page import BROWSERS, DRAWN, PATIENCE
from benchmarks.place_callback import NoExport, chart_request
from benchmarks.static_page import graphs, static_server
from dashboard import ids
from dashboard.application import TOPOJSON, begin_ahead, create_app, server_of
from releases.read import ReleaseShelf

PLACE = "SDN"
PATHS = {"the overview": "/", "a place": f"/place/{PLACE}"}
CLICKS = 6  # there and back, so many times in each round
AIM_FIRST, AIM_REDRAWN = 0.8, 1.3
MILLISECONDS = 1000
REST = 3000  # milliseconds a page is given before the first click
CLICKED = """async ([chart, control]) => {
  const drawing = document.querySelector(`#${chart} .js-plotly-plot, #${chart}.js-plotly-plot`);
  const begun = performance.now();
  const ended = new Promise((done) => drawing.once("plotly_afterplot", () => done(performance.now())));
  [...document.querySelectorAll(`#${control} input`)].find((button) => !button.checked).click();
  return (await ended) - begun;
}"""
REDRAWN = """async ([chart, figure]) => {
  const drawing = document.getElementById(chart);
  const begun = performance.now();
  const ended = new Promise((done) => drawing.once("plotly_afterplot", () => done(performance.now())));
  Plotly.react(drawing, figure.data, figure.layout, drawing._context);
  return (await ended) - begun;
}"""


def measured(processed: Path, rounds: int) -> Iterator[str]:
    """The ratios as lines to print."""
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        yield "in the browser: no browser found, not measured"
        return
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # as in app.py: a browser asks for ten files at once
    shelf = ReleaseShelf(processed, processed / "starter")
    app = create_app(shelf, NoExport(), shelf.current().as_of)
    store, server = begin_ahead(app), server_of(app)
    client = server.test_client()
    client.get("/")
    store.ahead.finish()
    with served(server) as ours, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for name, path in PATHS.items():
            charts = graphs(opened(client, path).get_json())
            with served(static_server(charts, TOPOJSON)) as static:
                yield first_charts(browser, name, ours + path, static + "/", rounds)
                if path != "/":
                    linear, log = (figure_of(client, scale) for scale in ("linear", "log"))
                    yield redraws(browser, ours + path, static + "/", (linear, log), rounds)
        browser.close()


def figure_of(client: FlaskClient, scale: str) -> Json:
    """The annual chart on a scale, as the callback answers it."""
    asked = chart_request(client, PLACE, "deaths", scale)
    figure: Json = post(client, asked).get_json()["response"][ids.ANNUAL]["figure"]
    return figure


def first_charts(browser: Browser, name: str, ours: str, static: str, rounds: int) -> str:
    """How long until a chart stands, on ours and on the static page in turn."""
    pairs = [(first_chart(browser, ours), first_chart(browser, static)) for _ in range(rounds + 1)][1:]
    return said(f"first chart, {name}", "the static page with the whole plotly.js", pairs, AIM_FIRST)


def first_chart(browser: Browser, address: str) -> float:
    """Milliseconds until a chart stands, with nothing kept from before."""
    context = browser.new_context()
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(DRAWN, state="attached", timeout=MILLISECONDS * PATIENCE)
    taken = MILLISECONDS * (time.perf_counter() - begun)
    context.close()
    return taken


def redraws(browser: Browser, ours: str, static: str, figures: tuple[Json, Json], rounds: int) -> str:
    """How long from a control to the redrawn chart, and how long plotly alone takes for the same."""
    linear, log = figures
    pages = [browser.new_page() for _ in range(2)]
    for page, address in zip(pages, (ours, static), strict=True):
        page.goto(address)
        page.wait_for_selector(f"#{ids.ANNUAL} .main-svg", state="attached", timeout=MILLISECONDS * PATIENCE)
        page.wait_for_timeout(REST)  # the outlines of the map come after the first chart
    pairs = []
    for turn in range(CLICKS * (rounds + 1)):
        clicked = float(pages[0].evaluate(CLICKED, [ids.ANNUAL, ids.SCALE]))
        pairs.append((clicked, redrawn(pages[1], linear if turn % 2 else log)))
    for page in pages:
        page.close()
    return said("control to redrawn chart, a place", "plotly's own redraw", pairs[CLICKS:], AIM_REDRAWN)


def redrawn(page: Page, figure: Json) -> float:
    return float(page.evaluate(REDRAWN, [ids.ANNUAL, figure]))


def said(which: str, against: str, pairs: list[tuple[float, float]], aim: float) -> str:
    ours, other = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(first / second for first, second in pairs)
    return f"{which}: {ours:.0f} ms, {against}: {other:.0f} ms, ratio {ratio:.2f} (aim: at most {aim})"


@contextmanager
def served(server: Flask) -> Iterator[str]:
    """A server at a free port of loopback, as app.py runs one."""
    listening = create_server(server, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=listening.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.effective_port}"
    finally:
        listening.close()
        thread.join(5)
