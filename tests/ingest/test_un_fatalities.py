"""Deaths in missions: days before 1970, people without a code, missions in several countries."""

from typing import Any

import pandas as pd

from ingest import un_fatalities
from tests import published


def deaths() -> Any:
    return un_fatalities.parse(published.parts("un_fatalities"), published.TODAY).set_index("death_id")


def test_a_day_before_1970_is_read_from_negative_milliseconds() -> None:
    assert deaths().loc["1", "date"] == pd.Timestamp("1961-11-03")


def test_the_deaths_of_a_nationality_can_be_counted_by_mission() -> None:
    table = deaths()
    canadians = table[table["nationality_place_id"] == "CAN"]["mission"].value_counts().to_dict()
    assert canadians == {"ONUC": 2, "MONUC": 1, "UNPROFOR": 1, "UNEF": 1}


def test_a_nationality_without_a_code_is_known_by_its_name() -> None:
    assert deaths().loc["4", "nationality_place_id"] == "CIV"


def test_what_the_source_does_not_know_stays_missing() -> None:
    assert deaths().loc[["6", "7"], "nationality_place_id"].isna().all()


def test_a_mission_in_several_countries_has_no_place() -> None:
    place = deaths()["place_id"]
    assert place["1"] == place["3"] == "COD" and place["6"] == "SSD" and pd.isna(place["5"])


def test_the_release_is_the_day_of_the_newest_update() -> None:
    assert un_fatalities.release(published.parts("un_fatalities")) == "2026-02-20"
