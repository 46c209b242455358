"""Which release answers this request?

The newest one, or the one the address names while it is still kept. A page and its
callbacks stay with the release the page was opened with.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from dashboard.ahead import Ahead
from dashboard.frame import Frame
from dashboard.kept_answers import KeptAnswers
from dashboard.known_day import KEPT_AS, KeptDay, kept_days, newest_by, read_day, too_early
from dashboard.url_state import Problem, cut
from language import LANGUAGES, Language, language
from reading.receiving import is_receiving
from reading.record import record_of
from releases.order import earlier
from releases.read import Release
from releases.status import read_status
from team.folder import TeamFolder


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
    clock: date | Callable[[], date]  # a day, or what tells it: a dashboard runs for weeks
    team: TeamFolder = field(default_factory=TeamFolder)
    answers: KeptAnswers = field(default_factory=KeptAnswers)
    makes_briefs: bool = False  # whether pages offer a briefing
    ahead: Ahead = field(default_factory=Ahead)

    @property
    def today(self) -> date:
        return self.clock() if callable(self.clock) else self.clock

    def open(self, path: str, query: Mapping[str, object]) -> tuple[Frame, tuple[Problem, ...]]:
        """The frame an address asks for; what cannot be had becomes a problem. ReleaseError when nothing is published."""
        problems = []
        words = language(str(query["lang"]) if "lang" in query else None)
        if "lang" in query and query["lang"] not in LANGUAGES:
            problems.append(Problem("lang", str(query["lang"]), words.code))
        newest = self.shelf.current()
        asked, kept = str(query["release"]) if "release" in query else None, self.kept_days(newest)
        release = self.shelf.get(asked) if asked else newest
        if release is None:
            release = newest
            problems.append(Problem("release", str(asked), release.id))
        known = None
        if "known" in query:
            found, known, unread = self._known(str(query["known"]), kept, release, bool(asked), words)
            release = found
            problems += unread
        reader = str(query["for"]).upper() if "for" in query else None
        if reader and not is_receiving(reader):
            problems.append(Problem("for", str(query["for"]), words.text("no country")))
            reader = None
        since, gone = self._since(query, release)
        frame = Frame(
            words,
            path,
            record_of(release),
            is_pinned=release.id == asked,
            is_superseded=release.id != newest.id,
            today=self.today,
            reader=reader,
            since=since,
            off=self.off(),
            known=known,
            kept=tuple(one.day for one in kept),
        )
        return frame, (*problems, *gone)

    def earlier(self, release: Release) -> tuple[Release, ...]:
        """The kept releases that stand before this one, newest first."""
        return earlier(release, self.shelf.kept())

    def _since(self, query: Mapping[str, object], release: Release) -> tuple[str | None, tuple[Problem, ...]]:
        """The older release that an address names; where it is gone or not older, the oldest that is kept, and says so."""
        asked = str(query["since"]) if "since" in query else release.id
        if asked == release.id:
            return None, ()
        before = [one.id for one in self.earlier(release)]
        if asked in before:
            return asked, ()
        shown = before[-1] if before else language(str(query.get("lang"))).text("no other release")
        return (before[-1] if before else None), (Problem("since", asked, shown),)

    def kept_days(self, newest: Release) -> tuple[KeptDay, ...]:
        """The days whose state can be shown; looked up once for each published release."""
        if KEPT_AS not in newest.cache:
            newest.cache[KEPT_AS] = kept_days(self.shelf.kept(), newest)
        found: tuple[KeptDay, ...] = newest.cache[KEPT_AS]
        return found

    def _known(
        self, given: str, kept: Sequence[KeptDay], shown: Release, is_named: bool, words: Language
    ) -> tuple[Release, date | None, list[Problem]]:
        """The release that was the newest on a day; a release that is named goes before."""
        day = read_day(given)
        if day is None or is_named:
            return shown, None, [Problem("known", cut(given), shown.id)]
        found = newest_by(day, kept)
        if found is None:
            return shown, None, [Problem("known", given, shown.id, too_early(day, kept[-1].day, words))]
        release = self.shelf.get(found.release_id)
        if release is None:  # removed since the days were looked up
            return shown, None, [Problem("known", given, shown.id)]
        return release, day, []

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
