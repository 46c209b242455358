"""The dashboard at a free port, for a browser: over a small world, a pseudo language or the published release."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from waitress.server import create_server

from dashboard.application import TOPOJSON, create_app, server_of
from dashboard.brief_jobs import BriefJobs
from dashboard.store import Shelf
from figures.export import Exporter

HOST = "127.0.0.1"


@contextmanager
def serving(shelf: Shelf, today: date, team: Path | None = None, jobs: BriefJobs | None = None) -> Iterator[str]:
    """The address of the dashboard; it stops at the end."""
    with Exporter(TOPOJSON) as exporter:
        app = create_app(shelf, exporter, today, team, jobs=jobs)
        server = create_server(server_of(app), host=HOST, port=0, threads=4, clear_untrusted_proxy_headers=True)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://{HOST}:{server.effective_port}"
        server.close()
        thread.join(5)
