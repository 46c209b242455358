"""A briefing is made in a process of its own: one at a time, bounded, and told as it stands, whichever worker is asked."""

import json
import os
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.brief_jobs import HELD, MOST_WAITING, TOLD, BriefJobs, BusyError, Told, hold

Program = Callable[..., BriefJobs]
HEAD = """
import os, pathlib, sys, time
at = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Jobs whose brief.py does what a test says."""

    def write(does: str, **settings: float) -> BriefJobs:
        path = tmp_path / "brief.py"
        path.write_text(HEAD + does, "utf-8")
        return BriefJobs(path, tmp_path / "data", **settings)  # type: ignore[arg-type]

    return write


def ended(jobs: BriefJobs, key: str) -> Told:
    for _ in range(400):
        told = jobs.told(key)
        if told is not None and told.state != "waiting":
            return told
        time.sleep(0.05)
    raise AssertionError("it never ended")


def test_what_the_command_wrote_comes_as_one_file_and_nothing_else_stays(program: Program) -> None:
    jobs = program('(at / "pack").mkdir(); (at / "pack" / "a.csv").write_text(" ".join(sys.argv[1:]))')
    key = jobs.order(["--lang", "fr", "--", "SDN"], "http://desk.example")
    assert ended(jobs, key) == Told("ready")
    file = jobs.file(key)
    assert file is not None
    with zipfile.ZipFile(file) as packed:
        assert packed.namelist() == ["pack/a.csv"] and packed.read("pack/a.csv").endswith(b"--lang fr -- SDN")
    assert {path.name for path in file.parent.iterdir()} == {file.name, TOLD, HELD}


def test_the_command_learns_where_addresses_lead_and_where_the_data_lie(program: Program) -> None:
    jobs = program('(at / "env").write_text(os.environ["SLOWBURN_ADDRESS"] + " " + os.environ["SLOWBURN_DATA"])')
    key = jobs.order(["x"], "http://desk.example")
    ended(jobs, key)
    with zipfile.ZipFile(jobs.folder / key / "briefing.zip") as packed:
        assert packed.read("env").decode() == f"http://desk.example {jobs.data}"


@pytest.mark.parametrize(
    ("does", "settings", "told"),
    [
        ("(at / 'a').write_text('x'); sys.exit(1)", {}, Told("ready", "no_pictures")),
        ("sys.exit(2)", {}, Told("failed", "fault")),
        ("pass", {}, Told("failed", "fault")),
        ("time.sleep(60)", {"patience": 0.5}, Told("failed", "time")),
        ("(at / 'a').write_bytes(bytes(200))", {"most_bytes": 100}, Told("failed", "size")),
    ],
)
def test_every_end_is_told_with_its_reason(program: Program, does: str, settings: dict[str, float], told: Told) -> None:
    jobs = program(does, **settings)
    key = jobs.order(["x"], "")
    assert ended(jobs, key) == told and not (jobs.folder / key / "out").exists()
    assert (jobs.file(key) is not None) == (told.state == "ready")


def test_what_took_too_long_leaves_no_process_behind(program: Program, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    started = (
        f"import subprocess; p = subprocess.Popen(['sleep', '60']); pathlib.Path({str(note)!r}).write_text(str(p.pid))"
    )
    jobs = program(f"{started}; time.sleep(60)", patience=3)
    ended(jobs, jobs.order(["x"], ""))
    pid = int(note.read_text())
    for _ in range(40):
        if (
            not Path(f"/proc/{pid}").exists()
            or "Z" in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        ):
            return
        time.sleep(0.05)
    os.kill(pid, 9)
    raise AssertionError("the child went on")


def test_one_is_made_at_a_time_and_only_a_few_may_wait(program: Program, tmp_path: Path) -> None:
    log = tmp_path / "log"
    does = f"f = open({str(log)!r}, 'a', buffering=1); f.write('in\\n'); time.sleep(0.3); f.write('out\\n'); (at / 'a').touch()"
    jobs = program(does)
    keys = [jobs.order([str(number)], "") for number in range(MOST_WAITING)]
    with pytest.raises(BusyError):
        jobs.order(["one more"], "")
    assert jobs.order(["0"], "") == keys[0]  # asked twice, it is the same
    assert {ended(jobs, key) for key in keys} == {Told("ready")}
    assert log.read_text().split() == ["in", "out"] * MOST_WAITING


def test_another_worker_sees_the_same_and_one_that_died_is_told(program: Program) -> None:
    jobs = program("(at / 'a').touch(); time.sleep(0.5)")
    other = BriefJobs(jobs.program, jobs.data)
    key = jobs.order(["x"], "")
    assert other.told(key) == Told("waiting") and ended(other, key) == Told("ready")
    lost = jobs.folder / ("0" * 32)
    lost.mkdir()
    (lost / HELD).touch()
    assert other.told(lost.name) == Told("failed", "stopped")
    with hold(lost / HELD):
        assert other.told(lost.name) == Told("waiting")


def test_old_ones_are_taken_away_when_the_next_is_asked_for(program: Program) -> None:
    jobs = program("(at / 'a').touch()")
    before = len(threading.enumerate())  # those of other tests in this process
    old = jobs.order(["x"], "")
    ended(jobs, old)
    os.utime(jobs.folder / old, (0, 0))
    ended(jobs, jobs.order(["y"], ""))
    assert jobs.told(old) is None
    assert len(threading.enumerate()) <= before + 2  # each order may leave one that is about to end


@pytest.mark.parametrize("key", ["../../etc", "", "A" * 32, "0" * 31, "0" * 32])
def test_a_key_that_nobody_was_given_finds_nothing(program: Program, key: str) -> None:
    jobs = program("pass")
    assert jobs.told(key) is None and jobs.file(key) is None


def test_what_is_told_is_plain(program: Program) -> None:
    jobs = program("(at / 'a').touch()")
    key = jobs.order(["x"], "")
    ended(jobs, key)
    assert json.loads((jobs.folder / key / TOLD).read_text("utf-8")) == {"state": "ready", "reason": ""}
