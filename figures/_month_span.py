"""Which month stands where: a span of months as numbered columns, and the deaths laid out over it."""

import datetime
import functools

import numpy as np
import pandas as pd

from figures._deaths_by_type import DeathsByType, lay_out

Span = tuple[datetime.date, datetime.date]  # first and last month shown


def deaths_by_month(months: pd.DataFrame, span: Span) -> DeathsByType:
    period = months["month"].to_numpy(dtype="datetime64[M]").astype(np.int64) - (ordinal(span[0]) - 1970 * 12)
    return lay_out(months, period, ordinal(span[1]) - ordinal(span[0]) + 1)


def ordinal(month: datetime.date) -> int:
    return month.year * 12 + month.month - 1


def month_at(span: Span, index: int) -> datetime.date:
    number = ordinal(span[0]) + index
    return datetime.date(number // 12, number % 12 + 1, 1)


def first_day(month: datetime.date) -> str:
    return f"{month.year}-{month.month:02d}-01"


def last_day(month: datetime.date) -> str:
    """The end of the axis: a day later the next year's tick would hang over the edge."""
    return (month_at((month, month), 1) - datetime.timedelta(days=1)).isoformat()


@functools.lru_cache(maxsize=16)
def middles(span: Span) -> list[str]:
    """The middle of every month, where its bar is centred."""
    return [f"{n // 12}-{n % 12 + 1:02d}-16" for n in range(ordinal(span[0]), ordinal(span[1]) + 1)]
