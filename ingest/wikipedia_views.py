"""Wikipedia: how often were the articles on places in crisis read, month by month, in English and French?

Views by people since July 2015; months that are not over are left out. An article that
was renamed counts from then on under its new title: a title that answers "not there"
fails the source, so that somebody looks.
"""

from datetime import date, timedelta
from urllib.parse import quote

import pandas as pd

from contracts.page_views_month import PAGE_VIEWS_MONTH
from ingest._json import read_json, records
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import refuse, required, whole_numbers
from reference.articles import Watched, watched

SOURCE = Source(
    id="wikipedia_views",
    title="Wikipedia page views of articles on places in crisis",
    provider="Wikimedia Foundation",
    licence="CC0 1.0",
    citation="Wikimedia Foundation, Analytics API: page views per article, by users, monthly.",
    homepage="https://wikimedia.org/api/rest_v1/",
    table=PAGE_VIEWS_MONTH,
    stale_after_days=75,
    caveat="Readers of a language, not of a country; attention has many reasons other than concern.",
    is_met_live=False,
)
FIRST_MONTH = "20150701"
ADDRESS = (
    "https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/{language}.wikipedia/all-access/user/"
    "{article}/monthly/{first}00/{last}00"
)
FIELDS = ("project", "article", "granularity", "timestamp", "agent", "views")


def fetch(get: Get, today: date) -> Parts:
    """Download the whole history of each watched article, to the end of last month."""
    last = today.replace(day=1) - timedelta(days=1)
    parts: Parts = []
    for url in (_address(one, last) for one in watched()):
        parts.append(Part(url, get(url)))
        _items(parts[-1])  # stop asking at the first refusal
    return parts


def release(parts: Parts) -> str:
    """The last month that was asked for."""
    asked = parts[0].url.rsplit("/", 1)[1]
    return f"{asked[:4]}-{asked[4:6]}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the answers into page_views_month."""
    known = {_start(one): one for one in watched()}
    read = [(part, known.get(part.url.rsplit("/", 1)[0])) for part in parts]
    tables = [_views(part, one) for part, one in read if one is not None]  # what is no longer watched is passed over
    return PAGE_VIEWS_MONTH.validate(pd.concat(tables, ignore_index=True))


def _views(part: Part, asked: Watched) -> pd.DataFrame:
    published = records(part, _items(part), FIELDS)
    expected = {"project": f"{asked.language}.wikipedia", "granularity": "monthly", "agent": "user"}
    for field, value in expected.items():
        refuse(published[field], published[field].ne(value), f"not {value!r}", field, part.url)
    stamp = required(published["timestamp"], "timestamp", part.url).astype("str")
    month = pd.to_datetime(stamp.str.extract(r"^(\d{6}01)00$", expand=False), format="%Y%m%d", errors="coerce")
    last = part.url.rsplit("/", 1)[1]
    refuse(
        stamp,
        month.isna() | stamp.lt(FIRST_MONTH) | stamp.gt(last),
        "no month that was asked for",
        "timestamp",
        part.url,
    )
    return pd.DataFrame(
        {
            "place_id": asked.place_id,
            "language": asked.language,
            "article": asked.article,
            "month": month.astype("datetime64[us]"),
            "source_id": SOURCE.id,
            "views": whole_numbers(required(published["views"], "views", part.url), "views", part.url),
        }
    )


def _items(part: Part) -> object:
    answer = read_json(part)
    if not isinstance(answer, dict) or not answer.get("items"):
        raise SourceError(f"url={part.url} has no items ({str(answer)[:200]}): a refusal, or a new layout")
    return answer["items"]


def _address(one: Watched, last: date) -> str:
    return f"{_start(one)}/{last:%Y%m%d}00"


def _start(one: Watched) -> str:
    """The address without its last day, which is all that changes from month to month."""
    title = quote(one.article.replace(" ", "_"), safe="")
    return ADDRESS.format(language=one.language, article=title, first=FIRST_MONTH, last="").rsplit("/", 1)[0]
