"""Which table of each source goes into a release: its usable snapshot, else the last good one published.

A table whose snapshot is the one behind the published release is taken from there
instead of being parsed again, as long as the method has not changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ingest import SourceModule
from ingest._snapshot import Snapshot
from pipeline.judging import Judged, table_of
from releases.read import Release


@dataclass(frozen=True)
class Input:
    """One source's table with what the manifest says of it."""

    record: dict[str, Any]
    table: pd.DataFrame


def choose(
    modules: Mapping[str, SourceModule], judged: Mapping[str, Judged], published: Release | None, same_method: bool
) -> dict[str, Input]:
    """One input per source that has a table; `published` lends its own where a snapshot is missing or the same."""
    inputs = {}
    for source_id, module in modules.items():
        if not module.SOURCE.enters_release:
            continue
        snapshot, table = judged[source_id].snapshot, judged[source_id].table
        lends = published is not None and published.has(f"sources/{source_id}.parquet")
        is_behind = snapshot is not None and lends and _behind(published, source_id) == snapshot.digest
        if published is not None and lends and (snapshot is None or (is_behind and same_method)):
            inputs[source_id] = Input(published.manifest["sources"][source_id], published.source_table(source_id))
        elif snapshot is not None:
            table = table_of(module, snapshot) if table is None else table
            inputs[source_id] = Input(_record(module, snapshot, table, judged[source_id].accepted_reason), table)
    return inputs


COMPUTED_FROM = {  # what the series of deaths rest on: without one of them a release would lose months or places
    "ucdp_ged",
    "ucdp_country_year",
    "ucdp_battle_deaths",
    "views_history",
    "worldbank_population",
}


def lost(inputs: Mapping[str, Input], published: Release | None) -> list[str]:
    """Sources that the published release was computed from and that have no table here."""
    behind = set(published.manifest["sources"]) if published is not None else set()
    return sorted((behind & COMPUTED_FROM) - set(inputs))


def is_unchanged(modules: Mapping[str, SourceModule], judged: Mapping[str, Judged], published: Release) -> bool:
    """Whether every usable snapshot that may enter a release is already behind the published one."""
    return all(
        one.snapshot is None or one.snapshot.digest == _behind(published, source_id)
        for source_id, one in judged.items()
        if modules[source_id].SOURCE.enters_release
    )


def _behind(release: Release | None, source_id: str) -> str | None:
    said = release.manifest["sources"].get(source_id) if release is not None else None
    return str(said["digest"]) if said else None


def _record(module: SourceModule, snapshot: Snapshot, table: pd.DataFrame, accepted_reason: str) -> dict[str, Any]:
    source = module.SOURCE
    return {
        "title": source.title,
        "provider": source.provider,
        "licence": source.licence,
        "citation": source.citation,
        "homepage": source.homepage,
        "caveat": source.caveat,
        "stale_after_days": source.stale_after_days,
        "role": source.role,
        "is_met_live": source.is_met_live,
        "release": snapshot.manifest["release"],
        "retrieved_at": snapshot.retrieved_at,
        **({"clock": "set"} if snapshot.manifest.get("clock") == "set" else {}),
        **({"accepted": accepted_reason} if accepted_reason else {}),
        "newest_data": source.table.newest(table),
        "rows": len(table),
        "digest": snapshot.digest,
    }
