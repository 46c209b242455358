"""Offline rebuild against reading the same raw files with pandas.

The rebuild checks digests, parses, validates, computes everything and publishes a
release. The reading does what somebody with a notebook would: every CSV through
read_csv with its defaults, every JSON page as a table.
"""

import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks.pairs import paired
from ingest import SourceModule, sources
from ingest._snapshot import read_parts, snapshots
from pipeline.gather import Clock
from pipeline.refreshing import Folders, refresh

NOW = datetime(2026, 11, 23, tzinfo=UTC)
AIM = 3
FIRST = ("ucdp_country_year", "ucdp_ged", "worldbank_population")  # all that a first release of the record needs
Modules = Mapping[str, SourceModule]


def measured(raw: Path, processed: Path, rounds: int) -> list[str]:
    """The ratios as lines to print, over three sources and over all; `processed` holds a release afterwards."""
    there = {source_id: module for source_id, module in sources().items() if snapshots(raw, source_id)}
    first = {source_id: module for source_id, module in there.items() if source_id in FIRST}
    return [_compared(modules, raw, processed, rounds) for modules in (first, there)]


def _compared(modules: Modules, raw: Path, processed: Path, rounds: int) -> str:
    def rebuild() -> None:
        shutil.rmtree(processed, ignore_errors=True)
        folders = Folders(raw, processed)
        refresh(modules, {}, folders, None, {}, Clock(NOW, is_set=True), "", lambda subject, state: None)

    found = paired(rebuild, lambda: read_all(modules, raw), rounds)
    return (
        f"offline rebuild, {len(modules)} sources: {found.measured:.2f} s, reading the same raw files with pandas: "
        f"{found.against:.2f} s, ratio {found.ratio:.2f} (aim: at most {AIM})"
    )


def read_all(modules: Modules, raw: Path) -> list[pd.DataFrame]:
    """Every part of every source's newest snapshot as a table."""
    newest = [snapshots(raw, source_id)[-1] for source_id in modules]
    return [table for snapshot in newest for part in read_parts(snapshot) for table in _tables(part.content)]


def _tables(content: bytes) -> list[pd.DataFrame]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".csv")]
            return [pd.read_csv(archive.open(name), low_memory=False) for name in names]
    start = content.lstrip()[:1]
    if start in (b"{", b"["):
        return [pd.DataFrame(rows) for rows in _row_lists(json.loads(content))]
    return [] if start == b"<" else [pd.read_csv(io.BytesIO(content), low_memory=False)]


def _row_lists(answer: Any) -> list[list[dict[str, Any]]]:
    """The lists of rows in a JSON answer, whatever envelope it has."""
    if isinstance(answer, list) and answer and all(isinstance(row, dict) for row in answer):
        return [answer]
    inner = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else []
    return [rows for one in inner for rows in _row_lists(one)]
