"""Answers in JSON: read them, and refuse whatever is none."""

from collections.abc import Iterable
from typing import Any

import orjson
import pandas as pd

from ingest._source import Part, SourceError


def read_json(part: Part) -> Any:
    """What the part says; SourceError when it is no JSON."""
    try:
        return orjson.loads(memoryview(part.content))
    except ValueError as error:
        raise SourceError(
            f"url={part.url} is no JSON ({error}; begins {part.content[:60]!r}): the service may be down, try later"
        ) from error


def records(part: Part, rows: Any, fields: Iterable[str], may_lack: Iterable[str] = ()) -> pd.DataFrame:
    """A list of flat records as a table of the named fields; one that is missing in a record is an error unless it may be."""
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise SourceError(f"url={part.url} answers no records ({str(rows)[:200]}): a refusal, or a new layout")
    fields, optional = list(fields), list(may_lack)
    needed = set(fields)
    for number, row in enumerate(rows, start=1):
        if not needed <= row.keys():
            lacking = next(field for field in fields if field not in row)
            raise SourceError(
                f"url={part.url} lacks the field {lacking!r} in record {number}: the layout has changed; adapt the ingest module to the publisher's notes"
            )
    for field in optional:
        if not any(field in row for row in rows):
            raise SourceError(
                f"url={part.url} lacks the field {field!r} in every record: the layout has changed; adapt the ingest module to the publisher's notes"
            )
    columns = dict(zip(fields, zip(*([row[field] for field in fields] for row in rows), strict=True), strict=True))
    columns |= {field: tuple(row.get(field) for row in rows) for field in optional}
    return pd.DataFrame({name: pd.Series(column, dtype="object") for name, column in columns.items()})
