"""Starts the dashboard: `python app.py`, then open the address it prints.

HOST and PORT say where it listens (127.0.0.1, 8050; PORT=0 takes a free one);
SLOWBURN_DATA names a folder whose processed/ holds releases, else the starter release of
the repository is shown; SLOWBURN_TEAM one of a team's notes and dates; SLOWBURN_BRIEFS=0
takes the briefings off its pages. `server` is for WSGI servers: `gunicorn app:server`.
"""

import gc
import logging
import os
import sys
from datetime import date, datetime
from pathlib import Path

from flask import Flask
from waitress.server import create_server

from dashboard.application import TOPOJSON, begin_ahead, create_app, server_of
from dashboard.brief_jobs import CAN_LOCK, BriefJobs
from figures.export import Exporter
from releases.read import ReleaseShelf

ROOT = Path(__file__).parent
STARTER = ROOT / "data" / "processed" / "starter"
THREADS = 4  # pages are short and made by one process; more threads would only wait for each other


def data_folder() -> Path:
    return Path(os.environ.get("SLOWBURN_DATA") or ROOT / "data")


def today() -> date:
    return datetime.now().astimezone().date()


def brief_jobs() -> BriefJobs | None:
    """Who makes the briefings that pages offer; nobody where SLOWBURN_BRIEFS=0, or where files cannot be locked."""
    if os.environ.get("SLOWBURN_BRIEFS") == "0" or not CAN_LOCK:
        return None
    return BriefJobs(ROOT / "brief.py", data_folder().resolve(), os.environ.get("SLOWBURN_ADDRESS", "").rstrip("/"))


def build() -> Flask:
    """The application over the releases of this machine."""
    shelf = ReleaseShelf(data_folder() / "processed", STARTER)
    team = Path(os.environ.get("SLOWBURN_TEAM") or data_folder() / "team")
    app = create_app(shelf, Exporter(TOPOJSON), today, team, brief_jobs())
    server = server_of(app)
    # What is there now stays for good: without this the collector walks it all again and again while pages are made.
    gc.collect()
    gc.freeze()
    begin_ahead(app)
    return server


def main() -> int:
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8050")
    if not port.isdigit():
        print(f"PORT={port} is not a number: leave it out for 8050, or name a free port", file=sys.stderr)
        return 2
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a browser asks for ten files at once; that is no news
    try:
        listening = create_server(build(), host=host, port=int(port), threads=THREADS, ident="slowburn")
    except OSError as error:
        print(f"cannot listen at {host}:{port} ({error.strerror}): choose another with PORT=8051", file=sys.stderr)
        return 2
    print(f"Slowburn is at http://{host}:{listening.effective_port} (stop with Ctrl+C)", flush=True)
    listening.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
else:
    server = build()
