"""World Bank: gross domestic product by country, to set money given or asked for in proportion.

In dollars of the year at exchange rates: it moves with the exchange rate, and whole
histories are revised when a country rebases its accounts.
"""

from datetime import date

import pandas as pd

from contracts.gross_product_year import GROSS_PRODUCT_YEAR
from ingest._source import Get, Parts, Source
from ingest._worldbank import country_years, fetch_indicator, last_updated

SOURCE = Source(
    id="worldbank_gdp",
    title="World Bank, gross domestic product (NY.GDP.MKTP.CD)",
    provider="World Bank",
    licence="CC BY 4.0",
    citation="World Bank, World Development Indicators: GDP, current US dollars (NY.GDP.MKTP.CD).",
    homepage="https://data.worldbank.org/indicator/NY.GDP.MKTP.CD",
    table=GROSS_PRODUCT_YEAR,
    stale_after_days=700,  # yearly figures, published in the year after
    caveat="Current US dollars at exchange rates; missing for places whose accounts are not published.",
)
INDICATOR = "NY.GDP.MKTP.CD"


def fetch(get: Get, today: date) -> Parts:
    """Download the country list and all pages of figures."""
    return fetch_indicator(get, INDICATOR)


def release(parts: Parts) -> str:
    """The date the World Bank last updated the series."""
    return last_updated(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into gross_product_year, without aggregates and missing figures."""
    figures = country_years(parts, SOURCE.id)
    return GROSS_PRODUCT_YEAR.validate(
        pd.DataFrame(
            {
                "place_id": figures["place_id"],
                "place_kind": "country",
                "year": figures["year"],
                "source_id": SOURCE.id,
                "gross_product_usd": figures["value"],
            }
        )
    )
