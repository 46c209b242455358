"""Who may import whom. This table is the architecture; a new arrow is a decision.

There is no list of exceptions: what a room may not import it gets passed in.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests._source_names import imported, is_one_of, names_of, reached

ROOT = Path(__file__).parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "reference": set(),
    "contracts": set(),
    "language": set(),
    "ingest": {"contracts", "reference"},
    "ladder": {"contracts", "reference"},
    "indicators": {"contracts", "reference"},
    "releases": {"contracts"},
    "changes": {"releases", "contracts"},
    "scoring": {"indicators", "contracts", "reference"},
    "outlook": {"indicators", "contracts", "reference"},
    "alerts": {"scoring", "indicators", "contracts", "reference"},
    "response": {"alerts", "scoring", "indicators", "contracts", "reference"},
    "pipeline": {
        "ingest",
        "ladder",
        "indicators",
        "scoring",
        "response",
        "releases",
        "changes",
        "contracts",
        "reference",
    },
    "figures": {"contracts", "language"},
}
READ = {"figures", "changes", "scoring", "response", "indicators", "releases", "language", "contracts", "reference"}
MAY_IMPORT["reading"] = READ  # what a page and a briefing both say of a place
SHOWN = {
    "reading",
    "figures",
    "changes",
    "scoring",
    "alerts",
    "response",
    "outlook",
    "indicators",
    "releases",
    "language",
}
MAY_IMPORT["team"] = {"reading", "language", "reference"}  # what a team writes beside the figures
MAY_IMPORT |= dict.fromkeys(("dashboard", "briefing"), SHOWN | {"contracts", "reference"})
MAY_IMPORT["dashboard"] = MAY_IMPORT["dashboard"] | {"team"}
AROUND = {"tests", "benchmarks", "validation"}  # they look at the product from outside and may import every room
ENTRY_POINTS = {"app", "refresh", "brief", "benchmarks"}  # and every `__main__`: they print, nobody imports them
DAYS = ("now", "today")

# Dotted names, as imported or used, and the only rooms and files that may spell them.
DASH = ("dash", "dash_ag_grid", "dash_mantine_components")
NETWORK = ("requests", "urllib3", "urllib.request", "http.client", "socket", "httpx", "aiohttp", "ftplib", "smtplib")
TODAY = (
    *(f"datetime.datetime.{name}" for name in ("now", "today", "utcnow")),
    *(f"pandas.Timestamp.{name}" for name in ("now", "today", "utcnow")),
    *(f"{name}('{day}')" for name in ("pandas.Timestamp", "pandas.to_datetime", "numpy.datetime64") for day in DAYS),
    *("datetime.date.today", "time.time", "time.time_ns"),
)
HOMES = {
    DASH: {"dashboard", "app.py"} | AROUND,
    NETWORK: {"ingest", "alerts", "refresh.py"} | AROUND,
    TODAY: {"app.py", "refresh.py"},
}
PRINTING = ("print", "sys.stdout", "sys.stderr", "rich")
ANALYSIS = ("statsmodels", "sklearn", "ruptures", "lightgbm", "numba", "scipy")  # seconds and 100s of MB to import


def violations(path: str, source: str) -> list[str]:
    """Say what `source`, standing at `path` below the root, may not do."""
    tree = ast.parse(source)
    place = path.split("/")[0]
    return [*wrong_arrows(place, tree), *wrong_names(path, tree), *hidden_imports(tree)]


def wrong_arrows(place: str, tree: ast.AST) -> Iterator[str]:
    modules = imported(tree)
    roots = {name.split(".")[0] for name in modules}
    if place in MAY_IMPORT:
        yield from (f"imports {room}" for room in sorted(roots & (MAY_IMPORT.keys() - {place} - MAY_IMPORT[place])))
    if place not in AROUND and "tests" in roots:
        yield "imports the tests"
    if roots & (ENTRY_POINTS - {place}) or any("__main__" in name.split(".") for name in modules):
        yield "imports an entry point"


def wrong_names(path: str, tree: ast.AST) -> Iterator[str]:
    place, names = path.split("/")[0], sorted(names_of(tree))
    for wanted, homes in HOMES.items():
        if place not in homes:
            yield from (f"uses {name}, which belongs in {sorted(homes)}" for name in names if is_one_of(name, wanted))
    if place != "tests" and not is_entry_point(path):
        yield from (f"uses {name}, but only entry points print" for name in names if is_one_of(name, PRINTING))


def hidden_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield "imports by a relative name"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = any(isinstance(below, ast.Import | ast.ImportFrom) for below in ast.walk(node))
            yield from [f"imports inside {node.name}"] * inner


def is_entry_point(path: str) -> bool:
    return path.removesuffix(".py").split("/")[0] in ENTRY_POINTS or path.endswith("__main__.py")


@cache
def sources() -> dict[str, str]:
    """Every Python file of the project by its path below the root."""
    homes = [ROOT / place for place in (*MAY_IMPORT, *AROUND)]
    files = [*ROOT.glob("*.py"), *(file for home in homes for file in home.rglob("*.py"))]
    return {str(file.relative_to(ROOT)): file.read_text("utf-8") for file in files if "node_modules" not in file.parts}


@pytest.mark.parametrize("place", [*MAY_IMPORT, *sorted(AROUND), "app.py", "refresh.py", "brief.py"])
def test_every_file_imports_only_what_lies_below_it(place: str) -> None:
    files = {path: source for path, source in sources().items() if path.split("/")[0] == place}
    assert [f"{path}: {found}" for path, source in files.items() for found in violations(path, source)] == []


def test_every_folder_of_code_stands_in_the_table() -> None:
    folders = {file.parent.name for file in ROOT.glob("[!.]*/*.py")}
    assert folders <= MAY_IMPORT.keys() | AROUND


def test_the_web_process_never_loads_analysis_libraries() -> None:
    files = sources()
    starts = [path for path in files if path.startswith("dashboard/") or path == "app.py"]
    heavy = {path: [n for n in names if is_one_of(n, ANALYSIS)] for path, names in reached(starts, files).items()}
    assert {path: names for path, names in heavy.items() if names} == {}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ingest/a.py", "from scoring.severity import combine"),
        ("figures/a.py", "import dashboard.ids as ids"),
        ("figures/a.py", "from dash import html"),
        ("pipeline/a.py", "import requests"),
        ("pipeline/a.py", "import urllib\nurllib.request.urlopen('x')"),
        ("releases/a.py", "from http import client"),
        ("scoring/a.py", "import datetime as dt\nnow = dt.datetime.now"),
        ("scoring/a.py", "from datetime import date as day\nday.today()"),
        ("scoring/a.py", "import pandas as pd\npd.Timestamp('now')"),
        ("scoring/a.py", "import numpy as np\nnp.datetime64('today', 'D')"),
        ("tests/a.py", "from time import time\ntime()"),
        ("scoring/a.py", "print('done')"),
        ("pipeline/a.py", "from rich.progress import track"),
        ("pipeline/a.py", "import sys\nsys.stdout.write('done')"),
        ("tests/a.py", "import refresh"),
        ("tests/a.py", "from dashboard.__main__ import main"),
        ("app.py", "from tests.conftest import REAL_FILES"),
        ("scoring/a.py", "def late():\n    import json"),
        ("scoring/a.py", "from . import severity"),
    ],
)
def test_a_violation_is_seen(path: str, source: str) -> None:
    assert violations(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("scoring/a.py", "from datetime import date\nfrom indicators import indicators\ndate(2024, 1, 1)"),
        ("ingest/a.py", "import requests\nfrom contracts.violence_event import VIOLENCE_EVENT"),
        ("refresh.py", "import datetime as dt\nfrom rich import print\nimport pipeline\nprint(dt.date.today())"),
        ("dashboard/a.py", "from dash import html\nfrom figures.theme import INK"),
        ("alerts/__main__.py", "print('sent')"),
        ("ingest/a.py", "import time\ntime.sleep(1)\ntext('today')"),
    ],
)
def test_what_is_allowed_is_not_reported(path: str, source: str) -> None:
    assert violations(path, source) == []


def test_a_heavy_library_is_found_behind_packages_and_discovered_rooms() -> None:
    files = {
        "app.py": "from dashboard.pages import place",
        "dashboard/pages/place.py": "import indicators",
        "indicators/__init__.py": "import pkgutil",
        "indicators/deaths.py": "from scipy import stats",
        "outlook/model.py": "import lightgbm",
    }
    loaded = reached(["app.py"], files)
    assert "scipy.stats" in loaded["indicators/deaths.py"] and "outlook/model.py" not in loaded
