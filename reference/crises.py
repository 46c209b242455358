"""Which crisis does a reader mean by a name, and what is counted under it?"""

import functools

from reference._crises_file import CrisesFileError, Crisis, Rule, crises, parse_crises
from reference._name_search import NO_MATCH, closeness, fold

__all__ = ["CrisesFileError", "Crisis", "Rule", "crises", "find_crises", "parse_crises"]

SHOWN = 8  # answers to one question, as for countries


def find_crises(name: str, limit: int = SHOWN) -> list[Crisis]:
    """List crises whose names hold the asked one, closest first; an empty question has no answer."""
    asked = fold(name)
    if not asked:
        return []
    graded = [(min(closeness(asked, known) for known in names), crisis.name_en, crisis) for names, crisis in _names()]
    hits = sorted((grade for grade in graded if grade[0] < NO_MATCH), key=lambda grade: grade[:2])
    return [crisis for *_, crisis in hits[:limit]]


@functools.cache
def _names() -> tuple[tuple[frozenset[str], Crisis], ...]:
    """Every crisis with its folded names, folded once per process."""
    return tuple(
        (frozenset(map(fold, (crisis.name_en, crisis.name_fr, *crisis.other_names))), crisis)
        for crisis in crises().values()
    )
