"""The fixed classes of the map's measures: the same colour means the same in every month and every language."""

import itertools
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from contracts.severity import CLASS_EDGES
from language import Language, message

Measure = Literal["severity", "persistence", "spell", "deaths", "rate"]
NO_DEATH = message("no recorded death")


@dataclass(frozen=True)
class Classes:
    """Fixed classes of a measure: class k holds values from edges[k - 1] up to below edges[k]; class 0 is zero."""

    name: str
    edges: tuple[float, ...]
    digits: int
    labels: tuple[str, ...] = ()  # of all six, where their edges alone would not be understood


CLASSES: dict[Measure, Classes] = {
    "severity": Classes(message("Severity"), CLASS_EDGES, 0),
    "persistence": Classes(
        message("Years with 25 or more deaths"),
        (0.25, 0.5, 0.75, 1),  # shares of the years on record among the last twenty
        0,
        (
            message("none of the years"),
            message("under a quarter"),
            message("a quarter to half"),
            message("half to three quarters"),
            message("three quarters and more"),
            message("every year"),
        ),
    ),
    "spell": Classes(
        message("Length of the present spell"),
        (3, 5, 10, 20),
        0,
        (
            message("no spell going on"),
            message("1–2 years"),
            message("3–4 years"),
            message("5–9 years"),
            message("10–19 years"),
            message("20 years and more"),
        ),
    ),
    "deaths": Classes(message("Deaths"), (25, 100, 1_000, 10_000), 0),
    "rate": Classes(message("Deaths per 100,000"), (0.1, 1, 10, 100), 2),
}


def class_of(values: npt.NDArray[np.float64], measure: Measure) -> list[int]:
    """The class of each value: 0 for none, 1 to 5 by the fixed edges."""
    positive = np.digitize(values, CLASSES[measure].edges) + 1
    return [int(number) for number in np.where(values > 0, positive, 0)]


def class_labels(measure: Measure, language: Language) -> list[str]:
    """Name the six classes as a legend shows them."""
    if CLASSES[measure].labels:
        return [language.text(label) for label in CLASSES[measure].labels]
    edges = CLASSES[measure].edges
    if measure == "deaths":
        bounds = [1.0, *edges]
        middle = [language.span(low, high - 1) for low, high in itertools.pairwise(bounds)]
        return [language.text(NO_DEATH), *middle, language.text("{n} and more", n=language.number(edges[-1]))]
    written = [_short(edge, language) for edge in edges]
    first = language.text("under {n}", n=written[0])
    middle = [language.text("{low} to {high}", low=a, high=b) for a, b in itertools.pairwise(written)]
    return [language.text(NO_DEATH), first, *middle, language.text("{n} and more", n=written[-1])]


def value_words(value: float, measure: Measure, language: Language) -> str:
    """A value as its measure is read: a share in percent, a length in years."""
    if measure == "persistence":
        return language.percent(value)
    if measure == "spell":
        return language.texts("{n} year", "{n} years", int(value))
    return language.amount(value, CLASSES[measure].digits)


def band_words(low: float, high: float, measure: Measure, language: Language) -> str:
    """The range of a value, in the same unit."""
    if measure == "persistence":
        return "–".join(dict.fromkeys((language.percent(low), language.percent(high))))
    return language.amounts(low, high, CLASSES[measure].digits)


def _short(edge: float, language: Language) -> str:
    return language.decimal(edge, 0 if edge == int(edge) else 1)
