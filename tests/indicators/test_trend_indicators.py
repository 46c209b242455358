"""Trends: a steady rise is found with its factor, a plateau is none, and nothing is asked that the record cannot answer."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from indicators import (
    indicators,
    trend_10_years,
    trend_12_months,
    trend_20_years,
    trend_36_months,
    trend_60_months,
    trend_120_months,
)
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)
MONTHLY = (trend_12_months, trend_36_months, trend_60_months, trend_120_months)


def growing(n_periods: int, factor_a_year: float, steps_a_year: int = 12, start: float = 1000) -> list[int | None]:
    """Deaths that grow by a steady factor; so many that ln(1 + deaths) grows as steadily."""
    return [round(start * factor_a_year ** (step / steps_a_year)) for step in range(n_periods)]


def last(module: Any, months: pd.DataFrame) -> Any:
    scores = module.compute({"violence_month": months}, AS_OF)
    return scores[scores["month"] == AS_OF].set_index("place_id").loc["SDN"]


@pytest.mark.parametrize("module", MONTHLY, ids=lambda module: module.INDICATOR.id)
def test_a_steady_rise_has_its_factor_and_a_small_p_value(module: Any) -> None:
    row = last(module, builders.monthly({"SDN": growing(120, 1.5)}, "2012-01-01"))
    assert row["value"] == pytest.approx(1.5, abs=0.005) and row["status"] == "ok"
    assert row["value_low"] > 1 and row["p_value"] < 0.02


@pytest.mark.parametrize("module", MONTHLY, ids=lambda module: module.INDICATOR.id)
def test_a_fall_is_the_mirror_of_a_rise(module: Any) -> None:
    up, begin = growing(module.WIDTH, 1.5), f"{AS_OF - pd.DateOffset(months=module.WIDTH - 1):%Y-%m-%d}"
    rise = last(module, builders.monthly({"SDN": up}, begin))
    fall = last(module, builders.monthly({"SDN": up[::-1]}, begin))
    # The slopes change sign, so the factors are each other's inverse and the interval's ends change places.
    assert fall["value"] == pytest.approx(1 / rise["value"])
    assert fall["value_low"] == pytest.approx(1 / rise["value_high"])


@pytest.mark.parametrize("module", MONTHLY, ids=lambda module: module.INDICATOR.id)
def test_a_plateau_has_no_trend(module: Any) -> None:
    row = last(module, builders.monthly({"SDN": [40] * 120}, "2012-01-01"))
    assert (row["value"], row["value_low"], row["value_high"], row["p_value"]) == (1, 1, 1, 1)


def test_ten_months_with_deaths_in_sixty_are_too_few_to_have_a_slope() -> None:
    series: list[int | None] = [30 if month % 6 == 0 else 0 for month in range(60)]
    row = last(trend_60_months, builders.monthly({"SDN": series}, "2017-01-01"))
    assert row["status"] == "sparse" and np.isnan(row["value"]) and np.isnan(row["p_value"])


def test_sparse_months_of_ten_years_are_asked_as_ten_blocks() -> None:
    # Every June 100, 200, ..., 1000 deaths, nothing else: the blocks of twelve months hold just these.
    series: list[int | None] = [100 * (month // 12 + 1) if month % 12 == 5 else 0 for month in range(120)]
    row = last(trend_120_months, builders.monthly({"SDN": series}, "2012-01-01"))
    annual = builders.yearly({"SDN": [100 * number for number in range(1, 11)]}, 2012)
    by_year: Any = trend_10_years.compute({"violence_year": annual}, AS_OF).set_index("month").loc[AS_OF]
    columns = ["value", "value_low", "value_high", "p_value"]
    assert row[columns].tolist() == pytest.approx(by_year[columns].tolist()) and row["value"] > 1.2


def test_a_rise_that_the_low_estimates_do_not_show_is_not_told_from_chance() -> None:
    months = builders.monthly({"SDN": growing(60, 1.5)}, "2017-01-01")
    falling = months.assign(fatalities_low=[100 - number for number in range(60)])
    assert last(trend_60_months, falling)["p_value"] == 1.0
    assert last(trend_60_months, falling)["value"] == last(trend_60_months, months)["value"]


def test_the_p_value_is_the_largest_of_the_three_series() -> None:
    rng = np.random.default_rng(7)
    months = builders.monthly({"SDN": growing(60, 1.5)}, "2017-01-01")
    rough = months.assign(fatalities_low=(months["fatalities_best"] * rng.uniform(0.05, 1, 60)).astype(int))
    only_low = months.assign(
        fatalities_best=rough["fatalities_low"],
        fatalities_low=rough["fatalities_low"],
        fatalities_high=rough["fatalities_low"],
    )
    assert last(trend_60_months, rough)["p_value"] == last(trend_60_months, only_low)["p_value"]


def test_a_window_with_a_gap_is_too_short() -> None:
    series = growing(72, 1.5)
    series[40] = None
    row = last(trend_60_months, builders.monthly({"SDN": series}, "2016-01-01"))
    assert (row["status"], row["n_observed"], row["coverage"]) == ("short_history", 59, pytest.approx(59 / 60))
    assert np.isnan(row["value"])


def test_a_month_without_low_and_high_is_judged_by_its_best() -> None:
    months = builders.monthly({"SDN": growing(60, 1.5)}, "2017-01-01")
    absent = pd.array([None] * 60, dtype="Int64")
    without = months.assign(fatalities_low=absent, fatalities_high=absent)
    assert last(trend_60_months, without)["p_value"] == last(trend_60_months, months)["p_value"]


@pytest.mark.parametrize("module", [trend_10_years, trend_20_years], ids=lambda module: module.INDICATOR.id)
def test_a_steady_rise_over_years_has_its_factor(module: Any) -> None:
    years = builders.yearly({"SDN": growing(20, 1.4, steps_a_year=1)}, 2002)
    row: Any = module.compute({"violence_year": years}, AS_OF).set_index("month").loc[AS_OF]
    assert row["value"] == pytest.approx(1.4, abs=0.005) and row["p_value"] < 0.05


@pytest.mark.parametrize("module", [*MONTHLY, trend_10_years, trend_20_years], ids=lambda module: module.INDICATOR.id)
def test_the_months_since_a_date_are_those_of_the_whole(module: Any) -> None:
    rng = np.random.default_rng(3)
    deaths = {place: [int(value) for value in rng.poisson(30, 144)] for place in ("SDN", "MLI")}
    tables = {
        "violence_month": builders.monthly(deaths, "2010-01-01"),
        "violence_year": builders.yearly({place: series[:30] for place, series in deaths.items()}, 1992),
    }
    since = pd.Timestamp(2021, 10, 1)
    whole = module.compute(tables, AS_OF)
    after = whole[whole["month"] >= since].reset_index(drop=True)
    assert len(after) > 0
    pd.testing.assert_frame_equal(module.compute(tables, AS_OF, since), after)


def test_words_say_what_has_been_and_never_what_will_be() -> None:
    for module in indicators().values():
        if module.INDICATOR.measures == "change":
            said = f"{module.INDICATOR.title} {module.INDICATOR.question} {module.INDICATOR.definition}"
            assert " will " not in said and "forecast" not in said
