"""What the VIEWS pages have in common: an envelope that names the next page and counts all rows.

Fields differ by run, so every field that is read is asked for by name. Months come
twice, as month_id (1 is January 1980) and as year and month; the two must agree.
"""

from collections.abc import Iterable
from typing import Any

import orjson
import pandas as pd

from ingest._source import Get, Part, Parts, SourceError

SITE = "https://api.viewsforecasting.org/"
PAGE_SIZE = 10_000
MOST_PAGES = 100  # far more than there are; a bound, so that a confused answer cannot keep us asking
FIRST_YEAR = 1980
ENVELOPE: dict[str, type] = {"next_page": str, "row_count": int, "data": list}
COUNTRY_MONTH = ("country_id", "month_id", "gwcode", "year", "month")


def pages(get: Get, path: str) -> Parts:
    """All pages of a table, by following next_page; as many rows must come as the first page announces."""
    parts: Parts = []
    url, received, announced = f"{SITE}{path}?pagesize={PAGE_SIZE}&page=1", 0, 0
    while url:
        if len(parts) == MOST_PAGES:
            raise SourceError(
                f"url={url} would be page {MOST_PAGES + 1}, more than there can be: has the interface changed?"
            )
        parts.append(Part(url, get(url)))
        envelope = _envelope(parts[-1])
        received += len(envelope["data"])
        announced = envelope["row_count"] if len(parts) == 1 else announced
        url = envelope["next_page"]
        if url and not url.startswith(SITE):
            raise SourceError(f"url={parts[-1].url} names a next page elsewhere: {url}; has the interface moved?")
    if received != announced:
        raise SourceError(
            f"url={parts[0].url} announces {announced} rows, but its {len(parts)} pages hold {received}: it may be changing, try later"
        )
    return parts


def country_months(parts: Parts, fields: Iterable[str]) -> pd.DataFrame:
    """The rows of all pages with the named fields; a country-month twice or a month that contradicts itself is refused."""
    columns = [*COUNTRY_MONTH, *fields]
    table = pd.concat([_rows(part, columns) for part in parts], ignore_index=True)
    url = parts[0].url
    for name in COUNTRY_MONTH:
        table[name] = whole_numbers(table[name], url)
    named = (table["year"] - FIRST_YEAR) * 12 + table["month"]
    wrong = table[(named != table["month_id"]) | ~table["month"].between(1, 12)]
    if len(wrong):
        row = wrong.iloc[0]
        raise SourceError(
            f"url={url} says month_id {row['month_id']} and {row['year']}-{row['month']:02d} of one row: months may have shifted, ask VIEWS"
        )
    repeated = table[table.duplicated(["country_id", "month_id"])]
    if len(repeated):
        row = repeated.iloc[0]
        raise SourceError(
            f"url={url} holds {len(repeated)} country-months twice, such as country_id {row['country_id']} in month_id {row['month_id']}: a page may have come twice, try later"
        )
    return table


def first_days(table: pd.DataFrame) -> pd.Series:
    """The first day of each row's month."""
    months = ((table["year"] - 1970) * 12 + table["month"] - 1).to_numpy()
    return pd.Series(months.astype("datetime64[M]").astype("datetime64[us]"), index=table.index)


def whole_numbers(values: pd.Series, url: str) -> pd.Series:
    """Counts as whole numbers; text, fractions, negative and missing ones are refused with their value."""
    numbers = pd.to_numeric(values, errors="coerce")
    bad = values[numbers.isna() | (numbers < 0) | (numbers % 1 != 0)]
    if len(bad):
        raise SourceError(
            f"url={url} column={values.name} has {len(bad)} values that are no whole number of 0 or more, such as {bad.iloc[0]!r}: ask VIEWS, nothing was stored"
        )
    return numbers.astype("int64")


def _rows(part: Part, columns: list[str]) -> pd.DataFrame:
    rows = _envelope(part)["data"]
    lacking = [name for name in columns if not all(isinstance(row, dict) and name in row for row in rows)]
    if lacking:
        raise SourceError(
            f"url={part.url} lacks the columns {lacking}: the layout has changed; read the run's codebook"
        )
    return pd.DataFrame(rows, columns=columns)


def _envelope(part: Part) -> dict[str, Any]:
    try:
        answer = orjson.loads(memoryview(part.content))
    except ValueError as error:
        raise SourceError(
            f"url={part.url} is no JSON ({error}; begins {part.content[:60]!r}): the service may be down, try later"
        ) from error
    fields = answer if isinstance(answer, dict) else {}
    lacking = [name for name, kind in ENVELOPE.items() if not isinstance(fields.get(name), kind)]
    if lacking:
        raise SourceError(
            f"url={part.url} has no {lacking} ({str(answer)[:120]}): a refusal, or a new layout; read the VIEWS API's notes"
        )
    return fields
