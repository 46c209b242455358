"""Which countries serve in which United Nations operation, with how many people, month by month?

Uniformed people since 2010, troops, police and experts apart, women and men apart.
Some months are missing in the source, which is not zero.
"""

from datetime import date

import pandas as pd

from contracts.mission_strength_month import MISSION_STRENGTH_MONTH
from ingest._psdata import LICENCE, PROVIDER, fetch_datasets, newest_day, rows_of
from ingest._source import Get, Parts, Source
from ingest._values import days_from_milliseconds, one_of, refuse, required, texts, whole_numbers
from reference.countries import country_from_iso3
from reference.exact_names import place_from_name
from reference.missions import mission_from_name, place_of_mission

SOURCE = Source(
    id="un_personnel",
    title="Uniformed personnel in United Nations operations",
    provider=PROVIDER,
    licence=LICENCE,
    citation="United Nations Peace and Security Data Hub: Historical Uniformed Personnel Contribution (DPO-UCHISTORICAL), psdata.un.org.",
    homepage="https://psdata.un.org/dataset/DPO-UCHISTORICAL",
    table=MISSION_STRENGTH_MONTH,
    stale_after_days=120,
    caveat="Uniformed people only, as reported at the end of the month; some months are missing in the source.",
    is_met_live=False,
)
FIELDS = (
    "contribution_id",
    "contributing_country",
    "isocode3",
    "mission_acronym",
    "personnel_type",
    "female_personnel",
    "male_personnel",
    "last_reporting_date",
)
KINDS = {
    "troops": "troops",
    "staff officer": "staff_officers",
    "staff officers": "staff_officers",
    "experts on mission": "experts_on_mission",
    "individual police": "individual_police",
    "formed police units": "formed_police_units",
}


def fetch(get: Get, today: date) -> Parts:
    """Download the data set."""
    return fetch_datasets(get, "DPO-UCHISTORICAL")


def release(parts: Parts) -> str:
    """The newest reporting day."""
    return newest_day(parts[0], "last_reporting_date")


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the records into mission_strength_month."""
    url, published = parts[0].url, rows_of(parts[0], FIELDS)
    mission = mission_from_name(texts(required(published["mission_acronym"], "mission_acronym", url)), SOURCE.id)
    day = days_from_milliseconds(
        required(published["last_reporting_date"], "last_reporting_date", url), "last_reporting_date", url
    )
    women = whole_numbers(published["female_personnel"], "female_personnel", url)
    men = whole_numbers(published["male_personnel"], "male_personnel", url)
    kind = published["personnel_type"].map(
        lambda said: said.lower().replace("_", " ") if isinstance(said, str) else said
    )
    return MISSION_STRENGTH_MONTH.validate(
        pd.DataFrame(
            {
                "source_id": SOURCE.id,
                "contribution_id": whole_numbers(
                    required(published["contribution_id"], "contribution_id", url), "contribution_id", url
                ).astype("str"),
                "month": day.dt.to_period("M").dt.to_timestamp(),
                "mission": mission,
                "place_id": place_of_mission(mission),
                "contributor_place_id": _contributor(published, url),
                "uniformed_service": one_of(kind, KINDS, "personnel_type", url),
                "women": women,
                "men": men,
                "personnel": women + men,
            }
        )
    )


def _contributor(published: pd.DataFrame, url: str) -> pd.Series:
    """The code where there is one, else the name in full."""
    code, name = texts(published["isocode3"]), texts(published["contributing_country"])
    country_from_iso3(code.dropna(), SOURCE.id)
    found = code.fillna(place_from_name(name))
    refuse(published["contributing_country"], found.isna(), "no known name", "contributing_country", url)
    return found
