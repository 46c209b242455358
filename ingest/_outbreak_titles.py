"""Which places does a title of outbreak news name?

The country stands in the title only: "Disease - Country", with a hyphen or a dash and
spaces or none, while diseases and countries have hyphens too (Crimean-Congo,
Guinea-Bissau). So every dash is tried, from the left, and what follows must be a place
word for word. "A, B and C" are three places; of "Europe and the United States of
America" the one that is a place counts. A year, a region, "Global": no place.
"""

import re

from reference.exact_names import place_named

DASH = re.compile(r"\s*[-‐‑–—ｰ]\s*")
AFTER_THE_PLACE = re.compile(r"\s*[-–—]?\s*(\(ex-[^)]*\)|\d{4}-DON\d+|update\s*\d*|situation)\s*$", re.IGNORECASE)
BETWEEN_PLACES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)


def places_in(title: str) -> tuple[str, ...]:
    """The places in the order in which the title names them, without repetition."""
    bare = AFTER_THE_PLACE.sub("", title.strip())
    rests = [bare[dash.end() :] for dash in DASH.finditer(bare)]
    for rest in rests:
        if place := place_named(rest):
            return (place,)
    return max((_listed_in(rest) for rest in rests), key=len, default=())


def _listed_in(rest: str) -> tuple[str, ...]:
    """The places among the parts of an enumeration."""
    found = [place for part in BETWEEN_PLACES.split(rest) if (place := place_named(part))]
    return tuple(dict.fromkeys(found))
