"""What is newer than the yearly count: nowcast, operations, events and rounds, none of which is added to it."""

import pandas as pd

from ingest import idmc_displacements, iom_dtm, unhcr_nowcasting, unhcr_portal
from tests import published

TODAY = published.TODAY


def portal() -> pd.DataFrame:
    return unhcr_portal.parse(published.parts("unhcr_portal"), TODAY)


def test_a_nowcast_is_of_the_world_by_month_and_a_dash_has_no_row() -> None:
    table = unhcr_nowcasting.parse(published.parts("unhcr_nowcasting"), TODAY)
    by_type = table.set_index(["population_type", "month"])["persons"]
    assert by_type["asylum_seekers", pd.Timestamp(2025, 12, 1)] == 8_950_000  # digits as text
    assert by_type["refugees"].index.max() == pd.Timestamp(2026, 2, 1)
    assert by_type["asylum_seekers"].index.max() == pd.Timestamp(2026, 1, 1)
    assert unhcr_nowcasting.release(published.parts("unhcr_nowcasting")) == "2026-02"


def test_an_operations_date_is_read_and_its_month_is_not() -> None:
    in_sudan = portal()[lambda rows: (rows["asylum_id"] == "SDN") & (rows["origin_id"] == "SSD")]
    assert in_sudan["date"].tolist() == [pd.Timestamp(2025, 10, 31)]  # its month says 15


def test_others_and_various_stay_two_rows_of_people_of_unnamed_origin() -> None:
    unnamed = portal()[lambda rows: (rows["asylum_id"] == "SSD") & (rows["origin_id"] == "UNK")]
    assert unnamed.set_index("origin_code")["persons"].to_dict() == {"OTH": 0, "VAR": 5800}


def test_an_operation_without_a_figure_has_no_row_and_new_arrivals_are_no_registration() -> None:
    assert "ERI" not in set(portal()["origin_id"])
    from_sudan = portal()[lambda rows: rows["origin_id"] == "SDN"].set_index("asylum_id")["counted_as"]
    assert from_sudan.to_dict() == {"SSD": "new_arrivals", "UGA": "registered"}


def test_groups_under_a_label_are_named_in_the_operations_words() -> None:
    in_uganda = portal()[lambda rows: (rows["asylum_id"] == "UGA") & (rows["origin_id"] == "SSD")]
    assert "Asylum-Seekers" in in_uganda["groups_published"].item()  # though labelled refugees


def test_of_several_figures_on_one_movement_the_newest_recommended_one_counts() -> None:
    events = idmc_displacements.parse(published.parts("idmc_displacements"), TODAY).set_index("figure_id")
    assert events["is_counted"].to_dict() == {"9001": False, "9002": True, "9003": False, "9004": True, "9005": True}
    assert events.loc["9005", "displacements"] == 0 and "9006" not in events.index  # 0 is a figure, blank is none


def test_an_older_file_without_roles_counts_the_newest_figure() -> None:
    edit = published.replacing("idus_view_flat.csv", ",role,", ",grade,")
    events = idmc_displacements.parse(published.parts("idmc_displacements", edit), TODAY).set_index("figure_id")
    assert events["is_counted"].to_dict() == {"9001": False, "9002": True, "9003": True, "9004": True, "9005": True}


def test_a_round_given_in_rows_is_added_up_within_its_operation_and_below_countries_nothing_is_read() -> None:
    table = iom_dtm.parse(published.parts("iom_dtm"), TODAY)
    in_sudan = table[table["place_id"] == "SDN"].set_index("operation")["persons"]
    monthly, overview = "Armed Clashes in Sudan (Monthly)", "Armed Clashes in Sudan (Overview)"
    assert in_sudan.to_dict() == {monthly: 9_190_000, overview: 11_300_000}  # 9,100,000 + 90,000
    assert "SSD" not in set(table["place_id"])  # a round without a figure


def test_iom_figures_are_never_passed_on() -> None:
    assert not iom_dtm.SOURCE.enters_release
