"""What of a page was made lately for one release? A release never changes, so neither does what is drawn of it.

Parts of a page are kept as they were made and never altered; the oldest goes when a kind
of part has more than a few, since every year, order and language would make another.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from releases.read import Release

KEPT_AS = "dashboard.recent"
LIMIT = 12  # parts of a kind: both languages of what most readers open first, and a few more
LOCK = Lock()
Part = TypeVar("Part")


def recent(release: Release, kind: str, asked: Hashable, make: Callable[[], Part]) -> Part:
    """The part that was made for this question before, or a new one."""
    kept: OrderedDict[Hashable, Part] = release.cache.setdefault(f"{KEPT_AS}.{kind}", OrderedDict())
    with LOCK:
        if asked in kept:
            kept.move_to_end(asked)
            return kept[asked]
    made = make()
    with LOCK:
        kept[asked] = made
        while len(kept) > LIMIT:
            kept.popitem(last=False)
    return made
