"""Starts the dashboard: `python app.py`, then open the address it prints.

HOST and PORT say where it listens (127.0.0.1, 8050); SLOWBURN_DATA names a folder
whose processed/ holds releases. Without one the starter release of the repository
is shown. `server` is for WSGI servers: `gunicorn app:server`.
"""

import os
from datetime import datetime
from pathlib import Path

from flask import Flask
from waitress import serve

from dashboard.application import TOPOJSON, create_app, server_of
from figures.export import Exporter
from releases.read import ReleaseShelf

ROOT = Path(__file__).parent
STARTER = ROOT / "data" / "processed" / "starter"
THREADS = 4  # pages are short and made by one process; more threads would only wait for each other


def data_folder() -> Path:
    return Path(os.environ.get("SLOWBURN_DATA") or ROOT / "data")


def build() -> Flask:
    """The application over the releases of this machine."""
    shelf = ReleaseShelf(data_folder() / "processed", STARTER)
    today = datetime.now().astimezone().date()
    return server_of(create_app(shelf, Exporter(TOPOJSON), today))


def main() -> None:
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8050"))
    application = build()
    print(f"Slowburn is at http://{host}:{port} (stop with Ctrl+C)", flush=True)
    serve(application, host=host, port=port, threads=THREADS, ident="slowburn")


if __name__ == "__main__":
    main()
else:
    server = build()
