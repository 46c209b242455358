"""The waiting Python behind warm_refresh.py: one order a line in, one exit code a line out."""

import io
import json
import os
import runpy
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import filelock
import pyarrow.csv
import pyarrow.parquet
import requests
import rich.progress

import pipeline.refreshing
import pipeline.returning
import pipeline.revisions
import pipeline.settings
import pipeline.status
import releases.prune
from ingest import sources

LOADED = (filelock, pyarrow, requests, rich, pipeline, releases)  # loaded once, before any child is forked
REFRESH = Path(__file__).parent.parent.parent / "refresh.py"
BEGINS = {
    "gather": "download",
    "judge": "compute",
    "write_draft": "write",
    "publish": "switch",
}  # each lasts to the next
DISK_CALLS = {"rename", "replace", "mkdir", "rmdir", "unlink", "remove", "fsync", "open", "write", "close", "truncate"}
DISK_OWNERS = (io.IOBase,)


class Moments:
    """Counts what happens, phase by phase, and ends the process at the wanted moment."""

    def __init__(self, kill: dict[str, Any] | None) -> None:
        self.phase, self.kill = "start", kill
        self.counted: dict[str, Counter[str]] = {}

    def follow(self) -> None:
        """Take note of the phases; only the wanted one is watched closely, since that takes time."""
        for name, phase in BEGINS.items():
            setattr(pipeline.refreshing, name, self._beginning(phase, getattr(pipeline.refreshing, name)))

    def _beginning(self, phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def begin(*arguments: Any, **options: Any) -> Any:
            self.phase = phase
            sys.setprofile(self.happened if self.kill is None or self.kill["phase"] == phase else None)
            return function(*arguments, **options)

        return begin

    def happened(self, frame: FrameType, event: str, called: Any) -> None:
        self._count("any")
        if event in ("c_call", "c_return") and getattr(called, "__name__", "") in DISK_CALLS and _touches_disk(called):
            self._count("disk")

    def _count(self, kind: str) -> None:
        counts = self.counted.setdefault(self.phase, Counter())
        counts[kind] += 1
        if self.kill and (self.kill["kind"], self.kill["at"]) == (kind, counts[kind]):
            os.kill(os.getpid(), signal.SIGKILL)


def _touches_disk(called: Any) -> bool:
    owner = getattr(called, "__self__", None)
    return isinstance(owner, DISK_OWNERS) or getattr(owner, "__name__", "") in ("posix", "io", "_io")


def main() -> None:
    sources()  # the modules of all sources, loaded once as well
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(order)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _run(order: dict[str, Any]) -> None:
    """Be `python refresh.py ARGUMENTS` from here on; never return."""
    scratch = Path(order["scratch"])
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(scratch / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.environ.update(order["environment"])
    sys.argv = [str(REFRESH), *order["arguments"]]
    moments = Moments(order["kill"])
    if order["kill"] or order["count"]:
        moments.follow()
    try:
        runpy.run_path(str(REFRESH), run_name="__main__")
        code: Any = 0
    except SystemExit as end:
        code = end.code
    except BaseException:  # as the interpreter does with what nobody caught
        sys.excepthook(*sys.exc_info())
        code = 1
    sys.setprofile(None)
    if order["count"]:
        (scratch / "counted").write_text(json.dumps(moments.counted), "utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    main()
