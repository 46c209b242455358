"""A number of refugees that jumps without flows is a break; small, matched and unequal dates are none."""

import pandas as pd
import pytest

from contracts.displacement_year import DISPLACEMENT_YEAR
from contracts.solution_year import SOLUTION_YEAR
from indicators._series_break import known_flows, series_breaks

Cell = tuple[str, str, str, str, float]


def stocks(*cells: Cell) -> pd.DataFrame:
    """Cells of (origin, asylum, type, date, persons)."""
    names = ["origin_id", "asylum_id", "population_type", "reference_date", "persons"]
    table = pd.DataFrame(cells, columns=names).assign(source_id="unhcr_population", is_masked=False)
    table["reference_date"] = pd.to_datetime(table["reference_date"])
    return DISPLACEMENT_YEAR.validate(table)


def series(
    before: int, after: int, asylum: str = "IRN", days: tuple[str, str] = ("2024-12-31", "2025-12-31")
) -> list[Cell]:
    return [("AFG", asylum, "refugees", day, persons) for day, persons in zip(days, (before, after), strict=True)]


def returns(persons: int, asylum: str = "IRN", day: str = "2025-12-31") -> Cell:
    return ("AFG", asylum, "returned_refugees", day, persons)


def found(table: pd.DataFrame, solutions: pd.DataFrame | None = None) -> list[tuple[str, str, float]]:
    """Asylum (all for a whole origin), date and matching flow of each break."""
    breaks = series_breaks(table, known_flows(table, solutions=solutions)).fillna({"asylum_id": "all"})
    days = breaks["reference_date"].dt.strftime("%Y-%m-%d")
    return list(zip(breaks["asylum_id"], days, breaks["matching_flow"], strict=True))


def test_a_recount_is_a_break_of_the_pair_and_of_the_origin() -> None:
    # 3.4 million become 0.7; of the 2.7 million less, 1.4 million are known to have returned: half is open.
    table = stocks(*series(3_400_000, 700_000), returns(1_400_000))
    assert found(table) == [("all", "2025-12-31", 1_400_000.0), ("IRN", "2025-12-31", 1_400_000.0)]


def test_a_fall_that_returns_explain_is_none() -> None:
    assert found(stocks(*series(3_400_000, 700_000), returns(2_600_000))) == []


def test_solutions_explain_a_fall_too_and_no_return_counts_twice() -> None:
    gone = pd.DataFrame(
        {"solution": ["returned_refugees", "resettlement", "naturalisation"], "persons": [1_400_000, 700_000, 600_000]}
    ).assign(
        origin_id="AFG", asylum_id="IRN", reference_date=pd.Timestamp(2025, 12, 31), source_id="s", is_masked=False
    )
    table = stocks(*series(3_400_000, 700_000), returns(1_400_000))
    assert found(table, SOLUTION_YEAR.validate(gone)) == []  # 2.7 million gone; 1.4 alone leave half open
    only_returns = SOLUTION_YEAR.validate(gone[gone["solution"] == "returned_refugees"])
    assert [flow for _, _, flow in found(table, only_returns)] == [1_400_000.0, 1_400_000.0]


@pytest.mark.parametrize(
    ("before", "after", "is_break"),
    [
        (200_000, 150_001, False),  # less than 50,000
        (200_000, 149_999, True),  # 25.0005 %, 50,001 persons
        (400_000, 300_000, False),  # 25 % and no more
        (400_000, 299_999, True),
        (0, 50_001, True),
        (10_000, 60_000, False),
    ],
)
def test_a_jump_is_more_than_a_quarter_and_more_than_50_000(before: int, after: int, is_break: bool) -> None:
    assert bool(found(stocks(*series(before, after)))) is is_break


def test_mid_year_is_never_compared_with_year_end() -> None:
    assert found(stocks(*series(3_400_000, 700_000, days=("2024-12-31", "2025-06-30")))) == []
    assert len(found(stocks(*series(3_400_000, 700_000, days=("2024-06-30", "2025-06-30"))))) == 2


def test_between_mid_years_the_flows_of_both_halves_count() -> None:
    mid_years = series(3_400_000, 700_000, days=("2024-06-30", "2025-06-30"))
    halves = [returns(1_400_000, day="2024-12-31"), returns(1_300_000, day="2025-06-30")]
    assert found(stocks(*mid_years, *halves)) == []


def test_flows_the_other_way_explain_nothing() -> None:
    assert len(found(stocks(*series(700_000, 3_400_000), returns(2_700_000)))) == 2


def test_a_move_between_two_countries_is_a_break_of_each_pair_but_not_of_the_origin() -> None:
    table = stocks(*series(900_000, 300_000), *series(100_000, 700_000, asylum="PAK"))
    assert found(table) == [("IRN", "2025-12-31", 0.0), ("PAK", "2025-12-31", 0.0)]


def test_a_year_without_the_one_before_is_compared_with_nothing() -> None:
    assert found(stocks(*series(900_000, 300_000, days=("2023-12-31", "2025-12-31")))) == []


def test_nobody_on_record_is_no_break() -> None:
    assert found(DISPLACEMENT_YEAR.empty()) == []
