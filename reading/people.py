"""How many people stand behind the figures of a place in each year?

A source that counts two places as one needs the people of both. Where a rate rests on
the population of an earlier year, so do these.
"""

from collections.abc import Callable
from functools import cached_property

from indicators.fatalities_rate_year import CARRIED_YEARS
from reading.grid import Array
from reference.territories import denominator
from releases.read import Release

POPULATION = "worldbank_population"
PROVIDER = "ucdp"  # whose coding of territory every death figure follows


class People:
    """The population of the places of one release, by year."""

    def __init__(self, release: Release, years: Array, is_carried: Callable[[str, int], bool]) -> None:
        self._release, self._years, self._is_carried = release, years, is_carried
        self._summed: dict[str, dict[int, float]] = {}

    def of(self, place_id: str) -> dict[int, float]:
        """People in each year, those of an earlier year where the place's rate rests on them; never to be changed.

        A year without them, or whose rate is withheld, is absent.
        """
        if place_id not in self._summed:
            self._summed[place_id] = self._sum(place_id)
        return self._summed[place_id]

    def _sum(self, place_id: str) -> dict[int, float]:
        summed = {}
        for year in self._years.tolist():
            for counted in range(year, year - (CARRIED_YEARS if self._is_carried(place_id, year) else 0) - 1, -1):
                parts = [self._persons.get((part, counted)) for part in denominator(place_id, year, PROVIDER)]
                if parts and None not in parts:
                    summed[year] = float(sum(part for part in parts if part is not None))
                    break
        return summed

    @cached_property
    def _persons(self) -> dict[tuple[str, int], int]:
        table = self._release.source_table(POPULATION)
        return dict(
            zip(
                zip(table["place_id"], table["year"].astype(int), strict=True),
                table["persons"].astype(int),
                strict=True,
            )
        )
