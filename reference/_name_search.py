"""Which place does a reader mean by a name? Exact, prefix and substring only, never a guess.

Names are compared without accents, case, punctuation and leading articles. A name
that several places bear ("Congo", "Saint Martin") offers all of them.
"""

import functools
import re
import unicodedata

from reference._countries_file import Country, countries

NO_MATCH = 4  # see closeness
ARTICLES = frozenset({"the", "la", "le", "les", "l"})
SPELT_OUT = {"st": "saint", "ste": "sainte", "rep": "republic", "dem": "democratic"}
LIGATURES = str.maketrans({"&": " and ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
KIND_ORDER = {"state": 0, "territory": 1, "historic": 2}  # non-places are never offered


def find_country(name: str, limit: int) -> list[Country]:
    """List places whose names hold the asked one, closest first; an empty question has no answer."""
    asked = fold(name)
    if not asked:
        return []
    hits = []
    for country, names, code in _names():
        grade = 0 if asked == code else min(closeness(asked, known) for known in names)
        if grade < NO_MATCH:
            hits.append((grade, KIND_ORDER[country.kind], country.name, country))
    hits.sort(key=lambda hit: hit[:3])
    return [country for *_, country in hits[:limit]]


def closeness(asked: str, known: str) -> int:
    """Grade a name: 0 the same, 1 begins with it, 2 one of its words begins with it, 3 holds it, 4 not at all."""
    if known == asked:
        return 0
    if known.startswith(asked):
        return 1
    if f" {asked}" in known:
        return 2
    return 3 if asked in known else NO_MATCH


def fold(name: str) -> str:
    """Reduce a name to lower-case words without accents, punctuation, leading article or usual shortenings."""
    plain = unicodedata.normalize("NFKD", name.translate(LIGATURES)).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    words = [SPELT_OUT.get(word, word) for word in words]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


@functools.cache
def _names() -> tuple[tuple[Country, frozenset[str], str], ...]:
    """Every place with its folded names and its folded code, folded once per process."""
    return tuple(
        (country, frozenset(map(fold, (country.name, country.name_fr, *country.other_names))), fold(country.iso3))
        for country in countries().values()
        if country.kind in KIND_ORDER
    )
