"""Steps of levels: found where they are, not found where months only wander, and equal to another program's."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from ruptures import KernelCPD

from contracts.change_point import CHANGE_POINT
from indicators._change_points import change_points, step_penalty
from indicators._monthly import monthly_deaths
from scoring.change_points import newest_run, steps_of_levels
from tests import builders

STARTER = Path(__file__).parents[2] / "data" / "processed" / "starter"
AS_OF = pd.Timestamp(2021, 12, 1)
NO_MONTHS = builders.monthly({"SDN": [0]}, "2010-01-01")
NO_YEARS = builders.yearly({"SDN": [0]}, 2010)


def steps(months: pd.DataFrame = NO_MONTHS, years: pd.DataFrame = NO_YEARS) -> Any:
    return steps_of_levels(months, years, AS_OF)


def noisy(level: float, n: int, seed: int) -> list[int]:
    return [int(value) for value in np.random.default_rng(seed).poisson(level, n)]


def test_one_step_is_found_with_its_month_and_its_factor() -> None:
    found = steps(builders.monthly({"SDN": noisy(10, 40, 1) + noisy(200, 40, 2)}, "2015-01-01"))
    assert len(found) == 1
    step = found.iloc[0]
    assert step["month"] == pd.Timestamp(2018, 5, 1) and bool(step["is_newest"])  # forty months after January 2015
    assert step["factor"] == pytest.approx(201 / 11, rel=0.1) and (step["n_before"], step["n_after"]) == (40, 40)
    assert step["factor"] == pytest.approx((1 + step["level_after"]) / (1 + step["level_before"]))


def test_years_step_in_january() -> None:
    found = steps(years=builders.yearly({"SDN": noisy(30, 12, 3) + noisy(900, 8, 4)}, 2002))
    assert found[["period", "month"]].to_numpy().tolist() == [["year", pd.Timestamp(2014, 1, 1)]]


def test_a_plateau_has_no_step() -> None:
    assert steps(builders.monthly({"SDN": [40] * 80}, "2015-01-01")).empty
    assert steps(builders.monthly({"SDN": noisy(40, 80, 5)}, "2015-01-01")).empty


def test_too_short_and_too_quiet_series_are_not_asked() -> None:
    assert steps(builders.monthly({"SDN": noisy(10, 29, 1) + noisy(200, 30, 2)}, "2017-01-01")).empty
    assert steps(builders.monthly({"SDN": [0] * 50 + noisy(200, 40, 2)}, "2014-07-01")).empty
    pd.testing.assert_frame_equal(steps(), CHANGE_POINT.empty())


def test_a_gap_in_the_record_cuts_the_series() -> None:
    series: list[int | None] = [*noisy(10, 20, 1), None, *noisy(200, 62, 2)]
    assert steps(builders.monthly({"SDN": series}, "2015-01-01")).empty
    assert newest_run(np.array([1.0, np.nan, 2.0, 3.0, np.nan])) == (2, 4)
    assert newest_run(np.array([np.nan])) == (0, 0)


def test_the_cut_equals_ruptures_on_the_real_series() -> None:
    deaths = monthly_deaths(pd.read_parquet(STARTER / "violence_month.parquet"), pd.Timestamp(2100, 1, 1)).best
    compared = 0
    for row in deaths:
        begin, end = newest_run(row)
        series = np.log1p(row[begin:end])
        if len(series) < 24 or (series > 0).mean() <= 0.5:  # ruptures asks for two whole segments
            continue
        penalty = step_penalty(series)
        theirs = KernelCPD(kernel="linear", min_size=12).fit(series).predict(pen=penalty)
        assert change_points(series, penalty, 12) == theirs[:-1]
        compared += 1
    assert compared >= 5
