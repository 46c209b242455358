"""What the last refresh found, source by source; the only file about a release that changes after it is published."""

import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest import SourceModule
from pipeline.gather import FAILED, HELD_BACK, NOT_REACHED, OFF, Outcome
from releases import status as standing
from releases._layout import STATUS
from releases.read import Release
from releases.status import read_status, state_of

STATE_OF = {
    FAILED: standing.KEPT,
    HELD_BACK: standing.HELD,
    OFF: standing.OFF,
    NOT_REACHED: standing.NOT_REACHED,
}
DECLARED = (  # what the Sources page says of a source that has no table yet
    "title",
    "provider",
    "licence",
    "citation",
    "homepage",
    "caveat",
    "stale_after_days",
    "role",
    "enters_release",
    "is_met_live",
)


def write_status(
    processed: Path,
    outcomes: Mapping[str, Outcome],
    modules: Mapping[str, SourceModule],
    method: str,
    built: str | None,
    now: datetime,
) -> None:
    """Note what came of each source that was asked; what was not asked keeps its older note."""
    status = read_status(processed)
    noted = status.get("sources", {})
    checked_at = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    for source_id, outcome in outcomes.items():
        state = STATE_OF.get(outcome.state, standing.FRESH)
        noted[source_id] = {"state": state, "reason": outcome.reason, "checked_at": checked_at}
    content = {
        "refreshed_at": checked_at,
        "method": method if built else status.get("method", ""),
        "release": built or status.get("release"),
        "sources": {
            source_id: {
                **noted.get(source_id, {}),
                **{name: getattr(module.SOURCE, name) for name in DECLARED},
            }
            for source_id, module in modules.items()
        },
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
        state, reason = state_of(record, note, today)
        said = {
            name: getattr(record, name) if record else None
            for name in ("release", "retrieved_at", "newest_data", "rows")
        }
        rows.append(
            {"id": source_id, **said, "state": state, "reason": reason, "is_met_live": module.SOURCE.is_met_live}
        )
    return {"release": release.id if release else None, "sources": rows}
