"""Twelve months that hang together, all types, all on record; anything less gives no figure."""

from typing import Any

import pandas as pd

from indicators import fatalities_12_months
from tests import builders

AS_OF = pd.Timestamp(2022, 12, 1)


def sums(months: pd.DataFrame, as_of: pd.Timestamp = AS_OF) -> dict[str, float]:
    scores: Any = fatalities_12_months.compute({"violence_month": months}, as_of)
    return {f"{month:%Y-%m}": value for month, value in zip(scores["month"], scores["value"], strict=True)}


def test_the_month_and_the_eleven_before_it_are_added() -> None:
    # 1 + 2 + ... + 12 = 78; a month later 2 + ... + 13 = 90.
    assert sums(builders.monthly({"SDN": list(range(1, 14))}, "2020-01-01")) == {"2020-12": 78, "2021-01": 90}


def test_all_types_are_added() -> None:
    state = builders.monthly({"SDN": [1] * 12}, "2020-01-01")
    others = [state.assign(violence_type=kind) for kind in ("non_state", "one_sided")]
    assert sums(pd.concat([state, *others])) == {"2020-12": 36}


def test_no_sum_reaches_across_a_gap() -> None:
    series = [5] * 12 + [None] + [5] * 13
    # Whole windows end in December 2020 and, after the gap of January 2021, in January and February 2022.
    assert sums(builders.monthly({"SDN": series}, "2020-01-01")) == {"2020-12": 60, "2022-01": 60, "2022-02": 60}


def test_no_sum_reaches_across_a_change_of_the_types_covered() -> None:
    narrow = builders.monthly({"SDN": [5] * 12}, "2019-01-01", types_covered="state_based")
    whole = builders.monthly({"SDN": [7] * 12}, "2020-01-01")
    assert sums(pd.concat([narrow, whole])) == {"2020-12": 84}


def test_no_sum_reaches_from_one_place_into_the_next() -> None:
    months = builders.monthly({"MEX": [1] * 6, "SDN": [1] * 6}, "2020-01-01")
    assert sums(months) == {}


def test_eleven_months_are_too_short_a_history() -> None:
    assert sums(builders.monthly({"SDN": [5] * 11}, "2020-01-01")) == {}


def test_low_and_high_are_summed_alike() -> None:
    months = builders.monthly({"SDN": [5] * 12}, "2020-01-01", fatalities_low=2, fatalities_high=9)
    scores = fatalities_12_months.compute({"violence_month": months}, AS_OF)
    assert scores[["value_low", "value", "value_high"]].to_numpy().tolist() == [[24, 60, 108]]


def test_one_provisional_month_makes_the_sum_provisional_while_it_is_in_the_window() -> None:
    months = builders.monthly({"SDN": [5] * 14}, "2020-01-01")
    marked = months.assign(is_provisional=months["month"] == pd.Timestamp(2020, 2, 1))
    scores = fatalities_12_months.compute({"violence_month": marked}, AS_OF)
    assert scores["is_provisional"].tolist() == [True, True, False]  # ends in December, January, February


def test_a_range_is_given_only_where_all_twelve_months_have_one() -> None:
    months = builders.monthly({"SDN": [5] * 14}, "2020-01-01", fatalities_low=2, fatalities_high=9)
    unbounded = months["month"] == pd.Timestamp(2020, 2, 1)
    bare = months.assign(**{name: months[name].mask(unbounded) for name in ("fatalities_low", "fatalities_high")})
    scores = fatalities_12_months.compute({"violence_month": bare}, AS_OF)
    assert scores["value"].tolist() == [60, 60, 60]
    assert scores["value_low"].isna().tolist() == [True, True, False]  # ends in December, January, February
    assert scores["value_high"].iloc[2] == 108
