"""How is a place called here, and whose figures does its row hold?

A source may count two places as one; then the row bears the name of that unit, and
the place that disappears in it has a page that says so and leads there.
"""

from functools import lru_cache

from language import Language
from reading.parts import is_part, part_name
from reference.countries import countries
from reference.territories import Unit, coded_under, unit_of, units

PROVIDER = "ucdp"  # whose coding every death figure here follows
LABEL_YEARS = 6  # the width of a label on a chart of the whole record


def country_name(place_id: str, words: Language) -> str:
    """The name of a country or territory in the reader's language."""
    country = countries()[place_id]
    return country.name_fr if words.code == "fr" else country.name


def name_of(place_id: str, words: Language) -> str:
    """The name of a country, crisis or unit in the reader's language."""
    return part_name(place_id, words) if is_part(place_id) else country_name(place_id, words)


def place_name(place_id: str, year: int, words: Language) -> str:
    """The name a row of figures bears: the unit's, where it holds a place that readers look for under its own name."""
    unit = unit_of(place_id, year, PROVIDER)
    if unit is None or not any(countries()[other].m49 for other in unit.covers if other != place_id):
        return name_of(place_id, words)
    return unit_name(unit, words)


def coded_as(place_id: str, year: int, words: Language) -> str | None:
    """The source's own scope of the row, where the name above it does not say it."""
    unit = unit_of(place_id, year, PROVIDER)
    named = unit_name(unit, words) if unit is not None else None
    return None if named == place_name(place_id, year, words) else named


def unit_name(unit: Unit, words: Language) -> str:
    return unit.name_fr if words.code == "fr" else unit.name_en


def unit_note(unit: Unit, words: Language) -> str:
    return unit.note_fr if words.code == "fr" else unit.note_en


def hidden_in(place_id: str, year: int) -> Unit | None:
    """The unit under which the source counts this place, when it cannot be told apart there."""
    return coded_under(place_id, year, PROVIDER) if place_id in countries() else None


def territory_changes(place_id: str, span: tuple[int, int], words: Language) -> list[tuple[int, str]]:
    """The years from which on the place's row holds another territory; changes close together share one label."""
    held = {year: _territory(place_id, year) for year in range(span[0], span[1] + 1)}
    changes = [year for year in range(span[0] + 1, span[1] + 1) if held[year] != held[year - 1]]
    labelled = [year for i, year in enumerate(changes) if i == 0 or year - changes[i - 1] >= LABEL_YEARS]
    return [(year, words.text("other territory") if year in labelled else "") for year in changes]


def territory_since(place_id: str, span: tuple[int, int]) -> int:
    """The first year from which on the place's row holds the territory it holds at the end of the span."""
    others = [year for year in range(span[0], span[1]) if _territory(place_id, year) != _territory(place_id, span[1])]
    return max(others) + 1 if others else span[0]


def is_other_territory(place_id: str, first: int, last: int, now: int) -> bool:
    """Whether the row held another territory in some of these years than it does now."""
    return any(_territory(place_id, year) != _territory(place_id, now) for year in range(first, last + 1))


def territory_notes(place_id: str, first: int, last: int) -> list[Unit]:
    """What must be known of the territory behind a place's figures, latest first."""
    named = [unit for unit in units() if unit.provider == PROVIDER and place_id in (unit.place_id, *unit.covers)]
    within = [unit for unit in named if (unit.valid_from or first) <= last and (unit.valid_to or last) >= first]
    return sorted(within, key=lambda unit: -(unit.valid_from or first))


def is_place(place_id: str) -> bool:
    """Whether there can be a page for it."""
    return is_part(place_id) or (place_id in countries() and countries()[place_id].kind != "non_place")


@lru_cache(maxsize=32_768)  # every place in every year of the record, asked for many times in one chart
def _territory(place_id: str, year: int) -> frozenset[str]:
    unit = unit_of(place_id, year, PROVIDER)
    return frozenset(unit.covers) if unit is not None else frozenset({place_id})
