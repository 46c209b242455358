"""Which snapshots were held back, and which were accepted all the same, with the reason.

A held snapshot stays on disk as published but enters no release. The last line on
a digest counts; nothing is ever taken out.
"""

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ingest._snapshot import Snapshot

log = logging.getLogger(__name__)

HELD, ACCEPTED = "held", "accepted"


@dataclass(frozen=True)
class Verdict:
    """What was decided about one digest."""

    digest: str
    verdict: str
    reason: str


def verdicts(raw: Path, source_id: str, known_at: date | None = None) -> dict[str, Verdict]:
    """The standing verdict of each digest that had one by the end of `known_at`."""
    path = raw / source_id / "verdicts.jsonl"
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    standing = {}
    for line in lines:
        try:
            said = json.loads(line)
            verdict, day = Verdict(said["digest"], said["verdict"], said["reason"]), said["at"][:10]
        except (ValueError, KeyError, TypeError):
            log.warning("line passed over file=%s line=%.60r", path, line)  # torn by a crash while it was written
            continue
        if known_at is None or day <= known_at.isoformat():
            standing[verdict.digest] = verdict
    return standing


def note_verdict(raw: Path, source_id: str, verdict: Verdict, now: datetime) -> None:
    """Add one line."""
    line = {"at": now.strftime("%Y-%m-%dT%H:%M:%SZ"), **vars(verdict)}
    (raw / source_id).mkdir(parents=True, exist_ok=True)
    with (raw / source_id / "verdicts.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")
        lines.flush()
        os.fsync(lines.fileno())


def newest_usable(found: Iterable[Snapshot], standing: dict[str, Verdict]) -> Snapshot | None:
    """The newest snapshot that is not held back."""
    usable = [one for one in found if one.digest not in standing or standing[one.digest].verdict != HELD]
    return usable[-1] if usable else None
