"""What has the team noted on a place? notes.toml: dated entries, plain text, whose they are."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from team._strict import day_of, known_fields, link_of, places_of, text_of

FILE = "notes.toml"
LONGEST_TEXT, LONGEST_NAME = 4_000, 80


@dataclass(frozen=True)
class Note:
    """One entry."""

    places: tuple[str, ...]
    date: datetime.date
    text: str
    author: str
    link: str


def parse_note(entry: Mapping[str, Any]) -> Note:
    """Read and check one entry [[note]]."""
    known_fields(entry, "places", "date", "text", "author", "link")
    return Note(
        places_of(entry),
        day_of(entry, "date"),
        text_of(entry, "text", LONGEST_TEXT),
        text_of(entry, "author", LONGEST_NAME, is_needed=False),
        link_of(entry),
    )
