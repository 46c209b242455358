"""How many armed groups take part in a place's violence, and how evenly are the deaths spread over them?

A group is a side that is no government, by the actor that UCDP codes. It is credited with
all deaths of the events in which it is a side; where these are shared out, groups that
fight each other get half each. UCDP's coding splits actors when a name changes, and counts
an alliance under one name as one: such counts say how many names there are, no more.

Events are asked only where they add up to the deaths on record for the year; state-based
dyads are another coverage and never stand in the same series.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS, BOUNDS, AnnualDeaths, annual_deaths
from indicators._scores import scores_where

GOVERNMENT = "Government of "  # how UCDP begins the name of every government and of nobody else
KINDS = ("country", "crisis")  # a unit holds too few events of one group to count groups by
PLACE_YEAR = ["place_id", "year"]
CAVEAT = (
    "UCDP splits an actor whose name or leaders change and codes an alliance as one: more groups may be more names."
)


@dataclass(frozen=True)
class Groups:
    """Place-years that can be asked, and one row per group in them: `full` and `shared` deaths, bounds x groups."""

    deaths: AnnualDeaths
    asked: np.ndarray
    cell: np.ndarray  # row * years + column of the group's place-year
    full: np.ndarray
    shared: np.ndarray

    def count(self, threshold: int) -> np.ndarray:
        """Bounds x places x years: groups credited with so many deaths or more."""
        return np.stack([self._summed(deaths >= threshold) for deaths in self.full])

    def effective(self) -> tuple[np.ndarray, np.ndarray]:
        """Bounds x places x years: one over the sum of squared shares, NaN without a death; and the deaths shared out."""
        total = np.stack([self._summed(deaths) for deaths in self.shared])
        squares = np.stack([self._summed(deaths**2) for deaths in self.shared])
        return np.divide(total**2, squares, out=np.full(total.shape, np.nan), where=squares > 0), total

    def _summed(self, weights: np.ndarray) -> np.ndarray:
        shape = self.deaths.best.shape
        return np.bincount(self.cell, weights.astype(float), shape[0] * shape[1]).reshape(shape)


def groups_in_events(violence_year: pd.DataFrame, events: pd.DataFrame, as_of: pd.Timestamp) -> Groups:
    """The groups of all types of violence, where the events add up to the year's deaths."""
    deaths = annual_deaths(violence_year[violence_year["place_kind"].isin(KINDS)], as_of)
    if "side_a" not in events:  # parsed before sides were kept
        return _grouped(deaths, np.zeros(deaths.best.shape, dtype=bool), _no_groups())
    known = events[events["year"].isin(deaths.years) & events["place_id"].isin(deaths.place_id)]
    summed = np.zeros(deaths.best.shape)
    np.add.at(summed, _position(deaths, known), known["fatalities_best"].to_numpy(dtype=float))
    return _grouped(deaths, summed == deaths.best, _by_group(known))


def groups_in_dyads(violence_year: pd.DataFrame, dyads: pd.DataFrame, as_of: pd.Timestamp) -> Groups:
    """The groups that fight a state, state-based deaths alone; a dyad's year below 25 deaths is not in the source."""
    deaths = annual_deaths(violence_year[violence_year["place_kind"] == "country"], as_of)
    against = dyads[~dyads["side_b"].str.startswith(GOVERNMENT)]
    rows = against.assign(place_id=against["place_ids"].str.split(",")).explode("place_id")
    rows = rows[rows["year"].isin(deaths.years) & rows["place_id"].isin(deaths.place_id)]
    within = np.isin(deaths.years, dyads["year"].unique())
    both = {f"{kind}_{bound}": rows[f"fatalities_{bound}"] for kind in ("full", "shared") for bound in BOUNDS}
    return _grouped(deaths, ~np.isnan(deaths.best) & within, rows[PLACE_YEAR].assign(**both))


def count_scores(groups: Groups, indicator_id: str, counts: np.ndarray) -> pd.DataFrame:
    """Rows with a count and its range."""
    return _scores(groups, groups.asked, indicator_id, counts, np.full(groups.asked.shape, "ok"))


def effective_scores(groups: Groups, indicator_id: str) -> pd.DataFrame:
    """Rows of place-years with a death shared out; a value where there are 25 or more."""
    values, total = groups.effective()
    enough = total[0] >= ACTIVE_YEAR_DEATHS
    status = np.where(enough, "ok", "sparse")
    bounds = np.stack([values[0], np.fmin.reduce(values), np.fmax.reduce(values)])
    return _scores(groups, groups.asked & (total[2] > 0), indicator_id, np.where(enough, bounds, np.nan), status)


def _scores(
    groups: Groups, asked: np.ndarray, indicator_id: str, values: np.ndarray, status: np.ndarray
) -> pd.DataFrame:
    ones = np.ones(asked.shape)
    return scores_where(
        asked,
        groups.deaths,
        indicator_id,
        groups.deaths.is_provisional,
        value=values[0],
        value_low=values[1],
        value_high=values[2],
        score=np.full(asked.shape, np.nan),  # two groups can be worse than ten
        n_observed=ones.astype(int),
        coverage=ones,
        status=status,
    )


def _by_group(events: pd.DataFrame) -> pd.DataFrame:
    """One row per place, year and group with its deaths in full and shared out."""
    estimates = {bound: events[f"fatalities_{bound}"] for bound in BOUNDS}
    is_group = {side: ~events[f"side_{side}"].str.startswith(GOVERNMENT).to_numpy(bool) for side in "ab"}
    is_group["b"] &= events["violence_type"].ne("one_sided").to_numpy()  # side b are the civilians
    n_groups = np.maximum(is_group["a"].astype(int) + is_group["b"], 1)
    sides = []
    for side, kept in is_group.items():
        full = {f"full_{bound}": counts for bound, counts in estimates.items()}
        shared = {f"shared_{bound}": counts / n_groups for bound, counts in estimates.items()}
        named = events[PLACE_YEAR].assign(group_id=events[f"side_{side}_id"], **full, **shared)
        sides.append(named[kept])
    return pd.concat(sides, ignore_index=True).groupby([*PLACE_YEAR, "group_id"], as_index=False).sum()


def _no_groups() -> pd.DataFrame:
    names = [f"{kind}_{bound}" for kind in ("full", "shared") for bound in BOUNDS]
    return pd.DataFrame({name: pd.Series(dtype="float64") for name in [*PLACE_YEAR, *names]})


def _grouped(deaths: AnnualDeaths, asked: np.ndarray, rows: pd.DataFrame) -> Groups:
    row, column = _position(deaths, rows)
    full, shared = (
        np.stack([rows[f"{kind}_{bound}"].to_numpy(dtype=float) for bound in BOUNDS]) for kind in ("full", "shared")
    )
    return Groups(deaths, asked, row * len(deaths.years) + column, full, shared)


def _position(deaths: AnnualDeaths, rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of each row's place and year."""
    first = deaths.years[0] if len(deaths.years) else 0
    return pd.Index(deaths.place_id).get_indexer(pd.Index(rows["place_id"])), rows["year"].to_numpy("int64") - first
