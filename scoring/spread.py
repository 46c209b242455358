"""Over how much ground is the dying spread, and does it reach new ground or return to old?

Cells are half a degree wide, as in PRIO-GRID. Only events placed to the district or
better count for cells; what is left out is in the table. The Hill number of order one,
exp(-sum p ln p), says how many cells would share the deaths evenly: one place of
massacre among fifty of skirmishes is little spread. Newcomers need five years on
record before them; one that touches ground of these years spreads, another leaps.
Compare a place with its own past only: how many cells are seen depends on who
reports from there.
"""

import numpy as np
import pandas as pd

from contracts.spread_year import SPREAD_YEAR

CELLS_A_DEGREE = 2
COLUMNS, ROWS = 360 * CELLS_A_DEGREE, 180 * CELLS_A_DEGREE
CELLS = ROWS * COLUMNS
WORST_PLACED = 3  # UCDP where_prec: 3 is the district; 4 is the province, 5 to 7 wider still
ACTIVE_DEATHS = 25  # UCDP's threshold of an active conflict, here for a cell or unit
YEARS_BEFORE = 5  # long enough for a lull of two years, short enough that an old war does not hide a return
AROUND = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if (row, column) != (0, 0)]
PLACE_YEAR = ["place_id", "year"]


def spread_years(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """spread_year of the place-years in `covered`; `events` are violence_event with a `unit_id`, missing where none is named."""
    listed = covered[[*PLACE_YEAR, "place_kind"]].sort_values(PLACE_YEAR, ignore_index=True)
    number = pd.MultiIndex.from_frame(listed[PLACE_YEAR]).get_indexer(pd.MultiIndex.from_frame(events[PLACE_YEAR]))
    deadly = events.assign(number=number)[(number >= 0) & (events["fatalities_best"] > 0)]
    placed = deadly[(deadly["place_precision"] <= WORST_PLACED) & deadly["latitude"].notna()]
    placed = placed.assign(cell=cell_of(placed["latitude"].to_numpy(), placed["longitude"].to_numpy()))
    named = deadly[deadly["unit_id"].notna()]
    by_cell = _deaths(placed, placed["cell"].to_numpy())
    by_unit = _deaths(named, pd.factorize(named["unit_id"])[0])
    return SPREAD_YEAR.validate(
        listed.assign(
            fatalities_best=_total(deadly, len(listed)),
            fatalities_placed=_total(placed, len(listed)),
            fatalities_in_units=_total(named, len(listed)),
            **_shape(by_cell, len(listed), "cells"),
            **_shape(by_unit, len(listed), "units"),
            **_newcomers(by_cell, listed),
        )
    )


def cell_of(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """The number of the half-degree cell, counted from the south pole and the date line as in PRIO-GRID."""
    row = np.clip(np.floor((latitude + 90) * CELLS_A_DEGREE), 0, ROWS - 1).astype("int64")
    return row * COLUMNS + np.floor((longitude + 180) * CELLS_A_DEGREE).astype("int64") % COLUMNS


def _total(rows: pd.DataFrame, n_periods: int) -> np.ndarray:
    return np.bincount(rows["number"], rows["fatalities_best"], n_periods).astype("int64")


def _deaths(rows: pd.DataFrame, part: np.ndarray) -> pd.DataFrame:
    """Deaths by place-year and part of the place."""
    deaths = rows["fatalities_best"].to_numpy()
    listed = pd.DataFrame({"number": rows["number"].to_numpy(), "part": part, "deaths": deaths})
    return listed.groupby(["number", "part"], as_index=False).agg({"deaths": "sum"})


def _shape(by_part: pd.DataFrame, n_periods: int, what: str) -> dict[str, np.ndarray]:
    """How many parts are active, and how many would share the deaths evenly."""
    number, deaths = by_part["number"].to_numpy(), by_part["deaths"].to_numpy(dtype=float)
    active = np.bincount(number, minlength=n_periods)
    share = deaths / np.bincount(number, deaths, n_periods)[number]
    hill = np.exp(np.bincount(number, -share * np.log(share), n_periods))
    return {
        f"active_{what}": active,
        f"active_{what}_25": np.bincount(number, deaths >= ACTIVE_DEATHS, n_periods).astype("int64"),
        f"effective_{what}": np.where(active > 0, np.maximum(hill, 1.0), np.nan),
    }


def _newcomers(by_cell: pd.DataFrame, listed: pd.DataFrame) -> dict[str, np.ndarray]:
    """New cells of each place-year and those beside older ones; missing without five years on record before."""
    place, year = pd.factorize(listed["place_id"])[0], listed["year"].to_numpy()
    n_years = int(year.max() - year.min()) + 1 + YEARS_BEFORE if len(year) else 1
    period = place * n_years + year - (year.min() if len(year) else 0)  # of one place, a year on is one more
    number, cell = by_cell["number"].to_numpy(), by_cell["part"].to_numpy()
    recent = np.unique(np.concatenate([(period[number] + lag) * CELLS + cell for lag in range(1, YEARS_BEFORE + 1)]))
    is_new = ~_is_among(period[number] * CELLS + cell, recent)
    number, cell = number[is_new], cell[is_new]
    is_beside = np.zeros(len(cell), dtype=bool)
    for rows, columns in AROUND:
        row, column = cell // COLUMNS + rows, (cell % COLUMNS + columns) % COLUMNS
        is_beside |= (row >= 0) & (row < ROWS) & _is_among(period[number] * CELLS + row * COLUMNS + column, recent)
    has_past = np.all([np.isin(period - lag, period) for lag in range(1, YEARS_BEFORE + 1)], axis=0)
    counts = {
        "new_cells": np.bincount(number, minlength=len(listed)),
        "new_cells_beside": np.bincount(number, is_beside, len(listed)),
    }
    return {name: np.where(has_past, values, np.nan) for name, values in counts.items()}


def _is_among(keys: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Whether each key is among sorted ones."""
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return known[at] == keys if len(known) else np.zeros(len(keys), dtype=bool)
