"""Which countries can a reader look from, and in which order are they offered?"""

import unicodedata
from functools import cache

from language import language
from reading.names import country_name
from reference.countries import countries

ASKED_MOST = ("CAN", "USA")  # they stand first


def is_receiving(place_id: str) -> bool:
    """Whether it can be a reader's country: a state or territory of today."""
    return place_id in countries() and countries()[place_id].kind in ("state", "territory")


@cache
def receiving_countries(code: str) -> tuple[dict[str, str], ...]:
    """What a reader chooses the own country from, in the order of their language."""
    words = language(code)
    named = {place_id: country_name(place_id, words) for place_id in countries() if is_receiving(place_id)}
    in_order = sorted(named, key=lambda place_id: (place_id not in ASKED_MOST, _spelt_plainly(named[place_id])))
    return tuple({"value": place_id, "label": named[place_id]} for place_id in in_order)


def _spelt_plainly(name: str) -> str:
    """A name as it is sorted: without accents and case."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
