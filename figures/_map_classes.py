"""The fixed classes of the map's measures: the same colour means the same in every month and every language."""

import itertools
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from language import Language, message

Measure = Literal["severity", "deaths", "rate"]


@dataclass(frozen=True)
class Classes:
    """Fixed classes of a measure: class k holds values from edges[k - 1] up to below edges[k]; class 0 is zero."""

    name: str
    edges: tuple[float, ...]
    digits: int


CLASSES: dict[Measure, Classes] = {
    "severity": Classes(message("Severity"), (20, 40, 60, 80), 0),
    "deaths": Classes(message("Deaths"), (25, 100, 1_000, 10_000), 0),
    "rate": Classes(message("Deaths per 100,000"), (0.1, 1, 10, 100), 2),
}


def class_of(values: npt.NDArray[np.float64], measure: Measure) -> list[int]:
    """The class of each value: 0 for none, 1 to 5 by the fixed edges."""
    positive = np.digitize(values, CLASSES[measure].edges) + 1
    return [int(number) for number in np.where(values > 0, positive, 0)]


def class_labels(measure: Measure, language: Language) -> list[str]:
    """Name the six classes as a legend shows them."""
    edges = CLASSES[measure].edges
    if measure == "deaths":
        bounds = [1.0, *edges]
        middle = [language.span(low, high - 1) for low, high in itertools.pairwise(bounds)]
        return [
            language.text("no recorded death"),
            *middle,
            language.text("{n} and more", n=language.number(edges[-1])),
        ]
    written = [_short(edge, language) for edge in edges]
    first = language.text("under {n}", n=written[0])
    middle = [language.text("{low} to {high}", low=a, high=b) for a, b in itertools.pairwise(written)]
    return [language.text("no recorded death"), first, *middle, language.text("{n} and more", n=written[-1])]


def _short(edge: float, language: Language) -> str:
    return language.decimal(edge, 0 if edge == int(edge) else 1)
