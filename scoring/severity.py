"""How bad is it? One figure per place and year, its rank interval and its parts.

Severity holds no trend: a crisis that stays terrible stays high. It is the
geometric mean of pillars scored 0 to 100, so that a place must be bad in all of
them to stand at the top, and each figure splits exactly into its parts. The
ranking of uncertain numbers is uncertain: 1,000 draws move each place's deaths
within low..best..high, the weights, the windows and the scale; the figure itself
stays the declared one. Only countries have it: of crises and provinces no source
counts the people, so they have deaths, persistence and tempo.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts.severity import SEVERITY, SEVERITY_PART
from scoring._severity_draws import FLOOR, MOVES, Choice, Logs, drawn_logs, logs_by_choice

PILLARS = {  # pillar -> the indicator it is made of; equal weights: we know of no reason for others
    "intensity": "fatalities_rate_year",
    "burden": "fatalities_year",
    "persistence": "persistence_10_years",
}
RANGE = (5, 95)


@dataclass(frozen=True)
class Severities:
    """The figure and its parts, both contracted."""

    severity: pd.DataFrame
    parts: pd.DataFrame


def severities(indicator_scores: pd.DataFrame, moves: Collection[str] = MOVES) -> Severities:
    """Score every country and December that has all pillars, or no recorded death in any of them.

    `moves` leaves out sources of uncertainty, to see how much each of them widens a rank.
    """
    scores = indicator_scores[(indicator_scores["place_kind"] == "country").to_numpy()]
    table = _one_row_per_place_and_month(scores)
    if table.empty:
        return Severities(SEVERITY.empty(), SEVERITY_PART.empty())
    weights = np.full(len(PILLARS), 1 / len(PILLARS))
    best = _logs(table, "score")
    ranked = table[["place_id", "place_kind", "month"]].assign(severity=_severity(best @ weights))
    by_choice = logs_by_choice(table, scores)
    # Where every choice and even the high estimates leave every pillar at its floor, no draw can move the place from 0.
    live = np.flatnonzero(np.any([(high > 0).any(axis=1) for _, _, high in by_choice.values()], axis=0))
    among_live: dict[Choice, Logs] = {
        choice: (of_best[live], low[live], high[live]) for choice, (of_best, low, high) in by_choice.items()
    }
    drawn, n_declared = drawn_logs(table["place_id"].iloc[live], among_live, moves)
    months = ranked["month"].to_numpy()
    for month in np.unique(months):
        rows = np.flatnonzero(months == month)
        within = np.searchsorted(live, rows[np.isin(rows, live)])
        for column, values in _intervals(
            ranked["severity"].to_numpy()[rows], np.isin(rows, live), drawn[within], n_declared
        ).items():
            ranked.loc[rows, column] = values
    return Severities(SEVERITY.validate(ranked), SEVERITY_PART.validate(_parts(table, best, weights)))


def _one_row_per_place_and_month(scores: pd.DataFrame) -> pd.DataFrame:
    """Value and score of each pillar side by side; places with a missing pillar are left out unless nobody died."""
    by_pillar = [
        scores.loc[
            (scores["indicator_id"] == indicator).to_numpy(), ["place_id", "place_kind", "month", "value", "score"]
        ].rename(columns={"value": f"value_{pillar}", "score": f"score_{pillar}"})
        for pillar, indicator in PILLARS.items()
    ]
    table = by_pillar[0]
    for other in by_pillar[1:]:
        table = table.merge(
            other.drop(columns="place_kind"), on=["place_id", "month"], how="outer", validate="one_to_one"
        )
    pillar_scores = table[[f"score_{pillar}" for pillar in PILLARS]]
    no_death = pillar_scores.fillna(0).eq(0).all(axis=1)  # without deaths the rate needs no population
    return table[pillar_scores.notna().all(axis=1) | no_death].reset_index(drop=True)


def _logs(table: pd.DataFrame, prefix: str) -> np.ndarray:
    """Rows x pillars: logarithm of the floored score."""
    return np.log(np.maximum(table[[f"{prefix}_{pillar}" for pillar in PILLARS]].fillna(0).to_numpy(), FLOOR))


def _severity(mean_log: np.ndarray) -> np.ndarray:
    """Back to 0..100; exactly 0 where every pillar is at its floor."""
    return np.where(mean_log > 0, np.exp(mean_log), 0.0)


def _intervals(best: np.ndarray, is_live: np.ndarray, drawn: np.ndarray, n_declared: int) -> dict[str, np.ndarray]:
    """Ranks and intervals of one month's places; the best figure lies inside its own interval.

    Ranks are compared over all draws, levels over those on the declared scale: 60 of one is not 60 of another.
    """
    rank = len(best) - np.searchsorted(np.sort(best), best, side="right") + 1
    ranks, rank_of_zero = _ranks(drawn)
    bounds = {"severity_low": best.copy(), "severity_high": best.copy()}
    rank_low, rank_high = (np.full(len(best), value) for value in _nearest(rank_of_zero[None, :]))
    if len(drawn):
        low, high = _severity(np.percentile(drawn[:, :n_declared], RANGE, axis=1))
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
    lift = np.where(total[:, None] > 0, (best - _middle(best, total, table["month"])) * weights, 0.0)
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
                lift=lift[:, number],
            )
            for number, pillar in enumerate(PILLARS)
        ],
        ignore_index=True,
    )


def _middle(best: np.ndarray, total: np.ndarray, months: pd.Series) -> np.ndarray:
    """Each pillar's median logarithm among the month's places with any severity; most places have none."""
    severe = pd.DataFrame(np.where(total[:, None] > 0, best, np.nan))
    return severe.groupby(months.to_numpy()).transform("median").to_numpy()
