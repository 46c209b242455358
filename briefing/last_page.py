"""Which sources, methods and limits stand behind a briefing? Its last page, from what is declared."""

from collections.abc import Sequence

from briefing.country import METHOD_NOTES
from briefing.desk import Desk
from briefing.pack import Section, Table
from language import message
from reading.exposure import exposure_of
from reading.names import territory_notes, unit_note

LIMITS = (
    message("Recorded direct deaths in organised violence; true tolls are higher."),
    message(
        "Zero, missing, late and provisional are four different things; a missing figure is never written as zero."
    ),
    message("Figures are as the sources published them by the as-of date; newer ones revise them."),
    message("Direction and tempo describe what has been. Nothing here is a forecast."),
    message("The address under each figure reopens it, and shows what was revised since this briefing was made."),
)


def last_sections(desk: Desk, place_ids: Sequence[str]) -> tuple[Section, ...]:
    """Sources with their licences, the methods, and what the figures cannot tell."""
    words = desk.words
    methods = tuple(words.text(said) for said in METHOD_NOTES.values())
    territory = tuple(dict.fromkeys(note for place in place_ids for note in _territory(desk, place)))
    limits = tuple(words.text(said) for said in LIMITS)
    sources = sources_table(desk, place_ids)
    return (
        Section(words.text("Sources"), tables=(sources,)),
        Section(words.text("Methods"), methods),
        Section(words.text("Limits"), (*limits, *territory)),
    )


def source_ids(desk: Desk, place_ids: Sequence[str]) -> list[str]:
    """Every source behind the figures that are shown."""
    behind = {source for place in place_ids for source in desk.sources_of(place)}
    if desk.receiver is not None:
        for place in place_ids:
            for answer in exposure_of(desk.release, place, desk.receiver, frozenset()).answers:
                behind |= {figure.source_id for figure in answer.figures if figure.value is not None}
    return sorted(name for name in behind if name in desk.release.sources)


def sources_table(desk: Desk, place_ids: Sequence[str]) -> Table:
    """Each source once, as the release knows it."""
    words = desk.words
    known = [desk.release.sources[name] for name in source_ids(desk, place_ids)]
    return Table(
        "sources",
        words.text("Sources"),
        (
            words.text("Source"),
            words.text("Version"),
            words.text("Licence"),
            words.text("Newest data"),
            words.text("Citation"),
        ),
        tuple(
            (f"{one.title} ({one.provider})", one.release, one.licence, one.newest_data or "–", one.citation)
            for one in known
        ),
        widths=(0.26, 0.11, 0.17, 0.11, 0.35),
    )


def _territory(desk: Desk, place_id: str) -> list[str]:
    years = desk.record(place_id).years
    return [unit_note(unit, desk.words) for unit in territory_notes(place_id, int(years[0]), int(years[-1]))]
