"""What stands beside severity in the table: what the world gave of what was asked, and how it touches the reader's country.

Beside the newest year of deaths stand the newest ended budget year and the newest count of
refugees, each with its own date; beside an earlier year that year's own, and nothing of later.
"No appeal" says that nothing was asked, which is neither "nothing came" nor a zero.
"""

from collections import Counter
from datetime import date

from contracts.response_year import FUNDED, NO_APPEAL, NOT_KNOWN, REGIONAL_ONLY, UNFUNDED
from dashboard.asked import asked_by_place
from dashboard.frame import Frame
from dashboard.hosted_here import hosted_here
from dashboard.native import Cell
from dashboard.pages._will_table import OWN_COUNTRY, signed
from figures.response_words import MILLION
from language import message
from reading.names import PROVIDER, country_name
from reading.said import share_words
from reference.countries import countries
from reference.territories import unit_of

SHORT_STATES = {
    REGIONAL_ONLY: message("regional plan only"),
    NO_APPEAL: message("no appeal"),
    NOT_KNOWN: message("not known"),
}
NOTHING_CAME = message("nothing came")


def budget_year(frame: Frame, year: int) -> int | None:
    """The budget year that stands beside a year of deaths; None where the release holds no money."""
    newest = asked_by_place(frame.record.release).newest_ended
    return newest if year == int(frame.record.years[-1]) else year if newest is not None else None


def response_head(frame: Frame, year: int) -> str:
    """The heading: unit, budget year, and the year whose ranks make the gap."""
    words, money = frame.words, budget_year(frame, year)
    if money is None:
        return words.text("Received of asked, million US$")
    gap = str(year)  # ranks of the year of deaths: severity has no later one
    return words.text("Received of asked in {year}, million US$; gap {gap}", year=str(money), gap=gap)


def response_cell(frame: Frame, place: str, year: int) -> Cell:
    """Dollars received of those asked, the share, and how far the two ranks stand apart; or which other state holds."""
    words, held, money = frame.words, asked_by_place(frame.record.release), budget_year(frame, year)
    if money is None:
        return Cell(words.text("not in this release"), kind="response none")
    row, under = held.at(place, money), [*_alone(frame, place, year)]
    if row is None or row.state not in (FUNDED, UNFUNDED):
        said = SHORT_STATES[row.state if row is not None else NOT_KNOWN]
        return Cell(words.text(said), under=" · ".join(under), kind="response none")
    came, asked = (words.amount(dollars / MILLION, 0) for dollars in (row.received, row.asked))
    share = words.text(NOTHING_CAME) if row.state == UNFUNDED else words.percent(row.coverage or 0)
    found = held.gaps.get((place, year))
    gap = [words.text("gap {gap}", gap=signed(found.gap, words))] if found is not None else []
    text = words.text("{came} of {asked}", came=came, asked=asked)
    return Cell(text, under=" · ".join([share, *gap, *under]), kind="response")


def mine_head(frame: Frame, year: int) -> str:
    """The heading: what is counted, where, and the day that most places share."""
    words, day = frame.words, shared_day(frame, year)
    country = country_name(str(frame.reader), words)
    if day is None:
        return words.text("Refugees in {country}", country=country)
    return words.text("Refugees in {country}, {day}", country=country, day=words.day(day))


def shared_day(frame: Frame, year: int) -> date | None:
    """The day that speaks for most of the places on record in that year."""
    here = hosted_here(frame.record.release, str(frame.reader))
    asked = None if year == int(frame.record.years[-1]) else year
    days = Counter(day for place in frame.record.places if (day := here.day_of(place, asked)) is not None)
    return days.most_common(1)[0][0] if days else None


def mine_cell(frame: Frame, place: str, year: int) -> Cell:
    """Refugees of the place in the reader's country with their share of all abroad and the day."""
    words, reader = frame.words, str(frame.reader)
    if place == reader:
        return Cell(words.text(OWN_COUNTRY), kind="mine none")
    here = hosted_here(frame.record.release, reader)
    day = here.day_of(place, None if year == int(frame.record.years[-1]) else year)
    found = here.at(place, day) if day is not None else None
    if day is None or found is None:
        return Cell(words.text(SHORT_STATES[NOT_KNOWN]), under="".join(_own_day(day, frame, year)), kind="mine none")
    share = [words.text("{share} of all", share=share_words(found.share, words))] if found.share is not None else []
    jump = [words.text("unexplained jump")] if found.is_break else []
    under = [*share, *_own_day(day, frame, year), *jump, *_alone(frame, place, year)]
    return Cell(words.number(found.persons), under=" · ".join(under), kind="mine")


def _own_day(day: date | None, frame: Frame, year: int) -> list[str]:
    """A day that differs from the one in the heading."""
    return [] if day is None or day == shared_day(frame, year) else [frame.words.day(day)]


def _alone(frame: Frame, place: str, year: int) -> list[str]:
    """Where deaths of a place that stands for itself elsewhere are counted in the row: whose figure this is."""
    unit, known = unit_of(place, year, PROVIDER), countries()
    covered = [known[other] for other in unit.covers if other != place] if unit is not None else []
    is_shared = any(one.m49 and (one.valid_from is None or one.valid_from.year <= year) for one in covered)
    return [frame.words.text("{place} alone", place=country_name(place, frame.words))] if is_shared else []
