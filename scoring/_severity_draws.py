"""How else could severity have come out? Draws over the estimates and over the choices behind it.

Four things move. The estimates: one position between low, best and high for all pillars
of a place, since they rest on the same deaths; seeded by the place's own name, so that a
place added elsewhere moves nobody's draws. The weights, around equality. The windows:
deaths of one year or a mean of two or three, active years in 5, 10 or 20. The scale:
percentiles of the frozen reference period, or logarithms between none and its maximum.
A choice is one for all places of a draw; a place cannot have its own method.
"""

import zlib
from collections.abc import Collection
from itertools import product

import numpy as np
import pandas as pd

from indicators._frozen import frozen_values, percentile_score

RATE, DEATHS = "fatalities_rate_year", "fatalities_year"
BOUNDS = ("value", "value_low", "value_high")
MOVES = ("estimates", "weights", "windows", "scale")
YEARS_OF_DEATHS = (1, 2, 3)  # the first of each is the declared one
YEARS_OF_PERSISTENCE = (10, 5, 20)
SCALES = ("percentile", "logarithm")
PERSISTENCE = {years: f"persistence_{years}_years" for years in YEARS_OF_PERSISTENCE}
FLOOR = 1.0  # a pillar of 0 counts as 1 in the geometric mean, so that one of them does not annihilate the others
DRAWS = 1000
WEIGHT_CONCENTRATION = 30.0  # Dirichlet; each weight then lies between about 0.18 and 0.50 in 19 draws of 20
SEED = 1994

Logs = tuple[np.ndarray, np.ndarray, np.ndarray]  # best, low, high: rows x pillars
Choice = tuple[str, int, int]  # scale, years of deaths, years of persistence


def logs_by_choice(table: pd.DataFrame, scores: pd.DataFrame) -> dict[Choice, Logs]:
    """Logarithms of the floored pillar scores of each row of `table` (place_id, month) under every choice."""
    needed = (RATE, DEATHS, *PERSISTENCE.values())
    grids, row, column = _grids(scores[scores["indicator_id"].isin(needed)], table)
    has_rate = ~np.isnan(grids[RATE, "value"][row, column])
    deaths = {}
    for years, scale in product(YEARS_OF_DEATHS, SCALES):
        for indicator, bound in product((RATE, DEATHS), BOUNDS):
            one = grids[indicator, bound]
            # Without people behind the row there is no rate of other years either, so its deaths stay those of the year.
            several = np.where(has_rate, _mean_of_last(one, years)[row, column], one[row, column])
            deaths[years, scale, indicator, bound] = _log(_scaled(several, indicator, scale))
    held = {
        (years, bound): grids[indicator, bound][row, column]
        for years, indicator in PERSISTENCE.items()
        for bound in BOUNDS
    }
    declared = {bound: held[YEARS_OF_PERSISTENCE[0], bound] for bound in BOUNDS}
    lasting = {key: _log(100 * np.where(np.isnan(of), declared[key[1]], of)) for key, of in held.items()}
    return {
        (scale, years, lasted): _three(
            [
                np.column_stack([deaths[years, scale, RATE, b], deaths[years, scale, DEATHS, b], lasting[lasted, b]])
                for b in BOUNDS
            ]
        )
        for scale, years, lasted in product(SCALES, YEARS_OF_DEATHS, YEARS_OF_PERSISTENCE)
    }


def drawn_logs(
    place_ids: pd.Series, by_choice: dict[Choice, Logs], moves: Collection[str] = MOVES
) -> tuple[np.ndarray, int]:
    """Rows x draws: weighted mean of the logarithms; what is not in `moves` stays as declared.

    With it, how many of the draws are on the declared scale; they come first.
    """
    rng = np.random.default_rng(SEED)
    n_pillars = next(iter(by_choice.values()))[0].shape[1]
    weights = rng.dirichlet(np.full(n_pillars, WEIGHT_CONCENTRATION / n_pillars), DRAWS).T
    if "weights" not in moves:
        weights = np.full((n_pillars, DRAWS), 1 / n_pillars)
    position = _positions(place_ids) * ("estimates" in moves)
    drawn, n_declared = np.empty((len(place_ids), DRAWS)), 0
    for choice, draws in _choices(rng, moves):
        best, low, high = by_choice[choice]
        chosen, u = weights[:, draws], position[:, draws]
        towards = np.where(u > 0, (high - best) @ chosen, (best - low) @ chosen)
        drawn[:, draws] = best @ chosen + u * towards
        n_declared = draws.stop if choice[0] == SCALES[0] else n_declared
    return drawn, n_declared


def _choices(rng: np.random.Generator, moves: Collection[str]) -> list[tuple[Choice, slice]]:
    """Which draws are made under which choice; all are as likely, and draws of one choice stand together."""
    options = list(
        product(
            SCALES if "scale" in moves else SCALES[:1],
            YEARS_OF_DEATHS if "windows" in moves else YEARS_OF_DEATHS[:1],
            YEARS_OF_PERSISTENCE if "windows" in moves else YEARS_OF_PERSISTENCE[:1],
        )
    )
    counts = np.bincount(rng.integers(len(options), size=DRAWS), minlength=len(options))
    ends = np.cumsum(counts)
    return [(option, slice(end - count, end)) for option, count, end in zip(options, counts, ends, strict=True)]


def _positions(place_ids: pd.Series) -> np.ndarray:
    """Rows x draws: -1 is the low estimate, 0 best, 1 high; the same for every year of a place."""
    codes, places = pd.factorize(place_ids)
    drawn = [
        np.random.default_rng([SEED, zlib.crc32(str(place).encode())]).triangular(-1, 0, 1, DRAWS) for place in places
    ]
    return np.array(drawn).reshape(len(places), DRAWS)[codes]  # there may be none


def _grids(
    scores: pd.DataFrame, table: pd.DataFrame
) -> tuple[dict[tuple[str, str], np.ndarray], np.ndarray, np.ndarray]:
    """Each indicator's values as places x years, and where the rows of the table stand in them."""
    places = pd.Index(sorted(table["place_id"].unique()))
    years = scores["month"].dt.year.to_numpy()
    first = int(years.min()) if len(years) else 0
    shape = (len(places), int(years.max()) - first + 1 if len(years) else 0)
    grids = {}
    for indicator in (RATE, DEATHS, *PERSISTENCE.values()):
        rows = scores[(scores["indicator_id"] == indicator).to_numpy()]
        at = places.get_indexer(pd.Index(rows["place_id"])), rows["month"].dt.year.to_numpy() - first
        inside = at[0] >= 0
        for bound in BOUNDS:
            grids[indicator, bound] = np.full(shape, np.nan)
            grids[indicator, bound][at[0][inside], at[1][inside]] = rows[bound].to_numpy()[inside]
    return grids, places.get_indexer(pd.Index(table["place_id"])), table["month"].dt.year.to_numpy() - first


def _mean_of_last(values: np.ndarray, width: int) -> np.ndarray:
    """Mean of each year and the width - 1 before it, over those on record."""
    padded = np.pad(values, ((0, 0), (width - 1, 0)), constant_values=np.nan)
    windows = np.stack([padded[:, back : back + values.shape[1]] for back in range(width)])
    held = ~np.isnan(windows)
    return np.where(held, windows, 0).sum(axis=0) / np.where(held.any(axis=0), held.sum(axis=0), np.nan)


def _scaled(values: np.ndarray, indicator_id: str, scale: str) -> np.ndarray:
    if scale == "percentile":
        return percentile_score(values, indicator_id)
    return np.minimum(100 * np.log1p(values) / np.log1p(frozen_values(indicator_id)[-1]), 100)


def _log(scores: np.ndarray) -> np.ndarray:
    return np.log(np.maximum(np.nan_to_num(scores), FLOOR))  # no figure stands only where nobody died


def _three(bounds: list[np.ndarray]) -> Logs:
    return bounds[0], bounds[1], bounds[2]
