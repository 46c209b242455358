"""Which raw files is the rebuild measured on? Those of a data folder, those beside the project, or made-up ones."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ingest import sources
from ingest._http import HttpSettings
from pipeline.gather import Clock, gather
from tests import published
from tests.publisher import file_server, publisher
from tests.refreshing import everything
from tests.replica import REPLICA, replica

COPIES = 1000  # of each event of the fixture: 42,000 rows, about as many as the real files hold
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def filled(scratch: Path, data: Path | None) -> tuple[Path, str]:
    """A folder of raw files and what they are."""
    if data is not None:
        return data / "raw", f"those in {data}"
    raw = scratch / "raw"
    with upstream() as (address, kind):
        http = HttpSettings(mirror=address, pace_seconds=0.0, tries=2, backoff_seconds=0.1)
        gather(sources(), raw, http, {}, Clock(NOW, is_set=True), lambda source_id, state: None)
    return raw, kind


@contextmanager
def upstream() -> Iterator[tuple[str, str]]:
    """The address of whoever serves raw files, and what they are."""
    with replica() if REPLICA.is_file() else _made_up() as address:
        yield address, "the real files beside the project" if REPLICA.is_file() else "made up from the tests' fixtures"


@contextmanager
def _made_up() -> Iterator[str]:
    served = everything() | published.answers("ucdp_ged", _multiplied)
    with publisher(file_server(served)) as site:
        yield site.address


def _multiplied(file: str, text: str) -> str:
    """Every event many times over, each under an id of its own."""
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows({**row, "id": f"{row['id']}{copy:04d}"} for copy in range(COPIES) for row in rows)
    return out.getvalue()
