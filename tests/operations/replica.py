"""The real files behind their publishers' addresses, on loopback, with faults that can be switched on."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

STARTS_WITHIN = 60  # seconds


@dataclass(frozen=True)
class Replica:
    """A running replica."""

    address: str

    def say(self, method: str, path: str, said: object = None) -> Any:
        body = None if said is None else json.dumps(said).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{self.address}{path}", body, method=method)) as answer:
            return json.load(answer)

    def fail(self, url: str, kind: str, **details: object) -> None:
        """From now on, until `heal`, answer this one address with a fault."""
        address = re.escape(url.removeprefix("https://"))
        self.say("POST", "/_faults", {"match": f"^{address}$", "kind": kind, **details})

    def heal(self) -> None:
        """Forget faults, log and date."""
        self.say("DELETE", "/_faults")

    def asked(self) -> list[str]:
        """The addresses that gave data since the last `heal`, in order, each once."""
        found = [one["request"] for one in self.say("GET", "/_log") if one["status"] in (200, 206, 304)]
        return list(dict.fromkeys(f"https://{request.removeprefix('GET ')}" for request in found))


@contextmanager
def replica(program: Path) -> Iterator[Replica]:
    """Start the replica on a free port; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, str(program), "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    running = Replica(f"http://127.0.0.1:{port}")
    try:
        deadline = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                running.heal()
                break
            except URLError:
                assert process.poll() is None and time.monotonic() < deadline, "the replica does not start"
                time.sleep(0.05)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=30)
