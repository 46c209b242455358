"""One refresh from beginning to end: gather, choose, build, publish.

Everything is written aside and switched by one rename; whatever breaks before
leaves the published release as it was.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from ingest import SourceModule
from ingest._http import HttpSettings
from pipeline.build import build, method_digest
from pipeline.gather import FAILED, Clock, Outcome, Step, gather
from pipeline.inputs import Input, choose, newest_snapshots
from pipeline.status import read_status, write_status
from releases._layout import current_folder
from releases.read import Release, open_release
from releases.write import publish, write_draft

log = logging.getLogger(__name__)

ALL_FRESH, KEPT_SOMETHING, NOTHING_PUBLISHED, LOCKED = 0, 1, 2, 3


@dataclass(frozen=True)
class Folders:
    """Where raw files and releases lie."""

    raw: Path
    processed: Path


@dataclass(frozen=True)
class Result:
    """How a refresh ended: its exit code, the release that stands, and whether this run made it."""

    exit_code: int
    release_id: str | None
    is_new: bool
    outcomes: Mapping[str, Outcome]


def refresh(
    modules: Mapping[str, SourceModule],
    asked: Mapping[str, SourceModule],
    folders: Folders,
    http: HttpSettings | None,
    clock: Clock,
    known_at: date | None,
    step: Step,
) -> Result:
    """Refresh `asked` of all `modules`; without `http` nothing is downloaded and all is rebuilt from raw files."""
    outcomes = gather(asked, folders.raw, http, clock, step) if http is not None else {}
    published = published_release(folders.processed)
    method = method_digest()
    newest = newest_snapshots(modules, folders.raw, known_at)
    same_method = http is not None and read_status(folders.processed).get("method") == method
    release_id, is_new = published.id if published else None, False
    if not (published and same_method and _nothing_new(newest, published)):
        parsed = {source_id: outcome.table for source_id, outcome in outcomes.items() if outcome.table is not None}
        step("release", "computing")
        inputs = choose(modules, newest, parsed, published, same_method)
        release_id = _make(inputs, folders.processed)
        is_new = published is None or release_id != published.id
        log.info("release published release=%s new=%s", release_id, is_new)
    write_status(folders.processed, outcomes, list(modules), method, release_id, clock.now)
    failed = [outcome.source_id for outcome in outcomes.values() if outcome.state == FAILED]
    return Result(KEPT_SOMETHING if failed else ALL_FRESH, release_id, is_new, outcomes)


def published_release(processed: Path) -> Release | None:
    """The release that stands, or None before the first."""
    folder = current_folder(processed)
    return open_release(folder) if folder is not None else None


def _nothing_new(newest: Mapping[str, object], published: Release) -> bool:
    """Whether every snapshot is already behind the published release."""
    behind = {source_id: said["digest"] for source_id, said in published.manifest["sources"].items()}
    return all(getattr(snapshot, "digest", None) == behind.get(source_id) for source_id, snapshot in newest.items())


def _make(inputs: Mapping[str, Input], processed: Path) -> str:
    tables = {source_id: chosen.table for source_id, chosen in inputs.items()}
    as_of = max((chosen.record["retrieved_at"][:10] for chosen in inputs.values()), default="")
    computed = build(tables, pd.Timestamp(as_of).replace(day=1) if as_of else pd.Timestamp.min)
    records = {source_id: chosen.record for source_id, chosen in inputs.items()}
    return publish(processed, write_draft(processed, as_of, records, tables, computed))
