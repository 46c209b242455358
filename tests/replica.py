"""The replica of the publishers that lies beside the project, where it does, as a process of its own."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPLICA = Path(__file__).parent.parent.parent / "shared" / "replica" / "serve.py"
UNTIL_SERVED = 20.0  # seconds


@contextmanager
def replica() -> Iterator[str]:
    """Serve the real files at their publishers' addresses on a free port of loopback; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, str(REPLICA), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # it complains when a client hangs up
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + UNTIL_SERVED
        while not _is_served(address) and time.monotonic() < until:
            time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait()


def _is_served(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/_log", timeout=1).close()
    except OSError:
        return False
    return True
