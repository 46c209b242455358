"""Which table of each source goes into a release: the newest snapshot known by a date, else the last good one published.

A table whose snapshot is the one behind the published release is taken from there
instead of being parsed again, as long as the method has not changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ingest import SourceModule
from ingest._snapshot import Snapshot, read_parts, snapshots
from releases.read import Release


@dataclass(frozen=True)
class Input:
    """One source's table with what the manifest says of it."""

    record: dict[str, Any]
    table: pd.DataFrame


def newest_snapshots(modules: Mapping[str, SourceModule], raw: Path, known_at: date | None) -> dict[str, Snapshot]:
    """The newest snapshot of each source retrieved no later than `known_at`."""
    found = {source_id: snapshots(raw, source_id, known_at) for source_id in modules}
    return {source_id: history[-1] for source_id, history in found.items() if history}


def choose(
    modules: Mapping[str, SourceModule],
    newest: Mapping[str, Snapshot],
    parsed: Mapping[str, pd.DataFrame],
    published: Release | None,
    same_method: bool,
) -> dict[str, Input]:
    """One input per source that has a table; `published` lends its own where a snapshot is missing or the same."""
    lent = published.manifest["sources"] if published is not None else {}
    inputs = {}
    for source_id, module in modules.items():
        snapshot = newest.get(source_id)
        is_same = snapshot is not None and source_id in lent and lent[source_id]["digest"] == snapshot.digest
        if published is not None and (snapshot is None or (is_same and same_method)):
            if source_id in lent:
                inputs[source_id] = Input(lent[source_id], published.source_table(source_id))
        elif snapshot is not None:
            table = parsed.get(source_id)
            table = (
                module.parse(read_parts(snapshot), date.fromisoformat(snapshot.retrieved_at[:10]))
                if table is None
                else table
            )
            inputs[source_id] = Input(_record(module, snapshot, table), table)
    return inputs


def _record(module: SourceModule, snapshot: Snapshot, table: pd.DataFrame) -> dict[str, Any]:
    source = module.SOURCE
    return {
        "title": source.title,
        "provider": source.provider,
        "licence": source.licence,
        "citation": source.citation,
        "homepage": source.homepage,
        "caveat": source.caveat,
        "stale_after_days": source.stale_after_days,
        "release": snapshot.manifest["release"],
        "retrieved_at": snapshot.retrieved_at,
        **({"clock": "set"} if snapshot.manifest.get("clock") == "set" else {}),
        "newest_data": source.table.newest(table),
        "rows": len(table),
        "digest": snapshot.digest,
    }
