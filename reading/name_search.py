"""Which place does a reader's word mean: a country, a named crisis or a unit of a country?

A country's own name wins over a crisis that is called like it, since the page of the
country leads to its crises; a crisis wins over a unit for the same reason.
"""

import difflib
import functools
from collections.abc import Iterable

from reading.names import is_place
from reading.parts import CRISIS, UNIT, kind_of
from reference._name_search import fold
from reference.admin1 import admin1_units
from reference.countries import countries, find
from reference.crises import crises, find_crises

SIMILAR = 0.6  # difflib's share of equal letters below which a name is no help any more
OFFERED = 6
Names = dict[str, frozenset[str]]  # place_id -> its folded names


def chosen_by(text: str) -> str | None:
    """The one place that a reader's word means; None when it means several ("Congo") or none."""
    asked = text.strip()
    if is_place(asked.upper()):
        return asked.upper()
    if is_place(asked):
        return asked
    for called_so in (_called(asked, _own_names()), _called(asked, _crisis_names()), _held_by_countries(asked)):
        if called_so:
            return called_so[0] if len(called_so) == 1 else None
    found = [crisis.crisis_id for crisis in find_crises(asked)] or _called(asked, _unit_names())
    return found[0] if len(found) == 1 else None


def nearest(text: str) -> list[str]:
    """Places a reader may have meant: first those whose names hold the word, else those spelt alike."""
    kind, asked, known = _asked(text)
    held = [place for place in _holding(asked) if kind is None or kind_of(place) == kind]
    if held:
        return held[:OFFERED]
    spelt = {spelling: place for place, names in known.items() for spelling in names}
    alike = difflib.get_close_matches(fold(asked), spelt, OFFERED, SIMILAR)
    return list(dict.fromkeys(spelt[spelling] for spelling in alike))


def _asked(text: str) -> tuple[str | None, str, Names]:
    """The kind of place that an unknown id names, if it is an id, the word in it, and the names to look among."""
    asked = text.strip()
    kind = next((kind for kind in (CRISIS, UNIT) if asked.startswith(f"{kind}:")), None)
    word = asked.rsplit(":", 1)[-1].replace("-", " ")
    if kind == CRISIS:
        return kind, word, _crisis_names()
    if kind == UNIT:
        within = [place for place in _unit_names() if place.startswith(asked.rsplit(":", 1)[0] + ":")]
        return kind, word, {place: _unit_names()[place] for place in within or _unit_names()}
    return kind, asked, _country_names() | _crisis_names()


def _holding(asked: str) -> list[str]:
    """Places whose names hold the word: countries and crises, units only where neither does."""
    held = _held_by_countries(asked) + [crisis.crisis_id for crisis in find_crises(asked)]
    if held or not fold(asked):
        return held[:OFFERED]
    return [place for place, names in _unit_names().items() if any(fold(asked) in name for name in names)][:OFFERED]


def _held_by_countries(asked: str) -> list[str]:
    return [country.iso3 for country in find(asked, OFFERED)]


def _called(asked: str, names: Names) -> list[str]:
    return [place for place, known in names.items() if fold(asked) in known]


@functools.cache
def _own_names() -> Names:
    """Countries by the names they bear here, without the usual other ones."""
    return {
        place: _folded((country.name, country.name_fr)) for place, country in countries().items() if is_place(place)
    }


@functools.cache
def _country_names() -> Names:
    return {
        place: _folded((country.name, country.name_fr, *country.other_names, place))
        for place, country in countries().items()
        if is_place(place)
    }


@functools.cache
def _crisis_names() -> Names:
    return {
        place: _folded((crisis.name_en, crisis.name_fr, *crisis.other_names, place.removeprefix(f"{CRISIS}:")))
        for place, crisis in crises().items()
    }


@functools.cache
def _unit_names() -> Names:
    """Units that events name; the rows of what names none are reached from their country."""
    return {
        place: _folded((unit.name, unit.name_fr)) for place, unit in admin1_units().items() if kind_of(place) == UNIT
    }


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))
