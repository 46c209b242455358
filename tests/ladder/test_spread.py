"""From events to months: by days, in whole numbers, within the event's own year, and nothing lost."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.spread import BOUNDS, spread_over_months
from tests import builders

DAYS = st.dates(date(2018, 11, 1), date(2021, 2, 28))
EVENTS = st.builds(
    lambda start, length, best, down, up, before: {
        "start": start,
        "end": start + timedelta(days=length),
        "year": max(start.year, (start + timedelta(days=length)).year - before),
        "best": best,
        "low": max(0, best - down),
        "high": best + up,
    },
    DAYS,
    st.integers(0, 500),
    st.integers(0, 5000),
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(0, 2),
)


def spread(*rows: dict[str, Any]) -> Any:
    return spread_over_months(builders.events(*rows))


def by_month(*rows: dict[str, Any]) -> dict[str, int]:
    table = spread(*rows)
    return {f"{month:%Y-%m}": int(best) for month, best in table.groupby("month")["fatalities_best"].sum().items()}


def test_an_event_of_one_day_stays_in_its_month() -> None:
    assert by_month({"start": "2020-02-29", "best": 9}) == {"2020-02": 9}


def test_deaths_follow_the_days() -> None:
    # 30 January to 2 February: two days in each month.
    assert by_month({"start": "2020-01-30", "end": "2020-02-02", "best": 4}) == {"2020-01": 2, "2020-02": 2}


def test_remainders_go_to_the_largest_fraction() -> None:
    # 25 January to 3 March 2021 is 7 + 28 + 3 = 38 days. Of 10 deaths: 1.842, 7.368, 0.789.
    # Whole parts 1 + 7 + 0 = 8; the two left go to .842 (January) and .789 (March).
    found = by_month({"start": "2021-01-25", "end": "2021-03-03", "best": 10})
    assert found == {"2021-01": 2, "2021-02": 7, "2021-03": 1}


def test_the_earlier_month_wins_a_tie() -> None:
    # One day in each month: of 3 deaths 1.5 and 1.5.
    assert by_month({"start": "2021-01-31", "end": "2021-02-01", "best": 3}) == {"2021-01": 2, "2021-02": 1}


def test_exact_shares_fall_short_by_no_rounding_error() -> None:
    # 1 April to 30 June is 30 + 31 + 30 = 91 days: of 91 deaths each month gets its days exactly.
    found = by_month({"start": "2021-04-01", "end": "2021-06-30", "best": 91})
    assert found == {"2021-04": 30, "2021-05": 31, "2021-06": 30}


def test_an_event_across_new_year_stays_in_the_year_the_source_gives_it() -> None:
    across = {"start": "2011-12-28", "end": "2012-01-06", "best": 10}
    assert by_month({**across, "year": 2011}) == {"2011-12": 10}
    assert by_month({**across, "year": 2012}) == {"2012-01": 10}


def test_an_event_whose_days_never_touch_its_year_stands_in_january_of_it() -> None:
    assert by_month({"start": "2010-06-05", "end": "2010-07-05", "year": 2012, "best": 8}) == {"2012-01": 8}


def test_an_end_before_the_beginning_counts_as_one_day() -> None:
    assert by_month({"start": "2020-03-10", "end": "2020-01-10", "best": 5}) == {"2020-03": 5}


def test_a_month_that_is_touched_without_a_death_is_there_with_zero() -> None:
    assert by_month({"start": "2020-03-31", "end": "2020-04-01", "best": 1}) == {"2020-03": 1, "2020-04": 0}


def test_place_type_source_and_flag_travel_with_each_month() -> None:
    table = spread({"start": "2020-03-31", "end": "2020-04-01", "best": 2, "violence_type": "one_sided"})
    assert set(table["place_id"]) == {"SDN"} and set(table["violence_type"]) == {"one_sided"}
    assert set(table["source_id"]) == {"ucdp_ged"} and set(table["year"]) == {2020}


def test_no_events_give_no_months() -> None:
    assert len(spread()) == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=6))
def test_nothing_is_lost_nothing_leaves_its_year_and_deaths_stay_whole(rows: list[dict[str, Any]]) -> None:
    table = spread(*({**row, "place_id": f"P{number}"} for number, row in enumerate(rows)))
    assert (table[list(BOUNDS)] >= 0).all().all() and all(table[bound].dtype == "int64" for bound in BOUNDS)
    assert not table.duplicated(["place_id", "month"]).any()
    for number, row in enumerate(rows):
        own = table[table["place_id"] == f"P{number}"]
        assert {bound: own[bound].sum() for bound in BOUNDS} == builders.banded(row, row["best"])
        assert set(own["month"].dt.year) == {row["year"]}


@settings(max_examples=30, deadline=None)
@given(EVENTS)
def test_each_month_is_within_one_death_of_its_exact_share(row: dict[str, Any]) -> None:
    table = spread(row)
    opens, closes = max(row["start"], date(row["year"], 1, 1)), min(row["end"], date(row["year"], 12, 31))
    if opens > closes:  # its days never touch its year: another test
        return
    days = pd.Series(pd.date_range(opens, closes)).dt.to_period("M").value_counts()
    for month, best in zip(table["month"], table["fatalities_best"], strict=True):
        exact = row["best"] * days[month.to_period("M")] / days.sum()
        assert abs(best - exact) < 1 + 1e-9


@pytest.mark.parametrize("best", [2, 30, 4000])
def test_an_event_reported_as_two_equal_halves_leaves_the_total(best: int) -> None:
    days = {"start": "2020-01-20", "end": "2020-04-03"}
    whole, halves = spread({**days, "best": best}), spread(*[{**days, "best": best // 2}] * 2)
    assert whole["fatalities_best"].sum() == halves["fatalities_best"].sum() == best
