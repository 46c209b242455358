"""GDELT: which share of the world's monitored news names a place, week by week, in English and French?

A share of all coverage, because the mix of monitored media changes. The service asks
for a pause between requests and says so in plain text with status 200; it has been
seen to give days that lie nowhere near the time asked for, and these refuse the whole
answer. A year of days at a time, of which whole weeks are kept.
"""

from datetime import date, timedelta
from urllib.parse import parse_qs, quote, urlsplit

import pandas as pd

from contracts.news_volume_week import NEWS_VOLUME_WEEK
from ingest._json import read_json, records
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import numbers, refuse, required
from reference.articles import Watched, watched

SOURCE = Source(
    id="gdelt_volume",
    title="GDELT, share of world news that names a place",
    provider="The GDELT Project",
    licence="Free use with citation and link",
    citation="The GDELT Project, https://www.gdeltproject.org/, DOC 2.0 API, timeline of coverage volume.",
    homepage="https://www.gdeltproject.org/",
    table=NEWS_VOLUME_WEEK,
    stale_after_days=30,
    caveat="Online news that GDELT monitors, by a name in the text; results drift a little between two requests.",
    pace_seconds=8.0,
    may_shrink=0.1,
    is_met_live=False,
)
ADDRESS = (
    "https://api.gdeltproject.org/api/v2/doc/doc?query={query}&mode=timelinevol&format=json"
    "&startdatetime={first}000000&enddatetime={last}235959"
)
LANGUAGE = {"en": "english", "fr": "french"}
WEEKS = 52
SERIES = "Volume Intensity"


def fetch(get: Get, today: date) -> Parts:
    """Download the last whole weeks of each watched place, one place and language at a time."""
    last = today - timedelta(days=today.weekday() + 1)
    first = last - timedelta(days=7 * WEEKS - 1)
    parts: Parts = []
    for url in (_address(one, first, last) for one in watched()):
        parts.append(Part(url, get(url)))
        _points(parts[-1])  # stop asking at the first refusal
    return parts


def release(parts: Parts) -> str:
    """The last day that was asked for."""
    return f"{_asked_days(parts[0])[1]:%Y-%m-%d}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the answers into news_volume_week."""
    known = {_query(one): one for one in watched()}
    read = [(part, known.get(parse_qs(urlsplit(part.url).query)["query"][0])) for part in parts]
    tables = [_weeks(part, one) for part, one in read if one is not None]  # what is no longer watched is passed over
    return NEWS_VOLUME_WEEK.validate(pd.concat(tables, ignore_index=True))


def _weeks(part: Part, asked: Watched) -> pd.DataFrame:
    published = records(part, _points(part), ("date", "value"))
    said = required(published["date"], "date", part.url).astype("str")
    day = pd.to_datetime(said.str.extract(r"^(\d{8})T\d{6}Z$", expand=False), format="%Y%m%d", errors="coerce")
    first, last = _asked_days(part)
    refuse(said, day.isna() | day.lt(first) | day.gt(last), "no day that was asked for", "date", part.url)
    share = numbers(required(published["value"], "value", part.url), "value", part.url, 0, 100)
    points = pd.DataFrame({"week": day - pd.to_timedelta(day.dt.day_of_week, unit="D"), "day": day, "share": share})
    weeks = points.groupby("week").agg(news_share=("share", "mean"), days_reported=("day", "nunique")).reset_index()
    return weeks.assign(
        place_id=asked.place_id,
        language=asked.language,
        week=weeks["week"].astype("datetime64[us]"),
        source_id=SOURCE.id,
    )


def _points(part: Part) -> object:
    answer = read_json(part)
    timeline = answer.get("timeline") if isinstance(answer, dict) else None
    if not isinstance(timeline, list) or len(timeline) != 1 or not isinstance(timeline[0], dict):
        raise SourceError(
            f"url={part.url} lacks its timeline ({str(answer)[:200]}): no hits at all, a refusal, or a new layout"
        )
    if timeline[0].get("series") != SERIES:
        raise SourceError(f"url={part.url} gives the series {timeline[0].get('series')!r} instead of {SERIES!r}")
    return timeline[0].get("data")


def _asked_days(part: Part) -> tuple[pd.Timestamp, pd.Timestamp]:
    asked = parse_qs(urlsplit(part.url).query)
    first, last = (pd.to_datetime(asked[name][0][:8], format="%Y%m%d") for name in ("startdatetime", "enddatetime"))
    return first, last


def _address(one: Watched, first: date, last: date) -> str:
    return ADDRESS.format(query=quote(_query(one), safe=""), first=f"{first:%Y%m%d}", last=f"{last:%Y%m%d}")


def _query(one: Watched) -> str:
    return f'"{one.news}" sourcelang:{LANGUAGE[one.language]}'
