"""What is said of a list of places on watch, on a page and in the monthly briefing, and how is the list written as a file?"""

from collections.abc import Iterable, Sequence

from language import Language, message
from reading.names import name_of
from reading.parts import COUNTRY, kind_of
from reading.people import POPULATION
from reading.recent_months import MONTHS
from reading.record import record_of
from reading.standing import ORDER, Standing
from releases.read import Release

MOST = 30  # places on a list that can still be read at a glance
COUNTED = {
    "worse": message("has worsened: {n}"),
    "no_clear_change": message("no clear change: {n}"),
    "better": message("has eased: {n}"),
    "not_known": message("not known: {n}"),
}


def watched_title(n: int, words: Language) -> str:
    """How many places are on watch."""
    return words.texts("{n} place on watch", "{n} places on watch", n)


def directions_sentence(places: Sequence[Standing], words: Language) -> str:
    """How many places have moved which way."""
    counts = [
        words.text(COUNTED[direction], n=words.number(n))
        for direction in ORDER
        if (n := sum(one.direction == direction for one in places))
    ]
    return words.text(
        "Direction of recorded deaths, by each place’s own last month: {counts}.", counts=", ".join(counts)
    )


def line_sentence(words: Language) -> str:
    """How the small drawing of months is read."""
    return words.text(
        "The line shows the deaths of {n} months, each place on its own scale; grey: no figure of all types.",
        n=words.number(MONTHS),
    )


def looks_back(words: Language) -> str:
    """What a direction is, and what it is not."""
    return words.text(
        "Direction looks back: by the pace of three months against twelve, and by trends that are told from chance. "
        "It says nothing of what comes."
    )


def places_written(text: str) -> list[str]:
    """The places of a list as a file holds it: one a line, # begins a comment."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def list_file(places: Iterable[str], words: Language) -> str:
    """A list as such a file, each id with its name."""
    return "".join(f"{place}  # {name_of(place, words)}\n" for place in places)


def sources_behind(release: Release, places: Iterable[str]) -> list[str]:
    """Sources of every death figure of these places, and of the people behind a rate."""
    held = [(place, record_of(release, kind_of(place))) for place in places]
    behind = {str(source) for place, record in held for source in record.years_of(place)["source_id"].unique()}
    people = {POPULATION for place, record in held if record.kind == COUNTRY and place in record.places}
    return sorted(behind | people)
