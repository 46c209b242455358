"""The monthly chart in words and as a table."""

import numpy as np
import pandas as pd

from figures._deaths_by_type import TYPES, DeathsByType, Flags
from figures._month_span import Span, deaths_by_month, month_at
from figures.labels import VIOLENCE_LABELS
from figures.twin import Twin
from language import Language


def summary(months: pd.DataFrame, span: Span, language: Language) -> str:
    """Say the chart in a few sentences; months of all types and of one are never added."""
    deaths = deaths_by_month(months, span)
    known = np.flatnonzero(deaths.is_known)
    if not len(known):
        return language.text("No source gives monthly figures here.")
    partial = deaths.is_known & deaths.is_state_based_only
    said = _counted(deaths, deaths.is_known & ~partial, span, language)
    if partial.any():
        said += [language.text("State-based violence only:"), *_counted(deaths, partial, span, language)]
        said.append(language.text("The other types are missing in these months, not zero."))
    between = int(known[-1] - known[0] + 1 - len(known))
    outside = len(deaths.is_known) - len(known) - between
    if between:
        said.append(language.texts("{n} month in between has none.", "{n} months in between have none.", between))
    if outside:
        said.append(
            language.texts(
                "{n} month before the first or after the last has none.",
                "{n} months before the first or after the last have none.",
                outside,
            )
        )
    bare = int((deaths.is_known & ~deaths.has_range).sum())
    if bare:
        said.append(
            language.texts(
                "For {n} month the source gives no low–high range, so none is drawn.",
                "For {n} months the source gives no low–high range, so none is drawn.",
                bare,
            )
        )
    return " ".join(said)


def _counted(deaths: DeathsByType, chosen: Flags, span: Span, language: Language) -> list[str]:
    """The deaths of these months, from the first to the last of them, and the month with most."""
    at = np.flatnonzero(chosen)
    if not len(at):
        return []
    said = [
        language.texts(
            "{total} in {n} month with a figure, {first} to {last}.",
            "{total} in {n} months with a figure, {first} to {last}.",
            len(at),
            total=language.texts("{n} death", "{n} deaths", int(deaths.total[chosen].sum())),
            first=language.month(month_at(span, int(at[0]))),
            last=language.month(month_at(span, int(at[-1]))),
        )
    ]
    peak = int(np.where(chosen, deaths.total, -1).argmax())
    if deaths.total[peak] > 0:
        month, number = language.month(month_at(span, peak)), language.number(deaths.total[peak])
        said.append(language.text("Most in {month}: {number}.", month=month, number=number))
    return said


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
    total, has_range = language.number(deaths.total[i]), bool(deaths.has_range[i])
    if not has_range:
        status.append(language.text("No range given"))
    band = language.span(deaths.low[i], deaths.high[i]) if has_range else ""
    return (month, *counts, total, band, " · ".join(status))
