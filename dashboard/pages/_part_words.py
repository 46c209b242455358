"""On which rung does a crisis or unit stand, and how is what is known of it said in a sentence?

Events name units and give months; battle deaths by dyad are annual and state-based
alone; a country's annual figure holds all types. A reader must know which of them
speaks before any figure means anything.
"""

from typing import Any

from dashboard.frame import Frame
from dashboard.measures import measures_of
from dashboard.pages._place_sources import spans
from language import Language, message
from reading.names import name_of
from reading.parts import UNIT, crisis_of, kind_of, lies_in
from reading.record import Record
from reading.spans import counted_span, is_state_based_only

RUNGS = ("events", "months", "years", "dyads")  # the order in which they are told
STANDS_ON = {
    "events": message("In {years} the figures stand on UCDP's events: all types of violence, by month."),
    "months": message("In {years} the figures stand on published months."),
    "years": message("In {years} the figures stand on the annual record of {countries}: all types of violence."),
    "dyads": message(
        "In {years} the figures stand on UCDP's battle deaths by dyad: state-based deaths alone, without months."
    ),
}
UNLISTED = message(
    "UCDP lists a dyad only in years with 25 or more such deaths, so a year without a figure had fewer or none."
)
UNIT_STANDS_ON = message(
    "In {years} the figures stand on the events of {countries} that UCDP places here: all types of violence. "
    "Annual figures without events cannot be divided among units."
)
UNLOCATED_STANDS_ON = message(
    "In {years} these are the events of {countries} for which UCDP names no unit: they are shown, never left out."
)
LATE = message("There is no figure for {years} yet, though the annual record of countries reaches {newest}.")
STATE_BASED_TEMPO = message("Its tempo is that of its state-based deaths alone.")


def rung_sentence(frame: Frame, place: str) -> str:
    """What stands behind the figures of a crisis or unit, in which years, and up to when."""
    words, record = frame.words, frame.record
    said = _crisis_rungs(frame, place) if crisis_of(place) is not None else _unit_rungs(frame, place)
    if has_unlisted_years(record, place):
        said.append(words.text(UNLISTED))
    late = late_years(record, place)
    if late:
        said.append(words.text(LATE, years=spans(late), newest=str(record.years[-1])))
    return " ".join(said)


def has_unlisted_years(record: Record, place: str) -> bool:
    """Whether a crisis counted by dyads has years that count and without a figure."""
    listed, (first, last) = record.years_of(place)["year"].nunique(), counted_span(record, place)
    return is_state_based_only(record, place) and listed < last - first + 1


def late_years(record: Record, place: str) -> list[int]:
    """Years that count, and that the record of countries reaches, but not the figures of this place."""
    last, (_, end) = record.last_year(place), counted_span(record, place)
    return [] if last is None or is_state_based_only(record, place) else list(range(last + 1, end + 1))


def listed_countries(place: str, words: Language, only: tuple[str, ...] = ()) -> str:
    """The countries behind a crisis or unit by name."""
    names = [name_of(country, words) for country in only or lies_in(place)]
    if len(names) == 1:
        return names[0]
    return words.text("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def rungs_of(record: Record, place: str) -> dict[str, list[int]]:
    """The years of a crisis by the rung they stand on."""
    years: dict[str, list[int]] = {}
    for row in record.comparison.get(place, []):
        if row["speaks"]:
            years.setdefault(str(row["rung"]), []).append(int(row["year"]))
    return years


def active_years(record: Record, place: str) -> tuple[int, int, int] | None:
    """Active years, years counted, and the last of them: of the last ten, for all types; None where not measured."""
    row = measures_of(record).persistence.get(place)
    if row is None:
        return None
    return round(row["value"] * row["n_observed"]), int(row["n_observed"]), int(row["month"].year)


def persistence_words(record: Record, place: str, words: Language) -> tuple[str, str]:
    """How long it has burnt, and what that is a share of."""
    said, episode = active_years(record, place), record.deadliest(place)
    if said is not None:
        active, counted, newest = said
        value = words.text("{n} of {all} years", n=words.number(active), all=words.number(counted))
        return value, words.text("with 25 or more deaths, to {year}", year=str(newest))
    if episode is None:
        return words.text("no active year"), words.text("no year reaches 25 deaths")
    first, last = int(episode["first_year"]), int(episode["last_year"])
    value = words.text(
        "{n} of {all} years", n=words.number(episode["active_years"]), all=words.number(last - first + 1)
    )
    return value, words.text("with 25 or more deaths, {first} to {last}", first=str(first), last=str(last))


def _crisis_rungs(frame: Frame, place: str) -> list[str]:
    words, years, crisis = frame.words, rungs_of(frame.record, place), crisis_of(place)
    countries = listed_countries(place, words, crisis.continued_by if crisis else ())
    return [
        words.text(STANDS_ON[rung], years=spans(years[rung]), countries=countries) for rung in RUNGS if rung in years
    ]


def _unit_rungs(frame: Frame, place: str) -> list[str]:
    words, said = frame.words, UNIT_STANDS_ON if kind_of(place) == UNIT else UNLOCATED_STANDS_ON
    years: Any = sorted(frame.record.years_of(place)["year"].unique().tolist())
    return [words.text(said, years=spans(years), countries=listed_countries(place, words))]
