"""What share of the recorded deaths is one-sided: killings of civilians by a government or a group?

The share is drawn towards what is usual by a prior Beta(0.26, 0.81), the moments of the
share in the 1,428 two-year windows of 1990-2019 with 25 or more deaths (release 25.1,
mean .24). It is as weak as one death, because places do lie near 0 or near 1; deaths of
one half of a year's events, drawn at random, foretell the share in the other half best
with a strength of one or two deaths as well. Frozen, so that no later year moves it.
"""

from typing import Any

import numpy as np
import pandas as pd

from indicators._annual import ACTIVE_YEAR_DEATHS, BOUNDS, annual_deaths
from indicators._indicator import Indicator, Tables
from indicators._reporting import wilson
from indicators._scores import scores_where

YEARS = 2  # the 24 months of the definition; months of all types are not on record for most places
PRIOR_ONE_SIDED, PRIOR_OTHER = 0.26, 0.81

INDICATOR = Indicator(
    id="one_sided_share_2_years",
    title="One-sided share of deaths",
    question="What share of the recorded deaths of the last two years is one-sided violence against civilians?",
    definition="One-sided deaths divided by deaths of all types over the last two calendar years, with a Beta prior as weak "
    "as one death (0.26 of 1.07). Only with 25 or more deaths. The range is Wilson's 95 % interval, its lower end with the "
    "low estimate of one-sided and the high estimate of the other deaths, its upper end the other way round.",
    reads=("violence_year",),
    period="year",
    higher_means="worse",
    unit="share of deaths",
    caveat="Civilians who die in fighting between armed sides are not in it. A share says nothing of how many: read it "
    "beside the deaths. The interval takes deaths as independent of each other, which those of one massacre are not.",
    reference="UCDP definitions of one-sided violence; Eck & Hultman (2007), Journal of Peace Research 44(2); Wilson (1927)",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The share of every place and ended year with a death in the two years."""
    years = tables["violence_year"]
    is_one_sided = years["violence_type"] == "one_sided"
    nothing = {f"fatalities_{bound}": years[f"fatalities_{bound}"].where(is_one_sided, 0) for bound in BOUNDS}
    deaths, one_sided = annual_deaths(years, as_of), annual_deaths(years.assign(**nothing), as_of)
    total = {bound: _over_two_years(getattr(deaths, bound)) for bound in BOUNDS}
    part = {bound: _over_two_years(getattr(one_sided, bound)) for bound in BOUNDS}
    other = {bound: total[bound] - part[bound] for bound in BOUNDS}
    is_known = ~np.isnan(deaths.best)
    observed = is_known.astype(int) + _before(is_known, nothing=False)
    enough = (observed == YEARS) & (total["best"] >= ACTIVE_YEAR_DEATHS)
    value = _shrunk(part["best"], other["best"])[0]
    low, high = _shrunk(part["low"], other["high"])[1], _shrunk(part["high"], other["low"])[2]
    return scores_where(
        is_known & (total["high"] > 0),
        deaths,
        INDICATOR.id,
        deaths.is_provisional | _before(deaths.is_provisional, nothing=False),
        value=np.where(enough, value, np.nan),
        value_low=np.where(enough, low, np.nan),
        value_high=np.where(enough, high, np.nan),
        score=np.full(value.shape, np.nan),  # a high share of few deaths is not worse than a low share of many
        n_observed=observed,
        coverage=observed / YEARS,
        status=np.select([enough, observed < YEARS], ["ok", "short_history"], "sparse"),
    )


def _shrunk(one_sided: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The share with its prior, and Wilson's interval of the two together."""
    part = one_sided + PRIOR_ONE_SIDED
    return wilson(part, part + other + PRIOR_OTHER)


def _over_two_years(values: np.ndarray) -> np.ndarray:
    """Sum of the year and the one before, of what is on record."""
    return np.nan_to_num(values) + np.nan_to_num(_before(values, nothing=0.0))


def _before(values: np.ndarray, nothing: Any) -> np.ndarray:
    """Each year's value of the year before."""
    return np.concatenate([np.full((len(values), 1), nothing), values], axis=1)[:, :-1]
