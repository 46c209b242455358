"""From people to people per 1,000 inhabitants of the origin, in the population of the year or the newest before it."""

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from reference.territories import denominator

PER = 1000
CARRIED_YEARS = 2  # as for deaths: populations are published later, and two years move a rate by a few per cent
PROVIDER = "unhcr"  # whose places these are: Serbia's row holds Kosovo, Palestine has one of its own
BOUNDS = ["value", "value_low", "value_high"]


def per_inhabitants(scores: pd.DataFrame, population_year: pd.DataFrame, indicator_id: str) -> pd.DataFrame:
    """The same rows as rates; where a part of the origin has no population there is no rate."""
    keys = zip(population_year["place_id"].to_list(), population_year["year"].to_list(), strict=True)
    people = dict(zip(keys, population_year["persons"].to_list(), strict=True))
    asked = zip(scores["place_id"].to_list(), scores["month"].dt.year.to_list(), strict=True)
    found = np.array([_inhabitants(place, year, people) for place, year in asked], dtype=float).reshape(-1, 2)
    inhabitants, age = found[:, 0], found[:, 1]
    has_value = scores["value"].notna()
    is_plain = scores["status"].eq("ok") & (age > 0)
    status = (
        scores["status"].mask(is_plain, "carried_population").mask(has_value & np.isnan(inhabitants), "no_population")
    )
    rates = {bound: PER * scores[bound] / inhabitants for bound in BOUNDS}
    return INDICATOR_SCORES.validate(scores.assign(indicator_id=indicator_id, status=status, **rates))


def _inhabitants(place_id: str, year: int, people: dict[tuple[str, int], int]) -> tuple[float, int]:
    """People of all that the origin's row holds, and how many years old the figure is."""
    places = denominator(place_id, year, PROVIDER)
    for back in range(CARRIED_YEARS + 1 if places else 0):
        parts = [people.get((place, year - back)) for place in places]
        if None not in parts:
            return float(sum(part for part in parts if part is not None)), back
    return np.nan, 0
