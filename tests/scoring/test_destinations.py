"""Where the people of an origin are: three columns, shares of the origin's own, ranks among places alone."""

from typing import Any

import pandas as pd
import pytest

from contracts.destination_year import DESTINATION_YEAR
from contracts.displacement_year import DISPLACEMENT_YEAR
from scoring.destinations import destinations
from tests.displaced import stocks

AS_OF = pd.Timestamp(2026, 6, 1)
DAY = "2025-12-31"
SUDAN = stocks(
    ("SDN", "TCD", "refugees", DAY, 700),
    ("SDN", "TCD", "asylum_seekers", DAY, 20),
    ("SDN", "EGY", "refugees", DAY, 100),
    ("SDN", "EGY", "asylum_seekers", DAY, 180),
    ("SDN", "CAN", "refugees", DAY, 0),
    ("SDN", "UNK", "refugees", DAY, 200),
    ("SDN", "SDN", "idps", DAY, 9000),
)


def by_asylum(table: pd.DataFrame) -> Any:
    return destinations(table, AS_OF).set_index("asylum_id")


def test_types_stay_apart_and_shares_are_of_the_origin_alone() -> None:
    other = stocks(("SSD", "TCD", "refugees", DAY, 5000))
    found = by_asylum(SUDAN)
    chad = found.loc["TCD"]
    assert (chad["refugees"], chad["asylum_seekers"], pd.isna(chad["oip"])) == (700, 20, True)
    assert chad["share_of_refugees"] == 0.7 and chad["share_of_all"] == 0.6  # of 1,000 refugees; of 1,200 together
    assert found.loc["EGY", "share_of_refugees"] == 0.1
    beside = destinations(pd.concat([SUDAN, other], ignore_index=True), AS_OF)
    pd.testing.assert_frame_equal(
        beside[beside["origin_id"] == "SDN"].reset_index(drop=True), destinations(SUDAN, AS_OF)
    )


def test_a_small_share_is_seen_to_be_small() -> None:
    found = by_asylum(stocks(("SDN", "TCD", "refugees", DAY, 2_819_801), ("SDN", "CAN", "refugees", DAY, 936)))
    assert found.loc["CAN", "share_of_refugees"] == pytest.approx(936 / 2_820_737, abs=5e-7)  # 0.03 %


def test_unknown_places_count_in_totals_and_are_never_ranked() -> None:
    found = by_asylum(SUDAN)
    assert found["rank"].dropna().to_dict() == {"TCD": 1, "EGY": 2} and pd.isna(found.loc["UNK", "rank"])
    stateless = destinations(stocks(("XXA", "TCD", "refugees", DAY, 50)), AS_OF)
    assert stateless["refugees"].tolist() == [50] and stateless["rank"].isna().all()


def test_nobody_has_no_row_and_the_displaced_within_are_no_destination() -> None:
    assert set(by_asylum(SUDAN).index) == {"TCD", "EGY", "UNK"}


def test_equal_numbers_share_a_rank() -> None:
    cells = [("SDN", asylum, "refugees", DAY, persons) for asylum, persons in (("TCD", 5), ("EGY", 9), ("UGA", 5))]
    assert by_asylum(stocks(*cells))["rank"].to_dict() == {"EGY": 1, "TCD": 2, "UGA": 2}


def test_a_hidden_figure_is_missing_and_flagged_not_0() -> None:
    canada = by_asylum(stocks(("SDN", "CAN", "refugees", DAY, None), ("SDN", "TCD", "refugees", DAY, 10))).loc["CAN"]
    assert (
        canada["is_masked"]
        and pd.isna(canada["refugees"])
        and pd.isna(canada["share_of_all"])
        and pd.isna(canada["rank"])
    )


def test_the_newest_ten_reference_years_are_there_and_none_after_as_of() -> None:
    series = stocks(*(("SDN", "TCD", "refugees", f"{year}-12-31", year) for year in range(2010, 2026)))
    assert destinations(series, AS_OF)["reference_date"].dt.year.tolist() == list(range(2016, 2026))
    earlier = destinations(series, pd.Timestamp(2020, 11, 1))
    assert earlier["reference_date"].dt.year.tolist() == list(range(2010, 2020))
    pd.testing.assert_frame_equal(earlier, destinations(series[series["reference_date"].dt.year < 2020], AS_OF))


def test_mid_years_are_provisional_and_the_order_of_rows_changes_nothing() -> None:
    table = stocks(("SDN", "TCD", "refugees", DAY, 10), ("SDN", "TCD", "refugees", "2026-06-30", 12))
    assert destinations(table, AS_OF)["is_provisional"].tolist() == [False, True]
    shuffled = SUDAN.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(destinations(shuffled, AS_OF), destinations(SUDAN, AS_OF))


def test_nothing_on_record_gives_an_empty_table() -> None:
    pd.testing.assert_frame_equal(destinations(DISPLACEMENT_YEAR.empty(), AS_OF), DESTINATION_YEAR.empty())
