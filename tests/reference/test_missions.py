"""Missions lead to places, by acronym and without guessing."""

import datetime
import re
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


def test_every_mission_has_its_decision_but_a_few_that_were_set_up_by_letters() -> None:
    without = {one.mission for one in missions().values() if not one.sources}
    assert without == {
        *("OSESGY", "OSESyria", "UNGCI", "UNMAO", "UNOAU", "UNOCA", "UNOHCI", "UNOWA", "UNOWAS", "UNPF", "UNPOS"),
        *("UNRCCA", "UNSCO", "UNSCOL", "UNSecretariat", "UNTOP"),
    }


def test_the_decision_was_taken_when_the_mission_began() -> None:
    for one in missions().values():
        dated = re.search(r"\((\d{4})\)|S/PRST/(\d{4})/", one.sources[0]) if one.sources else None
        if dated:
            year = int(dated[1] or dated[2])
            assert one.valid_from and one.valid_from.year - year in (0, 1), one.mission


def test_a_mandate_ends_with_the_decision_not_with_the_last_plane() -> None:
    assert missions()["MINUSMA"].valid_to == datetime.date(2023, 6, 30)  # withdrawn by the end of the year
    assert missions()["UNITAMS"].valid_to == datetime.date(2023, 12, 3)


def test_every_mission_of_the_published_deaths_is_known(shared_data: Path) -> None:
    published = pd.read_csv(shared_data / "psdata" / "DPPADPOSS-FATALITIES.csv", usecols=["mission_acronym"])
    found = mission_from_name(published["mission_acronym"], "any")
    assert len(found) == 4350
    # every one leads to a country or is declared to work for a region or at headquarters
    assert {name for name in found.unique() if not missions()[name].places} == {
        "UNOAU",
        "UNOWA",
        "UNOWAS",
        "UNSecretariat",
    }
