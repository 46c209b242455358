"""Under whose name does a source count a place, and which population fits that count?

UCDP counts Gaza and the West Bank under Israel, Western Sahara under Morocco, the
south under Sudan until July 2011 and all of Yugoslavia under Serbia's number until
1991. Such a place has no figure of its own in the source, which is not zero. The
World Bank publishes populations in today's borders, so a rate needs the sum over
what the row holds; where one of the sum is missing there is no rate.
"""

import functools

from reference._countries_file import countries
from reference._territories_file import Rate, TerritoriesFileError, Unit, units

__all__ = [
    "Rate",
    "TerritoriesFileError",
    "Unit",
    "coded_under",
    "denominator",
    "unit_of",
    "units",
]


# Cached: pages and rates ask for every place and year. The register is read once a process, so the answers stay true.
@functools.cache
def unit_of(place_id: str, year: int, provider: str = "ucdp") -> Unit | None:
    """Return the unit that the provider counts under the place's own name, or None where that is just the place."""
    return next((unit for unit in _units_in(year, provider) if unit.place_id == place_id), None)


@functools.cache
def coded_under(place_id: str, year: int, provider: str = "ucdp") -> Unit | None:
    """Return the unit of another name that holds the place; None where the place has a row of its own, or none at all."""
    units_in = _units_in(year, provider)
    return next((unit for unit in units_in if place_id in unit.covers and unit.place_id != place_id), None)


def denominator(place_id: str, year: int, provider: str = "ucdp") -> tuple[str, ...]:
    """Return the places whose populations add up to the population of the place's row; () where no rate may be given.

    No rate is given where a unit withholds it, where the place is counted under another name, and for
    places that have ended or are none. A caller gives a rate only if every place of the answer has a population.
    """
    unit = unit_of(place_id, year, provider)
    if unit is not None:
        return () if unit.rate == "withheld" else unit.denominators or (place_id,)
    if coded_under(place_id, year, provider) is not None or countries()[place_id].kind in ("historic", "non_place"):
        return ()
    return (place_id,)


@functools.cache
def _units_in(year: int, provider: str) -> tuple[Unit, ...]:
    """The provider's units of that year."""
    return tuple(unit for unit in units() if unit.provider == provider and unit.is_valid_in(year))
