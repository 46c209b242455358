"""Which place does a source mean by a name that it prints in full?

Only a name that is known word for word counts (accents, case, punctuation and
leading articles aside), and only if it is one place's; a place's own name goes
before what others call a place ("Congo" is the Republic of the Congo). There is no
guessing: what is not known stays missing.
"""

import functools

import pandas as pd

from reference._countries_file import countries
from reference._name_search import fold


def place_from_name(names: pd.Series) -> pd.Series:
    """Return the place_id of each name; missing where no place, or more than one, bears it."""
    known = {name: place_named(str(name)) for name in names.dropna().unique()}
    return names.map(known).astype("str")


def place_named(name: str) -> str | None:
    """The place that bears exactly this name, if there is one and only one; its own name goes before other names."""
    folded = fold(name)
    for place_ids in (_own_names().get(folded, ()), _other_names().get(folded, ())):
        if place_ids:
            return place_ids[0] if len(place_ids) == 1 else None
    return None


@functools.cache
def _own_names() -> dict[str, tuple[str, ...]]:
    return _by_name({place_id: (one.name, one.name_fr) for place_id, one in countries().items()})


@functools.cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return _by_name({place_id: one.other_names for place_id, one in countries().items()})


def _by_name(names: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for place_id, said in names.items():
        for name in said:
            found.setdefault(fold(name), set()).add(place_id)
    return {name: tuple(sorted(place_ids)) for name, place_ids in found.items() if name}
