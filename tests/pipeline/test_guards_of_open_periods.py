"""Money that still comes in must pass, and money that was multiplied must not."""

import pandas as pd
import pytest

from contracts._contract import Column, TableContract
from ingest._source import Source
from pipeline.guards import findings

MONEY = (Column("usd", "count", "dollars"), Column("is_provisional", "flag", "may still change"))
BY_YEAR = TableContract(
    name="money_year",
    grain="place, budget year",
    key=("place_id", "year"),
    time="year",
    measures=("usd",),
    open_flag="is_provisional",
    columns=(Column("place_id", "text", "where"), Column("year", "count", "budget year"), *MONEY),
)
BY_FLOW = TableContract(
    name="money_flow",
    grain="one flow",
    key=("flow_id",),
    time="date",
    places=(),
    measures=("usd",),
    window="usage_year",
    columns=(
        Column("flow_id", "text", "which"),
        Column("date", "date", "when"),
        Column("usage_year", "count", "the year that the file is about"),
        MONEY[0],
    ),
)


def source(table: TableContract) -> Source:
    return Source("money", "Money", "Fund", "free", "Fund", "https://example.org", table, 30, "none")


def years(**usd: int) -> pd.DataFrame:
    """Dollars by budget year, all of one place, as they stood in 2026."""
    named = {int(year.removeprefix("y")): amount for year, amount in usd.items()}
    return BY_YEAR.validate(
        pd.DataFrame({"place_id": "SDN", "year": named.keys(), "usd": named.values()}).assign(
            is_provisional=lambda table: table["year"] >= 2026
        )
    )


def flows(usage_year: int, *usd: int, newest: str = "2026-04-17") -> pd.DataFrame:
    return BY_FLOW.validate(
        pd.DataFrame({"flow_id": [f"{number}" for number in range(len(usd))], "usd": usd}).assign(
            date=pd.Timestamp(newest), usage_year=usage_year
        )
    )


BEFORE = years(y2024=1000, y2025=2000, y2026=300, y2027=200)


def test_the_current_and_future_years_may_move_a_lot() -> None:
    assert findings(BEFORE, years(y2024=1000, y2025=2010, y2026=900, y2027=700), source(BY_YEAR)) == []


def test_a_past_year_may_not_move_a_lot() -> None:
    said = findings(BEFORE, years(y2024=1000, y2025=2900, y2026=300, y2027=200), source(BY_YEAR))
    assert len(said) == 1 and "usd of 2025 moved from 2000 to 2900" in said[0]


def test_a_year_that_was_open_before_is_not_compared_once_it_is_over() -> None:
    later = years(y2024=1000, y2025=2000, y2026=900, y2027=200).assign(is_provisional=lambda t: t["year"] >= 2027)
    assert findings(BEFORE, later, source(BY_YEAR)) == []


def test_the_newest_data_is_of_the_year_that_is_going_on() -> None:
    assert BY_YEAR.newest(BEFORE) == "2026"
    without_2027 = BEFORE[BEFORE["year"] < 2027]
    assert findings(BEFORE, without_2027, source(BY_YEAR))[0].startswith("rows fell")  # not: an older file


def test_new_flows_may_multiply_the_sum_of_their_year() -> None:
    assert findings(flows(2026, 100, 200), flows(2026, 100, 210, 5000, 9000), source(BY_FLOW)) == []


@pytest.mark.parametrize("factor", [0, 2])
def test_flows_that_were_there_before_may_not_be_multiplied(factor: int) -> None:
    changed = flows(2026, 100 * factor, 200 * factor, 5000)
    assert "usd of 2026 moved from 300" in findings(flows(2026, 100, 200), changed, source(BY_FLOW))[0]


def test_a_file_about_the_next_year_is_smaller_and_compared_with_nothing() -> None:
    begun = flows(2027, 900, newest="2026-03-01")
    assert findings(flows(2026, 100, 200, 300), begun, source(BY_FLOW)) == []


def test_a_file_about_the_year_before_is_held_back() -> None:
    assert "usage_year is 2025, earlier than 2026" in findings(flows(2026, 100), flows(2025, 100), source(BY_FLOW))[0]
