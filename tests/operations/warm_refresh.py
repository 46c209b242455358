"""Runs refresh.py many times without paying for its imports each time.

A second Python loads what refresh.py imports, then forks for every run; the child
runs the file itself as `__main__`, with its own arguments, environment and output.
So exit codes, printed lines and deaths are those of `python refresh.py`. A run can
be told to kill itself with SIGKILL at a counted moment of a phase.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")  # a process that forks has one thread


@dataclass(frozen=True)
class Moment:
    """The `at`-th event of a kind (anything, or what touches the disk) within a phase of a refresh."""

    phase: str
    kind: str
    at: int


@dataclass(frozen=True)
class Run:
    """How one run ended; a negative code is the signal that ended it."""

    code: int
    out: str
    err: str
    seconds: float
    counted: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class WarmRefresh:
    """The waiting Python; `environment` holds for every run."""

    process: "subprocess.Popen[str]"
    scratch: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str, further: Mapping[str, str], kill: Moment | None = None, count: bool = False) -> Run:
        """Run refresh.py with these arguments and further environment variables."""
        order = {
            "arguments": arguments,
            "environment": {**self.environment, **further},
            "scratch": str(self.scratch),
            "kill": vars(kill) if kill else None,
            "count": count,
        }
        assert self.process.stdin is not None and self.process.stdout is not None
        began = time.monotonic()
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        assert said, "the waiting Python has gone"
        out, err = ((self.scratch / name).read_text("utf-8") for name in ("out", "err"))
        counted = json.loads((self.scratch / "counted").read_text("utf-8")) if count else {}
        return Run(int(said), out, err, time.monotonic() - began, counted)


@contextmanager
def warm_refresh(scratch: Path, environment: Mapping[str, str]) -> Iterator[WarmRefresh]:
    """Start the waiting Python; it ends with the block."""
    scratch.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.operations.forking_refresh"],
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield WarmRefresh(process, scratch, environment)
    finally:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


def cold_refresh(*arguments: str, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Start refresh.py as anybody would."""
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(
        [sys.executable, "refresh.py", *arguments], cwd=ROOT, env={**os.environ, **environment}, **pipes
    )
