"""The United Nations' Peace and Security Data Hub: flat records, one address for each data set.

Days are milliseconds since 1970, negative before; an address gives the whole set at
once and announces no count, so a set that shrinks is left to the guards.
"""

from collections.abc import Iterable

import pandas as pd

from ingest._json import read_json, records
from ingest._source import Get, Part, Parts
from ingest._values import days_from_milliseconds

ADDRESS = "https://api.psdata.un.org/public/data/{dataset}/json"
PROVIDER = "United Nations Peace and Security Data Hub"
LICENCE = "CC BY-IGO 3.0"


def fetch_datasets(get: Get, *datasets: str) -> Parts:
    """Each data set, whole."""
    return [Part(url, get(url)) for url in (ADDRESS.format(dataset=dataset) for dataset in datasets)]


def rows_of(part: Part, fields: Iterable[str], may_lack: Iterable[str] = ()) -> pd.DataFrame:
    """The records as a table of the named fields."""
    return records(part, read_json(part), fields, may_lack)


def newest_day(part: Part, field: str) -> str:
    """The newest day in a field of moments: the hub has no numbers of releases."""
    moments = days_from_milliseconds(rows_of(part, [field])[field], field, part.url)
    return f"{moments.max():%Y-%m-%d}"
