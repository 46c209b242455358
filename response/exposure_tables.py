"""Small tables of our own counts, so that a release without single flows, deaths, notices and events can still answer.

Facts may be published; the rows they are counted from stay with their publishers.
"""

from collections.abc import Mapping

import pandas as pd

from contracts.candidate_month import CANDIDATE_MONTH
from contracts.listed_group_month import LISTED_GROUP_MONTH
from contracts.mission_death_count import MISSION_DEATH_COUNT
from contracts.outbreak_month import OUTBREAK_MONTH
from contracts.own_money_year import OWN_MONEY_YEAR
from reference.listed_groups import groups_in_dyads
from response.next_year import APPLICATION_TABLES, application_tables

NOWHERE = "UNK"
BOUNDS = ["fatalities_best", "fatalities_low", "fatalities_high"]
EXPOSURE_TABLES = (
    OWN_MONEY_YEAR,
    MISSION_DEATH_COUNT,
    OUTBREAK_MONTH,
    LISTED_GROUP_MONTH,
    CANDIDATE_MONTH,
    *APPLICATION_TABLES,
)


def exposure_tables(source_tables: Mapping[str, pd.DataFrame], as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Every table of this half of the room; one whose source has no table is empty."""
    tables = {contract.name: contract.empty() for contract in EXPOSURE_TABLES}
    if "fts_incoming" in source_tables:
        tables["own_money_year"] = own_money_year(source_tables["fts_incoming"])
    if "un_fatalities" in source_tables:
        tables["mission_death_count"] = mission_death_count(source_tables["un_fatalities"])
    if "who_outbreaks" in source_tables:
        tables["outbreak_month"] = outbreak_month(source_tables["who_outbreaks"])
    events = [source_tables[name] for name in ("ucdp_ged", "ucdp_candidate") if name in source_tables]
    if events:
        tables["listed_group_month"] = listed_group_month(pd.concat(events, ignore_index=True))
    if "ucdp_candidate" in source_tables:
        tables["candidate_month"] = candidate_month(source_tables["ucdp_candidate"])
    if "unhcr_applications" in source_tables:
        tables |= application_tables(source_tables["unhcr_applications"], as_of)
    return tables


def own_money_year(flows: pd.DataFrame) -> pd.DataFrame:
    """Sums by giver's country, destination and status; flow ids are unique in funding_flow already."""
    given = flows[flows["source_place_id"].notna()]
    rows = pd.DataFrame(
        {
            "source_id": given["source_id"],
            "usage_year": given["usage_year"],
            "donor_place_id": given["source_place_id"],
            "giver_kind": given["source_organisation_type"].eq("Governments").map({True: "government", False: "other"}),
            "reach": given["place_id"].isna().map({True: "shared", False: "alone"}),
            "flow_status": given["flow_status"],
            "place_id": given["destinations"].str.split(","),
            "amount_usd": given["amount_usd"],
            "parked_usd": given["amount_usd"].where(given["is_parked"], 0),
            "in_kind_usd": given["amount_usd"].where(given["is_in_kind"], 0),
            "flows": 1,
        }
    ).explode("place_id", ignore_index=True)
    sums = rows.groupby(["source_id", *OWN_MONEY_YEAR.key], as_index=False)[
        ["flows", "amount_usd", "parked_usd", "in_kind_usd"]
    ].sum()
    return OWN_MONEY_YEAR.validate(sums.assign(newest_date=flows["date"].max()))


def mission_death_count(deaths: pd.DataFrame) -> pd.DataFrame:
    """Deaths by mission, nationality and kind of incident."""
    named = deaths.assign(nationality_place_id=deaths["nationality_place_id"].fillna(NOWHERE))
    counts = named.groupby(["source_id", *MISSION_DEATH_COUNT.key]).size().rename("deaths").reset_index()
    return MISSION_DEATH_COUNT.validate(counts.assign(newest_date=deaths["date"].max()))


def outbreak_month(notices: pd.DataFrame) -> pd.DataFrame:
    """Notices by place, disease and month."""
    named = notices.assign(
        place_id=notices["place_id"].fillna(NOWHERE), month=notices["date"].dt.to_period("M").dt.to_timestamp()
    )
    counts = named.groupby(["source_id", *OUTBREAK_MONTH.key]).size().rename("notices").reset_index()
    return OUTBREAK_MONTH.validate(counts.assign(newest_date=notices["date"].max()))


def listed_group_month(events: pd.DataFrame) -> pd.DataFrame:
    """Events with a recorded death that name a listed group as a side, by the month in which they end."""
    groups = groups_in_dyads(events["dyad_name"])
    own = events[events["dyad_name"].isin(groups) & events["fatalities_best"].gt(0)]
    rows = own.assign(
        group_id=own["dyad_name"].map(groups), month=own["date_end"].dt.to_period("M").dt.to_timestamp(), events=1
    ).explode("group_id", ignore_index=True)
    by = rows.groupby(list(LISTED_GROUP_MONTH.key), as_index=False)
    return LISTED_GROUP_MONTH.validate(
        by.agg({"events": "sum", **dict.fromkeys(BOUNDS, "sum"), "is_provisional": "max"})
    )


def candidate_month(events: pd.DataFrame) -> pd.DataFrame:
    """Every month that a candidate file covers."""
    spans = events[["source_id", "covers_from", "covers_to"]].drop_duplicates()
    months = [
        {"source_id": source_id, "month": month}
        for source_id, first, last in spans.itertuples(index=False)
        for month in pd.date_range(first, last, freq="MS")
    ]
    return CANDIDATE_MONTH.validate(pd.DataFrame(months, columns=["source_id", "month"]).drop_duplicates())
