"""Which two parts of a place's severity matter most?

Not the largest shares of it: where the mean is geometric every severe place has three
shares of about a third. Those parts matter that lift the place furthest above the
middle of the places with any severity that month; a part at or below it lifts nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

NAMED = 2  # of three; a third would say nothing


def leading_parts(parts: Iterable[Mapping[str, Any]]) -> list[str]:
    """The pillars that lift most, at most two, from one place's rows of severity_part; none where severity is 0."""
    lifting = [part for part in parts if part["lift"] > 0]
    return [str(part["pillar"]) for part in sorted(lifting, key=lambda part: (-part["lift"], part["pillar"]))][:NAMED]
