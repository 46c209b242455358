"""Which template makes which briefing? The same release, arguments and version make the same pack, with the same id."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.comparison import comparison_sections
from briefing.country import country_sections
from briefing.desk import OWN_ADDRESS, Desk
from briefing.last_page import last_sections
from briefing.pack import Pack, Section
from briefing.watch import watch_sections
from language import Language, message
from reading.printed import Printed, values_of
from releases.read import Release

VERSION = "1"  # of what a pack holds; another one makes another id
ID_LENGTH = 12
Make = Callable[[Desk, Sequence[str]], list[Section]]
TEMPLATES: dict[str, Make] = {
    "country": lambda desk, places: country_sections(desk, places[0]),
    "comparison": comparison_sections,
    "monthly-watch": watch_sections,
}
TITLES = {
    "country": message("{place}: a briefing on recorded organised violence"),
    "comparison": message("{n} places compared: a briefing on recorded organised violence"),
    "monthly-watch": message("Monthly watch: a briefing on recorded organised violence"),
}


@dataclass(frozen=True)
class Request:
    """What is asked for."""

    template: str
    places: tuple[str, ...]
    words: Language
    receiver: str | None = None
    base: str = OWN_ADDRESS

    def id(self, release: Release) -> str:
        """The id of the pack: the same for the same release, arguments and version."""
        told = [VERSION, release.id, self.template, self.places, self.words.code, self.receiver, self.base]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:ID_LENGTH]


def make(request: Request, release: Release) -> Pack:
    """The pack of a request."""
    words = request.words
    desk = Desk(words, release, request.id(release), request.base, request.receiver)
    name = desk.name(request.places[0])
    sections = TEMPLATES[request.template](desk, request.places)
    return Pack(
        id=desk.pack_id,
        template=request.template,
        title=words.text(TITLES[request.template], place=name, n=words.number(len(request.places))),
        subtitle=words.text("As known on {day}", day=words.day(release.as_of)),
        words=words,
        as_of=release.as_of,
        release=release.id,
        places=request.places,
        address=desk.address(request.places[0] if request.template == "country" else None),
        sections=tuple(sections),
        last=last_sections(desk, request.places),
        printed=_printed(desk, request),
    )


def _printed(desk: Desk, request: Request) -> tuple[Printed, ...]:
    """A country's and a comparison's charts show every year; of a watched place the newest is printed."""
    found: list[Printed] = []
    for place in request.places:
        record = desk.record(place)
        newest = record.last_year(place)
        if newest is not None:
            years = [newest] if request.template == "monthly-watch" else [int(year) for year in record.years]
            found += values_of(record, place, years)
    return tuple(found)
