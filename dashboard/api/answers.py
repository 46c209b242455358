"""In which form do rows leave? JSON with an envelope, CSV or Parquet with headers; each names release, date and sources."""

import io
from typing import Any
from urllib.parse import urlencode

import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.parquet as parquet
from flask import Response

from dashboard.api._resource import Resource
from dashboard.api.asking import FORMATS, Question
from dashboard.api.rows import Found
from dashboard.api.units import unit_of
from figures.export import rows_as_csv
from figures.labels import DEATHS_NOTE
from releases.read import Release, SourceRecord

BASE = "/api/v1"
CITED = ("id", "title", "provider", "licence", "citation", "homepage", "release", "retrieved_at", "newest_data")
WRITTEN_AS = {"month": "%Y-%m", "date": "%Y-%m-%d"}


def answer(
    resource: Resource, question: Question, query: dict[str, str], found: Found, release: Release, is_current: bool
) -> Response:
    """The answer to a question, with the addresses of its next rows and of its sources."""
    sources = _sources(resource, found, release)
    following = next_address(resource, question, query, found, release)
    said = _said(resource, question, found, release, is_current, sources, following)
    if question.format == "json":
        body = orjson.dumps(said | {"rows": _written(found.table, resource).to_pylist()})
    elif question.format == "csv":
        body = rows_as_csv(_for_csv(_written(found.table, resource)))
    else:
        body = _as_parquet(found.table, said)
    response = Response(body, content_type=FORMATS[question.format])
    described = (
        f"{BASE}/sources?{urlencode({'source': ','.join(one.id for one in sources), 'release': release.id}, safe=',')}"
    )
    links = [f'<{described}>; rel="describedby"'] if sources else []
    links += [f'<{following}>; rel="next"'] if following else []
    links.append(f'<{BASE}/openapi.json>; rel="service-desc"')
    response.headers["Link"] = ", ".join(links)
    response.headers["X-Slowburn-Release"] = release.id
    response.headers["X-Slowburn-As-Of"] = release.as_of.isoformat()
    response.headers["X-Slowburn-Sources"] = ",".join(one.id for one in sources)
    response.headers["X-Total-Count"] = str(found.total)
    if question.format != "json":
        stem = f"slowburn-{resource.path.replace('/', '-')}-{release.as_of}.{question.format}"
        response.headers["Content-Disposition"] = f'attachment; filename="{stem}"'
    return response


def next_address(
    resource: Resource, question: Question, query: dict[str, str], found: Found, release: Release
) -> str | None:
    """Where the rows go on, in the same release; None after the last."""
    then = question.offset + question.limit
    if then >= found.total:
        return None
    pinned = {} if resource.path == "releases" else {"release": release.id}
    carried = query | pinned | {"limit": str(question.limit), "offset": str(then)}
    return f"{BASE}/{resource.path}?{urlencode(carried, safe=',:')}"


def _sources(resource: Resource, found: Found, release: Release) -> list[SourceRecord]:
    """The sources behind these rows; where rows do not say theirs, all that can stand behind the table."""
    inputs = [one for one in release.sources.values() if one.role == "input" or resource.path == "sources"]
    named = "source_id" in found.table.column_names and found.table.num_rows > 0
    spoken = set(compute.unique(found.table["source_id"]).to_pylist()) if named else set(resource.rests_on)
    found_there = [one for one in inputs if one.id in spoken]
    return found_there or [one for one in inputs if one.id in resource.rests_on or not resource.rests_on]


def _said(
    resource: Resource,
    question: Question,
    found: Found,
    release: Release,
    is_current: bool,
    sources: list[SourceRecord],
    following: str | None,
) -> dict[str, Any]:
    """Everything an answer says beside its rows."""
    has_deaths = any(column.name.startswith("fatalities") for column in resource.columns)
    notes = [note for note in (str(DEATHS_NOTE) if has_deaths else "", resource.note) if note]
    if not found.is_there:
        notes.append(
            "This release was published without the table: it has no rows here, which says nothing of the world."
        )
    columns = [
        {"name": column.name, "kind": column.kind, "meaning": column.meaning, "unit": unit_of(column)}
        for column in resource.columns
    ]
    return {
        "release": {"id": release.id, "as_of": release.as_of.isoformat(), "is_current": is_current},
        "title": resource.title,
        "grain": resource.contract.grain,
        "notes": notes,
        "sources": [{name: getattr(one, name) for name in CITED} for one in sources],
        "columns": columns,
        "paging": {"limit": question.limit, "offset": question.offset, "total": found.total, "next": following},
    }


def _written(table: pa.Table, resource: Resource) -> pa.Table:
    """Months and days as words."""
    for place, column in enumerate(resource.columns):
        if column.kind in WRITTEN_AS:
            words = compute.strftime(table[column.name], format=WRITTEN_AS[column.kind])
            table = table.set_column(place, column.name, words)
    return table


def _for_csv(table: pa.Table) -> pd.DataFrame:
    """Whole numbers stay whole beside missing ones; flags are written as in JSON."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    flags = [field.name for field in table.schema if pa.types.is_boolean(field.type)]
    return frame.assign(**{name: frame[name].map({True: "true", False: "false"}).astype(object) for name in flags})


def _as_parquet(table: pa.Table, said: dict[str, Any]) -> bytes:
    """A file that says in its own metadata what JSON says in its envelope."""
    written = io.BytesIO()
    named = table.replace_schema_metadata({"slowburn": orjson.dumps(said)})
    parquet.write_table(named, written, compression="zstd")
    return written.getvalue()
