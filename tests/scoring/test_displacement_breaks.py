"""Breaks as published: for pairs and whole origins, as known by a date, whatever else is on record."""

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from contracts.displacement_year import DISPLACEMENT_YEAR
from contracts.series_break import SERIES_BREAK
from contracts.solution_year import SOLUTION_YEAR
from scoring.displacement_breaks import breaks_of_series
from tests.displaced import flows, solutions, stocks

AS_OF = pd.Timestamp(2026, 6, 1)
NO_FLOWS, NO_SOLUTIONS = ASYLUM_FLOW_YEAR.empty(), SOLUTION_YEAR.empty()
AFGHANS = stocks(
    ("AFG", "IRN", "refugees", "2024-12-31", 3_400_000),
    ("AFG", "IRN", "refugees", "2025-12-31", 700_000),
    ("AFG", "PAK", "refugees", "2024-12-31", 1_000_000),
    ("AFG", "PAK", "refugees", "2025-12-31", 1_000_000),
    ("AFG", "IRN", "returned_refugees", "2025-12-31", 1_400_000),
)


def test_a_recount_is_published_for_the_pair_and_for_the_origin() -> None:
    found = breaks_of_series(AFGHANS, NO_FLOWS, NO_SOLUTIONS, AS_OF)
    assert found["asylum_id"].fillna("all").tolist() == ["IRN", "all"]
    assert found[["persons_before", "persons"]].to_numpy().tolist() == [[3_400_000, 700_000], [4_400_000, 1_700_000]]
    assert found["matching_flow"].tolist() == [1_400_000, 1_400_000] and not found["is_provisional"].any()


def test_flows_of_all_three_sources_explain_a_jump() -> None:
    gone = solutions(("AFG", "IRN", "resettlement", "2025-12-31", 1_300_000))
    assert breaks_of_series(AFGHANS, NO_FLOWS, gone, AS_OF).empty
    grown = stocks(("UKR", "POL", "refugees", "2021-12-31", 0), ("UKR", "POL", "refugees", "2022-12-31", 90_000))
    come = flows(("UKR", "POL", "applied", "2022-12-31", "persons", 50_000))
    assert len(breaks_of_series(grown, NO_FLOWS, NO_SOLUTIONS, AS_OF)) == 2
    assert breaks_of_series(grown, come, NO_SOLUTIONS, AS_OF).empty


def test_nothing_after_as_of_is_known() -> None:
    assert breaks_of_series(AFGHANS, NO_FLOWS, NO_SOLUTIONS, pd.Timestamp(2025, 11, 1)).empty
    late = solutions(("AFG", "IRN", "resettlement", "2026-12-31", 1_300_000))
    known = breaks_of_series(AFGHANS, NO_FLOWS, NO_SOLUTIONS, AS_OF)
    pd.testing.assert_frame_equal(breaks_of_series(AFGHANS, NO_FLOWS, late, AS_OF), known)


def test_small_origins_beside_and_the_order_of_rows_change_nothing() -> None:
    small = stocks(("SDN", "TCD", "refugees", "2024-12-31", 40_000), ("SDN", "TCD", "refugees", "2025-12-31", 10))
    wider = pd.concat([small, AFGHANS], ignore_index=True).sample(frac=1, random_state=2)
    known = breaks_of_series(AFGHANS, NO_FLOWS, NO_SOLUTIONS, AS_OF)
    pd.testing.assert_frame_equal(breaks_of_series(wider, NO_FLOWS, NO_SOLUTIONS, AS_OF), known)


def test_a_jump_between_mid_years_is_provisional() -> None:
    dates = {
        pd.Timestamp(2024, 12, 31): pd.Timestamp(2024, 6, 30),
        pd.Timestamp(2025, 12, 31): pd.Timestamp(2025, 6, 30),
    }
    halves = AFGHANS.assign(reference_date=AFGHANS["reference_date"].map(dates).astype("datetime64[us]"))
    assert breaks_of_series(halves, NO_FLOWS, NO_SOLUTIONS, AS_OF)["is_provisional"].tolist() == [True, True]


def test_nobody_on_record_gives_an_empty_table() -> None:
    nothing = breaks_of_series(DISPLACEMENT_YEAR.empty(), NO_FLOWS, NO_SOLUTIONS, AS_OF)
    pd.testing.assert_frame_equal(nothing, SERIES_BREAK.empty())
