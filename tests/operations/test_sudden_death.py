"""What is left when a refresh dies at a bad moment: kill -9 in each phase, at seeded moments.

The world is small: a first release, and a publisher that has something newer. Half of
the deaths strike the very first refresh, half the second one, which also removes the
first release. Moments are drawn from everything that happens and, apart, from what
touches the disk, since that is where a refresh could leave something half done.
"""

import hashlib
import json
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest._snapshot import read_parts, snapshots
from releases._layout import current_folder
from releases.read import open_release
from tests.operations.warm_refresh import Moment, Run, WarmRefresh, warm_refresh
from tests.published import TODAY, answers, replacing
from tests.publisher import Publisher, file_server, publisher

SOURCE = "worldbank_population"  # one source with several pages: enough for a release, and little to compute
SEED, PHASES, MOMENTS, OF_DISK = 20261123, ("download", "compute", "write", "switch"), 5, 3  # for each start
NEWER = replacing("figures_2.json", '"value": 7900000', '"value": 7900001')
WORLD = {"older": answers(SOURCE), "newer": answers(SOURCE, NEWER)}
MEANT = (".refresh.lock", ".asked")  # names with a dot that are no drafts: the lock, and answers before a failure
STARTS = ("nothing", "older")  # what is published when the refresh that dies begins


@dataclass(frozen=True)
class World:
    """A Python that waits to refresh, the publisher it asks, and what is counted and published without any death."""

    refresh: WarmRefresh
    upstream: Publisher
    folders: Mapping[str, Path]  # a data folder for each start, to be copied
    moments: Mapping[str, Mapping[str, Mapping[str, int]]]  # start -> phase -> kind -> how many there are
    ids: Mapping[str, str]

    def run(self, data: Path, serves: str, kill: Moment | None = None, count: bool = False) -> Run:
        self.upstream.answer = file_server(WORLD[serves])
        return self.refresh.run("--only", SOURCE, further={"SLOWBURN_DATA": str(data)}, kill=kill, count=count)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    scratch = tmp_path_factory.mktemp("world")
    folders = {start: scratch / start for start in STARTS}
    folders["nothing"].mkdir()
    with publisher(file_server(WORLD["older"])) as upstream:
        settings = {
            "SLOWBURN_MIRROR": upstream.address,
            "SLOWBURN_NOW": TODAY.isoformat(),
            "SLOWBURN_PACE_SECONDS": "0",
            "SLOWBURN_KEEP_RELEASES": "1",
        }
        with warm_refresh(scratch / "waiting", settings) as refresh:
            bare = World(refresh, upstream, folders, {}, {})
            first = bare.run(folders["older"], "older", count=True)
            ids = {"older": published(folders["older"])}
            second = bare.run(copy(folders["older"], scratch / "newer"), "newer", count=True)
            ids["newer"] = published(scratch / "newer")
            yield World(refresh, upstream, folders, {"nothing": first.counted, "older": second.counted}, ids)


def copy(data: Path, to: Path) -> Path:
    return Path(shutil.copytree(data, to))


def published(data: Path) -> str:
    """The id of the published release, after looking at every file; "" when nothing is published."""
    folder = current_folder(data / "processed")
    return open_release(folder).id if folder is not None else ""


def damaged_files(data: Path) -> list[str]:
    """Files of releases that do not match their manifests; snapshots are read, which checks them the same way."""
    wrong = []
    for folder in (data / "processed" / "releases").glob("[!.]*"):
        for name, said in open_release(folder).manifest["files"].items():
            content = (folder / name).read_bytes() if (folder / name).is_file() else b""
            if hashlib.sha256(content).hexdigest() != said["sha256"]:
                wrong.append(f"{folder.name}/{name}")
    for source in (data / "raw").glob("*"):
        for snapshot in snapshots(data / "raw", source.name):
            read_parts(snapshot)
    return wrong


def unfinished(data: Path) -> list[str]:
    return [str(path.relative_to(data)) for path in data.rglob(".*") if path.name not in MEANT]


def drawn(moments: Mapping[str, int], phase: str, start: str) -> list[Moment]:
    """Seeded moments of a phase; near the end a few may not come again, since no two runs are quite the same."""
    chance = random.Random(f"{SEED} {phase} {start}")
    there = {kind: range(1, int(moments[kind] * 0.98)) for kind in ("disk", "any")}
    of_disk = chance.sample(there["disk"], min(OF_DISK, len(there["disk"])))
    of_all = chance.sample(there["any"], MOMENTS - len(of_disk))
    return [Moment(phase, "disk", at) for at in of_disk] + [Moment(phase, "any", at) for at in of_all]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("phase", PHASES)
def test_whenever_a_refresh_dies_the_release_stays_whole_and_the_next_refresh_publishes(
    world: World, phase: str, start: str, tmp_path: Path
) -> None:
    before, serves = ("", "older") if start == "nothing" else (world.ids["older"], "newer")
    after = world.ids[serves]
    moments = drawn(world.moments[start][phase], phase, start)
    assert len(moments) * len(STARTS) >= 10
    for number, moment in enumerate(moments):
        data = copy(world.folders[start], tmp_path / str(number))
        assert world.run(data, serves, kill=moment).code == -9, moment
        assert published(data) in (before, after), moment
        assert damaged_files(data) == [], moment
        healed = world.run(data, serves)
        assert healed.code == 0, (moment, healed.err)
        assert (published(data), damaged_files(data), unfinished(data)) == (after, [], []), moment
        assert json.loads((data / "processed" / "status.json").read_text("utf-8"))["release"] == after, moment
