"""What does a query string ask of a resource? Every parameter is known and readable, or the question is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from werkzeug.datastructures import MultiDict

from dashboard.api._resource import Filter, Resource
from dashboard.api.problems import ProblemError, alike
from indicators import indicators
from reading.name_search import nearest
from reading.names import hidden_in, is_place
from reference.countries import countries
from releases.read import Release

FORMATS = {"json": "application/json", "csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}
USUAL_LIMIT, MOST_ROWS, LAST_OFFSET = 1_000, 10_000, 1_000_000_000
MOST_VALUES = 50  # of one list filter
YEAR = r"(?:19|20)[0-9]{2}"
YEAR_PATTERN, MONTH_PATTERN = rf"^{YEAR}$", rf"^{YEAR}(?:-(?:0[1-9]|1[0-2]))?$"
COMMON = ("release", "format", "limit", "offset")


@dataclass(frozen=True)
class Question:
    """What is asked: `lists` by column, the span, and which part of the rows in which format."""

    lists: Mapping[str, tuple[str, ...]]
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    format: str
    limit: int
    offset: int


def read_question(resource: Resource, query: MultiDict[str, str], release: Release) -> Question:
    """The question, or ProblemError."""
    known = [one.name for one in resource.filters] + list(COMMON)
    for name in query:
        if name not in known:
            raise ProblemError(400, "unknown-parameter", f"Known: {', '.join(known)}.", name, None, alike(name, known))
        if len(query.getlist(name)) > 1:
            raise ProblemError(400, "repeated-parameter", "Give it once; lists are separated by commas.", name)
    lists = {
        one.column: _listed(one, query[one.name], resource, release)
        for one in resource.filters
        if one.is_list and one.name in query
    }
    first, last = (_day(resource, name, query[name]) if name in query else None for name in ("from", "to"))
    if first is not None and last is not None and first > last:
        raise ProblemError(400, "bad-value", "`from` must not lie after `to`.", "from", query["from"])
    return Question(
        lists,
        first,
        last,
        _format(query.get("format", "json")),
        _number("limit", query.get("limit"), USUAL_LIMIT, 1, MOST_ROWS),
        _number("offset", query.get("offset"), 0, 0, LAST_OFFSET),
    )


def time_pattern(resource: Resource) -> str:
    """How `from` and `to` are written: a year, or also a month where the table has more than years."""
    return YEAR_PATTERN if resource.time is not None and resource.time.kind == "count" else MONTH_PATTERN


def _listed(one: Filter, given: str, resource: Resource, release: Release) -> tuple[str, ...]:
    values = tuple(given.split(","))
    if "" in values or len(values) > MOST_VALUES:
        raise ProblemError(
            400, "bad-value", f"Give 1 to {MOST_VALUES} values separated by commas.", one.name, given[:200]
        )
    for value in values:
        if one.means in ("place", "origin_or_asylum"):
            _check_place(one, value, resource, release)
        elif value not in (known := known_values(one, release)):
            raise ProblemError(
                404 if one.one_of is None else 400,
                "unknown-value",
                f"Known: {', '.join(known)}.",
                one.name,
                value[:200],
                alike(value, known),
            )
    return values


def known_values(one: Filter, release: Release) -> list[str]:
    """The words a filter takes."""
    if one.means == "indicator":
        return sorted(indicators())
    return sorted(release.sources) if one.means == "source" else list(one.one_of or ())


def _check_place(one: Filter, value: str, resource: Resource, release: Release) -> None:
    if not (is_place(value) or (one.means == "origin_or_asylum" and value in countries())):
        told = "Take an id from /api/v1/places."
        raise ProblemError(404, "unknown-place", told, one.name, value[:200], nearest(value[:80]))
    unit = hidden_in(value, release.as_of.year) if resource.is_coded_by_ucdp else None
    if unit is not None:
        told = f"UCDP counts it under “{unit.name_en}”: ask for {unit.place_id}, which holds both."
        raise ProblemError(404, "not-separable", told, one.name, value, [unit.place_id])


def _day(resource: Resource, name: str, given: str) -> pd.Timestamp:
    """The first day of `from`, the last of `to`."""
    pattern = time_pattern(resource)
    if not re.fullmatch(pattern, given):
        told = "Give a year, as 2024." if pattern == YEAR_PATTERN else "Give a year or a month, as 2024 or 2024-06."
        raise ProblemError(400, "bad-value", told, name, given[:200])
    span = pd.Period(given, freq="M" if "-" in given else "Y")
    return span.start_time if name == "from" else span.end_time.normalize()


def _format(given: str) -> str:
    if given not in FORMATS:
        raise ProblemError(
            400, "unknown-value", f"Known: {', '.join(FORMATS)}.", "format", given[:200], alike(given, FORMATS)
        )
    return given


def _number(name: str, given: str | None, usual: int, least: int, most: int) -> int:
    if given is None:
        return usual
    if not re.fullmatch(r"[0-9]{1,10}", given) or not least <= int(given) <= most:
        raise ProblemError(400, "bad-value", f"Give a whole number from {least} to {most}.", name, given[:200])
    return int(given)
