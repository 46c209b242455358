"""Ask every source, keep what is new, and let no failing source stop the others.

An answer is parsed before it is stored, so an error page is never a snapshot. A
source that fails keeps its last good snapshot; the reason goes to the status.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from contracts._contract import ContractError
from ingest import SourceError, SourceModule
from ingest._asked import asked_before, forget_asked, keep_asked
from ingest._http import Answer, HttpSettings, polite_get
from ingest._snapshot import Snapshot, digest_of, known_answers, note_check, save_snapshot, snapshots
from reference.countries import UnknownCodeError

log = logging.getLogger(__name__)

NEW, UNCHANGED, FAILED, HELD_BACK, OFF, NOT_REACHED = "new", "unchanged", "failed", "held", "off", "not_reached"
ENDED = {NEW, UNCHANGED, FAILED, OFF, NOT_REACHED, "computed"}


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
    modules: Mapping[str, SourceModule],
    raw: Path,
    http: HttpSettings,
    keys: Mapping[str, str],
    clock: Clock,
    step: Step,
) -> dict[str, Outcome]:
    """Ask each source in turn; the outcomes by source id. `keys` holds environment variable -> key."""
    outcomes = {}
    last_request: dict[str, float] = {}
    for source_id, module in modules.items():
        step(source_id, "asking")
        outcomes[source_id] = outcome = _asked(module, raw, http, keys, clock, last_request)
        step(source_id, outcome.state)
        if outcome.state == FAILED:
            log.error("source failed source=%s reason=%s", source_id, outcome.reason)
        else:
            log.info("source answered source=%s state=%s", source_id, outcome.state)
    return outcomes


def _asked(
    module: SourceModule,
    raw: Path,
    http: HttpSettings,
    keys: Mapping[str, str],
    clock: Clock,
    last_request: dict[str, float],
) -> Outcome:
    """The outcome of one source, whatever happens."""
    source = module.SOURCE
    if source.key is not None and not keys.get(source.key.variable):
        return Outcome(source.id, OFF, f"needs {source.key.variable}; {source.key.how_to_get}")
    try:
        return _ask(module, raw, http, keys, clock, last_request)
    except (SourceError, ContractError, UnknownCodeError) as error:
        reason = str(error)
    except Exception as error:  # one source's surprise must not stop the others
        log.exception("source broke source=%s", source.id)
        reason = f"unexpected {type(error).__name__}: {error}; please report it"
    note_check(raw, source.id, clock.now, FAILED, None)
    never_met = not source.is_met_live and not snapshots(raw, source.id)
    return Outcome(source.id, NOT_REACHED if never_met else FAILED, reason)


def _ask(
    module: SourceModule,
    raw: Path,
    http: HttpSettings,
    keys: Mapping[str, str],
    clock: Clock,
    last_request: dict[str, float],
) -> Outcome:
    source = module.SOURCE
    newest = _newest(raw, source.id)
    answers: dict[str, Answer] = {}
    headers = {source.key.header: source.key.prefix + keys[source.key.variable]} if source.key else {}
    if http.pace_seconds:  # a pace of 0 turns all pauses off, for a relay or a replica
        http = replace(http, pace_seconds=max(http.pace_seconds, source.pace_seconds))
    known = asked_before(raw, source.id) | known_answers(newest)  # what a snapshot holds goes before
    get = polite_get(http, known, answers, last_request, headers, web_pages=source.web_pages)
    contents: dict[str, bytes] = {}

    def kept_get(url: str) -> bytes:
        contents[url] = get(url)
        return contents[url]

    try:
        parts = module.fetch(kept_get, clock.now.date())
        if newest is not None and (
            _all_unchanged(newest, [part.url for part in parts], answers) or digest_of(parts) == newest.digest
        ):
            note_check(raw, source.id, clock.now, UNCHANGED, newest.digest)
            forget_asked(raw, source.id)
            return Outcome(source.id, UNCHANGED)
        table = module.parse(parts, clock.now.date())
    except Exception:
        keep_asked(raw, source.id, contents, answers)
        raise
    save_snapshot(raw, source, module.release(parts), parts, answers, clock.now, clock.is_set)
    forget_asked(raw, source.id)
    return Outcome(source.id, NEW, table=table)


def _newest(raw: Path, source_id: str) -> Snapshot | None:
    found = snapshots(raw, source_id)
    return found[-1] if found else None


def _all_unchanged(newest: Snapshot, urls: list[str], answers: Mapping[str, Answer]) -> bool:
    same_addresses = urls == [part["url"] for part in newest.manifest["parts"]]
    return same_addresses and all(answers[url].not_modified for url in urls)
