"""Persistence by months, present spells, returns and paces: values by hand."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest

from indicators import (
    persistence_5_years,
    persistence_20_years,
    persistence_60_months,
    recurrence_20_years,
    run_rate_3_months,
    spell_months,
    spell_years,
    surge_ratio,
)
from indicators._spells import QUIET_YEARS_INSIDE
from scoring import tempo
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)


def by_year(module: Any, series: Sequence[int | None], first: int, as_of: pd.Timestamp = AS_OF, **bounds: int) -> Any:
    scores = module.compute({"violence_year": builders.yearly({"SDN": series}, first, **bounds)}, as_of)
    return scores.set_index(scores["month"].dt.year)


def by_month(module: Any, series: Sequence[int | None], first: str) -> Any:
    scores = module.compute({"violence_month": builders.monthly({"SDN": series}, first)}, AS_OF)
    return scores.set_index(scores["month"].dt.strftime("%Y-%m"))


def test_persistence_counts_over_its_own_window() -> None:
    series: Sequence[int | None] = [100] * 5 + [0] * 12 + [100] * 3  # 2002-2021
    assert by_year(persistence_5_years, series, 2002).loc[2021, "value"] == pytest.approx(3 / 5)
    twenty = by_year(persistence_20_years, series, 2002).loc[2021]
    assert twenty["value"] == pytest.approx(8 / 20) and twenty["status"] == "ok"


def test_a_month_is_active_by_the_twelve_months_that_end_with_it() -> None:
    # 25 deaths in June 2016 make June 2016 to May 2017 active: twelve of the 60 months to December 2020.
    series = [25 if number == 17 else 0 for number in range(72)]  # 2015-2020
    scores = by_month(persistence_60_months, series, "2015-01-01")
    assert scores.loc["2020-12", "value"] == pytest.approx(12 / 60) and scores.loc["2020-12", "status"] == "ok"
    assert scores.loc["2016-06", "value"] == pytest.approx(1 / 7)  # sums exist since December 2015
    assert scores.loc["2016-06", "status"] == "short_history"


def test_a_spell_survives_two_quiet_years_and_ends_with_the_third() -> None:
    series: list[int | None] = [0, 30, 40, 0, 0, 50, 0, 0, 0, 60]  # 2012-2021
    spell = by_year(spell_years, series, 2012)["value"]
    assert spell.loc[2013:].tolist() == [1, 2, 2, 2, 5, 5, 5, 0, 1]


def test_a_spell_is_the_episode_that_tempo_is_told_from() -> None:
    assert QUIET_YEARS_INSIDE == tempo.QUIET_YEARS_INSIDE
    series: list[int | None] = [90, 0, 0, 0, 26, 24, 0, 700, 25, 0]
    years = builders.yearly({"SDN": series}, 2012)
    episode: Any = tempo.episodes(years, AS_OF).set_index("first_year").loc[2016]
    assert by_year(spell_years, series, 2012).loc[2021, "value"] == episode["last_year"] - 2016 + 1 == 5


def test_a_spell_by_months_pauses_for_twelve_months_at_most() -> None:
    # 30 deaths in December 2015: active to November 2016. 30 in November 2018: the pause lasted 23 months.
    series = [30 if number in {11, 46} else 0 for number in range(72)]
    lengths = by_month(spell_months, series, "2015-01-01")["value"]
    assert (lengths["2016-11"], lengths["2017-11"]) == (12, 12)
    assert "2017-12" not in lengths.index and lengths["2018-11"] == 1
    # With 30 in November 2017 too the pause is that of December 2016 to October 2017, eleven months.
    series[34] = 30
    assert by_month(spell_months, series, "2015-01-01")["value"]["2017-11"] == 24


def test_a_return_needs_an_earlier_spell_and_three_quiet_years() -> None:
    series: list[int | None] = [0, 0, 0, 30, 0, 0, 30, 0, 0, 0, 30, 0, 0, 0, 0, 99]  # 2006-2021
    returns = by_year(recurrence_20_years, series, 2006)["value"]
    assert returns.loc[2009] == 0 and returns.loc[2012] == 0 and returns.loc[2016] == 1 and returns.loc[2021] == 2


def test_the_run_rate_by_hand() -> None:
    series = [10] * 9 + [30] * 3  # 2021
    # (1 + 4 * 90) / (1 + 180)
    assert by_month(run_rate_3_months, series, "2021-01-01").loc["2021-12", "value"] == pytest.approx(361 / 181)


def test_the_surge_ratio_by_hand() -> None:
    series = [10] * 33 + [100] * 3  # 2019-2021
    # (1 + 4 * 300) / (1 + 630 / 3)
    assert by_month(surge_ratio, series, "2019-01-01").loc["2021-12", "value"] == pytest.approx(1201 / 211)


def test_an_even_pace_has_a_ratio_of_one() -> None:
    assert by_month(surge_ratio, [7] * 40, "2018-09-01")["value"].tolist() == pytest.approx([1] * 5)
