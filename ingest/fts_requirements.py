"""OCHA FTS: how much humanitarian money was asked for and received, by country, plan and budget year?

Budget years lie in the future too. A plan is for one country or for several; of a
regional plan each country has its own part, and rows outside any plan ("Not
specified") have no requirement; there, and only there, money that was moved to a
plan afterwards can leave less than nothing. Coverage is left to whoever shows both
figures: it rises when appeals shrink.
"""

from datetime import date

import pandas as pd

from contracts.funding_requirement import FUNDING_REQUIREMENT, NO_PLAN
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source
from ingest._values import days, refuse, required, texts, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="fts_requirements",
    title="OCHA Financial Tracking Service, requirements and funding",
    provider="OCHA Financial Tracking Service",
    licence="CC BY-IGO 3.0",
    citation="OCHA Financial Tracking Service (FTS), fts.unocha.org, through the Humanitarian Data Exchange.",
    homepage="https://data.humdata.org/dataset/global-requirements-and-funding-data",
    table=FUNDING_REQUIREMENT,
    stale_after_days=400,  # rows of a budget year appear before it begins
    caveat="Reported voluntarily by donors and recipients; dollars of the day; the current year is incomplete until well after its end.",
)
DATASET = "global-requirements-and-funding-data"
FILE = r"fts_requirements_funding_global\.csv"
COLUMNS = ("countryCode", "id", "name", "code", "typeName", "startDate", "endDate", "year", "requirements", "funding")
OUTSIDE_PLANS = "Not specified"  # name of the rows that belong to no plan
REGIONAL = "regional response plan"


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into funding_requirement; figures of the year of retrieval and later ones are provisional."""
    url, published = parts[1].url, read_texts(parts[1], COLUMNS)
    place_id = country_from_iso3(required(published["countryCode"], "countryCode", url), SOURCE.id)
    year = whole_numbers(required(published["year"], "year", url), "year", url).astype("int64")
    requirements = whole_numbers(published["requirements"], "requirements", url)
    funding = whole_numbers(published["funding"], "funding", url, minimum=None)
    is_outside = published["id"].isna()
    refuse(published["name"], is_outside != published["name"].eq(OUTSIDE_PLANS), "inconsistent with id", "name", url)
    refuse(
        published["requirements"], is_outside & requirements.notna(), "asked for without a plan", "requirements", url
    )
    refuse(published["funding"], funding.lt(0) & ~is_outside, "below 0 in a plan", "funding", url)
    return FUNDING_REQUIREMENT.validate(
        pd.DataFrame(
            {
                "place_id": place_id,
                "place_kind": "country",
                "year": year,
                "source_id": SOURCE.id,
                "plan_id": published["id"].fillna(NO_PLAN),  # no id says that the money is outside any plan
                "plan_scope": _scopes(published),
                "plan_name": texts(published["name"]).mask(is_outside),
                "plan_type": texts(published["typeName"]),
                "plan_start": days(published["startDate"], "startDate", url),
                "plan_end": days(published["endDate"], "endDate", url),
                "requirements_usd": requirements,
                "funding_usd": funding,
                "is_provisional": year >= retrieved.year,
            }
        )
    )


def _scopes(published: pd.DataFrame) -> pd.Series:
    """A plan is regional when the source calls it so or lists it under several countries."""
    countries = published.groupby("id")["countryCode"].transform("nunique")
    is_regional = published["typeName"].str.lower().eq(REGIONAL) | countries.gt(1)
    scope = pd.Series("country", index=published.index).mask(is_regional, "regional")
    return scope.mask(published["id"].isna(), NO_PLAN)
