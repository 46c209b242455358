"""Cells as publishers write them, made into numbers and days: missing stays missing, anything else that does not fit is refused.

The messages name address, column and the first offending values, because that is
what somebody needs who looks the row up at the publisher's.
"""

import pandas as pd

from ingest._source import SourceError

SHOWN = 3
ISO_DAY = r"^(\d{4}-\d\d-\d\d)(?:$|[T ])"  # pandas alone would read -2026-02-2 as a day before Christ


def is_blank(values: pd.Series) -> pd.Series:
    """Cells that say nothing: null, or a text without letters."""
    return values.isna() | values.map(lambda value: isinstance(value, str) and not value.strip())


def whole_numbers(values: pd.Series, column: str, url: str, minimum: int | None = 0) -> pd.Series:
    """The cells as whole numbers no smaller than `minimum`, blank ones missing."""
    found = numbers(values, column, url, minimum)
    refuse(values, found.notna() & (found % 1 != 0), "no whole number", column, url)
    return found.astype("Int64")


def numbers(
    values: pd.Series, column: str, url: str, minimum: float | None = None, maximum: float | None = None
) -> pd.Series:
    """The cells as numbers within the bounds, blank ones missing."""
    blank = is_blank(values)
    found = pd.to_numeric(values.mask(blank), errors="coerce").astype("float64")
    refuse(values, (found.isna() & ~blank) | found.abs().eq(float("inf")), "no number", column, url)
    refuse(values, values.map(lambda value: isinstance(value, bool)), "no number", column, url)
    if minimum is not None:
        refuse(values, found < minimum, f"below {minimum}", column, url)
    if maximum is not None:
        refuse(values, found > maximum, f"above {maximum}", column, url)
    return found


def days(values: pd.Series, column: str, url: str) -> pd.Series:
    """ISO dates, with or without a time, as days; blank ones missing."""
    blank = is_blank(values)
    text = values.mask(blank).astype("str").where(~blank).str.extract(ISO_DAY, expand=False)
    found = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
    refuse(values, found.isna() & ~blank, "no date", column, url)
    return found


def days_from_milliseconds(values: pd.Series, column: str, url: str) -> pd.Series:
    """Milliseconds since 1970, negative before, as days; blank ones missing."""
    moments = whole_numbers(values, column, url, minimum=None)
    try:
        found = pd.to_datetime(moments, unit="ms").astype("datetime64[us]")
    except (pd.errors.OutOfBoundsDatetime, OverflowError) as error:
        raise SourceError(f"url={url} column={column} has moments outside the calendar ({error})") from error
    return found.dt.normalize()


def required(values: pd.Series, column: str, url: str) -> pd.Series:
    """The cells, none of which may be blank."""
    refuse(values, is_blank(values), "missing", column, url)
    return values


def texts(values: pd.Series) -> pd.Series:
    """The cells as trimmed text, blank ones missing."""
    blank = is_blank(values)
    return values.mask(blank).astype("str").str.strip().where(~blank).astype("str")


def one_of(values: pd.Series, known: dict[str, str], column: str, url: str) -> pd.Series:
    """The publisher's words as ours; an unknown word is an error, never a dropped row."""
    said = texts(values)
    refuse(values, ~said.isin(list(known)), f"unknown (known: {sorted(known)})", column, url)
    return said.map(known)


def refuse(values: pd.Series, bad: pd.Series, what: str, column: str, url: str) -> None:
    """Raise SourceError where there are bad cells."""
    if not bad.any():
        return
    shown = ", ".join(f"row {row}: {value!r}" for row, value in values[bad].head(SHOWN).items())
    raise SourceError(
        f"url={url} column={column} has {int(bad.sum())} values that are {what} ({shown}): nothing was stored; ask the publisher or adapt the ingest module"
    )
