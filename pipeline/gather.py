"""Ask every source, keep what is new, and let no failing source stop the others.

An answer is parsed before it is stored, so an error page is never a snapshot. A
source that fails keeps its last good snapshot; the reason goes to the status.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from contracts._contract import ContractError
from ingest import SourceError, SourceModule
from ingest._http import Answer, HttpSettings, polite_get
from ingest._snapshot import Snapshot, digest_of, known_answers, note_check, save_snapshot, snapshots

log = logging.getLogger(__name__)

NEW, UNCHANGED, FAILED = "new", "unchanged", "failed"


@dataclass(frozen=True)
class Clock:
    """The moment a refresh takes for now, and whether somebody set it."""

    now: datetime
    is_set: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of asking one source."""

    source_id: str
    state: str
    reason: str = ""
    table: pd.DataFrame | None = None


Step = Callable[[str, str], None]  # (source id, what is happening)


def gather(
    modules: Mapping[str, SourceModule], raw: Path, http: HttpSettings, clock: Clock, step: Step
) -> dict[str, Outcome]:
    """Ask each source in turn; the outcomes by source id."""
    outcomes = {}
    last_request: dict[str, float] = {}
    for source_id, module in modules.items():
        step(source_id, "asking")
        try:
            outcome = _ask(module, raw, http, clock, last_request)
        except (SourceError, ContractError) as error:
            outcome = Outcome(source_id, FAILED, str(error))
        except Exception as error:  # one source's surprise must not stop the others
            log.exception("source broke source=%s", source_id)
            outcome = Outcome(source_id, FAILED, f"unexpected {type(error).__name__}: {error}; please report it")
        if outcome.state == FAILED:
            note_check(raw, source_id, clock.now, FAILED, None)
            log.error("source failed source=%s reason=%s", source_id, outcome.reason)
        else:
            log.info("source answered source=%s state=%s", source_id, outcome.state)
        step(source_id, outcome.state)
        outcomes[source_id] = outcome
    return outcomes


def _ask(module: SourceModule, raw: Path, http: HttpSettings, clock: Clock, last_request: dict[str, float]) -> Outcome:
    source = module.SOURCE
    newest = _newest(raw, source.id)
    answers: dict[str, Answer] = {}
    parts = module.fetch(polite_get(http, known_answers(newest), answers, last_request), clock.now.date())
    if newest is not None and (
        _all_unchanged(newest, [part.url for part in parts], answers) or digest_of(parts) == newest.digest
    ):
        note_check(raw, source.id, clock.now, UNCHANGED, newest.digest)
        return Outcome(source.id, UNCHANGED)
    table = module.parse(parts, clock.now.date())
    save_snapshot(raw, source, module.release(parts), parts, answers, clock.now, clock.is_set)
    return Outcome(source.id, NEW, table=table)


def _newest(raw: Path, source_id: str) -> Snapshot | None:
    found = snapshots(raw, source_id)
    return found[-1] if found else None


def _all_unchanged(newest: Snapshot, urls: list[str], answers: Mapping[str, Answer]) -> bool:
    same_addresses = urls == [part["url"] for part in newest.manifest["parts"]]
    return same_addresses and all(answers[url].not_modified for url in urls)
