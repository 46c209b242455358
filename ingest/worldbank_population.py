"""World Bank: mid-year population by country, the denominator of every rate.

Aggregates (WLD, SSF, ...) stand among the countries and are told apart by the
country list, where their region is "NA". A null is a missing figure, not zero;
series follow today's borders, whatever the year.
"""

import json
from datetime import date
from typing import Any

import pandas as pd

from contracts.population_year import POPULATION_YEAR
from ingest._source import Get, Part, Parts, Source, SourceError
from reference.countries import country_from_iso3

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
COUNTRIES = "https://api.worldbank.org/v2/country/all?format=json&per_page=1000&page={page}"
FIGURES = "https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json&per_page=20000&page={page}"
AGGREGATE_REGION = "NA"
MOST_PAGES = 50  # far more than there are; a bound, so that a confused answer cannot keep us asking


def fetch(get: Get, today: date) -> Parts:
    """Download the country list and all pages of figures."""
    return [part for template in (COUNTRIES, FIGURES) for part in _pages(get, template)]


def release(parts: Parts) -> str:
    """The date the World Bank last updated the series."""
    return str(_envelope(parts[-1])[0].get("lastupdated", "undated"))


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into population_year, without aggregates and missing figures."""
    lists = [part for part in parts if "/indicator/" not in part.url]
    aggregates = {row["id"] for part in lists for row in _rows(part) if row["region"]["id"] == AGGREGATE_REGION}
    figures = pd.DataFrame(
        [
            (row["countryiso3code"], row["date"], row["value"])
            for part in parts
            if "/indicator/" in part.url
            for row in _rows(part)
        ],
        columns=["iso3", "year", "persons"],
    )
    figures = figures[~figures["iso3"].isin(aggregates | {""}) & figures["persons"].notna()].reset_index(drop=True)
    try:
        counts = _whole_numbers(figures["persons"])
        years = _whole_numbers(figures["year"])
    except (ValueError, TypeError) as error:
        raise SourceError(
            f"url={parts[-1].url} has a value that is no whole number: {error}; nothing was stored"
        ) from error
    if (counts <= 0).any():
        raise SourceError(
            f"url={parts[-1].url} has populations of {counts[counts <= 0].tolist()[:3]}; nothing was stored"
        )
    return POPULATION_YEAR.validate(
        pd.DataFrame(
            {
                "place_id": country_from_iso3(figures["iso3"], SOURCE.id),
                "place_kind": "country",
                "year": years,
                "source_id": SOURCE.id,
                "persons": counts,
            }
        )
    )


def _whole_numbers(values: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(values)
    fractions = numbers[numbers % 1 != 0]
    if len(fractions):
        raise ValueError(fractions.tolist()[:3])
    return numbers.astype("int64")


def _pages(get: Get, template: str) -> Parts:
    parts = [Part(template.format(page=1), get(template.format(page=1)))]
    meta = _envelope(parts[0])[0]
    try:
        pages, total = int(meta["pages"]), int(meta["total"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(
            f"url={parts[0].url} does not say how many pages and rows there are ({error}): the layout has changed; read the World Bank's notes on its interface"
        ) from error
    if pages > MOST_PAGES:
        raise SourceError(
            f"url={parts[0].url} announces {pages} pages, more than {MOST_PAGES}: has the interface changed?"
        )
    parts += [Part(url, get(url)) for url in (template.format(page=page) for page in range(2, pages + 1))]
    received = sum(len(_envelope(part)[1]) for part in parts)
    if received != total:
        raise SourceError(
            f"url={parts[0].url} announces {total} rows, but its {len(parts)} pages hold {received}: it may be changing, try later"
        )
    return parts


def _rows(part: Part) -> list[dict[str, Any]]:
    try:
        rows = _envelope(part)[1]
        for row in rows:
            if "/indicator/" in part.url:
                row["countryiso3code"], row["date"], row["value"]
            else:
                row["id"], row["region"]["id"]
    except (KeyError, TypeError, IndexError) as error:
        raise SourceError(
            f"url={part.url} lacks the field {error}: the layout has changed; read the World Bank's notes on its interface"
        ) from error
    return list(rows)


def _envelope(part: Part) -> list[Any]:
    try:
        answer = json.loads(part.content)
    except ValueError as error:
        raise SourceError(
            f"url={part.url} is no JSON ({error}; begins {part.content[:60]!r}): the service may be down, try later"
        ) from error
    if (
        not isinstance(answer, list)
        or len(answer) < 2
        or not isinstance(answer[0], dict)
        or not isinstance(answer[1], list)
    ):
        raise SourceError(f"url={part.url} answers {str(answer)[:200]}: a refusal, or a new layout")
    return answer
