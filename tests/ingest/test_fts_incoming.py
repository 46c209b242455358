"""Flows: repeated for each destination, counted once; pledged, committed and paid stay apart."""

from typing import Any

import pandas as pd

from ingest import fts_incoming
from tests import published


def flows() -> Any:
    return fts_incoming.parse(published.parts("fts_incoming"), published.TODAY).set_index("flow_id")


def test_a_flow_to_several_countries_is_one_flow_of_its_whole_amount() -> None:
    table = flows()
    assert len(table) == 8  # ten rows, one flow three times
    assert table.loc["7004", "destinations"] == "SDN,SSD,TCD" and table.loc["7004", "amount_usd"] == 900_000


def test_only_a_flow_to_one_country_has_a_place() -> None:
    place = flows()["place_id"]
    assert place["7001"] == "SDN" and pd.isna(place["7004"]) and pd.isna(place["7005"])


def test_pledges_commitments_and_payments_of_a_giver_can_be_told_apart() -> None:
    table = flows()
    to_sudan = table[(table["place_id"] == "SDN") & (table["source_place_id"] == "CAN")]
    by_status = to_sudan.groupby("flow_status")["amount_usd"].sum().to_dict()
    assert by_status == {"commitment": 5_000_000, "paid": 2_000_000, "pledge": 1_000_000}


def test_parked_money_may_be_zero_or_less() -> None:
    parked = flows().query("is_parked")["amount_usd"]
    assert parked.to_dict() == {"7005": -40_000, "7006": 0}


def test_what_is_not_given_stays_missing() -> None:
    table = flows()
    assert pd.isna(table.loc["7006", "budget_year"]) and table.loc["7007", "budget_year"] == 1980
    assert pd.isna(table.loc["7007", "source_place_id"]) and pd.isna(table.loc["7008", "source_organisation"])
    assert table.loc["7008", "plan_id"] == "none"


def test_the_file_is_about_the_year_that_lies_in_all_flows() -> None:
    assert set(flows()["usage_year"]) == {2026}
