"""What may a program ask, and what will it get? An OpenAPI 3.1 document made from the declarations, never by hand."""

from functools import cache
from typing import Any

from contracts._contract import Column
from dashboard.api._resource import AS_OF, RELEASE, SMALL_COUNT, Filter, Resource
from dashboard.api.asking import FORMATS, LAST_OFFSET, MOST_ROWS, MOST_VALUES, USUAL_LIMIT, time_pattern
from dashboard.api.problems import PROBLEM_TYPE
from dashboard.api.resources import RESOURCES
from dashboard.api.units import unit_of
from indicators import indicators

VERSION = "1.0.0"
KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "count": {"type": "integer"},
    "number": {"type": "number"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    "date": {"type": "string", "format": "date"},
    "flag": {"type": "boolean"},
}
EXAMPLES = {"place": "SDN", "origin": "SDN", "asylum": "CAN", "indicator": "fatalities_12_months", "source": "ucdp_ged"}
TEXT: dict[str, Any] = {"type": "string"}
RELEASE_PATTERN = "^[0-9A-Za-z-]{1,64}$"
ABOUT = (
    "Figures of one published release: recorded direct deaths in organised violence (true tolls are higher), "
    "displacement, response, and what Slowburn computes of them. Every answer names its release, the day it stands for "
    "and its sources with licence and citation: in JSON in the envelope, in CSV in the columns `as_of` and `release` and "
    "the headers `Link` and `X-Slowburn-*`, in Parquet in the metadata `slowburn`. Send `If-None-Match` with an ETag to "
    "be told 304. Counts of living people from 1 to 9 are missing and flagged `small_count`. Missing is never zero."
)


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Slowburn", "version": VERSION, "description": ABOUT},
        "servers": [{"url": "/api/v1"}],
        "paths": {f"/{path}": {"get": _operation(resource)} for path, resource in RESOURCES.items()},
        "components": {"schemas": {"Problem": _problem(), "Source": _source()}},
    }


def _operation(resource: Resource) -> dict[str, Any]:
    parameters = [_parameter(one, resource) for one in resource.filters] + _common()
    envelope = {"application/json": {"schema": _envelope(resource)}}
    files: dict[str, Any] = {FORMATS[name].split(";")[0]: {} for name in ("csv", "parquet")}
    refused = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "operationId": resource.path.replace("/", "_").replace("-", "_"),
        "summary": resource.title,
        "description": " ".join(filter(None, (f"One row: {resource.contract.grain}.", resource.note))),
        "parameters": parameters,
        "responses": {
            "200": {"description": "rows", "content": envelope | files},
            "304": {"description": "nothing has changed since the ETag that was sent"},
            "400": {
                "description": "a parameter or value that cannot be read, or `from` after `to`",
                "content": refused,
            },
            "404": {"description": "a place, indicator, source or release that is not known", "content": refused},
            "503": {"description": "nothing is published yet", "content": refused},
        },
    }


def _parameter(one: Filter, resource: Resource) -> dict[str, Any]:
    said: dict[str, Any] = {"name": one.name, "in": "query", "required": False, "description": one.meaning}
    if one.means == "since":
        return said | {"schema": {"type": "string", "pattern": RELEASE_PATTERN}}
    if not one.is_list:
        pattern = time_pattern(resource)
        return said | {"schema": {"type": "string", "pattern": pattern}, "example": "2024"}
    known = sorted(indicators()) if one.means == "indicator" else list(one.one_of or ())
    item = {"type": "string", "enum": known} if known else {"type": "string", "pattern": "^[A-Za-z0-9:_-]{1,80}$"}
    schema = {"type": "array", "items": item, "minItems": 1, "maxItems": MOST_VALUES}
    return said | {"style": "form", "explode": False, "schema": schema, "example": [EXAMPLES.get(one.name) or known[0]]}


def _common() -> list[dict[str, Any]]:
    schemas: dict[str, dict[str, Any]] = {
        "release": {"type": "string", "pattern": RELEASE_PATTERN},
        "format": {"type": "string", "enum": list(FORMATS), "default": "json"},
        "limit": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": USUAL_LIMIT},
        "offset": {"type": "integer", "minimum": 0, "maximum": LAST_OFFSET, "default": 0},
    }
    meanings = {
        "release": "an older release that is still kept, as in /api/v1/releases",
        "format": "the form of the answer",
        "limit": "rows at most; `paging.next` and the header Link lead to the following ones",
        "offset": "rows to leave out before",
    }
    return [
        {"name": name, "in": "query", "required": False, "description": meanings[name], "schema": schema}
        for name, schema in schemas.items()
    ]


def _column(column: Column, resource: Resource) -> dict[str, Any]:
    """A column may be missing unless it identifies the row: an older release may lack it."""
    schema = dict(KINDS[column.kind])
    sure = {*resource.contract.key, AS_OF.name, RELEASE.name, SMALL_COUNT.name}
    if column.name not in sure or column.optional:
        schema["type"] = [schema["type"], "null"]
    if column.one_of is not None:
        schema["enum"] = [*column.one_of, *([None] if isinstance(schema["type"], list) else [])]
    unit = unit_of(column)
    schema["description"] = f"{column.meaning}; unit: {unit}" if unit else column.meaning
    return schema


def _envelope(resource: Resource) -> dict[str, Any]:
    names = [column.name for column in resource.columns]
    row = _object({column.name: _column(column, resource) for column in resource.columns})
    count = {"type": "integer", "minimum": 0}
    maybe = {"type": ["string", "null"]}
    described = {"name": {"enum": names}, "kind": {"enum": list(KINDS)}, "meaning": TEXT, "unit": maybe}
    return _object(
        {
            "release": _object({"id": TEXT, "as_of": KINDS["date"], "is_current": {"type": "boolean"}}),
            "title": TEXT,
            "grain": TEXT,
            "notes": {"type": "array", "items": TEXT},
            "sources": {"type": "array", "items": {"$ref": "#/components/schemas/Source"}},
            "columns": {"type": "array", "items": _object(described)},
            "paging": _object({"limit": count, "offset": count, "total": count, "next": maybe}),
            "rows": {"type": "array", "maxItems": MOST_ROWS, "items": row},
        }
    )


def _problem() -> dict[str, Any]:
    maybe = {"type": ["string", "null"]}
    listed = {"type": "array", "items": TEXT}
    words = dict.fromkeys(("type", "title", "detail", "instance"), TEXT)
    return _object({**words, "status": {"type": "integer"}, "parameter": maybe, "given": maybe, "nearest": listed})


def _source() -> dict[str, Any]:
    words = ("id", "title", "provider", "licence", "citation", "homepage", "release", "retrieved_at")
    return _object({**dict.fromkeys(words, TEXT), "newest_data": {"type": ["string", "null"]}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
