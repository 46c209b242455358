"""A fault nobody foresaw leaves with the code that says that nothing was published, and with its trace in the log."""

import subprocess
import sys
from pathlib import Path

from pipeline.refreshing import NOTHING_PUBLISHED

ROOT = Path(__file__).parents[2]
BROKEN = """
import sys, refresh
def breaks(*arguments):
    raise KeyError("a fault of ours")
refresh.refresh = breaks
sys.exit(refresh.main(["--offline"], {"SLOWBURN_DATA": sys.argv[1]}))
"""


def test_a_fault_of_ours_leaves_with_nothing_published_and_its_trace(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == NOTHING_PUBLISHED
    assert "the published release stays" in ended.stderr
    assert "a fault of ours" in ended.stderr
