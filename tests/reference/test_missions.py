"""Missions lead to places, by acronym and without guessing."""

import datetime
from pathlib import Path

import pandas as pd
import pytest

from reference.countries import UnknownCodeError
from reference.missions import mission_from_name, missions, place_of_mission


def test_a_mission_in_one_country_has_its_place() -> None:
    places = place_of_mission(pd.Series(["MONUSCO", "UNMISS", "UNMIK", "UNISFA"]))
    assert places.tolist() == ["COD", "SSD", "XKX", "AB9"]


def test_a_mission_in_several_countries_or_in_none_has_no_single_place() -> None:
    assert place_of_mission(pd.Series(["UNTSO", "UNPROFOR", "UNOWAS", "UNSecretariat"])).isna().all()
    assert missions()["UNMEE"].places == ("ERI", "ETH") and missions()["UNOWAS"].places == ()


def test_successive_missions_that_share_an_acronym_are_one_row() -> None:
    assert mission_from_name(pd.Series(["UNEF", "UNEF II", "UNAVEM III"]), "any").tolist() == ["UNEF", "UNEF", "UNAVEM"]


def test_an_unknown_mission_is_refused_with_its_name_and_a_remedy() -> None:
    with pytest.raises(UnknownCodeError, match=r"any: unknown place codes 'UNXYZ'; .*reference/missions\.csv"):
        mission_from_name(pd.Series(["MONUC", "UNXYZ"]), "any")


def test_a_mission_that_took_over_begins_when_the_other_ended() -> None:
    known = missions()
    for before, after in (("MONUC", "MONUSCO"), ("MINUSTAH", "MINUJUSTH"), ("UNSOM", "UNTMIS"), ("UNMIS", "UNMISS")):
        ended, began = known[before].valid_to, known[after].valid_from
        assert ended and began and abs((began - ended).days) <= 1, (before, after)


def test_every_mission_but_offices_for_a_region_names_its_places() -> None:
    without = {one.mission for one in missions().values() if not one.places}
    assert without == {"UNOAU", "UNOCA", "UNOWA", "UNOWAS", "UNRCCA", "UNSecretariat"}


def test_a_mission_without_an_end_began_before_today() -> None:
    going_on = [one for one in missions().values() if one.valid_to is None and one.mission != "UNSecretariat"]
    assert all(one.valid_from and one.valid_from > datetime.date(1945, 10, 24) for one in going_on)


def test_every_mission_of_the_published_deaths_is_known(shared_data: Path) -> None:
    published = pd.read_csv(shared_data / "psdata" / "DPPADPOSS-FATALITIES.csv", usecols=["mission_acronym"])
    assert len(mission_from_name(published["mission_acronym"], "any")) == 4350
