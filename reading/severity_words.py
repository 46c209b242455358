"""Which parts of a severity matter most, in a sentence?"""

from collections.abc import Sequence
from typing import Any

from language import Language, message
from scoring.leading_parts import leading_parts

PILLAR_LABELS = {
    "intensity": message("Intensity"),
    "burden": message("Burden"),
    "persistence": message("Persistence"),
}


def leading_sentence(parts: Sequence[dict[str, Any]], words: Language) -> str:
    """The two parts that lift the place furthest above the middle; empty where the release does not say."""
    if not parts or any("lift" not in part for part in parts):
        return ""
    if not any(part["contribution"] for part in parts):
        return words.text("no part of severity is above its floor")
    named = [words.text(PILLAR_LABELS[pillar]).lower() for pillar in leading_parts(parts)]
    if not named:
        return words.text("no part lifts it above the middle of the places with any severity")
    if len(named) == 1:
        return words.text("{part} alone lifts it above the middle of the places with any severity", part=named[0])
    return words.text(
        "{first} and {second} lift it furthest above the middle of the places with any severity",
        first=named[0],
        second=named[1],
    )
