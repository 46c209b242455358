"""How many deaths are usual for a place: the median of the five years before?

A trend that no test tells from chance is not calm. Beside the year's number stands what came before it.
"""

from statistics import median

import numpy as np

from language import Language
from reading.names import territory_since
from reading.record import Record

USUAL_YEARS = 5


def usual_deaths(record: Record, place: str, year: int) -> float | None:
    """The median of the years before, by best estimates; None where a year is missing or held another territory."""
    before = [record.deaths.at("best", place, earlier) for earlier in range(year - USUAL_YEARS, year)]
    if any(np.isnan(before)) or territory_since(place, (year - USUAL_YEARS, year)) > year - USUAL_YEARS:
        return None
    return float(median(before))


def range_beside_usual(record: Record, place: str, year: int, words: Language) -> str:
    """The range of a year's deaths, and the usual number where years before can be compared with it."""
    low, high = (record.deaths.at(bound, place, year) for bound in ("low", "high"))
    said = words.text("range {band}", band=words.span(low, high))
    usual = usual_deaths(record, place, year)
    if usual is None:
        return said
    return words.text(
        "{band} · median of {first}–{last}: {n}",
        band=said,
        first=str(year - USUAL_YEARS),
        last=str(year - 1),
        n=words.number(round(usual)),
    )
