"""How many deaths in organised violence are on record for the year, per 100,000 people?

The population is that of the territory the deaths were coded in, which is not
always the place's own: Sudan before July 2011 includes the south, Israel's row in
UCDP includes Palestine. Where that population is not known there is no rate.
"""

import numpy as np
import pandas as pd

from indicators._annual import AnnualDeaths, annual_deaths
from indicators._frozen import percentile_score
from indicators._indicator import Indicator, Tables
from indicators._scores import annual_scores
from reference.territories import denominator

PER = 100_000
CARRIED_YEARS = (
    2  # deaths are published months before populations; growth over two years moves a rate by a few per cent
)

INDICATOR = Indicator(
    id="fatalities_rate_year",
    title="Deaths in the year per 100,000 people",
    question="How many deaths in organised violence are on record for the year, per 100,000 people?",
    definition="Deaths of the calendar year divided by the mid-year population of the territory they were coded in, "
    "times 100,000. Score: percentile among country-years of 1990–2019 with a recorded death.",
    reads=("violence_year", "population_year"),
    period="year",
    higher_means="worse",
    unit="deaths per 100,000 people",
    caveat="Recorded direct deaths; true tolls are higher. Populations follow today's borders; where the coded territory "
    "has no population figure there is no rate; a figure up to two years old is carried on and flagged. A rate makes small places stand out.",
    reference="UCDP definitions; World Bank SP.POP.TOTL",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Rates of every country and ended year up to as_of."""
    years = tables["violence_year"]
    deaths = annual_deaths(
        years[years["place_kind"] == "country"], as_of
    )  # no source counts the people of other places
    persons, age = population_of(deaths, tables["population_year"])
    rate = {bound: PER * getattr(deaths, bound) / persons for bound in ("best", "low", "high")}
    known = ~np.isnan(persons)
    return annual_scores(
        deaths,
        INDICATOR.id,
        value=rate["best"],
        value_low=rate["low"],
        value_high=rate["high"],
        score=percentile_score(rate["best"], INDICATOR.id),
        n_observed=known.astype(int),
        coverage=known.astype(float),
        status=np.select([~known, age > 0], ["no_population", "carried_population"], "ok"),
    )


def population_of(deaths: AnnualDeaths, population_year: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Places x years: people of the coded territory, and how many years old their figure is.

    NaN where any part of the territory has no figure of the year or of the CARRIED_YEARS before it.
    """
    persons = dict(
        zip(
            zip(population_year["place_id"], population_year["year"], strict=True),
            population_year["persons"],
            strict=True,
        )
    )
    found, age = np.full(deaths.best.shape, np.nan), np.zeros(deaths.best.shape, dtype=int)
    for row, column in zip(*np.nonzero(~np.isnan(deaths.best)), strict=True):
        year = int(deaths.years[column])
        places = denominator(str(deaths.place_id[row]), year)
        for back in range(CARRIED_YEARS + 1 if places else 0):
            parts = [persons.get((place, year - back)) for place in places]
            if None not in parts:
                found[row, column], age[row, column] = sum(part for part in parts if part is not None), back
                break
    return found, age
