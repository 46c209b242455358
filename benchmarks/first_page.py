"""How many bytes does a reader's browser fetch for the first page?

A browser loads the page from a server of its own and what it fetched is added up:
Dash asks for much that the HTML does not name. Without a browser only what the HTML
names is counted, and the line says so.
"""

import gzip
import logging
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Response, sync_playwright
from werkzeug.serving import make_server

from benchmarks.place_callback import application
from dashboard.application import server_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LARGEST = 5
DRAWN, PATIENCE = ".js-plotly-plot .main-svg", 60  # the first chart that stands, and seconds to wait for it
Bodies = dict[str, bytes]


def measured(processed: Path) -> list[str]:
    """The sizes as lines to print."""
    app, _ = application(processed)
    server = server_of(app)
    browser = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    bodies = fetched_by(browser, server) if browser else named_in_html(server)
    how = "all a browser fetches" if browser else "no browser found: only what the HTML names"
    packed = {path: len(gzip.compress(body, 6)) for path, body in bodies.items()}
    raw = sum(map(len, bodies.values()))
    largest = sorted(bodies, key=lambda path: packed[path], reverse=True)[:LARGEST]
    return [
        f"first page ({how}): {len(bodies)} answers, {raw:,} bytes, {sum(packed.values()):,} with gzip",
        *(f"  {path.partition('?')[0]}: {len(bodies[path]):,} bytes, {packed[path]:,} with gzip" for path in largest),
    ]


def fetched_by(browser: str, server: Flask) -> Bodies:
    """Every answer that a browser got until the page was quiet."""
    responses: list[Response] = []
    with served(server) as address, sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = window.new_page()
        page.on("response", lambda response: responses.append(response))
        page.goto(address)
        page.wait_for_selector(DRAWN, timeout=1000 * PATIENCE)
        page.wait_for_load_state("networkidle")
        # Callbacks share one address and differ in what they ask.
        bodies = {f"{urlsplit(one.url).path}?{one.request.post_data or ''}": one.body() for one in responses if one.ok}
        window.close()
    return bodies


def named_in_html(server: Flask) -> Bodies:
    """The index and the scripts and styles that it names."""
    client = server.test_client()
    index = client.get("/").data
    named = re.findall(r'(?:src|href)="(/[^"]+)"', index.decode())
    return {"/": index} | {path: client.get(path).data for path in named}


@contextmanager
def served(server: Flask) -> Iterator[str]:
    """The application on a free port of loopback."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # no line for every request
    running = make_server("127.0.0.1", 0, server, threaded=True)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        thread.join()
