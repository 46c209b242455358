"""How did deaths run over the last sixty months of a place? One number a month, None where not all types are on record."""

import datetime

import pandas as pd

from contracts._columns import ALL_TYPES
from figures.small_columns import ON_PAPER, small_columns
from language import Language
from reading.parts import kind_of
from reading.record import Record, record_of
from reading.spans import month_span

MONTHS = 60
NEWEST = 12  # months drawn in the accent, as the newest year of the line


def last_months(record: Record, place_id: str) -> tuple[datetime.date, datetime.date] | None:
    """Sixty months to the newest of any country; of a crisis that is over, to its own last."""
    span = month_span(record_of(record.release) if kind_of(place_id) == "country" else record, place_id)
    if span is None:
        return None
    first = pd.Timestamp(span[1]) - pd.DateOffset(months=MONTHS - 1)
    return max(first.date(), span[0]), span[1]


def month_totals(
    record: Record, place_id: str
) -> tuple[list[float | None], tuple[datetime.date, datetime.date] | None]:
    """All deaths of each of the last sixty months; None where not all types are on record."""
    span = last_months(record, place_id)
    if span is None:
        return [], None
    months = record.months_of(place_id)
    months = months[months["types_covered"] == ALL_TYPES]
    held = {pd.Timestamp(str(month)): float(n) for month, n in months.groupby("month")["fatalities_best"].sum().items()}
    return [held.get(moment) for moment in pd.date_range(span[0], span[1], freq="MS")], span


def months_line(
    record: Record, place_id: str, name: str, words: Language, colours: tuple[str, str, str, str] = ON_PAPER
) -> tuple[str, str] | None:
    """The months as a small drawing and the sentence that says what it shows; None where no month is on record."""
    values, span = month_totals(record, place_id)
    known = [value for value in values if value is not None]
    if span is None or not known:
        return None
    title = words.text(
        "{place}: deaths a month, {first} to {last}, at most {n}",
        place=name,
        first=words.month(span[0]),
        last=words.month(span[1]),
        n=words.number(max(known)),
    )
    return small_columns(values, title, max(known), marked_from=len(values) - NEWEST, colours=colours), title
