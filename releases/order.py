"""Which release stood before this one? The day it stands for decides; of one day, when it was written here.

A release rebuilt later for an earlier day takes the place of that day, wherever it was made.
"""

from collections.abc import Iterable

from releases._layout import MANIFEST
from releases.read import Release


def earlier(release: Release, kept: Iterable[Release]) -> tuple[Release, ...]:
    """The releases before this one, newest first."""
    stands = _position(release)
    before = [(position, one) for one in kept if one.id != release.id and (position := _position(one)) < stands]
    return tuple(one for _, one in sorted(before, key=lambda pair: pair[0], reverse=True))


def _position(release: Release) -> tuple[str, int, str]:
    try:
        written = (release.folder / MANIFEST).stat().st_mtime_ns
    except FileNotFoundError:
        written = 0  # removed meanwhile; it is still held in memory
    return release.as_of.isoformat(), written, release.id
