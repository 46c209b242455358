"""INFORM Risk: how exposed, vulnerable and able to cope was each country, from 0 to 10?

Each year has a main release (about March) and most a mid-year one; the main ones are
read, of the last years that have one. The list of the current year is empty until the
release; unpublished and national workflows stand among the others. The epidemic
component (HA.NAT.EPI) is not in every release.
"""

from datetime import date
from typing import Any

import pandas as pd

from contracts.risk_index_year import RISK_INDEX_YEAR, RISK_INDICES
from ingest._json import read_json, records
from ingest._source import Get, NotPublishedError, Part, Parts, Source, SourceError
from ingest._values import numbers, one_of, required, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="inform_risk",
    title="INFORM Risk Index",
    provider="European Commission, Joint Research Centre, with the INFORM partners",
    licence="CC BY 4.0",
    citation="INFORM Risk Index, Joint Research Centre of the European Commission, drmkc.jrc.ec.europa.eu/inform-index.",
    homepage="https://drmkc.jrc.ec.europa.eu/inform-index",
    table=RISK_INDEX_YEAR,
    stale_after_days=500,  # one main release a year
    caveat="A composite of structural indicators, most of them a year or more old; not a measure of present violence.",
)
API = "https://drmkc.jrc.ec.europa.eu/inform-index/API/InformAPI"
RELEASES = API + "/Workflows/GetByYear/{year}"
SCORES = API + "/countries/Scores/?WorkflowId={workflow}&IndicatorId=" + ",".join(RISK_INDICES)
RELEASE_FIELDS = ("WorkflowId", "Name", "System", "Iso3", "FlagGnaPublished")
SCORE_FIELDS = ("Iso3", "IndicatorId", "IndicatorScore")
IN_EVERY_RELEASE = ("INFORM", "HA", "VU", "CC")
YEARS_READ = 5
YEARS_BACK = 3  # how many years without a release may lie before the newest


def fetch(get: Get, today: date) -> Parts:
    """Download the lists of releases, newest year first, and the scores of each year's main release."""
    lists: Parts = []
    scores: Parts = []
    year = today.year
    while len(scores) < YEARS_READ:
        listed = _list_of_releases(get, year)
        lists += [listed] if listed else []
        workflow = _main_release(listed) if listed else None
        if workflow is not None:
            url = SCORES.format(workflow=workflow)
            scores.append(Part(url, get(url)))
        elif scores or today.year - year >= YEARS_BACK:
            raise SourceError(
                f"url={RELEASES.format(year=year)} lists no published main release of {year}: the interface may have changed; see drmkc.jrc.ec.europa.eu"
            )
        year -= 1
    return [*lists, *scores]


def release(parts: Parts) -> str:
    """The name of the newest main release."""
    workflows = _workflows(parts)
    newest = max(workflows, key=lambda workflow: workflows[workflow]["year"])
    return str(workflows[newest]["name"])


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the scores into risk_index_year."""
    workflows = _workflows(parts)
    scores = [part for part in parts if "/countries/Scores/" in part.url]
    tables = [_scores(part, int(workflows[_workflow_asked(part)]["year"])) for part in scores]
    return RISK_INDEX_YEAR.validate(pd.concat(tables, ignore_index=True))


def _scores(part: Part, year: int) -> pd.DataFrame:
    published = records(part, read_json(part), SCORE_FIELDS)
    index = one_of(published["IndicatorId"], {name: name for name in RISK_INDICES}, "IndicatorId", part.url)
    place_id = country_from_iso3(required(published["Iso3"], "Iso3", part.url), SOURCE.id)
    score = numbers(
        required(published["IndicatorScore"], "IndicatorScore", part.url), "IndicatorScore", part.url, 0, 10
    )
    lacking = {name: sorted(set(place_id) - set(place_id[index == name])) for name in IN_EVERY_RELEASE}
    if any(lacking.values()):
        raise SourceError(f"url={part.url} lacks scores for {lacking}: the release is incomplete, try later")
    return pd.DataFrame(
        {
            "place_id": place_id,
            "place_kind": "country",
            "year": year,
            "risk_index": index,
            "source_id": SOURCE.id,
            "risk_score": score,
        }
    )


def _list_of_releases(get: Get, year: int) -> Part | None:
    url = RELEASES.format(year=year)
    try:
        return Part(url, get(url))
    except NotPublishedError:
        return None


def _main_release(listed: Part) -> int | None:
    """The workflow of the year's published main release for the world, the newest if it was published again."""
    rows = read_json(listed)
    if rows == []:
        return None
    releases = records(listed, rows, RELEASE_FIELDS)
    numbered = whole_numbers(required(releases["WorkflowId"], "WorkflowId", listed.url), "WorkflowId", listed.url)
    is_mid_year = releases["Name"].astype("str").str.contains(r"\bmid\b", case=False)
    is_main = releases["System"].eq("INFORM") & releases["Iso3"].isna() & releases["FlagGnaPublished"].notna()
    found = pd.DataFrame({"workflow": numbered, "day": releases["FlagGnaPublished"]})[is_main & ~is_mid_year]
    return None if found.empty else int(found.sort_values(["day", "workflow"])["workflow"].iloc[-1])


def _workflows(parts: Parts) -> dict[int, dict[str, Any]]:
    """Workflow -> year and name, of the main releases."""
    found = {}
    for part in (part for part in parts if "/Workflows/" in part.url):
        workflow = _main_release(part)
        if workflow is not None:
            name = next(row["Name"] for row in read_json(part) if int(row["WorkflowId"]) == workflow)
            found[workflow] = {"year": int(part.url.rsplit("/", 1)[1]), "name": name}
    return found


def _workflow_asked(part: Part) -> int:
    return int(part.url.partition("WorkflowId=")[2].partition("&")[0])
