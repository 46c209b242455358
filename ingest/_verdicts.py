"""Which snapshots were held back, and which were accepted all the same, with the reason.

A held snapshot stays on disk as published but enters no release. The last line on
a digest counts; nothing is ever taken out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ingest._snapshot import Snapshot

HELD, ACCEPTED = "held", "accepted"


@dataclass(frozen=True)
class Verdict:
    """What was decided about one digest."""

    digest: str
    verdict: str
    reason: str


def verdicts(raw: Path, source_id: str) -> dict[str, Verdict]:
    """The standing verdict of each digest that has one."""
    path = raw / source_id / "verdicts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    said = (json.loads(line) for line in lines if line.strip())
    return {one["digest"]: Verdict(one["digest"], one["verdict"], one["reason"]) for one in said}


def note_verdict(raw: Path, source_id: str, verdict: Verdict, now: datetime) -> None:
    """Add one line."""
    line = {"at": now.strftime("%Y-%m-%dT%H:%M:%SZ"), **vars(verdict)}
    (raw / source_id).mkdir(parents=True, exist_ok=True)
    with (raw / source_id / "verdicts.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False) + "\n")


def newest_usable(found: Iterable[Snapshot], standing: dict[str, Verdict]) -> Snapshot | None:
    """The newest snapshot that is not held back."""
    usable = [one for one in found if one.digest not in standing or standing[one.digest].verdict != HELD]
    return usable[-1] if usable else None
