"""Which places have a page besides countries: named crises, first-order units, what no unit is named for?

They lie inside countries and rest on the same events, so they are read beside them and
never added to them. `crisis:darfur` and `adm1:SDN:west-darfur` are their ids; the row of
a country's deaths without a unit ends in `unlocated` or `unmapped`.
"""

from language import Language
from reference._admin1_file import WITHOUT_UNIT
from reference.admin1 import Admin1Unit, admin1_units
from reference.countries import countries
from reference.crises import Crisis, crises

COUNTRY, CRISIS, UNIT, UNLOCATED = "country", "crisis", "adm1", "unlocated"
LEAST_YEARS = 10  # on an annual chart; two bars across a whole page would say nothing

Span = tuple[int, int]


def kind_of(place_id: str) -> str:
    """The place_kind under which the tables hold a place."""
    if place_id.startswith(f"{CRISIS}:"):
        return CRISIS
    if not place_id.startswith(f"{UNIT}:"):
        return COUNTRY
    return UNLOCATED if place_id.rsplit(":", 1)[-1] in WITHOUT_UNIT else UNIT


def is_part(place_id: str) -> bool:
    """Whether the registers know a crisis or unit of that id."""
    return place_id in crises() or place_id in admin1_units()


def crisis_of(place_id: str) -> Crisis | None:
    return crises().get(place_id)


def unit_of_id(place_id: str) -> Admin1Unit | None:
    return admin1_units().get(place_id)


def part_name(place_id: str, words: Language) -> str:
    """The name of a crisis or unit in the reader's language; a row without a unit says of which country."""
    crisis, unit = crises().get(place_id), admin1_units().get(place_id)
    if crisis is not None:
        return crisis.name_fr if words.code == "fr" else crisis.name_en
    if unit is None:
        raise KeyError(place_id)
    name = unit.name_fr if words.code == "fr" else unit.name
    if kind_of(place_id) == UNIT:
        return name
    return words.text("{country}: {row}", country=_country(unit.iso3, words), row=name[0].lower() + name[1:])


def lies_in(place_id: str) -> tuple[str, ...]:
    """The countries in which a crisis or unit lies."""
    crisis = crises().get(place_id)
    return crisis.countries if crisis is not None else (admin1_units()[place_id].iso3,)


def crises_in(country: str) -> list[Crisis]:
    """The named crises that lie in a country, wholly or partly."""
    return [crisis for crisis in crises().values() if country in crisis.countries]


def crises_with(unit_id: str) -> list[Crisis]:
    """The named crises that count the events of a unit."""
    return [crisis for crisis in crises().values() if unit_id in crisis.units]


def counted_years(place_id: str, record: Span) -> Span:
    """The years that count under a crisis, or in which a unit existed, within the record."""
    crisis, unit = crises().get(place_id), admin1_units().get(place_id)
    if crisis is not None:
        first, last = crisis.first_year, crisis.last_year
    elif unit is not None:
        first, last = unit.valid_from, unit.valid_to
    else:
        return record
    return max(first, record[0]), min(last or record[1], record[1])


def shown_years(place_id: str, record: Span) -> Span:
    """The years of an annual chart: those counted, with some around them where they are few."""
    first, last = counted_years(place_id, record)
    lacking = max(0, LEAST_YEARS - (last - first + 1))
    end = min(record[1], last + lacking // 2)
    return max(record[0], min(first, end - LEAST_YEARS + 1)), end


def _country(iso3: str, words: Language) -> str:
    country = countries()[iso3]
    return country.name_fr if words.code == "fr" else country.name
