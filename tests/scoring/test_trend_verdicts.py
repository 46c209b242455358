"""Of many tests a few fall below any bound by chance: verdicts hold that share over places and windows."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.multitest import multipletests

from contracts.trend_verdict import TREND_VERDICT
from scoring.trend_verdicts import FALSE_DISCOVERY_RATE, adjust, trend_verdicts

PERIOD_OF = {"trend_36_months": "month", "trend_60_months": "month", "trend_10_years": "year"}
DECEMBER = pd.Timestamp(2021, 12, 1)


def trends(rows: list[tuple[str, str, float | None, float]], month: pd.Timestamp = DECEMBER) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["place_id", "indicator_id", "p_value", "value"])
    return table.assign(place_kind="country", month=month)


def test_the_adjustment_by_hand() -> None:
    # Three tests: factor 1 + 1/2 + 1/3 = 11/6. 0.01 * 3/1 * 11/6 = 0.055; 0.02 * 3/2 * 11/6 = 0.055; 0.9 * 11/6 > 1.
    assert adjust(np.array([0.02, 0.9, 0.01])) == pytest.approx([0.055, 1, 0.055])


def test_the_adjustment_equals_statsmodels() -> None:
    p_values = np.random.default_rng(2).beta(0.3, 2, 500)
    theirs = multipletests(p_values, method="fdr_by")[1]
    assert adjust(p_values) == pytest.approx(theirs, rel=0, abs=1e-9)


def test_a_trend_is_spoken_of_when_it_holds_among_all_tests_of_the_month() -> None:
    alone = trends([("SDN", "trend_60_months", 0.03, 1.4)])
    assert trend_verdicts(alone, PERIOD_OF)["verdict"].tolist() == ["rising"]
    many = trends(
        [("SDN", "trend_60_months", 0.03, 1.4), *((f"P{n:02}", "trend_36_months", 0.5, 1.1) for n in range(9))]
    )
    found = trend_verdicts(many, PERIOD_OF).set_index("place_id")
    assert found.loc["SDN", "verdict"] == "not_shown" and set(found["n_tests"]) == {10}


def test_months_and_years_are_two_families() -> None:
    both = trends([("SDN", "trend_60_months", 0.03, 1.4), ("SDN", "trend_10_years", 0.9, 1.1)])
    found = trend_verdicts(both, PERIOD_OF).set_index("indicator_id")
    assert found.loc["trend_60_months", "verdict"] == "rising" and set(found["n_tests"]) == {1}


def test_the_tests_of_another_month_change_nothing() -> None:
    now, later = (
        trends([("SDN", "trend_60_months", 0.03, 0.4)], DECEMBER),
        trends([("MLI", "trend_60_months", 0.9, 1.1)], pd.Timestamp(2022, 1, 1)),
    )
    both = trend_verdicts(pd.concat([now, later]), PERIOD_OF)
    assert both[both["month"] == DECEMBER]["verdict"].tolist() == ["falling"]


def test_a_window_that_was_not_tested_has_no_verdict() -> None:
    mixed = trends([("SDN", "trend_60_months", 0.01, 1.4), ("MLI", "trend_60_months", None, 1.0)])
    assert trend_verdicts(mixed, PERIOD_OF)["place_id"].tolist() == ["SDN"]
    none = trend_verdicts(mixed[mixed["p_value"].isna()], PERIOD_OF)
    pd.testing.assert_frame_equal(none, TREND_VERDICT.empty())


def test_without_any_trend_hardly_anything_is_spoken_of() -> None:
    rng = np.random.default_rng(11)
    spoken = [(adjust(rng.uniform(size=200)) <= FALSE_DISCOVERY_RATE).any() for _ in range(400)]
    assert np.mean(spoken) <= FALSE_DISCOVERY_RATE
