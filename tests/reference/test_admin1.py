"""Names of provinces become units: by year, never dropped, never two at once."""

import csv
import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from reference._admin1_file import COLUMNS
from reference.admin1 import (
    Admin1FileError,
    admin1_units,
    parse_admin1,
    unit_ids,
    unknown_names,
)
from reference.countries import countries, country_from_gw

HEADER = ",".join(COLUMNS)
WEST = "adm1:SDN:west,West,Ouest,2012,,adm1:SDN:west-old,,West state"
OLD = "adm1:SDN:west-old,West (until 2011),Ouest (jusqu'en 2011),1994,2011,,,Western state|West state"


def asked(place: str, name: str | None, year: int) -> str | None:
    found = unit_ids(pd.Series([place]), pd.Series([name], dtype="str"), pd.Series([year]))
    return None if found.isna().all() else str(found.iloc[0])


@pytest.mark.parametrize(
    ("place", "name", "year", "unit"),
    [
        ("SDN", "Western Darfur state", 2004, "adm1:SDN:west-darfur-until-2011"),
        ("SDN", "West Darfur state", 2023, "adm1:SDN:west-darfur"),
        ("SDN", "Northern Darfur state", 2004, "adm1:SDN:north-darfur"),
        ("SDN", "North Darfur state", 2023, "adm1:SDN:north-darfur"),
        ("SDN", "Northern Darfur province", 1989, "adm1:SDN:darfur-until-1994"),
        ("SDN", "Upper Nile state", 1993, "adm1:SDN:upper-nile-until-1993"),
        ("SDN", "Upper Nile state", 1995, "adm1:SDN:upper-nile"),
        ("SSD", "Upper Nile state", 2014, "adm1:SSD:upper-nile"),
        ("SDN", "Bahr-al-Jabal state", 1998, "adm1:SDN:central-equatoria"),
        ("MMR", "Magway  region", 2022, "adm1:MMR:magway"),
        ("MMR", "Karen state", 1989, "adm1:MMR:kayin"),
        ("ETH", "Tigray province", 1990, "adm1:ETH:tigray-until-1994"),
        ("ETH", "Tigray state", 2021, "adm1:ETH:tigray"),
        ("LKA", "North Eastern province", 2006, "adm1:LKA:north-eastern-until-2006"),
        ("LKA", "Eastern province", 2007, "adm1:LKA:eastern"),
        ("MEX", "Ciudad de México", 2020, "adm1:MEX:mexico-city"),
        ("SDN", None, 1989, "adm1:SDN:unlocated"),
        ("SDN", "  ", 1989, "adm1:SDN:unlocated"),
        ("SDN", "Middle Darfur state", 2020, "adm1:SDN:unmapped"),
        ("SDN", "Tigray state", 2020, "adm1:SDN:unmapped"),
        ("SDN", "West Darfur state", 1980, "adm1:SDN:unmapped"),
        ("RWA", "Butare province", 1994, None),
    ],
)
def test_a_name_becomes_the_unit_of_its_year(place: str, name: str | None, year: int, unit: str | None) -> None:
    assert asked(place, name, year) == unit


def test_answers_keep_the_order_and_the_index_of_the_question() -> None:
    index = pd.Index([7, 3, 9])
    place = pd.Series(["SDN", "RWA", "SDN"], index=index)
    name = pd.Series(["Khartoum state", "Butare", None], index=index, dtype="str")
    found = unit_ids(place, name, pd.Series([2000, 1994, 2000], index=index))
    assert found.index.tolist() == [7, 3, 9]
    assert found[7] == "adm1:SDN:khartoum" and pd.isna(found[3]) and found[9] == "adm1:SDN:unlocated"


def test_an_unknown_name_is_told_with_its_years_and_the_remedy() -> None:
    place, year = pd.Series(["SDN"] * 3 + ["RWA"]), pd.Series([2019, 2021, 2020, 1994])
    name = pd.Series(["Middle Darfur state", "Middle Darfur state", None, "Butare"], dtype="str")
    (told,) = unknown_names(place, name, year)
    assert told == (
        "SDN 'Middle Darfur state' (2019-2021, 2 events): "
        "add the spelling to its unit, or a row, in reference/admin1.csv"
    )


def test_every_country_of_the_file_has_a_row_for_events_without_a_unit() -> None:
    units = admin1_units()
    for iso3 in {unit.iso3 for unit in units.values()}:
        assert f"adm1:{iso3}:unlocated" in units and f"adm1:{iso3}:unmapped" in units


def test_every_unit_of_the_south_goes_on_in_south_sudan() -> None:
    south = [unit for unit in admin1_units().values() if unit.iso3 == "SSD" and unit.spellings]
    assert len(south) == 10
    for unit in south:
        (before,) = unit.comes_from
        older = admin1_units()[before]
        assert older.iso3 == "SDN" and older.valid_to == unit.valid_from == 2011


def test_every_unit_speaks_both_languages_and_says_when_it_ended() -> None:
    for unit in admin1_units().values():
        assert unit.iso3 in countries() and unit.name and unit.name_fr
        assert unit.valid_to is None or (str(unit.valid_to) in unit.name and str(unit.valid_to) in unit.name_fr)


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([WEST, OLD, WEST], "more than one row"),
        ([WEST], "unknown units.*west-old"),
        ([WEST.replace("2012", "2010"), OLD], "'west state' means .* in one year"),
        ([OLD.replace("2011,,", "1990,,")], "ends before it begins"),
        ([OLD.replace("SDN", "QQQ")], "unknown country 'QQQ'"),
        ([OLD.replace("1994", "soon")], "soon"),
        ([OLD.replace("Western state|West state", "")], "no spelling"),
        ([OLD.replace("2011,,,", "2011,,2015,")], "changed outside its years"),
        ([OLD.replace("Ouest (jusqu'en 2011)", "")], "no name in one language"),
        ([OLD.replace("west-old", "unlocated")], "must look like"),
        ([OLD.replace("adm1:", "")], "must look like"),
    ],
)
def test_a_contradiction_in_the_file_is_named(rows: list[str], complaint: str) -> None:
    with pytest.raises(Admin1FileError, match=complaint):
        parse_admin1([HEADER, *rows])


def test_a_missing_column_is_named() -> None:
    with pytest.raises(Admin1FileError, match="columns are"):
        parse_admin1([HEADER.replace("changed,", "")])


def real_events(shared_data: Path) -> pd.DataFrame:
    """Place, name, year and deaths of every event in the real file."""
    with zipfile.ZipFile(shared_data / "ucdp/ged241-csv.zip") as archive, archive.open(archive.namelist()[0]) as raw:
        rows = list(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8")))
    table = pd.DataFrame(rows)[["country_id", "adm_1", "year", "best"]]
    return table.assign(
        place_id=country_from_gw(table["country_id"], "ucdp_ged"),
        year=table["year"].astype(int),
        best=table["best"].astype(int),
    )


def test_every_name_in_the_real_file_has_a_unit_and_no_death_is_lost(shared_data: Path) -> None:
    events = real_events(shared_data)
    assert unknown_names(events["place_id"], events["adm_1"], events["year"]) == []
    unit = unit_ids(events["place_id"], events["adm_1"], events["year"])
    assert unit.notna().all()
    assert (unit.str[5:8] == events["place_id"]).all()
    unlocated = events[unit == "adm1:SDN:unlocated"]
    assert unlocated["best"].sum() == 10_562
    assert round(100 * len(unlocated) / (events["place_id"] == "SDN").sum()) == 7
    assert events.loc[unit.str.contains("SDN:.*darfur"), "best"].sum() == 36_103
