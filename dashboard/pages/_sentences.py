"""What should a reader know before looking at any chart? Sentences, each with its own date."""

from collections.abc import Sequence

import numpy as np

from dashboard.frame import Frame
from dashboard.pages._money_sentence import money_sentence
from dashboard.pages._ranking import ACTIVE_YEAR_DEATHS
from dashboard.pages._ranking_order import RANKED_KINDS
from dashboard.pages._standing_sentences import standing_sentences
from dashboard.pages._told import NAMED, Told, marked
from dashboard.recent import recent
from language import Language
from reading.record import Record
from reference.countries import countries

SLOW = ("slow_burn", "slow_burn_with_surges")


def active_places(record: Record, year: int) -> list[str]:
    """Places with 25 or more deaths in the year, deadliest first."""
    ranked = [place for place in record.places if countries()[place].kind in RANKED_KINDS]
    deaths = {place: record.deaths.at("best", place, year) for place in ranked}
    active = [place for place in ranked if deaths[place] >= ACTIVE_YEAR_DEATHS]
    return sorted(active, key=lambda place: -deaths[place])


def headline(record: Record, year: int, words: Language) -> str:
    """The newest year in one sentence."""
    n = len(active_places(record, year))
    return words.texts(
        "In {year}, {n} place recorded 25 or more deaths in organised violence",
        "In {year}, {n} places recorded 25 or more deaths in organised violence",
        n,
        year=str(year),
    )


def told(frame: Frame, year: int) -> list[Told]:
    """How places stand, which go on, which turned worse and which lost their money; made once for a release."""
    return recent(frame.record.release, "told", (frame.words.code, year), lambda: _told(frame, year))


def further(frame: Frame, year: int) -> list[str]:
    """How many burn slowly, how many died, and what kind of figures say so; made once for a release."""
    return recent(frame.record.release, "further", (frame.words.code, year), lambda: _further(frame, year))


def _told(frame: Frame, year: int) -> list[Told]:
    active = active_places(frame.record, year)
    slow = [place for place in active if is_burning_slowly(frame.record, place, year)]
    return [*standing_sentences(frame, active, slow, year), *money_sentence(frame, active, year)]


def _further(frame: Frame, year: int) -> list[str]:
    record, words, active = frame.record, frame.words, active_places(frame.record, year)
    return [
        _slow_sentence(record, active, year, words),
        _deaths_sentence(record, active, year, words),
        _figures_sentence(record, active, year, words),
    ]


def _slow_sentence(record: Record, active: Sequence[str], year: int, words: Language) -> str:
    slow = [place for place in active if is_burning_slowly(record, place, year)]
    old = [place for place in slow if (episode := record.deadliest(place)) and episode["is_left_censored"]]
    said = words.texts(
        "{n} of the places with 25 or more deaths in {year} is a slow burn, with or without surges: at least eight such years in one episode that goes on.",
        "{n} of the places with 25 or more deaths in {year} are slow burns, with or without surges: at least eight such years in one episode that goes on.",
        len(slow),
        year=str(year),
    )
    if not old:
        return said
    already = words.texts(
        "{n} was already burning when the record begins in {first}.",
        "{n} were already burning when the record begins in {first}.",
        len(old),
        first=str(record.years[0]),
    )
    return f"{said} {already}"


def _deaths_sentence(record: Record, active: Sequence[str], year: int, words: Language) -> str:
    column = year - int(record.years[0])
    best, low, high = (float(np.nansum(record.deaths.values[bound][:, column])) for bound in ("best", "low", "high"))
    slow = sum(record.deaths.at("best", place, year) for place in active if is_burning_slowly(record, place, year))
    if not best:
        return words.text("No death is recorded in {year}.", year=str(year))
    return words.texts(
        "{n} death is recorded for {year} ({band}), {share} in slow burns; true tolls are higher.",
        "{n} deaths are recorded for {year} ({band}), {share} of them in slow burns; true tolls are higher.",
        int(best),
        band=words.span(low, high),
        share=words.percent(slow / best),
        year=str(year),
    )


def _figures_sentence(record: Record, active: Sequence[str], year: int, words: Language) -> str:
    annual = [place for place in active if (place, year) not in record.covered_by_months]
    if not annual:
        return words.text("Events by month stand behind all places with 25 or more deaths in {year}.", year=str(year))
    if len(annual) == len(active):
        return words.text(
            "Only annual figures stand behind all places with 25 or more deaths in {year}; no source gives its months yet.",
            year=str(year),
        )
    names = ", ".join(marked(place) for place in annual[:NAMED])
    more = words.texts(" and {n} more", " and {n} more", len(annual) - NAMED) if len(annual) > NAMED else ""
    return words.texts(
        "For {n} of the places with 25 or more deaths in {year} only an annual figure stands, without months: {names}{more}.",
        "For {n} of the places with 25 or more deaths in {year} only annual figures stand, without months: {names}{more}.",
        len(annual),
        year=str(year),
        names=names,
        more=more,
    )


def is_burning_slowly(record: Record, place: str, year: int) -> bool:
    """Whether the episode that names the place is slow, and the year lies in it."""
    episode = record.deadliest(place)
    return episode is not None and episode["tempo"] in SLOW and episode["first_year"] <= year <= episode["last_year"]
