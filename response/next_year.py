"""How many new applications may come next year, and does any method beat "same as last year"?

One challenger is chosen on the years before those it is judged on; whichever of the two had
the smaller mean error of ln(1 + persons) on the judged years is shown. The interval holds
four in five of the same method's errors in the ten years before, for pairs of similar size.
Nothing looks ahead: an estimate for a year rests on the years before it, as they are known today.
"""

import numpy as np
import pandas as pd

from contracts.asylum_outlook import ASYLUM_OUTLOOK, ASYLUM_OUTLOOK_ERROR, METHODS
from indicators._asylum import is_new_application
from response._next_year_methods import LAST, Panel, estimates, panel

SOURCE = "unhcr_applications"
FEWEST = 10  # new applications in the newest year below which nothing is estimated
SIZES = (10, 100, 1000)  # pairs of similar size share their errors
LEVEL = 0.8
ERROR_YEARS = 10
JUDGED = 11  # years on which challenger and "same as last year" are compared: 2015 to 2025 on today's file
CHOSEN_ON = 10  # years before these on which the challenger is chosen
ENOUGH = 30  # errors of a size class from which on its quantiles say something
APPLICATION_TABLES = (ASYLUM_OUTLOOK, ASYLUM_OUTLOOK_ERROR)


def application_tables(flows: pd.DataFrame, as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Estimates for the year after the newest, and how each method did in every year before."""
    known = flows[flows["reference_date"].le(as_of) & flows["reference_date"].dt.month.eq(12)]
    new = known[is_new_application(known)].assign(year=lambda rows: rows["reference_date"].dt.year)
    if new[new["counted_in"] == "persons"].empty:
        return {contract.name: contract.empty() for contract in APPLICATION_TABLES}
    data = panel(new)
    misses = {t: _misses(data, t) for t in range(1, len(data.years))}
    errors = _judged(data, misses)
    challenger, shown = choice(errors)
    errors = errors.assign(is_shown=errors["method"] == shown, is_challenger=errors["method"] == challenger)
    return {
        "asylum_outlook": ASYLUM_OUTLOOK.validate(_outlook(data, misses, shown)),
        "asylum_outlook_error": ASYLUM_OUTLOOK_ERROR.validate(errors) if len(errors) else ASYLUM_OUTLOOK_ERROR.empty(),
    }


def choice(errors: pd.DataFrame) -> tuple[str, str]:
    """The challenger chosen on the earlier years, and which of it and "same as last year" is shown."""
    years = sorted(errors["year"].unique())
    before, judged = years[:-JUDGED][-CHOSEN_ON:], years[-JUDGED:]
    if not before:
        return LAST, LAST
    means = [_mean_error(errors, span).reindex(METHODS) for span in (before, judged)]
    challenger = str(means[0].drop(LAST).idxmin())
    return challenger, challenger if means[1][challenger] < means[1][LAST] else LAST


def _mean_error(errors: pd.DataFrame, years: list[int]) -> pd.Series:
    """Mean error of ln(1 + persons) by method over all pairs of these years."""
    rows = errors[errors["year"].isin(years)]
    weighted = (rows["mean_log_error"] * rows["pairs"]).groupby(rows["method"]).sum()
    return weighted / rows.groupby("method")["pairs"].sum()


def _misses(data: Panel, t: int) -> pd.DataFrame:
    """What every method said for column t, and what came: one row for each pair that can be judged."""
    can = (data.x[:, t - 1] >= np.log1p(FEWEST)) & ~np.isnan(data.x[:, t]) & data.same[:, t]
    table = pd.DataFrame({method: x[can] for method, x in estimates(data, t - 1).items()})
    return table.assign(came=data.x[can, t], size=_size(data.x[can, t - 1]))


def _size(x: np.ndarray) -> np.ndarray:
    return np.digitize(np.expm1(x) + 0.5, SIZES)


def _judged(data: Panel, misses: dict[int, pd.DataFrame]) -> pd.DataFrame:
    rows = []
    for t, table in misses.items():
        for method in METHODS if len(table) else ():
            error = table["came"] - table[method]
            band = _bands(misses, t, method, table["size"].to_numpy())
            inside = (error >= band[:, 0]) & (error <= band[:, 1])
            rows.append(
                {
                    "method": method,
                    "year": int(data.years[t]),
                    "source_id": SOURCE,
                    "pairs": len(table),
                    "mean_log_error": float(error.abs().mean()),
                    "mean_error": float((np.expm1(table["came"]) - np.expm1(table[method])).abs().mean()),
                    "covered": float(inside.mean()) if not np.isnan(band).any() else np.nan,
                }
            )
    return pd.DataFrame(
        rows, columns=["method", "year", "source_id", "pairs", "mean_log_error", "mean_error", "covered"]
    )


def _bands(misses: dict[int, pd.DataFrame], t: int, method: str, size: np.ndarray) -> np.ndarray:
    """The quantiles of the method's errors in the years before column t, by size class; missing where too few."""
    past = [misses[before] for before in range(max(1, t - ERROR_YEARS), t)]
    table = pd.concat(past) if past else misses[t].iloc[:0]
    error = (table["came"] - table[method]).to_numpy()
    bands = np.full((len(SIZES) + 1, 2), np.nan)
    for one in range(1, len(SIZES) + 1):
        of_size = error[table["size"].to_numpy() == one]
        if len(of_size) >= ENOUGH:
            bands[one] = np.quantile(of_size, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return bands[size]


def _outlook(data: Panel, misses: dict[int, pd.DataFrame], shown: str) -> pd.DataFrame:
    """The shown method from the newest year, with its interval."""
    t = len(data.years) - 1
    x = estimates(data, t)[shown]
    can = data.x[:, t] >= np.log1p(FEWEST)
    band = _bands(misses, t + 1, shown, _size(data.x[:, t]).clip(1)) if misses else np.full((len(x), 2), np.nan)
    can &= ~np.isnan(band).any(axis=1)
    low, high = np.expm1(x + band[:, 0]), np.expm1(x + band[:, 1])
    table = {
        "origin_id": data.origin,
        "asylum_id": data.asylum,
        "year": int(data.years[t]) + 1,
        "source_id": SOURCE,
        "method": shown,
        "last_number": np.nan_to_num(np.expm1(data.x[:, t])).round().astype("int64"),
        "estimate": np.maximum(np.expm1(x), 0),
        "estimate_low": np.maximum(low, 0),
        "estimate_high": np.maximum(high, 0),
        "interval_level": LEVEL,
    }
    return pd.DataFrame(table)[can]
