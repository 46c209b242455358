"""Is a place going dark? How events are known, this year against the three years before.

A source that loses its reporters does not fall silent at once: dates and places get
vaguer, and more deaths arrive in fewer, larger entries. Counted are events of the vetted
event file alone, of countries and of named crises; candidate events are vaguer because they are young. Years are by the
source's own year. The intervals take events as independent of each other, which reports
of one battle are not: they are too narrow, so a small change says nothing.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES

YEARS_BEFORE = 3
FEWEST_EVENTS = 20  # in the year, and in the three years before; a share of fewer says little
QUANTILE = 1.959963984540054  # standard normal, 0.975
DECEMBER = 12


@dataclass(frozen=True)
class Compared:
    """Places x years: sums of the year and of the three years before, by name of the column."""

    place_id: np.ndarray
    years: np.ndarray
    now: dict[str, np.ndarray]
    before: dict[str, np.ndarray]
    is_provisional: np.ndarray


def compared(events: pd.DataFrame, as_of: pd.Timestamp, **columns: pd.Series) -> Compared:
    """Sum `events` (how many) and the columns by place and ended year, and over the three years before."""
    last = as_of.year if as_of.month == DECEMBER else as_of.year - 1
    known = (events["year"] <= last).to_numpy()
    row, places = pd.factorize(events["place_id"][known], sort=True)
    year = events["year"].to_numpy()[known]
    first = int(year.min()) if len(year) else last + 1
    shape = (len(places), max(last + 1 - first, 0))
    cell = row * shape[1] + year - first
    summed = {
        name: np.bincount(cell, weights=values, minlength=shape[0] * shape[1]).reshape(shape)
        for name, values in {
            "events": np.ones(len(cell)),
            "is_provisional": events["is_provisional"].to_numpy(dtype=float)[known],
            **{name: column.to_numpy(dtype=float)[known] for name, column in columns.items()},
        }.items()
    }
    provisional = summed.pop("is_provisional")
    total = {
        name: np.pad(np.cumsum(values, axis=1), ((0, 0), (YEARS_BEFORE + 1, 0))) for name, values in summed.items()
    }
    before = {name: run[:, YEARS_BEFORE:-1] - run[:, : -YEARS_BEFORE - 1] for name, run in total.items()}
    return Compared(np.asarray(places, dtype=object), np.arange(first, last + 1), summed, before, provisional > 0)


def newcombe(now: np.ndarray, n_now: np.ndarray, before: np.ndarray, n_before: np.ndarray) -> list[np.ndarray]:
    """Difference of two shares with Newcombe's interval of 95 % (his method 10): value, low, high."""
    (p, low, high), (p_before, low_before, high_before) = wilson(now, n_now), wilson(before, n_before)
    difference = p - p_before
    down = np.sqrt((p - low) ** 2 + (high_before - p_before) ** 2)
    up = np.sqrt((high - p) ** 2 + (p_before - low_before) ** 2)
    return [difference, difference - down, difference + up]


def wilson(part: np.ndarray, whole: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A share with Wilson's interval of 95 %: share, low, high."""
    share, square = part / whole, QUANTILE**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = QUANTILE / (1 + square / whole) * np.sqrt(share * (1 - share) / whole + square / (4 * whole**2))
    return share, middle - half, middle + half


def change_scores(found: Compared, indicator_id: str, values: list[np.ndarray]) -> pd.DataFrame:
    """Rows of every place-year with an event; `values` are value, low and high, kept where events suffice."""
    row, column = np.nonzero(found.now["events"] > 0)
    now, before = found.now["events"][row, column], found.before["events"][row, column]
    enough = (now >= FEWEST_EVENTS) & (before >= FEWEST_EVENTS)
    kept = [np.where(enough, array[row, column], np.nan) for array in values]
    with_events = np.pad(np.cumsum(found.now["events"] > 0, axis=1), ((0, 0), (YEARS_BEFORE + 1, 0)))
    years: np.ndarray = (with_events[:, YEARS_BEFORE + 1 :] - with_events[:, : -YEARS_BEFORE - 1])[row, column]
    table = pd.DataFrame(
        {
            "place_id": found.place_id[row],
            "place_kind": np.where(
                [str(place).startswith("crisis:") for place in found.place_id[row]], "crisis", "country"
            ),
            "month": ((found.years[column] - 1970) * 12 + DECEMBER - 1)
            .astype("datetime64[M]")
            .astype("datetime64[us]"),
            "indicator_id": indicator_id,
            "value": kept[0],
            "value_low": kept[1],
            "value_high": kept[2],
            "score": np.nan,  # a loss of sight is no measure of how bad it is
            "n_observed": now.astype("int64"),
            "coverage": years / (YEARS_BEFORE + 1),
            "status": np.where(enough, "ok", "sparse"),
            "is_provisional": found.is_provisional[row, column],
        }
    )
    return INDICATOR_SCORES.validate(table)
