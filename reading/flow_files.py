"""How do the figures of a view of flows leave it as rows? Codes and names; small counts of people are not told exactly."""

import pandas as pd

from figures.flow_years import Course
from language import Language
from reading.flow_pairs import Asked, Pairs
from reading.flow_words import SMALL, is_small
from reading.names import country_name


def pair_rows(pairs: Pairs, words: Language) -> pd.DataFrame:
    """Every pair as a row of a file; small counts of people are not told exactly there."""
    return pd.DataFrame(
        [
            {
                "origin_id": pair.origin,
                "origin": country_name(pair.origin, words),
                "asylum_id": pair.asylum,
                "asylum": country_name(pair.asylum, words),
                "measure": pairs.asked.measure,
                "reference_date": pairs.day.date().isoformat(),
                "persons": written(pair.number),
                "cases": written(pair.cases),
                "share": None if is_small(pair.number) or pair.share is None else round(pair.share, 6),
                "persons_a_year_before": written(pair.before),
                "rank": "" if pair.rank is None else str(pair.rank),
                "is_neighbour": pair.is_near,
                "is_break": pair.is_break,
                "is_masked": pair.is_masked,
            }
            for pair in pairs.pairs
        ]
    )


def course_rows(course: Course, asked: Asked) -> pd.DataFrame:
    """Every year and part as a row of a file."""
    return pd.DataFrame(
        [
            {
                "origin_id": asked.origin or "",
                "asylum_id": "" if asked.origin else asked.asylum or "",
                "measure": asked.measure,
                "year": year,
                "part": part.name,
                "persons": written(part.numbers[at]) if course.is_known[at] else "",
                "status": "known" if course.is_known[at] else "no_figure",
                "is_break": year in course.breaks,
                "is_provisional": year in course.provisional,
            }
            for at, year in enumerate(course.years)
            for part in course.parts
        ]
    )


def written(number: int | None) -> str:
    """A count of living people as a file holds it."""
    return "" if number is None else f"<{SMALL}" if is_small(number) else str(number)
