"""From when to when is a chart of a place drawn, and what is a year of it without a figure?

Countries share one span, so that their charts compare. A crisis or unit shows the years
that count; months end with the newest of any country, so that late stays visible.
"""

import datetime

from language import Language
from reading.parts import COUNTRY, CRISIS, Span, counted_years, kind_of, shown_years
from reading.record import Record, record_of


def whole_record(record: Record) -> Span:
    return int(record.years[0]), int(record.years[-1])


def annual_span(record: Record, place_id: str) -> Span:
    """The years of the annual chart."""
    return shown_years(place_id, whole_record(record))


def counted_span(record: Record, place_id: str) -> Span:
    """The years of the record that count for a place."""
    return counted_years(place_id, whole_record(record))


def month_span(record: Record, place_id: str) -> tuple[datetime.date, datetime.date] | None:
    """The months of the monthly chart; None where no place has any."""
    newest = record_of(record.release).newest_month
    if newest is None:
        return None
    if record.kind == COUNTRY:
        return datetime.date(int(record.years[0]), 1, 1), newest.date()
    first, last = counted_span(record, place_id)
    if record.kind != CRISIS:  # of units the last ten years on record are kept by month
        first = max(first, int(record.table("violence_month")["month"].min().year))
    return datetime.date(first, 1, 1), min(datetime.date(last, 12, 1), newest.date())


def within(span: Span, period: Span | None) -> Span:
    """The part of a span that lies in a period; the period itself where none of it does."""
    if period is None:
        return span
    first, last = max(span[0], period[0]), min(span[1], period[1])
    return (first, last) if first <= last else period


def months_within(
    record: Record, span: tuple[datetime.date, datetime.date], period: Span | None
) -> tuple[datetime.date, datetime.date] | None:
    """The months of a span in a period; one that ends with the annual record goes on to the newest month."""
    if period is None:
        return span
    begins, ends = whole_record(record)
    first = max(span[0], datetime.date(period[0], 1, 1)) if period[0] > begins else span[0]
    last = min(span[1], datetime.date(period[1], 12, 1)) if period[1] < ends else span[1]
    return (first, last) if first <= last else None


def silence_word(record: Record, place_id: str, words: Language) -> str:
    """What a year without a figure is called; empty where nothing more is known of it than that."""
    if kind_of(place_id) == COUNTRY:
        return ""
    counted, shown = counted_span(record, place_id), annual_span(record, place_id)
    if counted != shown:
        return words.text("Not counted here")
    return words.text("Not listed") if is_state_based_only(record, place_id) else ""


def is_state_based_only(record: Record, place_id: str) -> bool:
    """Whether all figures of the place are of state-based deaths alone."""
    return place_id in record.state_based_only
