"""Do the worst crises receive the largest response? Ranks side by side, and money against similar places.

Two forms, both descriptive. The gap compares ranks within a year, among countries with
recorded deaths for which an appeal was made: above 0, severity stands higher than the
response. The residual form compares what came with what places as severe and populous
received. A country for which nothing was asked, or of which nothing is known, keeps its
state and has neither; it is never ranked as if it had received 0. Requirements are set
by the organisations that ask, so coverage and money are shown each on its own.
"""

import zlib

import numpy as np
import pandas as pd

from contracts.response_gap import RESPONSE_GAP
from contracts.response_year import FUNDED, UNFUNDED
from reference.territories import denominator
from response.expected import DRAWS, RANGE, SEED, with_expected
from response.money_asked import money_asked, under_the_names_of_ucdp

LEAST_COMPARED = 10  # places; among fewer a rank says little
CARRIED_YEARS = 2  # populations come late; as for rates, one up to two years old is carried on
NORMAL_95 = 1.6448536269514722  # 95th percentile of the standard normal
MEASURED_BY = {"received_usd": "funding_usd", "coverage": "coverage"}
RANKED = ["severity_rank", "response_rank", "n_compared", "gap", "gap_low", "gap_high"]


def response_gaps(severity: pd.DataFrame, requirements: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """response_gap of every country and year with a severity above 0."""
    last = severity.assign(year=severity["month"].dt.year).sort_values("month")
    last = last.drop_duplicates(["place_id", "year"], keep="last")
    last = last[(last["place_kind"] == "country") & (last["severity"] > 0)].reset_index(drop=True)
    if last.empty:
        return RESPONSE_GAP.empty()
    places = pd.Index(sorted(last["place_id"].unique()))
    years = range(int(last["year"].min()), int(last["year"].max()) + 1)
    money = money_asked(under_the_names_of_ucdp(requirements), places, years)
    table = last.merge(money, on=["place_id", "year"], how="left", validate="one_to_one")
    table["persons"] = _persons(table, population)
    drawn = _severity_draws(table)
    found = [_one_measure(table, drawn, name, column) for name, column in MEASURED_BY.items()]
    return RESPONSE_GAP.validate(pd.concat(found, ignore_index=True))


def _one_measure(table: pd.DataFrame, drawn: np.ndarray, name: str, column: str) -> pd.DataFrame:
    is_asked = table["appeal_state"].isin((FUNDED, UNFUNDED))
    value = table[column].astype("Float64").where(is_asked).astype("float64")
    measured = with_expected(table.assign(response_measure=name, response_value=value), drawn)
    measured[RANKED] = np.nan
    years = measured["year"].to_numpy()
    for year in np.unique(years[value.notna()]):
        rows = np.flatnonzero(value.notna() & (years == year))
        if len(rows) >= LEAST_COMPARED:
            for into, values in _ranks(measured.iloc[rows], drawn[rows]).items():
                measured.loc[rows, into] = values
    counts = ["severity_rank", "response_rank", "n_compared", "n_fitted"]
    return measured.assign(**{one: measured[one].astype("Int64") for one in counts})


def _ranks(rows: pd.DataFrame, drawn: np.ndarray) -> dict[str, np.ndarray]:
    """Ranks within one year, 1 the most, and the gap between them under the drawn severities."""
    severity_rank = _rank(rows["severity"].to_numpy()[:, None])[:, 0]
    response_rank = _rank(rows["response_value"].to_numpy()[:, None])[:, 0]
    others = len(rows) - 1
    gaps = (response_rank[:, None] - _rank(drawn)) / others
    best = (response_rank - severity_rank) / others
    low, high = np.percentile(gaps, RANGE, axis=1)
    return {
        "severity_rank": severity_rank,
        "response_rank": response_rank,
        "n_compared": np.full(len(rows), len(rows)),
        "gap": best,
        "gap_low": np.minimum(low, best),
        "gap_high": np.maximum(high, best),
    }


def _rank(values: np.ndarray) -> np.ndarray:
    """Rank down each column, 1 the largest; ties share the better rank."""
    return 1 + (values[None, :, :] > values[:, None, :]).sum(axis=1)


def _severity_draws(table: pd.DataFrame) -> np.ndarray:
    """Rows x draws, so that 5 and 95 % of them lie beyond the published bounds; all years of a place move together."""
    normal = {
        place: np.random.default_rng([SEED, zlib.crc32(place.encode())]).standard_normal(DRAWS)
        for place in table["place_id"].unique()
    }
    z = np.array([normal[place] for place in table["place_id"]]) / NORMAL_95
    best = np.log(table["severity"].to_numpy())[:, None]
    # A lower bound of 0 has no logarithm: 1 is the least that severity can be where anything was recorded.
    low = np.log(np.maximum(table["severity_low"].to_numpy(), 1.0))[:, None]
    high = np.log(table["severity_high"].to_numpy())[:, None]
    spread = np.where(z < 0, np.maximum(best - low, 0), np.maximum(high - best, 0))
    return np.asarray(np.minimum(np.exp(best + z * spread), 100.0))


def _persons(table: pd.DataFrame, population: pd.DataFrame) -> np.ndarray:
    """People of what the place's deaths are counted over; missing where one part has no figure."""
    known = {(place, year): persons for place, year, persons in population[["place_id", "year", "persons"]].to_numpy()}

    def people(place: str, year: int) -> float:
        back = (known.get((place, year - age)) for age in range(CARRIED_YEARS + 1))
        return next((float(persons) for persons in back if persons is not None), np.nan)

    parts = [denominator(place, year) for place, year in zip(table["place_id"], table["year"], strict=True)]
    return np.array(
        [
            sum(people(part, year) for part in of) if of else np.nan
            for of, year in zip(parts, table["year"], strict=True)
        ]
    )
