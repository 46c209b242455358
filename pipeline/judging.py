"""New snapshots before they may enter a release: parsed, compared with the last good table, held back or let through.

Whoever accepts a held table says why; the reason stands in the release it enters.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from ingest import SourceModule
from ingest._snapshot import Snapshot, read_parts, snapshots
from ingest._verdicts import ACCEPTED, HELD, Verdict, newest_usable, note_verdict, verdicts
from pipeline.gather import Clock
from pipeline.guards import findings
from releases.read import Release

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Judged:
    """What may enter a release: a usable snapshot and, where it was parsed on the way, its table; else why not."""

    snapshot: Snapshot | None
    table: pd.DataFrame | None
    held_reason: str = ""
    accepted_reason: str = ""


def judge(
    modules: Mapping[str, SourceModule],
    parsed: Mapping[str, pd.DataFrame],
    raw: Path,
    published: Release | None,
    clock: Clock,
    accept: str,
) -> dict[str, Judged]:
    """Give every source its usable snapshot; newly seen ones are compared with what `published` holds."""
    return {
        source_id: _judge_one(module, parsed.get(source_id), raw, published, clock, accept)
        for source_id, module in modules.items()
    }


def known_by(modules: Mapping[str, SourceModule], raw: Path, known_at: date) -> dict[str, Judged]:
    """The usable snapshots retrieved by a day, for a rebuild of what was known then; nothing is judged anew."""
    return {
        source_id: Judged(newest_usable(snapshots(raw, source_id, known_at), verdicts(raw, source_id)), None)
        for source_id in modules
    }


def table_of(module: SourceModule, snapshot: Snapshot) -> pd.DataFrame:
    """The snapshot as the source's contracted table, read as on the day it was retrieved."""
    return module.parse(read_parts(snapshot), date.fromisoformat(snapshot.retrieved_at[:10]))


def _judge_one(
    module: SourceModule, table: pd.DataFrame | None, raw: Path, published: Release | None, clock: Clock, accept: str
) -> Judged:
    source_id = module.SOURCE.id
    found, standing = snapshots(raw, source_id), verdicts(raw, source_id)
    newest = found[-1] if found else None
    file = f"sources/{source_id}.parquet"
    if newest is None or published is None or not published.has(file):
        return Judged(newest, table)
    verdict = standing.get(newest.digest)
    if published.manifest["sources"][source_id]["digest"] == newest.digest:
        return Judged(newest, table, accepted_reason=verdict.reason if verdict and verdict.verdict == ACCEPTED else "")
    if verdict is None:
        table = table_of(module, newest) if table is None else table
        said = "; ".join(findings(published.source_table(source_id), table, module.SOURCE))
        if not said:
            return Judged(newest, table)
        verdict = Verdict(newest.digest, HELD, said)
        note_verdict(raw, source_id, verdict, clock.now)
        log.warning("source held source=%s reason=%s", source_id, said)
    if verdict.verdict == HELD and accept:
        verdict = Verdict(newest.digest, ACCEPTED, f"{accept} (held because: {verdict.reason})")
        note_verdict(raw, source_id, verdict, clock.now)
    if verdict.verdict == HELD:
        standing[newest.digest] = verdict
        return Judged(newest_usable(found, standing), None, held_reason=verdict.reason)
    return Judged(newest, table, accepted_reason=verdict.reason)
