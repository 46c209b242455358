"""What does each figure declare of itself, ready to be read: under which head, in which words?

The words are those of the declarations in indicators/ and response/, so this page,
docs/methods.md and the charts cannot disagree. An indicator that no rule below names
stands among other sources' records, where it is seen and can be moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from indicators import Indicator, indicators
from language import Language, message
from response.component import Component
from response.for_country import COMPONENTS
from response.world import MEASURES, Measure

GROUPS = {
    "deaths": message("Deaths and who takes part"),
    "trend": message("Trend and pace"),
    "persistence": message("Persistence"),
    "displacement": message("Displacement"),
    "reporting": message("Reporting"),
    "others": message("Records of others"),
    "world": message("What the world did"),
    "country": message("How a crisis touches a country"),
}
OTHERS = "others"
BEGINNINGS = {  # of the ids of indicators
    "deaths": ("fatalities_", "one_sided_", "armed_groups_", "state_conflict_groups"),
    "trend": ("trend_", "run_rate_", "surge_ratio"),
    "persistence": ("persistence_", "spell_", "recurrence_"),
    "displacement": (
        "asylum_",
        "internally_",
        "new_outflow",
        "oip_",
        "protracted_",
        "refugees_",
        "returned_",
        "unrwa_",
    ),
    "reporting": ("thinner_", "vaguer_"),
}
PERIODS = {
    "month": message("months"),
    "year": message("calendar years, standing in their December"),
}
MEANINGS = {
    "worse": message("higher means worse"),
    "better": message("higher means better"),
}


@dataclass(frozen=True)
class Declared:
    """One figure in the reader's words."""

    id: str
    title: str
    question: str
    lines: tuple[tuple[str, Any], ...]  # what is said, and what of


def group_of(indicator_id: str) -> str:
    """The head under which an indicator stands."""
    named = (group for group, beginnings in BEGINNINGS.items() if indicator_id.startswith(beginnings))
    return next(named, OTHERS)


def declared(group: str, words: Language) -> list[Declared]:
    """Every figure under one head."""
    return list(_of(group, words))


def _of(group: str, words: Language) -> Iterator[Declared]:
    if group == "world":
        yield from (_measure(one, words) for one in MEASURES)
    elif group == "country":
        yield from (_component(component, words) for component, _ in COMPONENTS)
    else:
        found = (module.INDICATOR for module in indicators().values())
        yield from (_indicator(one, words) for one in found if group_of(one.id) == group)


def _indicator(one: Indicator, words: Language) -> Declared:
    unit = f"{words.text(one.unit)}; {words.text(MEANINGS[one.higher_means])}"
    return Declared(
        one.id,
        words.text(one.title),
        words.text(one.question),
        (
            (words.text("Definition"), words.text(one.definition)),
            (words.text("Unit"), unit),
            (words.text("Over"), words.text(PERIODS[one.period])),
            (words.text("Reads"), _codes(one.reads)),
            (words.text("To be known"), words.text(one.caveat)),
            (words.text("Reference"), words.text(one.reference)),
        ),
    )


def _measure(one: Measure, words: Language) -> Declared:
    return Declared(
        f"world-{one.id}",
        words.text(one.title),
        "",
        (
            (words.text("Definition"), words.text(one.definition)),
            (words.text("Unit"), words.text(one.unit)),
            (words.text("Dated by"), words.text(one.dated_by)),
            (words.text("Reads"), _codes(one.sources)),
            (words.text("To be known"), words.text(one.caveat)),
        ),
    )


def _component(one: Component, words: Language) -> Declared:
    return Declared(
        f"country-{one.id}",
        words.text(one.title),
        "",
        (
            (words.text("Definition"), words.text(one.definition)),
            (words.text("Unit"), words.text(one.unit)),
            (words.text("Dated by"), words.text(one.period)),
            (words.text("Reads"), _codes(one.sources)),
            (words.text("To be known"), words.text(one.caveat)),
            (words.text("Licence"), words.text(one.licence_note)),
        ),
    )


def _codes(names: Sequence[str]) -> list[Any]:
    parts: list[Any] = []
    for name in names:
        parts += [", ", html.Code(name)]
    return parts[1:]
