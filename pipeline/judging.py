"""New snapshots before they may enter a release: parsed, compared with the last good table, held back or let through.

Whoever accepts a held table says why; the reason stands in the release it enters.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from contracts._contract import ContractError
from ingest import SourceError, SourceModule
from ingest._snapshot import Snapshot, read_parts, snapshots
from ingest._verdicts import ACCEPTED, HELD, Verdict, newest_usable, note_verdict, verdicts
from pipeline.gather import Clock
from pipeline.guards import findings
from reference.countries import UnknownCodeError
from releases.read import Release, ReleaseError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Run:
    """What is the same for every source of one refresh."""

    clock: Clock
    same_method: bool


@dataclass(frozen=True)
class Judged:
    """What may enter a release: a usable snapshot and, where it was parsed on the way, its table; else why not."""

    snapshot: Snapshot | None
    table: pd.DataFrame | None
    held_reason: str = ""
    accepted_reason: str = ""
    broken_reason: str = ""


def judge(
    modules: Mapping[str, SourceModule],
    parsed: Mapping[str, pd.DataFrame],
    raw: Path,
    published: Release | None,
    run: Run,
    accept: Mapping[str, str],
) -> dict[str, Judged]:
    """Give every source its usable snapshot; newly seen ones are compared with what `published` holds.

    `accept` holds a reason for each source that may pass a guard in this run.
    """
    return {
        source_id: _judged(module, parsed.get(source_id), raw, published, run, accept.get(source_id, ""))
        for source_id, module in modules.items()
    }


def known_by(modules: Mapping[str, SourceModule], raw: Path, known_at: date) -> dict[str, Judged]:
    """The usable snapshots retrieved by a day, by the verdicts of that day; nothing is judged anew."""
    return {
        source_id: Judged(newest_usable(snapshots(raw, source_id, known_at), verdicts(raw, source_id, known_at)), None)
        for source_id in modules
    }


def table_of(module: SourceModule, snapshot: Snapshot) -> pd.DataFrame:
    """The snapshot as the source's contracted table, read as on the day it was retrieved."""
    return module.parse(read_parts(snapshot), date.fromisoformat(snapshot.retrieved_at[:10]))


def _judged(
    module: SourceModule, table: pd.DataFrame | None, raw: Path, published: Release | None, run: Run, accept: str
) -> Judged:
    """One source's judgement; a snapshot that can no longer be read is passed over, and the last good table stays."""
    try:
        judged = _judge_one(module, table, raw, published, run.clock, accept)
        is_needed = module.SOURCE.enters_release and judged.table is None
        if judged.snapshot is None or not is_needed or _lends(published, judged.snapshot, run.same_method):
            return judged
        return replace(judged, table=table_of(module, judged.snapshot))
    except (SourceError, ContractError, UnknownCodeError, OSError) as error:
        log.error("snapshot unreadable source=%s reason=%s", module.SOURCE.id, error)
        return Judged(None, None, broken_reason=str(error))


def _judge_one(
    module: SourceModule, table: pd.DataFrame | None, raw: Path, published: Release | None, clock: Clock, accept: str
) -> Judged:
    source_id = module.SOURCE.id
    found, standing = snapshots(raw, source_id), verdicts(raw, source_id)
    newest = found[-1] if found else None
    if newest is None:
        return Judged(None, None)
    verdict = standing.get(newest.digest)
    is_news = table is not None or module.SOURCE.enters_release  # what enters no release is never behind one
    if verdict is None and is_news and not _is_behind(published, newest):
        baseline = _baseline(module, published, newest_usable(found[:-1], standing))
        if baseline is not None:
            table = table_of(module, newest) if table is None else table
            said = "; ".join(findings(baseline, table, module.SOURCE))
            if said:
                verdict = Verdict(newest.digest, HELD, said)
                note_verdict(raw, source_id, verdict, clock.now)
                log.warning("source held source=%s reason=%s", source_id, said)
    if verdict is not None and verdict.verdict == HELD and accept:
        verdict = Verdict(newest.digest, ACCEPTED, f"{accept} (held because: {verdict.reason})")
        note_verdict(raw, source_id, verdict, clock.now)
    if verdict is not None and verdict.verdict == HELD:
        standing[newest.digest] = verdict
        return Judged(newest_usable(found, standing), None, held_reason=verdict.reason)
    return Judged(newest, table, accepted_reason=verdict.reason if verdict else "")


def _baseline(module: SourceModule, published: Release | None, previous: Snapshot | None) -> pd.DataFrame | None:
    """What a new table is compared with: the published one, else the one before it on disk, else nothing."""
    if published is not None and published.has(f"sources/{module.SOURCE.id}.parquet"):
        try:
            return published.source_table(module.SOURCE.id)
        except ReleaseError as error:
            log.error("published table passed over reason=%s", error)
    return table_of(module, previous) if previous is not None else None


def _is_behind(published: Release | None, snapshot: Snapshot) -> bool:
    """Whether the snapshot is the one behind the published release."""
    said = published.manifest["sources"].get(snapshot.manifest["source_id"]) if published is not None else None
    return said is not None and said["digest"] == snapshot.digest


def _lends(published: Release | None, snapshot: Snapshot, same_method: bool) -> bool:
    """Whether the published release holds the snapshot's table as today's method would read it."""
    file = f"sources/{snapshot.manifest['source_id']}.parquet"
    return same_method and published is not None and _is_behind(published, snapshot) and published.has(file)
