"""How are the figures of many places and years held, so that one cell is found at once?

A place or a year without a row stays missing (NaN); a zero is a zero that a source states.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

Array = np.ndarray[Any, Any]
YEARS = 10_000  # more than any year, so that place and year make one number


@dataclass(frozen=True)
class Grid:
    """Places x years of one quantity."""

    places: dict[str, int]
    years: Array
    values: dict[str, Array]

    def of(self, name: str, place_id: str) -> Array:
        """One place's years; all missing for a place without a row."""
        row = self.places.get(place_id)
        return self.values[name][row] if row is not None else np.full(len(self.years), np.nan)

    def at(self, name: str, place_id: str, year: int) -> float:
        """One cell; NaN where there is none."""
        column = year - int(self.years[0]) if len(self.years) else -1
        return float(self.of(name, place_id)[column]) if 0 <= column < len(self.years) else float("nan")


class NewestRows:
    """Of a table by place and month, the newest row of each place and year."""

    def __init__(self, table: pd.DataFrame) -> None:
        table = table.assign(year=table["month"].dt.year)
        codes, _ = pd.factorize(table["place_id"])  # a number for place and year: joins of text took a tenth of a page
        in_time = np.argsort(table["month"].to_numpy(), kind="stable")
        numbers = (codes * YEARS + table["year"].to_numpy(dtype=int))[in_time]
        _, from_the_end = np.unique(numbers[::-1], return_index=True)
        newest = table.take(in_time[np.sort(len(in_time) - 1 - from_the_end)])
        keys = zip(newest["place_id"].astype(str), newest["year"].astype(int), strict=True)
        self._at = {key: number for number, key in enumerate(keys)}
        self._newest = dict(self._at.keys())  # in order of time, so the last year of each place stays
        self._columns = {str(name): column.tolist() for name, column in newest.items()}

    def of(self, place_id: str, year: int) -> dict[str, Any] | None:
        """The newest row in that year."""
        position = self._at.get((place_id, year))
        return None if position is None else {name: rows[position] for name, rows in self._columns.items()}

    def newest(self, place_id: str) -> dict[str, Any] | None:
        """The newest row of all."""
        return self.of(place_id, self._newest[place_id]) if place_id in self._newest else None


def grid_of(table: pd.DataFrame, columns: list[str], years: Array) -> Grid:
    """Lay a table with one row per place and year out."""
    places = {str(place): row for row, place in enumerate(sorted(table["place_id"].unique()))}
    shape = (len(places), len(years))
    row = table["place_id"].map(places).to_numpy(dtype=int)
    column = table["year"].to_numpy(dtype=int) - (int(years[0]) if len(years) else 0)
    inside = (column >= 0) & (column < len(years))
    values = {}
    for name in columns:
        values[name] = np.full(shape, np.nan)
        if name in table:
            values[name][row[inside], column[inside]] = table[name].to_numpy(dtype=float, na_value=np.nan)[inside]
    return Grid(places, years, values)


def span_of(years: pd.Series) -> Array:
    """Every year from the first to the last."""
    return np.arange(int(years.min()), int(years.max()) + 1) if len(years) else np.arange(0)


def rows_by_place(table: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The rows of each place, in the order of the table."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in table.to_dict("records"):
        rows.setdefault(str(row["place_id"]), []).append({str(name): value for name, value in row.items()})
    return rows
