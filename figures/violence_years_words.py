"""The annual chart in words and as a table, in counts or per 100,000."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from figures._deaths_by_type import TYPES, DeathsByType
from figures.labels import VIOLENCE_LABELS
from figures.twin import Twin
from figures.violence_years import RATE_DIGITS, Span, deaths_by_year
from language import Language


def summary(
    years: pd.DataFrame | DeathsByType, span: Span, language: Language, persons: Mapping[int, float] | None = None
) -> str:
    """Say the chart in a few sentences."""
    deaths, digits = deaths_by_year(years, span, persons), RATE_DIGITS if persons is not None else 0
    missing = int((~deaths.is_known).sum())
    if not deaths.is_known.any():
        return language.text("No annual figures here.")
    peak = int(np.where(deaths.is_known, deaths.total, -1).argmax())
    first, last = str(span[0]), str(span[1])
    if persons is None:
        said = [
            language.texts(
                "{n} death recorded from {first} to {last}.",
                "{n} deaths recorded from {first} to {last}.",
                int(deaths.total[deaths.is_known].sum()),
                first=first,
                last=last,
            )
        ]
    else:
        said = [language.text("Deaths per 100,000 people from {first} to {last}.", first=first, last=last)]
    if deaths.total[peak] > 0:
        number, band = language.amount(deaths.total[peak], digits), _band(deaths, peak, digits, language)
        said.append(
            language.text(
                "Most in {year}: {number} (range {band}).", year=str(span[0] + peak), number=number, band=band
            )
        )
    if missing:
        said.append(language.texts("{n} year has no figure.", "{n} years have no figure.", missing))
    return " ".join(said)


def twin(
    years: pd.DataFrame | DeathsByType, span: Span, language: Language, persons: Mapping[int, float] | None = None
) -> Twin:
    """The chart as a table, newest year first."""
    deaths, digits = deaths_by_year(years, span, persons), RATE_DIGITS if persons is not None else 0
    headings = (
        language.text("Year"),
        *(language.text(VIOLENCE_LABELS[violence_type]) for violence_type in TYPES),
        language.text("Total"),
        language.text("Low–high"),
        language.text("Status"),
    )
    order = range(len(deaths.is_known) - 1, -1, -1)
    return Twin(headings, tuple(_row(deaths, i, str(span[0] + i), digits, language) for i in order))


def _row(deaths: DeathsByType, i: int, year: str, digits: int, language: Language) -> tuple[str, ...]:
    if not deaths.is_known[i]:
        return (year, *[""] * (len(TYPES) + 2), language.text("No figure"))
    best = enumerate(deaths.best[:, i].tolist())
    counts = [language.amount(value, digits) if deaths.covers(row)[i] else "" for row, value in best]
    status = [language.text("Provisional")] if deaths.is_provisional[i] else []
    status += [language.text("State-based only")] if deaths.is_state_based_only[i] else []
    return (
        year,
        *counts,
        language.amount(deaths.total[i], digits),
        _band(deaths, i, digits, language),
        " · ".join(status),
    )


def _band(deaths: DeathsByType, i: int, digits: int, language: Language) -> str:
    return language.amounts(deaths.low[i], deaths.high[i], digits)
