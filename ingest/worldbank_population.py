"""World Bank: mid-year population by country, the denominator of every rate."""

from datetime import date

import pandas as pd

from contracts.population_year import POPULATION_YEAR
from ingest._source import Get, Parts, Source
from ingest._values import refuse
from ingest._worldbank import country_years, fetch_indicator, last_updated

SOURCE = Source(
    id="worldbank_population",
    title="World Bank, total population (SP.POP.TOTL)",
    provider="World Bank",
    licence="CC BY 4.0",
    citation="World Bank, World Development Indicators: Population, total (SP.POP.TOTL).",
    homepage="https://data.worldbank.org/indicator/SP.POP.TOTL",
    table=POPULATION_YEAR,
    stale_after_days=700,  # yearly figures, published in the year after
    caveat="Mid-year estimates within today's borders; missing for some places, which then have no rate.",
)
INDICATOR = "SP.POP.TOTL"


def fetch(get: Get, today: date) -> Parts:
    """Download the country list and all pages of figures."""
    return fetch_indicator(get, INDICATOR)


def release(parts: Parts) -> str:
    """The date the World Bank last updated the series."""
    return last_updated(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into population_year, without aggregates and missing figures."""
    figures = country_years(parts, SOURCE.id)
    refuse(figures["value"], figures["value"] % 1 != 0, "no whole number", "value", parts[-1].url)
    return POPULATION_YEAR.validate(
        pd.DataFrame(
            {
                "place_id": figures["place_id"],
                "place_kind": "country",
                "year": figures["year"],
                "source_id": SOURCE.id,
                "persons": figures["value"].astype("int64"),
            }
        )
    )
