"""What is written around a chart? One object for page, picture and table, so that they cannot disagree."""

import datetime
from dataclasses import dataclass

from language import Language


@dataclass(frozen=True)
class Caption:
    """Words of one chart, already in the reader's language."""

    title: str  # the finding
    subtitle: str  # measure, unit and period
    source: str  # providers with their releases
    as_of: datetime.date
    release: str  # id of our release
    note: str = ""  # what must be known to read it right
    source_ids: tuple[str, ...] = ()  # the same providers by id, for a citation


def source_line(caption: Caption, language: Language) -> str:
    """Say where the figures come from, how old they are and which release they belong to."""
    return language.text(
        "Source: {source} · as of {day} · release {release}",
        source=caption.source,
        day=language.day(caption.as_of),
        release=caption.release,
    )


def file_stem(caption: Caption, name: str) -> str:
    """Name a downloaded file so that it still says what it is in another folder."""
    return f"slowburn-{name.replace(':', '-').lower()}-{caption.release}"
