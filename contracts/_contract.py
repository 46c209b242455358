"""What every table contract can say, and the one way a table is checked against it.

Four things are told apart everywhere: a count of zero, a value that is missing,
one that is late and one that is provisional. A contract therefore states for
every column whether it may be missing; nothing is filled in here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Kind = Literal["text", "count", "number", "month", "date", "flag"]

DTYPE: dict[tuple[Kind, bool], str] = {
    ("text", False): "str",
    ("text", True): "str",
    ("count", False): "int64",
    ("count", True): "Int64",
    ("number", False): "float64",
    ("number", True): "float64",
    ("month", False): "datetime64[us]",
    ("month", True): "datetime64[us]",
    ("date", False): "datetime64[us]",
    ("date", True): "datetime64[us]",
    ("flag", False): "bool",
}
SHOWN_VALUES = 5  # offending values named in an error; more would bury the message


class ContractError(ValueError):
    """A table breaks its contract; the message names table, column, values and what to do."""


@dataclass(frozen=True)
class Column:
    """One column: its name, what it holds, whether it may be missing, and which values are known."""

    name: str
    kind: Kind
    meaning: str
    optional: bool = False
    one_of: tuple[str, ...] | None = None
    minimum: float | None = None

    @property
    def dtype(self) -> str:
        return DTYPE[self.kind, self.optional]


@dataclass(frozen=True)
class TableContract:
    """One grain: its columns, in order, the columns that identify a row, and what each group of them means.

    `time` says which period a row is about, `places` where, `measures` are what may be
    added up over rows of one unit, `units` say what is counted. `open_flag` names a flag of
    rows whose period is still filling up, where the table holds the current or future periods.
    `window` names the period that a whole file is about, where each file covers one only.
    """

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    time: str | None = None
    places: tuple[str, ...] = ("place_id",)
    measures: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    open_flag: str | None = None
    window: str | None = None

    def validate(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the contracted columns in order and type, sorted by key, or raise ContractError."""
        missing = [column.name for column in self.columns if column.name not in table]
        if missing:
            raise ContractError(f"table={self.name} lacks columns {missing}: add them where the table is made")
        checked = pd.DataFrame({column.name: self._checked(table, column) for column in self.columns})
        repeated = checked.duplicated(list(self.key), keep=False)
        if repeated.any():
            rows = _shown(checked.loc[repeated, list(self.key)].itertuples(index=False, name=None))
            raise ContractError(f"table={self.name} repeats its key {self.key}: {rows}; aggregate before validating")
        return checked.sort_values(list(self.key), kind="stable", ignore_index=True)

    def empty(self) -> pd.DataFrame:
        """A table of this grain without rows."""
        return pd.DataFrame({column.name: pd.Series(dtype=column.dtype) for column in self.columns})

    def newest(self, table: pd.DataFrame) -> str | None:
        """The newest period a table is about, as `2024`, `2023-12` or `2023-12-31`; None where it has no rows."""
        if self.time is None or table.empty:
            return None
        still_open = table.loc[table[self.open_flag], self.time] if self.open_flag else table[self.time].iloc[:0]
        # of several open periods the first is the one that is going on; what lies behind it is announced only
        newest = table[self.time].max() if still_open.empty else still_open.min()
        kind = next(column.kind for column in self.columns if column.name == self.time)
        return str(newest) if kind == "count" else newest.strftime("%Y-%m" if kind == "month" else "%Y-%m-%d")

    def periods(self, table: pd.DataFrame) -> pd.Series:
        """The period of each row that totals are compared over: window or reference date, else the calendar year."""
        if self.window:
            return table[self.window]
        values = table[self.time or ""]
        kind = next(column.kind for column in self.columns if column.name == self.time)
        return values if kind == "count" or self.time == "reference_date" else values.dt.year

    @property
    def has_closed_periods(self) -> bool:
        """Whether a period that appears is whole: years and reference dates are, years of days and months need not be."""
        kind = next((column.kind for column in self.columns if column.name == self.time), "count")
        return kind == "count" or self.time == "reference_date"

    def _checked(self, table: pd.DataFrame, column: Column) -> pd.Series:
        where = f"table={self.name} column={column.name}"
        lost = table.loc[_would_change(table[column.name], column.kind), column.name]
        if len(lost):
            raise ContractError(
                f"{where} has values that are no {column.kind}: {_shown(lost.unique())}; convert it in the module that makes it"
            )
        try:
            values: pd.Series = table[column.name].astype(pd.api.types.pandas_dtype(column.dtype))
        except (TypeError, ValueError) as error:
            raise ContractError(
                f"{where} is not {column.dtype}: {error}; convert it in the module that makes it"
            ) from error
        if not column.optional and values.isna().any():
            raise ContractError(
                f"{where} has {int(values.isna().sum())} missing values and may have none: fill or drop them where the table is made, with the reason"
            )
        present = values.dropna()
        if column.one_of is not None and not present.isin(column.one_of).all():
            raise ContractError(
                f"{where} has unknown values {_shown(present[~present.isin(column.one_of)].unique())}; known: {column.one_of}: map or refuse them in the module that makes it"
            )
        if column.minimum is not None and (present < column.minimum).any():
            raise ContractError(
                f"{where} has values below {column.minimum}: {_shown(present[present < column.minimum].unique())}; refuse them in the module that makes it"
            )
        if column.kind == "month" and (present.dt.day != 1).any():
            raise ContractError(
                f"{where} has days that are not the first of a month: {_shown(present[present.dt.day != 1].unique())}; a month is its first day"
            )
        return values.reset_index(drop=True)


def _would_change(given: pd.Series, kind: Kind) -> pd.Series:
    """Values that a cast would turn into others without a word: parts of a count, numbers as days, no flag as a flag."""
    nothing = pd.Series(data=False, index=given.index)
    if kind == "flag" and not pd.api.types.is_bool_dtype(given):
        return given.map(lambda value: not pd.api.types.is_bool(value))
    if kind in ("month", "date") and pd.api.types.is_numeric_dtype(given):
        return ~nothing
    if kind == "count" and pd.api.types.is_float_dtype(given):
        return given.notna() & (given % 1 != 0)
    if kind == "number" and pd.api.types.is_float_dtype(given):
        return given.abs() == float("inf")
    return nothing


def _shown(values: Iterable[object]) -> str:
    listed = [str(value) for value in values]
    more = f" and {len(listed) - SHOWN_VALUES} more" if len(listed) > SHOWN_VALUES else ""
    return ", ".join(listed[:SHOWN_VALUES]) + more
