"""What the last refresh found, source by source; the only file about a release that changes after it is published."""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest import SourceModule
from pipeline.gather import FAILED, HELD_BACK, NOT_REACHED, OFF, Outcome
from releases._layout import STATUS
from releases.read import Release, SourceRecord

FRESH, KEPT, HELD, MISSING, STALE, NOT_ASKED = "fresh", "kept", "held", "missing", "stale", "not_asked"
STATE_OF = {FAILED: KEPT, HELD_BACK: HELD, OFF: OFF, NOT_REACHED: NOT_REACHED}


def read_status(processed: Path) -> dict[str, Any]:
    """The status as the last refresh left it; empty before the first."""
    path = processed / STATUS
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}  # only ever a report; the next refresh writes it anew


def write_status(
    processed: Path,
    outcomes: Mapping[str, Outcome],
    source_ids: Iterable[str],
    method: str,
    built: str | None,
    now: datetime,
) -> None:
    """Note what came of each source that was asked; what was not asked keeps its older note."""
    status = read_status(processed)
    noted = status.get("sources", {})
    checked_at = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    for source_id, outcome in outcomes.items():
        state = STATE_OF.get(outcome.state, FRESH)
        noted[source_id] = {"state": state, "reason": outcome.reason, "checked_at": checked_at}
    content = {
        "refreshed_at": checked_at,
        "method": method if built else status.get("method", ""),
        "release": built or status.get("release"),
        "sources": {source_id: noted[source_id] for source_id in source_ids if source_id in noted},
    }
    processed.mkdir(parents=True, exist_ok=True)
    draft = processed / f".{STATUS}-{os.getpid()}"
    draft.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(processed / STATUS)


def described(
    release: Release | None, modules: Mapping[str, SourceModule], processed: Path, today: date
) -> dict[str, Any]:
    """What `refresh.py --status --json` prints: the published release and the state of every source."""
    noted = read_status(processed).get("sources", {})
    records = release.sources if release is not None else {}
    rows = []
    for source_id, module in modules.items():
        record, note = records.get(source_id), noted.get(source_id, {})
        state, reason = _state(record, note, today)
        said = {
            name: getattr(record, name) if record else None
            for name in ("release", "retrieved_at", "newest_data", "rows")
        }
        rows.append(
            {"id": source_id, **said, "state": state, "reason": reason, "is_met_live": module.SOURCE.is_met_live}
        )
    return {"release": release.id if release else None, "sources": rows}


def _state(record: SourceRecord | None, note: Mapping[str, str], today: date) -> tuple[str, str]:
    """The state of a source and its reason; age alone makes it stale."""
    state, reason = note.get("state", NOT_ASKED), note.get("reason", "")
    if record is None and state in (NOT_ASKED, KEPT):
        return MISSING, reason or "never retrieved: run `python refresh.py`"
    if record is not None and state in (FRESH, NOT_ASKED) and _age(record.newest_data, today) > record.stale_after_days:
        return STALE, f"newest data {record.newest_data} is older than {record.stale_after_days} days"
    return state, reason


def _age(newest_data: str | None, today: date) -> int:
    """Days from the end of the newest period (2024, 2023-12 or 2023-12-31) to today."""
    if newest_data is None:
        return 0
    padded = newest_data + {4: "-12-31", 7: "-28"}.get(len(newest_data), "")
    return (today - date.fromisoformat(padded)).days
