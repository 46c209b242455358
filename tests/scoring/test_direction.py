"""Which way deaths have moved: each place by its own months, nothing beyond them, and no word without evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pytest

from contracts.direction import DIRECTION
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.trend_verdict import TREND_VERDICT
from indicators import indicators
from scoring.direction import directions
from scoring.trend_verdicts import trend_verdicts
from tests import builders

NEEDED = (
    *("fatalities_12_months", "run_rate_3_months", "trend_36_months", "trend_60_months"),
    *("fatalities_year", "trend_10_years"),
)
PERIOD_OF = {name: indicators()[name].INDICATOR.period for name in NEEDED}
AS_OF = pd.Timestamp(2021, 12, 1)
GROWING = [20, 22, 25, 28, 30, 33, 37, 41, 45, 50]  # every year more than the one before
Deaths = Mapping[str, Sequence[int | None]]


def found(months: Deaths, years: Deaths | None = None, as_of: pd.Timestamp = AS_OF, **columns: Any) -> pd.DataFrame:
    """Directions from months that begin in January 2015 and years that begin in 2012."""
    nothing = builders.monthly({"SDN": [0]}, "2015-01-01").iloc[:0]
    tables = {
        "violence_month": builders.monthly(dict(months), "2015-01-01", **columns) if months else nothing,
        "violence_year": builders.yearly(dict(years or {}), 2012),
    }
    return directed(tables, as_of)


def directed(tables: Mapping[str, pd.DataFrame], as_of: pd.Timestamp = AS_OF) -> pd.DataFrame:
    scores = [indicators()[name].compute(tables, as_of) for name in NEEDED]
    trends = pd.concat([table for table in scores if "p_value" in table], ignore_index=True)
    together = INDICATOR_SCORES.validate(pd.concat(scores, ignore_index=True))
    return directions(together, trend_verdicts(trends, PERIOD_OF))


def last(table: pd.DataFrame, place: str = "SDN") -> Any:
    return table[table["place_id"] == place].iloc[-1]


def test_three_months_far_above_the_year_are_worse() -> None:
    # Nine months of 1 and three of 30: (1 + 4 x 90) / (1 + 99) = 3.61.
    row = last(found({"SDN": [1] * 9 + [30] * 3}))
    assert (row["direction"], row["reason"], row["window_months"]) == ("worse", "run_rate", 12)
    assert row["run_rate"] == pytest.approx(3.61) and row["month"] == pd.Timestamp(2015, 12, 1)


def test_three_months_far_below_the_year_are_better() -> None:
    # Nine months of 30 and three of none: 1 / 271 = 0.004.
    row = last(found({"SDN": [30] * 9 + [0] * 3}))
    assert (row["direction"], row["reason"]) == ("better", "run_rate")


def test_half_of_the_pace_is_no_clear_change_for_deaths_come_in_bursts() -> None:
    # (1 + 4 x 15) / (1 + 105) = 0.58, and no trend can be asked of twelve months.
    row = last(found({"SDN": [10] * 9 + [5] * 3}))
    assert (row["direction"], row["reason"], row["window_months"]) == ("no_clear_change", "not_shown", 12)


def test_a_pace_that_one_estimate_does_not_bear_out_is_not_spoken_of() -> None:
    months = builders.monthly({"SDN": [1] * 9 + [30] * 3}, "2015-01-01")
    # By the low estimates 1 a month throughout: (1 + 12) / (1 + 12) = 1.
    wide = months.assign(fatalities_low=1)
    tables = {"violence_month": wide, "violence_year": builders.yearly({}, 2012)}
    assert last(directed(tables))["direction"] == "no_clear_change"


def test_too_few_deaths_and_none_are_two_answers() -> None:
    table = found({"SDN": [1] * 12, "LKA": [0] * 12})
    assert (last(table)["direction"], last(table)["reason"]) == ("not_known", "few_deaths")
    assert (last(table, "LKA")["direction"], last(table, "LKA")["reason"]) == ("no_clear_change", "quiet")


def test_a_trend_that_may_be_spoken_of_gives_the_direction_and_its_window() -> None:
    row = last(found({"SDN": [10 + month + month % 7 for month in range(60)]}))
    assert (row["direction"], row["reason"]) == ("worse", "trend")
    assert row["window_months"] == 36 and row["verdict_36_months"] == "rising" and row["trend_low"] > 1


def test_windows_that_move_opposite_ways_give_no_direction() -> None:
    row = last(found({"SDN": [10 + month + month % 7 for month in range(57)] + [0] * 3}))
    assert row["pace"] == "below" and row["verdict_60_months"] == "rising"
    assert (row["direction"], row["reason"]) == ("no_clear_change", "windows_disagree")


def test_without_months_ten_years_speak_in_december_and_fewer_do_not() -> None:
    table = found(
        {},
        {
            "SDN": GROWING,
            "MLI": [None, None, None, None, None, *GROWING[:5]],
            "TGO": [0] * 8 + [40, 0],
            "TUV": [0] * 10,
        },
    )
    assert table["month"].dt.month.eq(12).all() and table["pace"].isna().all()
    assert (last(table)["direction"], last(table)["window_months"]) == ("worse", 120)
    reasons = {
        place: (last(table, place)["direction"], last(table, place)["reason"]) for place in ("MLI", "TGO", "TUV")
    }
    assert reasons == {
        "MLI": ("not_known", "short_history"),
        "TGO": ("not_known", "sparse"),
        "TUV": ("no_clear_change", "quiet"),
    }


def test_each_place_speaks_of_its_own_last_month() -> None:
    table = found({"SDN": [30] * 24, "MLI": [30] * 13}, {"MLI": GROWING})
    assert last(table)["month"] == pd.Timestamp(2016, 12, 1)
    monthly = table[(table["place_id"] == "MLI") & table["pace"].notna()]
    assert monthly["month"].max() == pd.Timestamp(2016, 1, 1)  # after it only Decembers, from annual figures
    assert last(table, "MLI")["month"] == AS_OF and pd.isna(last(table, "MLI")["run_rate"])


def test_nothing_is_said_across_a_change_of_the_types_that_are_covered() -> None:
    partial = builders.monthly({"SDN": [1] * 9}, "2015-01-01", types_covered="state_based")
    whole = builders.monthly({"SDN": [30] * 3}, "2015-10-01")
    tables = {"violence_month": pd.concat([partial, whole]), "violence_year": builders.yearly({}, 2012)}
    assert directed(tables).empty


def test_later_rows_change_nothing_earlier() -> None:
    months = [7, 0, 31, 4, 90, 2, 2, 2, 60, 5, 1, 0] * 5
    early, late = found({"SDN": months[:40]}), found({"SDN": months})
    pd.testing.assert_frame_equal(late[late["month"].isin(early["month"])].reset_index(drop=True), early)
    cut = found({"SDN": months}, as_of=early["month"].max())
    pd.testing.assert_frame_equal(cut, early)


def test_the_order_of_rows_and_an_empty_place_change_nothing() -> None:
    tables = {
        "violence_month": builders.monthly({"SDN": [5, 80, 3] * 20, "MLI": [9] * 60}, "2015-01-01"),
        "violence_year": builders.yearly({"SDN": GROWING}, 2012),
    }
    table = directed(tables)
    shuffled = {name: rows.sample(frac=1, random_state=4) for name, rows in tables.items()}
    pd.testing.assert_frame_equal(directed(shuffled), table)
    more = builders.monthly({"LKA": [0] * 60}, "2015-01-01")
    beside = directed({**tables, "violence_month": pd.concat([tables["violence_month"], more])})
    pd.testing.assert_frame_equal(beside[beside["place_id"] != "LKA"].reset_index(drop=True), table)


def test_provisional_months_make_a_provisional_direction() -> None:
    assert last(found({"SDN": [30] * 12}, is_provisional=True))["is_provisional"]


def test_without_scores_there_is_an_empty_table() -> None:
    pd.testing.assert_frame_equal(directions(INDICATOR_SCORES.empty(), TREND_VERDICT.empty()), DIRECTION.empty())


def test_events_of_no_known_unit_have_no_direction() -> None:
    months = builders.monthly({"SDN": [30] * 12}, "2015-01-01", place_kind="unlocated")
    assert directed({"violence_month": months, "violence_year": builders.yearly({}, 2012)}).empty
