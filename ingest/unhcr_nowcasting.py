"""UNHCR: how many refugees and asylum-seekers are there in the world this month, by UNHCR's own estimate?

Months are named in English. Places are stubs ("-"): should the estimate come by
country one day, it must be read anew, not summed in silence.
"""

from datetime import date

import pandas as pd

from contracts.displacement_nowcast import DISPLACEMENT_NOWCAST
from ingest._json import records
from ingest._source import Get, Parts, Source
from ingest._unhcr import NO_FIGURE, envelope, fetch_pages
from ingest._values import refuse, required, whole_numbers

SOURCE = Source(
    id="unhcr_nowcasting",
    title="UNHCR Refugee Data Finder, nowcast",
    provider="UNHCR",
    licence="CC BY 4.0",
    citation="UNHCR Refugee Data Finder, nowcasting.",
    homepage="https://www.unhcr.org/refugee-statistics/",
    table=DISPLACEMENT_NOWCAST,
    stale_after_days=120,  # monthly, a few weeks after the month
    caveat="An estimate for the world, which UNHCR changes as counts come in; not by country.",
    is_met_live=False,
)
ADDRESS = "https://api.unhcr.org/population/v1/{table}/?limit=10000&page={page}"
TYPES = ("refugees", "asylum_seekers")
PLACES = ("coo", "coo_iso", "coa", "coa_iso")


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the table."""
    return fetch_pages(get, "nowcasting", ADDRESS)


def release(parts: Parts) -> str:
    """The newest month."""
    return f"{parse(parts, date.max)['month'].max():%Y-%m}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into displacement_nowcast."""
    url = parts[0].url
    pages = [records(part, envelope(part)["items"], ("year", "month", *TYPES), may_lack=PLACES) for part in parts]
    table = pd.concat(pages, ignore_index=True)
    for place in PLACES:
        refuse(table[place], ~table[place].isin((NO_FIGURE, None)), "a place where the world was meant", place, url)
    years = whole_numbers(required(table["year"], "year", url), "year", url, minimum=1950).astype("str")
    named = pd.to_datetime(table["month"].map(str) + " " + years, format="%B %Y", errors="coerce")
    refuse(table["month"], named.isna(), "no English name of a month", "month", url)
    figures = [_figures(table[name], name, url, named) for name in TYPES]
    return DISPLACEMENT_NOWCAST.validate(pd.concat(figures, ignore_index=True).assign(source_id=SOURCE.id))


def _figures(published: pd.Series, name: str, url: str, months: pd.Series) -> pd.DataFrame:
    """One row for each month that has a figure of this type."""
    persons = whole_numbers(published.mask(published.eq(NO_FIGURE)), name, url)
    return pd.DataFrame({"month": months, "population_type": name, "persons": persons}).dropna(subset="persons")
