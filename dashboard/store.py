"""Which release answers this request?

The newest one, or the one the address names while it is still kept. A page and its
callbacks stay with the release the page was opened with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from dashboard.frame import Frame
from dashboard.kept_answers import KeptAnswers
from dashboard.url_state import Problem
from language import LANGUAGES, language
from reading.receiving import is_receiving
from reading.record import record_of
from releases.read import Release
from releases.status import read_status


class Shelf(Protocol):
    """Where releases are kept; releases.read.ReleaseShelf is one."""

    @property
    def processed(self) -> Path:
        """The folder of releases, which also holds the note of the last refresh."""

    def current(self) -> Release:
        """The published release; ReleaseError when there is none."""

    def get(self, release_id: str) -> Release | None:
        """An older release, while it is kept."""

    def kept(self) -> tuple[Release, ...]:
        """Every release that can be asked for."""


class ReleaseGoneError(LookupError):
    """The release that a page was opened with is no longer kept."""


@dataclass(frozen=True)
class Store:
    """The releases that pages read, and the real date, which only says how old a figure is."""

    shelf: Shelf
    today: date
    answers: KeptAnswers = field(default_factory=KeptAnswers)

    def open(self, path: str, query: Mapping[str, object]) -> tuple[Frame, tuple[Problem, ...]]:
        """The frame an address asks for; what cannot be had becomes a problem. ReleaseError when nothing is published."""
        problems = []
        words = language(str(query["lang"]) if "lang" in query else None)
        if "lang" in query and query["lang"] not in LANGUAGES:
            problems.append(Problem("lang", str(query["lang"]), words.code))
        asked, newest = str(query["release"]) if "release" in query else None, self.shelf.current()
        release = self.shelf.get(asked) if asked else newest
        if release is None:
            release = newest
            problems.append(Problem("release", str(asked), release.id))
        reader = str(query["for"]).upper() if "for" in query else None
        if reader and not is_receiving(reader):
            problems.append(Problem("for", str(query["for"]), words.text("no country")))
            reader = None
        frame = Frame(
            words,
            path,
            record_of(release),
            is_pinned=release.id == asked,
            is_superseded=release.id != newest.id,
            today=self.today,
            reader=reader,
            off=self.off(),
        )
        return frame, tuple(problems)

    def status(self) -> dict[str, Any]:
        """What the last refresh noted of the sources; empty before the first."""
        return read_status(self.shelf.processed)

    def off(self) -> frozenset[str]:
        """The sources that are switched off here."""
        noted = self.status().get("sources", {})
        return frozenset(name for name, said in noted.items() if said.get("state") == "off")

    def reopen(self, stored: Mapping[str, Any]) -> Frame:
        """The frame that a page keeps, with the very release it was opened with."""
        release = self.shelf.get(str(stored["release"]))
        if release is None:
            raise ReleaseGoneError(stored["release"])
        return Frame.restored(stored, record_of(release), self.today)
