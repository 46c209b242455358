"""How much memory does the web process take, and does it grow as pages are visited?

`python app.py` runs as a process of its own and is asked what a browser asks for: the
index and the content of each page. What the system says it holds is printed after the
start, after the first visit of each page, and after many views of all places in turn.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import requests

from dashboard.words import NAVIGATION
from releases.read import ReleaseShelf

ROOT = Path(__file__).parent.parent
STATUS = Path("/proc/self/status")
VIEWS, EACH = 200, 50
PATIENCE = 60  # seconds


def measured(processed: Path) -> Iterator[str]:
    """What the process holds, as lines to print."""
    if not STATUS.exists():
        yield "memory of the web process: this system does not say, not measured"
        return
    places = sorted(set(ReleaseShelf(processed, processed / "starter").current().table("violence_year")["place_id"]))
    environment = os.environ | {"SLOWBURN_DATA": str(processed.parent), "HOST": "127.0.0.1", "PORT": "0"}
    command = [sys.executable, str(ROOT / "app.py")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield from _visited(process, places)
        finally:
            process.terminate()


def _visited(process: "subprocess.Popen[str]", places: list[str]) -> Iterator[str]:
    said = process.stdout.readline() if process.stdout is not None else ""
    found = re.search(r"http://[^ ]+", said)
    if found is None:
        yield f"memory of the web process: it did not start: {said.strip()}"
        return
    with requests.Session() as reader:
        _get(reader, found[0])
        yield f"memory of the web process after the start: {held(process.pid)} MB"
        for path in (*(str(path) for path, _ in NAVIGATION), f"/place/{places[0]}"):
            view(reader, found[0], path)
            yield f"  after {path}: {held(process.pid)} MB"
        seen = []
        for number, place in enumerate(islice(cycle(places), VIEWS), start=1):
            view(reader, found[0], f"/place/{place}")
            if number % EACH == 0:
                seen.append(f"{number}: {held(process.pid)} MB")
        yield f"  after views of places {', '.join(seen)}"


def view(reader: requests.Session, address: str, path: str) -> None:
    """Ask for a page as a browser does: the index, then what Dash's router has for the address."""
    _get(reader, address + path)
    location = [
        {"id": "_pages_location", "property": name, "value": value}
        for name, value in (("pathname", path), ("search", ""))
    ]
    outputs = [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}]
    asked: dict[str, Any] = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": outputs,
        "inputs": location,
        "state": location[:1],
        "changedPropIds": ["_pages_location.pathname"],
    }
    reader.post(f"{address}/_dash-update-component", json=asked, timeout=PATIENCE).raise_for_status()


def _get(reader: requests.Session, address: str) -> None:
    reader.get(address, timeout=PATIENCE).raise_for_status()


def held(pid: int) -> int:
    """Megabytes that the process holds in memory."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return round(int(kilobytes) / 1024)
