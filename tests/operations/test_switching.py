"""A dashboard under steady requests while CURRENT is switched: no answer is made of two releases.

The second release says twice as many deaths as the first. What each answer has to be
is asked beforehand, while nothing is switched; so an answer that equals neither of the
two holds a figure of one release beside a figure of the other.
"""

import json
import re
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import waitress
from plotly.io.json import to_json_plotly

from dashboard.application import create_app, server_of
from ingest import sources
from pipeline.build import build
from releases.read import ReleaseShelf
from releases.write import keep, point_to, write_draft
from tests.published import TODAY, parts

SWITCHES, AT_MOST = 20, 600  # more of them until every answer was seen from both releases
PAUSE, READERS = 0.1, 3  # seconds between switches; each reader asks without a pause
DAYS = ("2026-03-01", "2026-03-02")  # as of, for the release as it is and the doubled one
INPUTS = ("ucdp_ged", "ucdp_country_year", "worldbank_population")
RELEASE = re.compile(r"(?<!since=)\d{4}-\d\d-\d\d-[0-9a-f]{12}")  # a link back to an older release names that one too
PAGES = (("/", ""), ("/", "?measure=deaths&lang=fr"), ("/place/SDN", ""))
EXPORTS = (
    "world.csv?measure=deaths",
    "world.svg",
    "annual.csv?place=SDN",
    "annual.svg?place=SDN",
    "months.csv?place=SDN",
)
CALLBACKS = {"/": ("world.figure", "ranking.children"), "/place/SDN": ("annual.figure",)}
UNNAMED = "ranking.children"  # rows only; the page around them, whose release the request names, says it
CHOSEN = {
    "measure": "deaths",
    "year": 2011,
    "tempo": "all",
    "shown": "all",
    "listed": "countries",
    "sort": "",
    "unit": "deaths",
    "scale": "linear",
    "period": "",
    "ground-period": "5",
    "place-url": "",
}
Json = dict[str, Any]


class WritesDown:
    """Stands in for the exporter: the picture as data, so that every figure in it can be compared."""

    def export(self, figure: Any, caption: Any, language: Any, format: Any, width: int, height: int) -> bytes:
        return f"{caption} {to_json_plotly(figure)}".encode()


@dataclass(frozen=True)
class Dashboard:
    """A running dashboard, the data folder it follows and the two releases in it."""

    address: str
    processed: Path
    ids: tuple[str, str]
    dependencies: list[Json]

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:
            return str(answer.read().decode("utf-8"))

    def page(self, path: str, search: str) -> str:
        """What Dash's router answers for an address."""
        location = [_value("_pages_location", "pathname", path), _value("_pages_location", "search", search)]
        return self.call("_pages_content.children", location, location[:1])

    def callback(self, output: str, page: str) -> str:
        """A chart of an opened page, drawn anew; the page says which release it was opened with."""
        wanted = next(one for one in self.dependencies if f"{output}." in f"{one['output']}.")
        inputs = [_value(one["id"], one["property"], CHOSEN[one["id"]]) for one in wanted["inputs"]]
        return self.call(output, inputs, [_value("frame", "data", _frame(json.loads(page)))])

    def call(self, output: str, inputs: list[Json], state: list[Json]) -> str:
        wanted = next(one for one in self.dependencies if f"{output}." in f"{one['output']}.")["output"]
        outputs = [_value(*one.rsplit(".", 1)) for one in wanted.strip(".").split("...")]
        turned = next((one for one in inputs if one["property"] == "value"), inputs[0])  # a control before the address
        changed = [f"{turned['id']}.{turned['property']}"]
        asked = {"output": wanted, "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": changed}
        body = json.dumps(asked).encode()
        request = urllib.request.Request(
            f"{self.address}/_dash-update-component", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode("utf-8"))

    def answers(self) -> Iterator[tuple[str, str]]:
        """Every page, the callbacks of those pages, and every export: what was asked and what came."""
        for path, search in PAGES:
            page = self.page(path, search)
            yield f"{path}{search}", page
            for output in CALLBACKS[path]:
                yield f"{path}{search} {output}", self.callback(output, page)
        for export in EXPORTS:
            yield export, self.get(f"/export/{export}")


def _value(component: str, property: str, value: object = None) -> Json:
    return {"id": component, "property": property, **({} if value is None else {"value": value})}


def _frame(answer: Any) -> Any:
    """The data of the store `frame`, wherever it stands in a page."""
    if isinstance(answer, dict):
        if answer.get("props", {}).get("id") == "frame":
            return answer["props"]["data"]
        answer = list(answer.values())
    found = (_frame(part) for part in answer) if isinstance(answer, list) else ()
    return next((one for one in found if one is not None), None)


def doubled(table: pd.DataFrame) -> pd.DataFrame:
    deaths = [name for name in table.columns if name.startswith(("fatalities_", "deaths_"))]
    return table.assign(**{name: table[name] * 2 for name in deaths})


def publish_aside(processed: Path, as_of: str, tables: Mapping[str, pd.DataFrame]) -> str:
    said = ("title", "provider", "licence", "citation", "homepage", "caveat", "stale_after_days")
    found = {"release": "25.1", "retrieved_at": as_of, "newest_data": "2024", "digest": as_of}
    records = {
        source_id: {name: getattr(sources()[source_id].SOURCE, name) for name in said} | found | {"rows": len(table)}
        for source_id, table in tables.items()
    }
    computed = build(tables, pd.Timestamp(as_of).replace(day=1))
    return keep(processed, write_draft(processed, as_of, records, tables, computed))


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    processed = tmp_path_factory.mktemp("data") / "processed"
    once = {source_id: sources()[source_id].parse(parts(source_id), TODAY) for source_id in INPUTS}
    twice = {source_id: doubled(table) for source_id, table in once.items()}
    ids = tuple(publish_aside(processed, day, tables) for day, tables in zip(DAYS, (once, twice), strict=True))
    point_to(processed, ids[0])
    application = server_of(create_app(ReleaseShelf(processed, processed / "starter"), WritesDown(), TODAY))
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run)
    thread.start()
    address = f"http://127.0.0.1:{server.effective_port}"
    try:
        urllib.request.urlopen(address, timeout=60).close()  # Dash wires its router at the first request
        with urllib.request.urlopen(f"{address}/_dash-dependencies", timeout=60) as answer:
            yield Dashboard(address, processed, (ids[0], ids[1]), json.load(answer))
    finally:
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(
            server.close
        )  # in the server's own thread, which may be waiting for this very socket
        thread.join(timeout=30)


def test_no_answer_is_made_of_two_releases_while_current_is_switched(dashboard: Dashboard) -> None:
    expected: dict[str, set[str]] = {}
    for release_id in dashboard.ids:
        point_to(dashboard.processed, release_id)
        for asked, answer in dashboard.answers():
            named = set(RELEASE.findall(answer))
            assert named == {release_id} or (asked.endswith(UNNAMED) and not named), asked
            expected.setdefault(asked, set()).add(answer)
    assert [asked for asked, answers in expected.items() if len(answers) != 2] == []

    came: dict[str, set[str]] = {asked: set() for asked in expected}
    is_over, broken = threading.Event(), []

    def read() -> None:
        try:
            while not is_over.is_set():
                for asked, answer in dashboard.answers():
                    came[asked].add(answer)
        except Exception as error:  # a thread's failure is the test's
            broken.append(error)

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    switches = 0
    while switches < SWITCHES or (switches < AT_MOST and not broken and came != expected):
        point_to(dashboard.processed, dashboard.ids[switches % 2])
        is_over.wait(PAUSE)
        switches += 1
    is_over.set()
    for reader in readers:
        reader.join()
    assert broken == []
    assert [asked for asked, answers in came.items() if answers - expected[asked]] == []
    assert came == expected, "every answer has to be seen from both releases, or the test shows nothing"


def test_a_running_dashboard_shows_the_release_that_current_names_now(dashboard: Dashboard) -> None:
    for release_id in (*dashboard.ids, *dashboard.ids):
        point_to(dashboard.processed, release_id)
        assert set(RELEASE.findall(dashboard.page("/", ""))) == {release_id}
