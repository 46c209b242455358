"""Battle deaths by dyad: lists of countries, names that stand for two groups, and the known totals."""

from typing import Any

import pytest

from ingest import ucdp_battle_deaths
from ingest._source import Part
from tests import published


def dyads() -> Any:
    parts = published.parts("ucdp_battle_deaths")
    return ucdp_battle_deaths.parse(parts, published.TODAY).set_index(["dyad_id", "year"])


def test_lists_of_countries_become_lists_of_places_in_their_order() -> None:
    between = dyads().loc[("9004", 2012)]
    assert (between["location_gw"], between["place_ids"]) == ("626,625", "SSD,SDN")
    assert between["battle_place_ids"] == "SDN,SSD"


def test_one_name_for_two_groups_stays_two_dyads() -> None:
    greens = dyads().query("side_b == 'Greens'")
    assert greens["place_ids"].tolist() == ["SDN", "SSD"] and greens["conflict_id"].nunique() == 2


def test_a_government_is_fought_for_without_a_territory() -> None:
    table = dyads()["territory"]
    assert table["9002", 2011] == "Invented hills" and table.isna()["9003", 2011]


def test_a_best_outside_its_band_is_flagged_and_the_band_widened() -> None:
    doubtful = dyads().loc[("9005", 1994)]  # published: best 145, low 20, high 140
    assert doubtful["is_bounds_inconsistent"] and doubtful["fatalities_high"] == 145


def test_every_row_says_that_it_holds_one_type_of_violence() -> None:
    assert set(dyads()["types_covered"]) == {"state_based"}


@pytest.mark.parametrize(
    ("dyad_id", "side_b", "deaths", "peak"),
    [("868", "UCK", 2_639, {1998, 1999}), ("877", "UCK", 72, {2001})],
)
def test_two_groups_named_alike_have_their_known_totals(
    shared_data: Any, dyad_id: str, side_b: str, deaths: int, peak: set[int]
) -> None:
    rows = real(shared_data).query("dyad_id == @dyad_id")
    assert set(rows["side_b"]) == {side_b} and rows["fatalities_best"].sum() == deaths
    assert int(rows.loc[rows["fatalities_best"].idxmax(), "year"]) in peak


def test_the_lord_s_resistance_army_has_its_known_total(shared_data: Any) -> None:
    table = real(shared_data)
    assert table.loc[table["side_b"] == "LRA", "fatalities_best"].sum() == 8_579
    assert len(table) == 1_995 and table["is_bounds_inconsistent"].sum() == 5


def real(shared_data: Any) -> Any:
    name = "BattleDeaths_v25_1.csv"
    zipped = published.zipped(name, (shared_data / "ucdp" / name).read_bytes())
    address = "https://ucdp.uu.se/downloads/brd/ucdp-brd-dyadic-251-csv.zip"
    return ucdp_battle_deaths.parse([Part(address, zipped)], published.TODAY)
