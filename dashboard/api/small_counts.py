"""Which figures could point at somebody? Counts of living people from 1 to 9: withheld, and the row says so.

A share or a rate that would give such a count away is withheld with it. A zero is the
source's own statement, and the dead are counted in full.
"""

from functools import cache

import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.dataset as dataset

from dashboard.api._resource import Resource
from indicators import indicators

SMALL = 10
OF_THE_LIVING = ("people", "refugees", "asylum-seekers", "returns")
RATE = "_rate"  # an indicator of that ending rests on the one without it


@cache
def counts_of_people() -> tuple[str, ...]:
    """Indicators whose value is a number of living people."""
    return tuple(name for name, module in indicators().items() if module.INDICATOR.unit in OF_THE_LIVING)


def withheld(page: pa.Table, resource: Resource, held: dataset.Dataset) -> pa.Table:
    """The page without the figures that are too small to pass on."""
    if not resource.people:
        return page
    is_small = {name: _is_small(page[name]) for name in resource.people}
    if "indicator_id" in page.column_names:
        is_small = _of_people_only(page, is_small, held)
    for share, counts in resource.small_with:
        is_small[share] = _any([is_small[name] for name in counts])
    for name, small in is_small.items():
        page = _with(page, name, compute.if_else(small, pa.scalar(None, page[name].type), page[name]))
    named = [[name for name in is_small if is_small[name][row].as_py()] for row in _rows(_any(list(is_small.values())))]
    flags = _any(list(is_small.values()))
    listed = iter(named)
    words = pa.array(["|".join(next(listed)) if flag else None for flag in flags.to_pylist()], pa.string())
    return _with(_with(page, "small_count", flags), "small_columns", words)


def _is_small(values: pa.ChunkedArray) -> pa.ChunkedArray:
    between = compute.and_(compute.greater(values, 0), compute.less(values, SMALL))
    return compute.fill_null(between, False)


def _of_people_only(
    page: pa.Table, is_small: dict[str, pa.ChunkedArray], held: dataset.Dataset
) -> dict[str, pa.ChunkedArray]:
    """Only indicators that count people; a count with an end of its interval below the bound goes as a whole."""
    counts = compute.is_in(page["indicator_id"], pa.array(counts_of_people(), pa.string()))
    small = compute.and_(_any(list(is_small.values())), counts)
    rates = _small_rates(page, held)
    gone = compute.or_(small, rates)
    return dict.fromkeys(is_small, gone) | {"score": gone}


def _small_rates(page: pa.Table, held: dataset.Dataset) -> pa.Array:
    """Rows of a rate whose count, in the same place and month, is withheld."""
    names = page["indicator_id"].to_pylist()
    bases = sorted({name.removesuffix(RATE) for name in names if name.endswith(RATE)} & set(counts_of_people()))
    if not bases:
        return pa.array([False] * page.num_rows, pa.bool_())
    kind = held.schema.field("indicator_id").type
    between = (dataset.field("value") > 0) & (dataset.field("value") < SMALL)
    known = held.to_table(
        columns=["place_id", "month", "indicator_id"],
        filter=dataset.field("indicator_id").isin(pa.array(bases, kind)) & between,
    )
    small = set(zip(*(known[name].to_pylist() for name in known.column_names), strict=True))
    rows = zip(page["place_id"].to_pylist(), page["month"].to_pylist(), names, strict=True)
    return pa.array(
        [(place, month, name.removesuffix(RATE)) in small and name.endswith(RATE) for place, month, name in rows],
        pa.bool_(),
    )


def _any(flags: list[pa.ChunkedArray]) -> pa.ChunkedArray:
    together = flags[0]
    for flag in flags[1:]:
        together = compute.or_(together, flag)
    return together


def _rows(flags: pa.ChunkedArray) -> list[int]:
    return [row for row, flag in enumerate(flags.to_pylist()) if flag]


def _with(page: pa.Table, name: str, values: pa.ChunkedArray) -> pa.Table:
    return page.set_column(page.column_names.index(name), name, values)
