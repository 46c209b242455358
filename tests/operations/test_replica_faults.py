"""Every fault kind of the replica on every source it serves, one `refresh.py --only ID` each.

Which sources there are, which addresses they ask and which columns they read is found
out, not listed: a new source is tested from its first day. What the replica does not
serve is left out by one rule: a source that has not been met live and has no snapshot
after a full refresh.
"""

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest

from ingest import sources
from ingest._snapshot import Snapshot, read_parts, snapshots
from releases.status import read_status
from tests.operations.replica import Replica, replica
from tests.operations.used_columns import used_column
from tests.operations.warm_refresh import Run, WarmRefresh, warm_refresh

KINDS = {  # what the reason has to say; "" where it is the source's own words on what it got
    "status": "503",
    "slow": "did not answer within",
    "reset": "broke off",
    "truncate": "broke off",
    "html200": "page",
    "empty200": "empty body",
    "garbage": "",
    "notjson": "",
    "drop_column": "",
}
DETAILS: dict[str, dict[str, object]] = {"status": {"status": 503}, "slow": {"seconds": 1.5}}
SHORT = {"SLOWBURN_TIMEOUT_SECONDS": "0.5"}  # for `slow`; honest answers of large tables take longer to begin
LIMITS = {
    "SLOWBURN_PACE_SECONDS": "0",
    "SLOWBURN_TRIES": "2",
    "SLOWBURN_BACKOFF_SECONDS": "0.05",
    "SLOWBURN_TIMEOUT_SECONDS": "30",
    "SLOWBURN_MAX_SECONDS": "120",
}
AT_THE_LAST_ADDRESS = "truncate"  # the other kinds strike at the first of an endpoint's pages, which is sooner there
LANES = 2
BOUND = 60  # seconds for one source under any fault, on a machine that is busy with other tests


@dataclass(frozen=True)
class Lane:
    """A replica, a data folder that was refreshed from it, and a Python to refresh it again."""

    upstream: Replica
    refresh: WarmRefresh
    data: Path
    full: Run

    def only(self, source_id: str, further: Mapping[str, str] = MappingProxyType({})) -> Run:
        return self.refresh.run("--only", source_id, further=further)

    def newest(self, source_id: str) -> Snapshot | None:
        found = snapshots(self.data / "raw", source_id)
        return found[-1] if found else None


@dataclass(frozen=True)
class Fault:
    """One fault at one address; a column where it drops one."""

    kind: str
    url: str
    column: str | None = None


@pytest.fixture(scope="module")
def lanes(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Lane]]:
    """The same refreshed world twice, so that two faults can be tried at once."""
    scratch = tmp_path_factory.mktemp("lanes")
    keys = {module.SOURCE.key.variable: "replica" for module in sources().values() if module.SOURCE.key}
    with ExitStack() as stack:
        made: list[Lane] = []
        for number in range(LANES):
            upstream = stack.enter_context(replica(shared_data.parent / "replica" / "serve.py"))
            data = scratch / str(number)
            settings = {**LIMITS, **keys, "SLOWBURN_MIRROR": upstream.address, "SLOWBURN_DATA": str(data)}
            refresh = stack.enter_context(warm_refresh(scratch / f"waiting {number}", settings))
            if made:
                shutil.copytree(made[0].data, data)
            full = made[0].full if made else refresh.run(further={})
            made.append(Lane(upstream, refresh, data, full))
        yield made


def is_served(lane: Lane, source_id: str) -> bool:
    return sources()[source_id].SOURCE.is_met_live or lane.newest(source_id) is not None


def outcome(run: Run, source_id: str) -> str:
    """What the refresh printed about a source."""
    return next((line for line in run.out.splitlines() if line.startswith(f"{source_id}: ")), "")


def faults_of(source_id: str, newest: Snapshot, asked: list[str]) -> list[Fault]:
    """Each kind once, in turn at the first address of every endpoint that was asked, and one at the very last."""
    targets = list({urlsplit(url)[:3]: url for url in reversed(asked)}.values())[::-1]
    found = [Fault(kind, targets[number % len(targets)]) for number, kind in enumerate(KINDS) if kind != "drop_column"]
    found = [Fault(one.kind, asked[-1]) if one.kind == AT_THE_LAST_ADDRESS else one for one in found]
    dropped = {part.url: used_column(source_id, part.content) for part in read_parts(newest)}
    url = max(dropped, key=lambda url: len(dropped[url] or ""))
    assert dropped[url], f"{source_id}: no column of {url} is written out in its module"
    return [*found, Fault("drop_column", url, dropped[url])]


def wrong_under(fault: Fault, source_id: str, lane: Lane, healthy: Run) -> list[str]:
    """What a source does wrong under a fault; empty where all is as it has to be."""
    before = lane.newest(source_id)
    details: dict[str, object] = {"column": fault.column} if fault.column else DETAILS.get(fault.kind, {})
    lane.upstream.fail(fault.url, fault.kind, **details)
    try:
        run = lane.only(source_id, SHORT if fault.kind == "slow" else {})
    finally:
        lane.upstream.heal()
    said, after = outcome(run, source_id), lane.newest(source_id)
    wanted = [KINDS[fault.kind], fault.column or "", urlsplit(fault.url).netloc]
    checks = {
        "exit code": run.code == 1 != healthy.code,
        "message": said.startswith(f"{source_id}: failed - ") and said != outcome(healthy, source_id),
        "cause": all(word in said for word in wanted) and "please report it" not in said,
        "time": run.seconds < BOUND,
        "last good release": run.out.splitlines()[-1:] == healthy.out.splitlines()[-1:],
        "last good snapshot": after is not None and before is not None and after.folder == before.folder,
        "status": read_status(lane.data / "processed")["sources"][source_id]["state"] == "kept",
    }
    return [f"{fault}: {name} ({said or run.err[-500:]})" for name, is_right in checks.items() if not is_right]


def test_a_full_refresh_reaches_every_source_that_was_ever_met_live(lanes: list[Lane]) -> None:
    missing = [
        source_id for source_id in sources() if is_served(lanes[0], source_id) and not lanes[0].newest(source_id)
    ]
    assert [outcome(lanes[0].full, source_id) for source_id in missing] == []
    assert lanes[0].full.code == 0, lanes[0].full.out


@pytest.mark.parametrize("source_id", sources())
def test_every_fault_is_named_and_the_last_good_table_kept(lanes: list[Lane], source_id: str) -> None:
    if not is_served(lanes[0], source_id):
        pytest.skip(f"the replica does not serve {source_id}, which has never been met live")
    lanes[0].upstream.heal()
    healthy, asked = lanes[0].only(source_id), lanes[0].upstream.asked()
    newest = lanes[0].newest(source_id)
    assert newest is not None, outcome(lanes[0].full, source_id)
    assert (healthy.code, outcome(healthy, source_id)) == (0, f"{source_id}: unchanged")
    faults = faults_of(source_id, newest, asked)
    with ThreadPoolExecutor(LANES) as pool:
        halves = [
            pool.submit(lambda lane, share: [wrong_under(one, source_id, lane, healthy) for one in share], lane, share)
            for lane, share in ((lane, faults[number::LANES]) for number, lane in enumerate(lanes))
        ]
        assert [said for half in halves for found in half.result() for said in found] == []
    assert lanes[0].only(source_id).code == 0
