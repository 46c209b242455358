"""Which rows answer a question? Read from the files of a release batch by batch, so that no table is held whole."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.dataset as dataset

from contracts._contract import Column
from dashboard.api._resource import Resource
from dashboard.api.asking import Question
from dashboard.api.small_counts import withheld
from releases.read import Release

BATCH = 16_384  # rows in memory at a time while the asked ones are looked for
TYPES = {
    "text": pa.string(),
    "count": pa.int64(),
    "number": pa.float64(),
    "month": pa.timestamp("us"),
    "date": pa.timestamp("us"),
    "flag": pa.bool_(),
}


@dataclass(frozen=True)
class Found:
    """A page of rows, how many there are in all, and whether the release has the table."""

    table: pa.Table
    total: int
    is_there: bool


def find_rows(resource: Resource, question: Question, release: Release, kept: tuple[Release, ...]) -> Found:
    """The asked part of the rows, small counts of living people withheld."""
    files = [str(release.folder / name) for name in resource.files if release.has(name)]
    if resource.rows is not None:
        made = pa.Table.from_pandas(resource.rows(release, kept), preserve_index=False)
        held = dataset.dataset(made)
    elif files:
        held = dataset.dataset(files)
    else:
        return Found(_shaped(None, resource, release), 0, False)
    condition = _condition(resource, question, held.schema)
    total = held.count_rows(filter=condition)
    page = (
        _part(held, condition, question.offset, question.limit)
        if question.offset < total
        else held.schema.empty_table()
    )
    hidden = withheld(_shaped(page, resource, release), resource, held)
    return Found(hidden.select([column.name for column in resource.columns]), total, True)


def _condition(resource: Resource, question: Question, schema: pa.Schema) -> dataset.Expression | None:
    """All filters together; None where nothing is narrowed."""
    parts = [
        dataset.field(column).isin(pa.array(values, schema.field(column).type))
        for column, values in question.lists.items()
    ]
    time = resource.time
    if time is not None:
        for day, is_first in ((question.first, True), (question.last, False)):
            if day is not None:
                bound = pa.scalar(
                    day.year if time.kind == "count" else day.to_pydatetime(), schema.field(time.name).type
                )
                parts.append(dataset.field(time.name) >= bound if is_first else dataset.field(time.name) <= bound)
    condition = None
    for part in parts:
        condition = part if condition is None else condition & part
    return condition


def _part(held: dataset.Dataset, condition: dataset.Expression | None, offset: int, limit: int) -> pa.Table:
    """`limit` rows after `offset`, in the order of the files."""
    wanted, skipped, got = [], 0, 0
    for batch in held.to_batches(filter=condition, batch_size=BATCH, use_threads=False):
        if skipped + batch.num_rows > offset:
            piece = batch.slice(max(offset - skipped, 0), limit - got)
            wanted.append(piece)
            got += piece.num_rows
        skipped += batch.num_rows
        if got >= limit:
            break
    return pa.Table.from_batches(wanted, held.schema)


def _shaped(page: pa.Table | None, resource: Resource, release: Release) -> pa.Table:
    """Every declared column in its type; one that an older release lacks is missing."""
    count = page.num_rows if page is not None else 0

    def values(column: Column) -> pa.Array:
        kind = TYPES[column.kind]
        if column.name in ("as_of", "release"):
            said = release.id if column.name == "release" else release.as_of
            return pa.array([said] * count, pa.string() if column.name == "release" else pa.date32()).cast(kind)
        if page is None or column.name not in page.column_names:
            return pa.nulls(count, kind)
        return page[column.name].cast(kind)

    return pa.table({column.name: values(column) for column in resource.columns})
