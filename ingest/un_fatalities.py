"""Who died serving in United Nations operations: when, in which mission, of which nationality, how?

Accidents, illness and malicious acts are told apart; a few nationalities have a name
without a code, or none. Staff of agencies, funds and programmes are not in, and
years before 2000 may be incomplete.
"""

from datetime import date

import pandas as pd

from contracts.mission_death import MISSION_DEATH
from ingest._psdata import LICENCE, PROVIDER, fetch_datasets, newest_day, rows_of
from ingest._source import Get, Parts, Source
from ingest._values import days_from_milliseconds, one_of, refuse, required, texts, whole_numbers
from reference.countries import country_from_iso3
from reference.exact_names import place_from_name
from reference.missions import mission_from_name, place_of_mission

SOURCE = Source(
    id="un_fatalities",
    title="Fatalities in United Nations peace operations",
    provider=PROVIDER,
    licence=LICENCE,
    citation="United Nations Peace and Security Data Hub: Mission Fatalities (DPPADPOSS-FATALITIES), psdata.un.org.",
    homepage="https://psdata.un.org/dataset/DPPADPOSS-FATALITIES",
    table=MISSION_DEATH,
    stale_after_days=120,
    caveat="Uniformed and civilian personnel of missions; staff of agencies, funds and programmes are not counted.",
)
FIELDS = (
    "id",
    "incident_date",
    "mission_acronym",
    "type_of_casualty",
    "casualty_nationality",
    "casualty_personnel_type",
    "type_of_incident",
    "isocode3",
    "last_update",
)
DEATH = {"Fatality": "death"}
SERVICE = {
    "Military": "military",
    "Military Observer": "military_observer",
    "Police": "police",
    "International Civilian": "international_civilian",
    "Local": "local",
    "Other": "other",
}
CAUSE = {
    "Malicious Act": "malicious_act",
    "Accident": "accident",
    "Illness": "illness",
    "Self-Inflicted": "self_inflicted",
    "To Be Determined": "to_be_determined",
    "Unknown": "unknown",
}
UNDETERMINED = "ZZ [Undetermined]"


def fetch(get: Get, today: date) -> Parts:
    """Download the data set."""
    return fetch_datasets(get, "DPPADPOSS-FATALITIES")


def release(parts: Parts) -> str:
    """The day on which the newest record was updated."""
    return newest_day(parts[0], "last_update")


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the records into mission_death."""
    url, published = parts[0].url, rows_of(parts[0], FIELDS)
    one_of(published["type_of_casualty"], DEATH, "type_of_casualty", url)
    mission = mission_from_name(required(published["mission_acronym"], "mission_acronym", url), SOURCE.id)
    return MISSION_DEATH.validate(
        pd.DataFrame(
            {
                "source_id": SOURCE.id,
                "death_id": whole_numbers(required(published["id"], "id", url), "id", url).astype("str"),
                "date": days_from_milliseconds(
                    required(published["incident_date"], "incident_date", url), "incident_date", url
                ),
                "mission": mission,
                "place_id": place_of_mission(mission),
                "nationality_place_id": _nationality(published, url),
                "service": one_of(published["casualty_personnel_type"], SERVICE, "casualty_personnel_type", url),
                "death_cause": one_of(published["type_of_incident"], CAUSE, "type_of_incident", url),
            }
        )
    )


def _nationality(published: pd.DataFrame, url: str) -> pd.Series:
    """The code where there is one, else the name in full; missing only where the source says that it does not know."""
    code, name = texts(published["isocode3"]), texts(published["casualty_nationality"])
    country_from_iso3(code.dropna(), SOURCE.id)
    named = place_from_name(name)
    refuse(
        name,
        code.isna() & named.isna() & name.notna() & name.ne(UNDETERMINED),
        "no known name",
        "casualty_nationality",
        url,
    )
    return code.fillna(named)
