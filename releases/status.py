"""How does each source stand? What the last refresh noted, and what age alone makes of it.

The note is the only file about releases that changes after one is published; it
holds what each source declares too, so that one without any table can be shown.
A clone that has never refreshed has no note.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from releases._layout import STATUS
from releases.read import SourceRecord

FRESH, KEPT, HELD, OFF, NOT_REACHED = "fresh", "kept", "held", "off", "not_reached"
MISSING, STALE, NOT_ASKED = "missing", "stale", "not_asked"


def read_status(processed: Path) -> dict[str, Any]:
    """The status as the last refresh left it; empty before the first."""
    try:
        said = json.loads((processed / STATUS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # only ever a report; the next refresh writes it anew
    return said if isinstance(said, dict) else {}


def state_of(record: SourceRecord | None, note: Mapping[str, Any], today: date) -> tuple[str, str]:
    """The state of a source and its reason; age alone makes it stale."""
    state, reason = str(note.get("state", NOT_ASKED)), str(note.get("reason", ""))
    if record is None and state in (NOT_ASKED, KEPT):
        return MISSING, reason or "never retrieved: run `python refresh.py`"
    if record is not None and state in (FRESH, NOT_ASKED):
        age = age_in_days(record.newest_data, today)
        if age is not None and age > record.stale_after_days:
            return STALE, f"newest data {record.newest_data} is older than {record.stale_after_days} days"
    return state, reason


def age_in_days(newest_data: str | None, today: date) -> int | None:
    """Days from the end of the newest period (2024, 2023-12 or 2023-12-31) to today."""
    if newest_data is None:
        return None
    padded = newest_data + {4: "-12-31", 7: "-28"}.get(len(newest_data), "")
    return (today - date.fromisoformat(padded)).days
