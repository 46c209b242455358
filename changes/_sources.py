"""Which sources reach further, reach less far, hold other figures, came, went, or have become late?"""

from datetime import date
from typing import Any

import pandas as pd

from contracts.release_change import GONE, LATE, NEW, NEWER, NEWEST_DATA, OLDER, OTHER_CONTENT
from releases.read import Release, SourceRecord
from releases.status import age_in_days


def changed_sources(old: Release, new: Release) -> pd.DataFrame:
    """One row per source that does not stand as it did."""
    rows = []
    for source_id in sorted(old.sources.keys() | new.sources.keys()):
        was, now = old.sources.get(source_id), new.sources.get(source_id)
        how = _how(was, now, old.as_of, new.as_of)
        if how:
            rows.append(_row(source_id, how, was, now))
    return pd.DataFrame(rows)


def _how(was: SourceRecord | None, now: SourceRecord | None, day_was: date, day_is: date) -> str | None:
    if was is None or now is None:
        return NEW if was is None else GONE
    if was.newest_data != now.newest_data:
        return NEWER if _end(now) > _end(was) else OLDER
    if was.digest != now.digest:
        return OTHER_CONTENT
    return LATE if _is_late(now, day_is) and not _is_late(was, day_was) else None


def _end(record: SourceRecord) -> int:
    """How far it reaches, in days; a year and its December are the same."""
    age = age_in_days(record.newest_data, date.max)
    return -age if age is not None else -(10**9)


def _is_late(record: SourceRecord, day: date) -> bool:
    age = age_in_days(record.newest_data, day)
    return age is not None and age > record.stale_after_days


def _row(source_id: str, how: str, was: SourceRecord | None, now: SourceRecord | None) -> dict[str, Any]:
    return {
        "figure": NEWEST_DATA,
        "how": how,
        "source_id": source_id,
        "period": now.newest_data if now else None,
        "period_was": was.newest_data if was else None,
        "word_was": was.release if was else None,
        "word_is": now.release if now else None,
        "is_provisional": False,
        "size": 1.0,
    }
