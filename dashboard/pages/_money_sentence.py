"""Which money ran dry? What came for plans of a country in the newest ended year, beside the three years before.

The rule: dollars received at most half of their median in those years, where a plan for
the country asked in all four; a plan for which nothing came counts with zero. Coverage is
not compared: it rises when appeals shrink. Dollars are those of the day, as reported
voluntarily by the source's date. A place without a plan of its own is not dry: nothing
was asked, so nothing can be compared, and that is said. Of places that UCDP counts
together each stands with its own money.
"""

from collections.abc import Sequence
from statistics import median

from contracts.response_year import FUNDED, UNFUNDED
from dashboard.asked import Asked, asked_by_place
from dashboard.frame import Frame
from dashboard.money import day_of_source
from dashboard.pages._told import Told, enumerated, marked
from figures.response_words import MILLION
from language import Language
from reading.names import PROVIDER
from reference.territories import unit_of

USUAL_YEARS = 3  # appeals change quickly: more years would compare with another crisis
DRY_SHARE = 0.5


def money_sentence(frame: Frame, active: Sequence[str], year: int) -> list[Told]:
    """Places with 25 or more deaths for which half or less of the usual money came; none where no release holds money."""
    words, held = frame.words, asked_by_place(frame.record.release)
    if held.newest_ended is None:
        return []
    now, said_by = held.newest_ended, day_of_source(frame.record.release)
    before = range(now - USUAL_YEARS, now)
    dry: dict[str, float] = {}
    ended: list[str] = []
    for place in with_covered(active, year):
        row, earlier = held.at(place, now), [held.at(place, one) for one in before]
        if not all(one is not None and one.state in (FUNDED, UNFUNDED) for one in earlier):
            continue
        usual = median(one.received for one in earlier if one is not None)
        if row is None or row.state not in (FUNDED, UNFUNDED):
            ended.append(marked(place, is_itself=True))
        elif usual and row.received <= DRY_SHARE * usual:
            dry[place] = usual
    about = words.text("Money ran dry")
    when = words.text(
        "plans for {year}, beside the median of {first}–{last}; reported by {date}",
        year=str(now),
        first=str(before[0]),
        last=str(before[-1]),
        date=words.day(said_by),
    )
    most = sorted(dry, key=lambda place: -dry[place])
    told = [_told(place, held.at(place, now), dry[place], words) for place in most]
    return [Told(about, when, " ".join(_said(told, ended, words)), tuple(told))]


def with_covered(active: Sequence[str], year: int) -> list[str]:
    """Places as money names them: beside a unit that a source counts together stand those it covers."""
    units = {place: unit_of(place, year, PROVIDER) for place in active}
    covered = [other for place in active if (unit := units[place]) for other in unit.covers]
    return list(dict.fromkeys([*active, *covered]))


def _said(told: Sequence[str], ended: Sequence[str], words: Language) -> list[str]:
    if not told:
        said = [words.text("Of places with 25 or more deaths none received half or less of its usual money.")]
    else:
        said = [
            words.texts(
                "{n} place with 25 or more deaths received half or less of its usual money, in million US dollars: {places}.",
                "{n} places with 25 or more deaths received half or less of their usual money, in million US dollars: {places}.",
                len(told),
                places=enumerated(told, words),
            )
        ]
    if ended:
        said.append(words.text("No plan of their own any more: {places}.", places=enumerated(ended, words)))
    return said


def _told(place: str, row: Asked | None, usual: float, words: Language) -> str:
    asked, came = (row.asked, row.received) if row is not None else (0.0, 0.0)
    return words.text(
        "{place} {came} of {asked} asked, usual {usual}",
        place=marked(place, is_itself=True),
        came=words.amount(came / MILLION, 0),
        asked=words.amount(asked / MILLION, 0),
        usual=words.amount(usual / MILLION, 0),
    )
