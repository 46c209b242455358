"""From which release, in which language and for which country is a briefing written, and where can it be reopened?"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from briefing.pack import Origin
from language import LANGUAGES, Language
from reading.charts import POPULATION_SOURCE
from reading.names import place_name
from reading.parts import COUNTRY, kind_of
from reading.record import Record, record_of
from releases.read import Release

OWN_ADDRESS = "http://127.0.0.1:8050"  # where `make run` shows it


@dataclass(frozen=True)
class Opened:
    """A record in a language, as the charts of a place want it."""

    words: Language
    record: Record


@dataclass(frozen=True)
class Desk:
    """What all parts of a briefing share."""

    words: Language
    release: Release
    pack_id: str
    base: str = OWN_ADDRESS  # the dashboard that the addresses lead to
    receiver: str | None = None  # the country whose exposure is told

    def opened(self, place_id: str) -> Opened:
        return Opened(self.words, self.record(place_id))

    def record(self, place_id: str) -> Record:
        """The record of the kind of place that this is."""
        return record_of(self.release, kind_of(place_id))

    def name(self, place_id: str) -> str:
        """The name that the place's newest figures bear."""
        return place_name(place_id, int(self.record(place_id).years[-1]), self.words)

    def address(self, place_id: str | None = None) -> str:
        """Where the figures can be seen again, in this release; it carries the pack, to show what was revised."""
        path = f"/place/{quote(place_id, safe=':')}" if place_id else "/"
        carried = {"release": self.release.id, "pack": self.pack_id}
        if self.words.code != LANGUAGES[0]:
            carried["lang"] = self.words.code
        if self.receiver:
            carried["for"] = self.receiver
        return f"{self.base}{path}?{urlencode(carried)}"

    def origin(self, source_ids: Iterable[str], place_id: str | None = None) -> Origin:
        """The sources behind a figure with their licences, by what the release says of them."""
        behind = sorted(set(source_ids))
        known = [self.release.sources[name] for name in behind if name in self.release.sources]
        named = ", ".join(f"{one.title} {one.release}".strip() for one in known)
        licences = ", ".join(dict.fromkeys(one.licence for one in known))
        return Origin(
            named or self.words.text("none on record"),
            licences or "–",
            self.release.as_of,
            self.release.id,
            self.address(place_id),
        )

    def sources_of(self, place_id: str) -> set[str]:
        """Sources of every death figure of a place and of the people behind its rate."""
        rows = self.record(place_id).years_of(place_id)
        people = {POPULATION_SOURCE} if kind_of(place_id) == COUNTRY else set()  # no source counts those of a crisis
        return {*map(str, rows["source_id"].unique()), *people}
