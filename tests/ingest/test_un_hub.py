"""Resolutions, statements, operations and personnel, from the Data Hub's documentation."""

from typing import Any

import pandas as pd
import pytest

from ingest import sources, un_operations, un_personnel, un_resolutions
from ingest._council import places_in_terms
from tests import published


def parsed(source_id: str) -> Any:
    return sources()[source_id].parse(published.parts(source_id), published.TODAY)


@pytest.mark.parametrize(
    ("terms", "places"),
    [
        (["SUDAN--ARMS EMBARGO", "DARFUR (SUDAN)"], ("SDN",)),
        (["DEMOCRATIC REPUBLIC OF THE CONGO SITUATION"], ("COD",)),
        (["UN MISSION IN SOUTH SUDAN"], ("SSD",)),
        (["CHAD--REFUGEES", "SUDAN"], ("TCD", "SDN")),
        (["SUDANESE WOMEN", "MIDDLE EAST SITUATION", ""], ()),
    ],
)
def test_index_terms_name_places_word_for_word(terms: list[str], places: tuple[str, ...]) -> None:
    assert places_in_terms(terms) == places


def test_a_vote_is_a_number_or_unanimous_or_unknown() -> None:
    votes = parsed("un_resolutions").drop_duplicates("symbol").set_index("symbol")
    assert votes.loc["S/RES/9002 (2026)", ["votes_yes", "votes_abstain"]].tolist() == [13, 2]
    assert votes.loc["S/RES/9001 (2026)", "is_unanimous"] and pd.isna(votes.loc["S/RES/9001 (2026)", "votes_yes"])
    assert not votes.loc["S/RES/47 (1948)", "is_unanimous"] and pd.isna(votes.loc["S/RES/47 (1948)", "votes_yes"])


def test_a_document_has_a_row_for_each_place_and_one_when_it_names_none() -> None:
    table = parsed("un_resolutions").set_index("symbol")
    assert table.loc["S/RES/47 (1948)", "place_id"].tolist() == ["IND", "PAK"]
    assert table.loc["S/RES/9000 (2000)", "place_number"] == 0
    assert table.loc["S/RES/47 (1948)", "date"].iloc[0] == pd.Timestamp("1948-04-21")


def test_the_release_is_the_day_of_the_newest_document() -> None:
    assert un_resolutions.release(published.parts("un_resolutions")) == "2026-02-12"


def test_an_operation_has_the_place_where_it_works_and_the_end_of_its_mandate() -> None:
    table = parsed("un_operations").set_index(["mission", "date_start"])
    south_sudan = table.loc[("UNMISS", pd.Timestamp("2011-07-09"))]
    assert south_sudan["place_id"] == "SSD" and south_sudan["mandate_end"] == pd.Timestamp("2026-04-30")
    assert table.loc["UNTSO", "place_id"].isna().all()
    assert len(table.loc["UNEF"]) == 2  # two forces of that name


def test_a_political_mission_that_we_do_not_know_is_kept_without_a_place() -> None:
    table = parsed("un_operations").set_index("mission")
    assert pd.isna(table.loc["OSE-Atlantis", "place_id"]) and table.loc["UNAMA", "place_id"] == "AFG"
    assert un_operations.release(published.parts("un_operations")) == "2025-02-01"


def test_people_are_counted_only_where_women_and_men_are_reported() -> None:
    table = parsed("un_personnel").set_index("contribution_id")
    assert table.loc["4", "personnel"] == 2360 and table.loc["3", "personnel"] == 0
    assert pd.isna(table.loc["6", "personnel"]) and table.loc["6", "contributor_place_id"] == "CIV"
    assert un_personnel.release(published.parts("un_personnel")) == "2026-01-31"


def test_none_of_these_has_been_met_live() -> None:
    ids = ("un_resolutions", "un_statements", "un_operations", "un_personnel")
    assert not any(sources()[source_id].SOURCE.is_met_live for source_id in ids)
