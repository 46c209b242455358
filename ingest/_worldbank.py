"""The World Bank's pages: how they are fetched, counted and read.

Aggregates (WLD, SSF, ...) stand among the countries and are told apart by the
country list, where their region is "NA". A null is a missing figure, not zero;
series follow today's borders, whatever the year. Errors come as answers.
"""

from typing import Any

import pandas as pd

from ingest._json import read_json
from ingest._source import Get, Part, Parts, SourceError
from ingest._values import numbers, refuse, whole_numbers
from reference.countries import country_from_iso3

COUNTRIES = "https://api.worldbank.org/v2/country/all?format=json&per_page=1000&page={page}"
FIGURES = "https://api.worldbank.org/v2/country/all/indicator/{indicator}?format=json&per_page=20000&page={page}"
AGGREGATE_REGION = "NA"
MOST_PAGES = 50  # far more than there are; a bound, so that a confused answer cannot keep us asking


def fetch_indicator(get: Get, indicator: str) -> Parts:
    """The country list and all pages of one indicator's figures."""
    figures = FIGURES.replace("{indicator}", indicator)
    return [part for template in (COUNTRIES, figures) for part in _pages(get, template)]


def last_updated(parts: Parts) -> str:
    """The day on which the World Bank last updated the series."""
    return str(_envelope(parts[-1])[0].get("lastupdated", "undated"))


def country_years(parts: Parts, source_id: str) -> pd.DataFrame:
    """place_id, year and value, without aggregates and missing figures; each value is above zero."""
    lists = [part for part in parts if "/indicator/" not in part.url]
    aggregates = {row["id"] for part in lists for row in _rows(part) if row["region"]["id"] == AGGREGATE_REGION}
    found = []
    for part in (part for part in parts if "/indicator/" in part.url):
        rows = _rows(part)
        published = pd.DataFrame(
            {
                name: pd.Series([row[field] for row in rows], dtype="object")
                for name, field in (("iso3", "countryiso3code"), ("year", "date"), ("value", "value"))
            }
        )
        page = published[~published["iso3"].isin(aggregates | {""}) & published["value"].notna()]
        value = numbers(page["value"], "value", part.url)
        refuse(page["value"], value <= 0, "0 or below", "value", part.url)
        found.append(page.assign(value=value, year=whole_numbers(page["year"], "date", part.url)))
    figures = pd.concat(found, ignore_index=True)
    return figures.assign(place_id=country_from_iso3(figures["iso3"], source_id))[["place_id", "year", "value"]]


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
    answer = read_json(part)
    if (
        not isinstance(answer, list)
        or len(answer) < 2
        or not isinstance(answer[0], dict)
        or not isinstance(answer[1], list)
    ):
        raise SourceError(f"url={part.url} answers {str(answer)[:200]}: a refusal, or a new layout")
    return answer
