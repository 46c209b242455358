"""How does a page have a briefing made, when the web process does not load the writers? brief.py does, in its own process.

Everything stands in files, so that any of several workers can answer: a folder for what is asked, named by a digest
of it; a lock held while it is being made, which the system lets go should the worker die; one lock for the turn,
so that one is made at a time on the whole machine. Nothing here goes through a shell.
"""

import contextlib
import hashlib
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

if sys.platform != "win32":
    import fcntl

State = Literal["waiting", "ready", "failed"]
Reason = Literal["", "no_pictures", "time", "size", "stopped", "fault"]
MOST_WAITING = 4
PATIENCE_SECONDS = 180
MOST_BYTES = 40_000_000
KEPT_SECONDS, MOST_KEPT = 3_600, 20
KEY = re.compile(r"[0-9a-f]{32}")
TOLD, FILE, HELD, OUT, ERRORS, TURN, DOOR = "told.json", "briefing.zip", "held", "out", "errors", "turn", "door"
MOST_LOGGED = 2_000  # characters of what a failing command said
LOG = logging.getLogger("slowburn.briefs")
CAN_LOCK = sys.platform != "win32"
WRITTEN, WITHOUT_PICTURES = 0, 1  # exit codes of brief.py


class BusyError(RuntimeError):
    """As many briefings wait as may."""


@dataclass(frozen=True)
class Told:
    """How a briefing stands."""

    state: State
    reason: Reason = ""


@dataclass(frozen=True)
class BriefJobs:
    """The briefings that this machine makes for readers of its pages."""

    program: Path  # brief.py
    data: Path
    address: str = ""  # where cited addresses lead; brief.py's own when empty
    patience: float = PATIENCE_SECONDS
    most_bytes: int = MOST_BYTES

    @property
    def folder(self) -> Path:
        return self.data / "briefs" / "asked"

    def order(self, arguments: Sequence[str], address: str) -> str:
        """Have it made, unless it is or is being; its key. BusyError when too many wait."""
        key = hashlib.sha256(json.dumps([*arguments, self.address or address]).encode()).hexdigest()[:32]
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder / DOOR):
            self._tidy()
            told = self.told(key)
            if told is not None and (told.state == "waiting" or told == Told("ready")):
                return key
            if sum(self._is_waiting(one) for one in self._folders()) >= MOST_WAITING:
                raise BusyError
            at = self.folder / key
            shutil.rmtree(at, ignore_errors=True)
            at.mkdir()
            held = hold(at / HELD)
        threading.Thread(target=self._make, args=(at, held, arguments, address), daemon=True).start()
        return key

    def told(self, key: str) -> Told | None:
        """How it stands; None for what nobody asked for or what is kept no more."""
        at = self.folder / key
        if not KEY.fullmatch(key) or not at.is_dir():
            return None
        with contextlib.suppress(FileNotFoundError):
            said = json.loads((at / TOLD).read_text("utf-8"))
            return Told(said["state"], said["reason"])
        return Told("waiting") if self._is_waiting(at) else Told("failed", "stopped")

    def file(self, key: str) -> Path | None:
        """The finished file."""
        told = self.told(key)
        return self.folder / key / FILE if told is not None and told.state == "ready" else None

    def _folders(self) -> list[Path]:
        return [one for one in self.folder.iterdir() if KEY.fullmatch(one.name)]

    def _is_waiting(self, at: Path) -> bool:
        """Whether a living worker holds it."""
        if (at / TOLD).exists():
            return False
        try:
            hold(at / HELD).close()
        except BlockingIOError:
            return True
        except FileNotFoundError:
            return False
        return False

    def _make(self, at: Path, held: IO[bytes], arguments: Sequence[str], address: str) -> None:
        told = Told("failed", "fault")
        try:
            with locked(self.folder / TURN):
                told = self._written(at, arguments, address)
        finally:
            with contextlib.suppress(OSError):
                shutil.rmtree(at / OUT, ignore_errors=True)
                (at / ERRORS).unlink(missing_ok=True)
                beside = at / f".{TOLD}"
                beside.write_text(json.dumps({"state": told.state, "reason": told.reason}), "utf-8")
                beside.replace(at / TOLD)
            held.close()

    def _written(self, at: Path, arguments: Sequence[str], address: str) -> Told:
        """Run brief.py and pack what it wrote."""
        out = at / OUT
        out.mkdir()
        with (at / ERRORS).open("wb") as errors:
            code = self._run(["--out", str(out), *arguments], address, errors)
        if code is None:
            return Told("failed", "time")
        files = sorted(path for path in out.rglob("*") if path.is_file())
        if code not in (WRITTEN, WITHOUT_PICTURES) or not files:
            said = (at / ERRORS).read_text("utf-8", "replace")[-MOST_LOGGED:]
            LOG.warning("brief.py failed: code=%s said=%s", code, said)
            return Told("failed", "fault")
        if sum(path.stat().st_size for path in files) > self.most_bytes:
            return Told("failed", "size")
        with zipfile.ZipFile(at / FILE, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in files:
                packed.write(path, path.relative_to(out))
        return Told("ready", "" if code == WRITTEN else "no_pictures")

    def _run(self, arguments: Sequence[str], address: str, errors: IO[bytes]) -> int | None:
        """The exit code; None when it took too long, and then everything that it started is ended too."""
        gently = [nice, "-n", "10"] if (nice := shutil.which("nice")) else []
        known = {"SLOWBURN_DATA": str(self.data), "SLOWBURN_ADDRESS": self.address or address}
        process = subprocess.Popen(
            [*gently, sys.executable, str(self.program), *arguments],
            cwd=self.program.parent,
            env={**os.environ, **{name: value for name, value in known.items() if value}},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        try:
            return process.wait(self.patience)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _tidy(self) -> None:
        """Take away what was made an hour ago, and all but the newest few."""
        made = [one for one in self._folders() if not self._is_waiting(one)]
        made.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        door = self.folder / DOOR
        door.touch()  # the file system's clock
        long_ago = door.stat().st_mtime - KEPT_SECONDS
        for number, one in enumerate(made):
            if number >= MOST_KEPT or one.stat().st_mtime < long_ago:
                shutil.rmtree(one, ignore_errors=True)


def hold(path: Path) -> IO[bytes]:
    """A file that is locked as long as it is open; BlockingIOError when another holds it."""
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise
    return file


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for a lock that all workers share."""
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
