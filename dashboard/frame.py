"""Which release and language does a page speak, for a reader in which country, and how does a link carry them on?

A page is drawn from one release and its callbacks stay with it, even when a newer
one is published meanwhile; only a reader who names a release or a day in the address
keeps it from page to page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from dashboard.url_state import Parameters, search_of
from language import LANGUAGES, Language, language
from reading.parts import kind_of
from reading.record import Record, record_of


def tells_changes(path: str) -> bool:
    """Whether the page there says what changed between two releases."""
    return path == "/" or path.startswith("/place/")


@dataclass(frozen=True)
class Frame:
    """What a page was opened with."""

    words: Language
    path: str
    record: Record
    is_pinned: bool  # the address names the release
    is_superseded: bool  # a newer release is published
    today: date  # only to say how old figures are
    reader: str | None = None  # place_id of the country whose exposure is shown
    since: str | None = None  # the older release that the address asks to be told the changes since
    off: frozenset[str] = frozenset()  # sources that the last refresh found switched off
    known: date | None = None  # the address asks for what was known at the end of this day
    kept: tuple[date, ...] = ()  # days of the releases that can be shown, newest first

    def href(self, path: str, parameters: Parameters | None = None, code: str | None = None) -> str:
        """The address of a page of ours, in this language and release, for this reader; `code` asks for another language."""
        carried: dict[str, str | tuple[str, ...]] = dict(parameters or {})
        if (code or self.words.code) != LANGUAGES[0]:
            carried["lang"] = code or self.words.code
        carried |= self.pin
        if self.reader:
            carried["for"] = self.reader
        if self.since and "since" not in carried and tells_changes(path or self.path):
            carried["since"] = self.since
        return path + search_of(carried)

    @property
    def pin(self) -> dict[str, str]:
        """What holds a link to the release of this page: the day or the release that the address names."""
        if self.known is not None:
            return {"known": self.known.isoformat()}
        return {"release": self.record.release.id} if self.is_pinned else {}

    def search(self, parameters: Parameters) -> str:
        """The search part of this page's own address."""
        return self.href("", parameters)

    def language_hrefs(self, parameters: Parameters) -> tuple[str, ...]:
        """This view in each language."""
        return tuple(self.href(self.path, parameters, code) for code in LANGUAGES)

    def at(self, place_id: str) -> Self:
        """The same frame with the record of the kind of place that this is."""
        return replace(self, record=record_of(self.record.release, kind_of(place_id)))

    @property
    def countries(self) -> Record:
        """The record of countries, whichever kind of place the page is about."""
        return record_of(self.record.release)

    def stored(self) -> dict[str, Any]:
        """What callbacks need to open the same frame again."""
        return {
            "language": self.words.code,
            "path": self.path,
            "release": self.record.release.id,
            "is_pinned": self.is_pinned,
            "reader": self.reader,
            "known": self.known.isoformat() if self.known else None,
            "since": self.since,
        }

    @classmethod
    def restored(cls, stored: Mapping[str, Any], record: Record, today: date) -> Self:
        """Open the frame that a page keeps."""
        words, path = language(stored["language"]), str(stored["path"])
        return cls(
            words,
            path,
            record,
            bool(stored["is_pinned"]),
            is_superseded=False,
            today=today,
            reader=stored.get("reader"),
            known=date.fromisoformat(stored["known"]) if stored.get("known") else None,
            since=stored.get("since"),
        )
