"""`python app.py`: the address it prints answers, and what cannot be is said in a sentence."""

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def started(data: Path, **settings: str) -> subprocess.Popen[str]:
    environment = os.environ | {"SLOWBURN_DATA": str(data)} | settings
    command = [sys.executable, str(ROOT / "app.py")]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def printed(processed: Path) -> Iterator[str]:
    with started(processed.parent, PORT="0") as app:
        assert app.stdout is not None
        yield app.stdout.readline()
        app.terminate()
        app.communicate(timeout=20)


def test_the_printed_address_answers(printed: str) -> None:
    found = re.search(r"http://127\.0\.0\.1:\d+", printed)
    assert found, printed
    with urllib.request.urlopen(f"{found[0]}/export/annual.csv?place=SDN", timeout=20) as answer:
        assert answer.status == 200 and answer.read().startswith(b"place_id,")


def test_a_port_that_is_no_number_is_refused_in_a_sentence(processed: Path) -> None:
    with started(processed.parent, PORT="http") as app:
        _, said = app.communicate(timeout=20)
    assert app.returncode == 2 and "PORT=http is not a number" in said


def test_a_port_in_use_is_refused_in_a_sentence(processed: Path, printed: str) -> None:
    port = printed.split(":")[2].split()[0]
    with started(processed.parent, PORT=port) as app:
        _, said = app.communicate(timeout=20)
    assert app.returncode == 2 and "choose another with PORT" in said
