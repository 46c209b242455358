"""How bad is it? One figure per place and year, its rank interval and its parts.

Severity holds no trend: a crisis that stays terrible stays high. It is the
geometric mean of pillars scored 0 to 100, so that a place must be bad in all of
them to stand at the top, and each figure splits exactly into its parts. The
ranking of uncertain numbers is uncertain: 1,000 draws move each place's deaths
within low..best..high (one position for all its pillars, since they rest on the
same deaths) and the weights around equality. Only countries have it: of crises and
provinces no source counts the people, so they have deaths, persistence and tempo.
"""

import zlib
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts.severity import SEVERITY, SEVERITY_PART
from indicators._frozen import percentile_score

PILLARS = {  # pillar -> the indicator it is made of; equal weights: we know of no reason for others
    "intensity": "fatalities_rate_year",
    "burden": "fatalities_year",
    "persistence": "persistence_10_years",
}
FLOOR = 1.0  # a pillar of 0 counts as 1 in the geometric mean, so that one of them does not annihilate the others
DRAWS = 1000
WEIGHT_CONCENTRATION = 30.0  # Dirichlet; each weight then lies between about 0.18 and 0.50 in 19 draws of 20
SEED = 1994
RANGE = (5, 95)


@dataclass(frozen=True)
class Severities:
    """The figure and its parts, both contracted."""

    severity: pd.DataFrame
    parts: pd.DataFrame


def severities(indicator_scores: pd.DataFrame) -> Severities:
    """Score every country and December that has all pillars, or no recorded death in any of them."""
    table = _one_row_per_place_and_month(indicator_scores[indicator_scores["place_kind"] == "country"])
    if table.empty:
        return Severities(SEVERITY.empty(), SEVERITY_PART.empty())
    weights = np.full(len(PILLARS), 1 / len(PILLARS))
    best = _logs(table, "score")
    ranked = table[["place_id", "place_kind", "month"]].assign(severity=_severity(best @ weights))
    # Where even the high estimates leave every pillar at its floor, no draw can move the place from 0.
    live = np.flatnonzero((_logs(table, "score_high") > 0).any(axis=1))
    drawn = _severity(_drawn_logs(table.iloc[live], best[live]))
    months = ranked["month"].to_numpy()
    for month in np.unique(months):
        rows = np.flatnonzero(months == month)
        within = np.searchsorted(live, rows[np.isin(rows, live)])
        for column, values in _intervals(
            ranked["severity"].to_numpy()[rows], np.isin(rows, live), drawn[within]
        ).items():
            ranked.loc[rows, column] = values
    return Severities(SEVERITY.validate(ranked), SEVERITY_PART.validate(_parts(table, best, weights)))


def _one_row_per_place_and_month(scores: pd.DataFrame) -> pd.DataFrame:
    """score, score_low and score_high of each pillar side by side; places with a missing pillar are left out unless nobody died."""
    bounded = [_bounded(scores[scores["indicator_id"] == indicator], pillar) for pillar, indicator in PILLARS.items()]
    table = bounded[0]
    for other in bounded[1:]:
        table = table.merge(
            other.drop(columns="place_kind"), on=["place_id", "month"], how="outer", validate="one_to_one"
        )
    pillar_scores = table[[f"score_{pillar}" for pillar in PILLARS]]
    no_death = pillar_scores.fillna(0).eq(0).all(axis=1)  # without deaths the rate needs no population
    return table[pillar_scores.notna().all(axis=1) | no_death].reset_index(drop=True)


def _bounded(scores: pd.DataFrame, pillar: str) -> pd.DataFrame:
    indicator = PILLARS[pillar]
    rescale = (
        (lambda values: 100 * values)
        if pillar == "persistence"
        else (lambda values: percentile_score(values, indicator))
    )
    return scores[["place_id", "place_kind", "month"]].assign(
        **{
            f"value_{pillar}": scores["value"],
            f"score_{pillar}": scores["score"],
            f"score_low_{pillar}": rescale(scores["value_low"].to_numpy()),
            f"score_high_{pillar}": rescale(scores["value_high"].to_numpy()),
        }
    )


def _logs(table: pd.DataFrame, prefix: str) -> np.ndarray:
    """Rows x pillars: logarithm of the floored score."""
    return np.log(np.maximum(table[[f"{prefix}_{pillar}" for pillar in PILLARS]].fillna(0).to_numpy(), FLOOR))


def _severity(mean_log: np.ndarray) -> np.ndarray:
    """Back to 0..100; exactly 0 where every pillar is at its floor."""
    return np.where(mean_log > 0, np.exp(mean_log), 0.0)


def _drawn_logs(table: pd.DataFrame, best: np.ndarray) -> np.ndarray:
    """Rows x draws: weighted mean of the logarithms under drawn deaths and weights."""
    weights = np.random.default_rng(SEED).dirichlet(np.full(len(PILLARS), WEIGHT_CONCENTRATION / len(PILLARS)), DRAWS).T
    places = table["place_id"].unique()
    # Seeded by the place's own name: adding another place changes nobody's draws.
    position = {
        place: np.random.default_rng([SEED, zlib.crc32(place.encode())]).triangular(-1, 0, 1, DRAWS) for place in places
    }
    u = np.array([position[place] for place in table["place_id"]]).reshape(len(table), DRAWS)  # nobody may be live
    up, down = _logs(table, "score_high") - best, best - _logs(table, "score_low")
    drawn = best @ weights
    drawn += np.maximum(u, 0) * (up @ weights)
    drawn += np.minimum(u, 0) * (down @ weights)
    return drawn


def _intervals(best: np.ndarray, is_live: np.ndarray, drawn: np.ndarray) -> dict[str, np.ndarray]:
    """Ranks and intervals of one month's places; the best figure lies inside its own interval."""
    rank = len(best) - np.searchsorted(np.sort(best), best, side="right") + 1
    ranks, rank_of_zero = _ranks(drawn)
    bounds = {"severity_low": best.copy(), "severity_high": best.copy()}
    rank_low, rank_high = (np.full(len(best), value) for value in _nearest(rank_of_zero[None, :]))
    if len(drawn):
        low, high = np.percentile(drawn, RANGE, axis=1)
        bounds["severity_low"][is_live] = np.minimum(low, best[is_live])
        bounds["severity_high"][is_live] = np.maximum(high, best[is_live])
        rank_low[is_live], rank_high[is_live] = _nearest(ranks)
    return {
        **bounds,
        "rank": rank,
        "rank_low": np.minimum(rank_low, rank),
        "rank_high": np.maximum(rank_high, rank),
        "n_ranked": np.full(len(best), len(best)),
    }


def _ranks(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rank of each live place in each draw, 1 the highest, and the rank that zero has; zeros are the only ties."""
    by_draw = np.ascontiguousarray(drawn.T)
    order = np.argsort(-by_draw, axis=1)
    ranks = np.empty(by_draw.shape, dtype="int32")
    np.put_along_axis(ranks, order, np.arange(1, by_draw.shape[1] + 1, dtype="int32")[None, :], axis=1)
    rank_of_zero = (by_draw > 0).sum(axis=1) + 1
    return np.minimum(ranks, rank_of_zero[:, None]).T, rank_of_zero


def _nearest(ranks: np.ndarray) -> np.ndarray:
    """The ends of the range over the draws, as ranks that were drawn."""
    return np.percentile(ranks, RANGE, axis=1, method="nearest").astype("int64")


def _parts(table: pd.DataFrame, best: np.ndarray, weights: np.ndarray) -> pd.DataFrame:
    total = best @ weights
    return pd.concat(
        [
            table[["place_id", "place_kind", "month"]].assign(
                pillar=pillar,
                value=table[f"value_{pillar}"],
                score=table[f"score_{pillar}"],
                weight=weights[number],
                contribution=np.divide(
                    best[:, number] * weights[number], total, out=np.zeros(len(table)), where=total > 0
                ),
            )
            for number, pillar in enumerate(PILLARS)
        ],
        ignore_index=True,
    )
