"""How does a reader choose? Radio buttons, a slider and lists of years that work by keyboard and are read out."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import no_update

from dashboard.native import Choice, Period, Slider
from language import Language


def choice(control_id: str, name: str, labels: Mapping[str, str], value: str, words: Language) -> Choice:
    """One of a few options, side by side."""
    options = [{"label": words.text(label), "value": key} for key, label in labels.items()]
    return Choice(control_id, words.text(name), options, value)


def year_slider(control_id: str, name: str, first: int, last: int, value: str, words: Language) -> Slider:
    """One year of the record."""
    return Slider(control_id, words.text(name), first, last, value)


def period(control_id: str, name: str, years: Sequence[int], value: str, words: Language) -> Period:
    """The first and the last year shown."""
    labels = [words.text("from"), words.text("to")]
    return Period(control_id, words.text(name), labels, min(years), max(years), value)


def moved(named: Sequence[str], held: Sequence[Any]) -> tuple[Any, ...]:
    """What controls must change to say what an address names; one that already says it is left alone, so nothing is redrawn."""
    return tuple(no_update if name == value else name for name, value in zip(named, held, strict=True))
