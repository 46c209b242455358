"""OCHA FTS: who gave how much humanitarian money to which country this year, pledged, committed or paid?

The file holds the flows used in one year. A flow to several countries stands in it
once for each of them, word for word: rows of one id are one flow, and its amount is
never added up or divided. What is "parked" waits to be divided and can shrink to
zero or below. Free descriptions are left out.
"""

from datetime import date

import pandas as pd

from contracts.funding_flow import FUNDING_FLOW
from contracts.funding_requirement import NO_PLAN
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source, SourceError
from ingest._values import days, one_of, refuse, required, texts, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="fts_incoming",
    title="OCHA Financial Tracking Service, incoming funding flows",
    provider="OCHA Financial Tracking Service",
    licence="CC BY-IGO 3.0",
    citation="OCHA Financial Tracking Service (FTS), fts.unocha.org, through the Humanitarian Data Exchange.",
    homepage="https://data.humdata.org/dataset/global-requirements-and-funding-data",
    table=FUNDING_FLOW,
    stale_after_days=30,
    caveat="Reported voluntarily; this year's flows only. Pledges, commitments and payments are not added together.",
    may_shrink=0.03,
)
DATASET = "global-requirements-and-funding-data"
FILE = r"fts_incoming_funding_global\.csv"
COLUMNS = (
    "id",
    "date",
    "budgetYear",
    "status",
    "amountUSD",
    "srcOrganization",
    "srcOrganizationTypes",
    "srcLocations",
    "destLocations",
    "destPlanId",
    "destUsageYearStart",
    "destUsageYearEnd",
    "boundary",
    "onBoundary",
    "flowType",
    "contributionType",
)
STATUS = {"pledge": "pledge", "commitment": "commitment", "paid": "paid"}
BOUNDARY = {"incoming": "incoming"}
REACH = {"single": "single", "shared": "shared"}
FLOW_TYPE = {"Standard": "standard", "Parked": "parked", "Pass through": "pass_through", "Carryover": "carryover"}
CONTRIBUTION = {"financial": "financial", "in kind": "in_kind"}
SEVERAL = ","


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into funding_flow, one row for each id."""
    url = parts[1].url
    published = _flows(read_texts(parts[1], COLUMNS), url)
    one_of(published["boundary"], BOUNDARY, "boundary", url)
    one_of(published["onBoundary"], REACH, "onBoundary", url)
    kind = one_of(published["flowType"], FLOW_TYPE, "flowType", url)
    amount = whole_numbers(required(published["amountUSD"], "amountUSD", url), "amountUSD", url, minimum=None)
    refuse(published["amountUSD"], amount.lt(0) & kind.ne("parked"), "below 0 and not parked", "amountUSD", url)
    destinations = required(published["destLocations"], "destLocations", url)
    _refuse_unknown_places(destinations)
    _refuse_unknown_places(published["srcLocations"].dropna())
    return FUNDING_FLOW.validate(
        pd.DataFrame(
            {
                "source_id": SOURCE.id,
                "flow_id": required(published["id"], "id", url),
                "usage_year": _usage_year(published, url),
                "date": days(required(published["date"], "date", url), "date", url),
                "budget_year": whole_numbers(published["budgetYear"], "budgetYear", url),
                "flow_status": one_of(published["status"], STATUS, "status", url),
                "amount_usd": amount,
                "source_organisation": texts(published["srcOrganization"]),
                "source_organisation_type": texts(published["srcOrganizationTypes"]),
                "source_place_id": published["srcLocations"].mask(_has_several(published["srcLocations"])),
                "place_id": destinations.mask(_has_several(destinations)),
                "destinations": destinations,
                "plan_id": published["destPlanId"].fillna(NO_PLAN),  # no id says that it is outside any plan
                "is_parked": kind.eq("parked"),
                "is_in_kind": one_of(published["contributionType"], CONTRIBUTION, "contributionType", url).eq(
                    "in_kind"
                ),
            }
        )
    )


def _flows(rows: pd.DataFrame, url: str) -> pd.DataFrame:
    """One row for each id; rows of one id that differ are no longer one flow, and nobody knows which to believe."""
    flows = rows.drop_duplicates(ignore_index=True)
    differing = flows[flows["id"].duplicated(keep=False) & flows["id"].notna()]
    if len(differing):
        shown = sorted(differing["id"].unique())[:3]
        raise SourceError(
            f"url={url} column=id has {differing['id'].nunique()} flows whose rows differ ({shown}): the layout has changed; ask FTS which row counts"
        )
    return flows


def _usage_year(flows: pd.DataFrame, url: str) -> int:
    """The one year that lies in every flow's years of use."""
    first, last = (
        whole_numbers(required(flows[name], name, url), name, url)
        for name in ("destUsageYearStart", "destUsageYearEnd")
    )
    if first.max() > last.min():
        raise SourceError(
            f"url={url} columns=destUsageYearStart,destUsageYearEnd have no year in common ({first.max()} to {last.min()}): the file is no longer about one year; adapt the ingest module"
        )
    return int(first.max())


def _has_several(places: pd.Series) -> pd.Series:
    return places.str.contains(SEVERAL, regex=False).fillna(False).astype("bool")


def _refuse_unknown_places(listed: pd.Series) -> None:
    country_from_iso3(pd.Series(listed.str.split(SEVERAL).explode().unique()), SOURCE.id)
