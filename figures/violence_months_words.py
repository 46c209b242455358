"""The monthly chart in words and as a table."""

import numpy as np
import pandas as pd

from figures._deaths_by_type import TYPES, DeathsByType
from figures._month_span import Span, deaths_by_month, month_at
from figures.labels import VIOLENCE_LABELS
from figures.twin import Twin
from language import Language


def summary(months: pd.DataFrame, span: Span, language: Language) -> str:
    """Say the chart in a few sentences."""
    deaths = deaths_by_month(months, span)
    missing = int((~deaths.is_known).sum())
    if not deaths.is_known.any():
        return language.text("No source gives monthly figures here.")
    peak = int(np.where(deaths.is_known, deaths.total, -1).argmax())
    said = [
        language.text(
            "{total} deaths in {n} months with a figure, {first} to {last}.",
            total=language.number(deaths.total[deaths.is_known].sum()),
            n=language.number(int(deaths.is_known.sum())),
            first=language.month(span[0]),
            last=language.month(span[1]),
        )
    ]
    if deaths.total[peak] > 0:
        month, number = language.month(month_at(span, peak)), language.number(deaths.total[peak])
        said.append(language.text("Most in {month}: {number}.", month=month, number=number))
    if missing:
        said.append(language.texts("{n} month has no monthly figure.", "{n} months have no monthly figure.", missing))
    if deaths.is_state_based_only.any():
        n = int(deaths.is_state_based_only.sum())
        said.append(
            language.texts(
                "{n} month covers state-based violence only.", "{n} months cover state-based violence only.", n
            )
        )
    return " ".join(said)


def twin(months: pd.DataFrame, span: Span, language: Language) -> Twin:
    """The chart as a table, newest month first."""
    deaths = deaths_by_month(months, span)
    headings = (
        language.text("Month"),
        *(language.text(VIOLENCE_LABELS[violence_type]) for violence_type in TYPES),
        language.text("Total"),
        language.text("Low–high"),
        language.text("Status"),
    )
    rows = (_row(deaths, i, language.month(month_at(span, i)), language) for i in range(len(deaths.total) - 1, -1, -1))
    return Twin(headings, tuple(rows))


def _row(deaths: DeathsByType, i: int, month: str, language: Language) -> tuple[str, ...]:
    if not deaths.is_known[i]:
        return (month, *[""] * (len(TYPES) + 2), language.text("No monthly figure"))
    status = []
    if deaths.is_provisional[i]:
        status.append(language.text("Provisional"))
    if deaths.is_state_based_only[i]:
        status.append(language.text("State-based only"))
    counts = [language.number(deaths.best[row, i]) if deaths.covers(row)[i] else "" for row in range(len(TYPES))]
    total, has_range = language.number(deaths.total[i]), np.isfinite(deaths.low[i]) and np.isfinite(deaths.high[i])
    band = language.span(deaths.low[i], deaths.high[i]) if has_range else ""
    return (month, *counts, total, band, " · ".join(status))
