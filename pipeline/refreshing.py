"""One refresh from beginning to end: gather, judge, choose, build, publish.

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
from pipeline.gather import FAILED, HELD_BACK, Clock, Outcome, Step, gather
from pipeline.inputs import Input, choose, is_unchanged, lost
from pipeline.judging import Run, judge, known_by
from pipeline.leftovers import clear_leftovers
from pipeline.status import write_status
from releases._layout import RELEASES, ReleaseError, current_folder
from releases.read import Release, open_release
from releases.status import read_status
from releases.write import Draft, keep, publish, write_draft

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
    keys: Mapping[str, str],
    clock: Clock,
    accept: str,
    step: Step,
) -> Result:
    """Refresh `asked` of all `modules`; without `http` nothing is downloaded and all is rebuilt from raw files."""
    clear_leftovers(folders.raw, folders.processed)
    published, method = _readable(folders.processed), method_digest()
    outcomes = gather(asked, folders.raw, http, keys, clock, step) if http is not None else {}
    parsed = {source_id: outcome.table for source_id, outcome in outcomes.items() if outcome.table is not None}
    same_method = http is not None and read_status(folders.processed).get("method") == method
    accepted = dict.fromkeys(asked, accept) if accept else {}
    judged = judge(modules, parsed, folders.raw, published, Run(clock, same_method), accepted)
    for source_id, one in judged.items():
        if one.held_reason:
            outcomes[source_id] = Outcome(source_id, HELD_BACK, f"{one.held_reason}; accept it with --accept REASON")
        elif one.broken_reason:
            outcomes[source_id] = Outcome(source_id, FAILED, one.broken_reason)
    release_id = published.id if published else None
    if not (published and same_method and is_unchanged(modules, judged, published)):
        step("release", "computing")
        inputs = choose(modules, judged, published, same_method)
        gone = lost(inputs, published)
        if gone:
            log.error("release kept reason=never_retrieved_here sources=%s", ",".join(gone))
            reason = "never retrieved here: the published release stays until it answers"
            outcomes |= {
                source_id: Outcome(source_id, FAILED, reason) for source_id in gone if source_id not in outcomes
            }
        elif inputs:
            release_id = publish(folders.processed, _draft(inputs, folders.processed))
            log.info("release published release=%s", release_id)
    step("release", "computed")
    write_status(folders.processed, outcomes, modules, method, release_id, clock.now)
    is_new = published is None or release_id != published.id
    return Result(_exit_code(release_id, outcomes, published), release_id, is_new, outcomes)


def rebuild_as_known(modules: Mapping[str, SourceModule], folders: Folders, known_at: date) -> str | None:
    """Build the release of what had been retrieved by a day, beside the published one, which stays; its id, or None."""
    clear_leftovers(folders.raw, folders.processed)
    inputs = choose(modules, known_by(modules, folders.raw, known_at), None, same_method=False)
    return keep(folders.processed, _draft(inputs, folders.processed)) if inputs else None


def published_release(processed: Path) -> Release | None:
    """The release that stands, or None before the first."""
    folder = current_folder(processed)
    return open_release(folder) if folder is not None else None


def _readable(processed: Path) -> Release | None:
    """The release that stands, or the newest readable one where CURRENT or its release is damaged; else None."""
    try:
        return published_release(processed)
    except ReleaseError as error:
        log.error("published release passed over reason=%s", error)
    for folder in sorted((processed / RELEASES).glob("[0-9]*"), key=lambda path: path.stat().st_mtime_ns, reverse=True):
        try:
            return open_release(folder)
        except ReleaseError as error:
            log.error("release passed over reason=%s", error)
    return None


def _draft(inputs: Mapping[str, Input], processed: Path) -> Draft:
    """Compute and write a release; it is as of the newest retrieval behind it, so the same inputs give the same release."""
    tables = {source_id: chosen.table for source_id, chosen in inputs.items()}
    as_of = max(chosen.record["retrieved_at"][:10] for chosen in inputs.values())
    records = {source_id: chosen.record for source_id, chosen in inputs.items()}
    return write_draft(processed, as_of, records, tables, build(tables, pd.Timestamp(as_of).replace(day=1)))


def _exit_code(release_id: str | None, outcomes: Mapping[str, Outcome], published: Release | None) -> int:
    if release_id is None:
        return NOTHING_PUBLISHED
    has_kept = any(outcome.state in (FAILED, HELD_BACK) for outcome in outcomes.values())
    return KEPT_SOMETHING if has_kept else ALL_FRESH
