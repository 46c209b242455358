"""Print, in one run, what is claimed about speed and size: `python -m benchmarks`.

    python -m benchmarks --data FOLDER    on the raw files of a data folder that refresh.py filled
    python -m benchmarks --rounds 9       more paired runs

Ratios come from paired runs in one process, one after the other, so that a busy
machine slows both; printed are medians. Nothing is asserted.
"""

import argparse
import tempfile
from itertools import chain
from pathlib import Path

from benchmarks import (
    briefing_pack,
    first_page,
    in_browser,
    new_month,
    place_callback,
    rebuild,
    rolling_trend,
    unchanged_refresh,
    web_memory,
)
from benchmarks.raw_files import filled, upstream


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--data", type=Path, help="a data folder with raw/; else the files beside the project, else made up"
    )
    parser.add_argument("--rounds", type=int, default=3, help="paired runs of each, after one that warms up")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        raw, kind = filled(Path(scratch), asked.data)
        print(
            f"raw files: {kind}, {sum(file.stat().st_size for file in raw.rglob('*') if file.is_file()) / 1e6:.1f} MB"
        )
        processed = Path(scratch) / "processed"
        for line in rebuild.measured(raw, processed, asked.rounds):
            print(line, flush=True)
        for line in (*place_callback.measured(processed, asked.rounds), *first_page.measured(processed)):
            print(line, flush=True)
        for line in chain(in_browser.measured(processed, asked.rounds), web_memory.measured(processed)):
            print(line, flush=True)
        with upstream() as (mirror, _):
            for line in unchanged_refresh.measured(Path(scratch) / "nights", mirror):
                print(line, flush=True)
        for line in (*new_month.measured(processed, asked.rounds), *briefing_pack.measured(processed, asked.rounds)):
            print(line, flush=True)
        for line in rolling_trend.measured():
            print(line, flush=True)


if __name__ == "__main__":
    main()
