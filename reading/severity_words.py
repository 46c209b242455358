"""Which parts of a severity matter most, in a sentence?"""

import math
from collections.abc import Sequence
from typing import Any

from language import Language, message
from reading.record import Record
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


def rank_sentence(record: Record, place: str, year: int, words: Language) -> str:
    """The rank with its interval, among how many."""
    severity = record.severity
    rank, low, high, among = (severity.at(name, place, year) for name in ("rank", "rank_low", "rank_high", "n_ranked"))
    if math.isnan(rank):
        return words.text("a pillar of it has no figure")
    if severity.at("severity", place, year) == 0:
        return words.text("no recorded death")
    return words.text(
        "rank {rank} of {among} (between {low} and {high})",
        rank=words.number(rank),
        among=words.number(among),
        low=words.number(low),
        high=words.number(high),
    )
