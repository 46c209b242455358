"""What response do places as severe and as populous receive, and how far from it is each one?

The logarithm of the response on the logarithms of severity and population and on the
calendar year, by Huber's robust regression. Each year is fitted on itself and the years
just before it, so a later row changes nothing earlier. Region is left out: a region that
as a whole receives little would become its own yardstick. An appeal that nobody answered
has no logarithm and so no residual; its state says what happened.
"""

import zlib

import numpy as np
import pandas as pd

from response._robust import huber_fits

WINDOW_YEARS = 5  # the year and four before: enough places for three slopes, and aid of one time
LEAST_ROWS = 30  # place-years; below that there is no expectation
DRAWS = 200  # twice as many move the ends of an interval by about a twentieth of its width
SEED = 1994
RANGE = (5, 95)
SEVERITY_COLUMN = -2  # of the design, counted from its end
FITTED = ["expected_value", "residual_gap", "residual_gap_low", "residual_gap_high", "n_fitted"]


def with_expected(rows: pd.DataFrame, severity_draws: np.ndarray) -> pd.DataFrame:
    """`rows` (place_id, year, severity, persons, response_value) with what is expected; draws are rows x DRAWS."""
    table = rows.reset_index(drop=True)
    table = table.assign(**dict.fromkeys(FITTED, np.nan))
    value, persons = (table[name].to_numpy(dtype=float, na_value=np.nan) for name in ("response_value", "persons"))
    usable = (value > 0) & (persons > 0)
    years = table["year"].to_numpy()
    for year in np.unique(years[usable]):
        inside = np.flatnonzero(usable & (years <= year) & (years > year - WINDOW_YEARS))
        if len(inside) >= LEAST_ROWS:
            part = table.iloc[inside].assign(log_value=np.log(value[inside]), log_persons=np.log(persons[inside]))
            for name, found in _fitted(part, severity_draws[inside], int(year)).items():
                table.loc[inside[years[inside] == year], name] = found
    return table


def _fitted(part: pd.DataFrame, severity_draws: np.ndarray, year: int) -> dict[str, np.ndarray]:
    """The year's own rows: expected value, residual with its sign turned, and its interval."""
    design = _design(part, np.log(part["severity"].to_numpy()))
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return {}
    response = part["log_value"].to_numpy()
    own = part["year"].to_numpy() == year
    expected = design[own] @ huber_fits(design[None], response, np.ones((1, len(part))))[0]
    drawn = np.repeat(design[None], DRAWS, axis=0)
    log_draws = np.log(severity_draws.T)
    drawn[:, :, SEVERITY_COLUMN] = log_draws - log_draws.mean(axis=1, keepdims=True)
    fits = huber_fits(drawn, response, _country_weights(part["place_id"]))
    gaps = np.einsum("drc,dc->dr", drawn[:, own], fits) - response[own]
    low, high = np.percentile(gaps, RANGE, axis=0)
    best = expected - response[own]
    return {
        "expected_value": np.exp(expected),
        "residual_gap": best,
        "residual_gap_low": np.minimum(low, best),
        "residual_gap_high": np.maximum(high, best),
        "n_fitted": np.full(own.sum(), len(part)),
    }


def _design(part: pd.DataFrame, log_severity: np.ndarray) -> np.ndarray:
    """Rows x columns: one column for each year, then the logarithms of severity and population around their means."""
    years = part["year"].to_numpy()
    dummies = (years[:, None] == np.unique(years)[None, :]).astype(float)
    log_persons = part["log_persons"].to_numpy()
    return np.column_stack([dummies, log_severity - log_severity.mean(), log_persons - log_persons.mean()])


def _country_weights(places: pd.Series) -> np.ndarray:
    """Draws x rows: each country is redrawn as a whole, by a random weight of mean 1 that its name alone decides."""
    weight = {
        place: np.random.default_rng([SEED + 1, zlib.crc32(place.encode())]).exponential(1, DRAWS)
        for place in places.unique()
    }
    return np.array([weight[place] for place in places]).T
