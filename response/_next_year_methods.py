"""How would next year's new applications of a pair be guessed, from the years up to now alone?

Everything is in x = ln(1 + persons). A country's year that is reported at other stages than
the year before (see response.applications) begins a new stretch: no method looks across it,
and no estimate is judged across it. A pair without a row counts as 0 where the country
reports others: UNHCR lists no zeros.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from response.applications import stages_by_country

LAST = "same_as_last"


@dataclass(frozen=True)
class Panel:
    """x by pair and year, and whether a year is of one stretch with the year before."""

    origin: np.ndarray
    asylum: np.ndarray
    years: np.ndarray
    x: np.ndarray  # pairs x years; missing where the country reports nothing
    same: np.ndarray  # pairs x years


def panel(new: pd.DataFrame) -> Panel:
    """From rows of new applications with their year; persons alone."""
    persons = new[new["counted_in"] == "persons"]
    sums = persons.groupby(["origin_id", "asylum_id", "year"])["number"].sum().unstack("year")
    years = np.arange(int(sums.columns.min()), int(sums.columns.max()) + 1)
    table = sums.reindex(columns=years)
    asylum = table.index.get_level_values("asylum_id").to_numpy()
    stages = stages_by_country(new)
    places = sorted(set(asylum))
    by_year = [[stages.get(place, {}).get(int(year)) for year in (years[0] - 1, *years)] for place in places]
    reports = np.array([[now is not None for now in row[1:]] for row in by_year])
    same = np.array([[now is not None and now == then for then, now in itertools.pairwise(row)] for row in by_year])
    row = pd.Index(places).get_indexer(asylum)
    values = table.to_numpy(dtype="float64", na_value=np.nan)
    values = np.where(np.isnan(values) & reports[row], 0.0, values)
    return Panel(table.index.get_level_values("origin_id").to_numpy(), asylum, years, np.log1p(values), same[row])


def estimates(data: Panel, t: int) -> dict[str, np.ndarray]:
    """Each method's x for the year after column t, from the columns up to t."""
    x, now = data.x, data.x[:, t]
    one = _before(data, t, 1)
    two = _before(data, t, 2)
    return {
        LAST: now,
        "mean_2": _mean(now, one),
        "mean_3": _mean(now, one, two),
        "half_step": now + 0.5 * np.nan_to_num(now - one),
        "origin_step": now + 0.5 * _origin_step(data, t, x),
    }


def _before(data: Panel, t: int, back: int) -> np.ndarray:
    """x so many years before column t, missing where a new stretch began in between."""
    if t - back < 0:
        return np.full(len(data.x), np.nan)
    whole = data.same[:, t - back + 1 : t + 1].all(axis=1)
    return np.where(whole, data.x[:, t - back], np.nan)


def _mean(*parts: np.ndarray) -> np.ndarray:
    stacked = np.stack(parts)
    known = ~np.isnan(stacked)
    return np.asarray(np.where(known, stacked, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1))


def _origin_step(data: Panel, t: int, x: np.ndarray) -> np.ndarray:
    """By how much the origin's applications have moved in all countries comparable with the year before."""
    one = _before(data, t, 1)
    both = ~np.isnan(one) & ~np.isnan(x[:, t])
    codes, origins = pd.factorize(data.origin)
    now = np.bincount(codes, np.where(both, np.expm1(np.nan_to_num(x[:, t])), 0.0), len(origins))
    then = np.bincount(codes, np.where(both, np.expm1(np.nan_to_num(one)), 0.0), len(origins))
    return np.asarray((np.log1p(now) - np.log1p(then))[codes])
