"""Going dark: vaguer dates and places and fewer events behind each death, against the three years before."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators import thinner_reporting, vaguer_dates, vaguer_places
from indicators._reporting import newcombe
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)


def year_of(year: int, count: int, vague: int = 0, best: int = 5, **columns: Any) -> list[dict[str, Any]]:
    """So many events in March, the first few known to the month and the country at best."""
    return [
        {"start": f"{year}-03-01", "best": best, **columns}
        | {"date_precision": 4 if number < vague else 3, "place_precision": 6 if number < vague else 3}
        for number in range(count)
    ]


def asked(module: Any, *years: list[dict[str, Any]], as_of: pd.Timestamp = AS_OF) -> Any:
    events = builders.events(*(row for rows in years for row in rows))
    scores = module.compute({"violence_event": events}, as_of)
    return scores.set_index(scores["month"].dt.year)


@pytest.mark.parametrize("module", [vaguer_dates, vaguer_places], ids=lambda module: module.INDICATOR.id)
def test_the_share_of_vague_events_is_compared_with_three_years(module: Any) -> None:
    # 2018-2020: 6 of 60 vague; 2021: 12 of 40. 0.3 - 0.1 = 0.2.
    row = asked(module, *(year_of(year, 20, vague=2) for year in (2018, 2019, 2020)), year_of(2021, 40, vague=12)).loc[
        2021
    ]
    assert row["value"] == pytest.approx(0.2) and row["value_low"] > 0
    assert (row["n_observed"], row["coverage"], row["status"]) == (40, 1.0, "ok")


def test_the_year_four_years_ago_is_not_looked_at() -> None:
    three = [year_of(year, 20, vague=2) for year in (2018, 2019, 2020)]
    with_older = asked(vaguer_dates, year_of(2017, 20, vague=20), *three, year_of(2021, 40, vague=12)).loc[2021]
    assert with_older["value"] == pytest.approx(0.2)


def test_half_as_many_events_behind_each_death_by_hand() -> None:
    # 2018-2020: 60 events, 300 deaths, 0.2 each; 2021: 20 events, 200 deaths, 0.1 each.
    row = asked(thinner_reporting, *(year_of(year, 20) for year in (2018, 2019, 2020)), year_of(2021, 20, best=10)).loc[
        2021
    ]
    assert row["value"] == pytest.approx(0.5)


def test_the_range_of_thinning_follows_the_estimates() -> None:
    before = [year_of(year, 20) for year in (2018, 2019, 2020)]
    row = asked(thinner_reporting, *before, year_of(2021, 20, best=10, low=5, high=20)).loc[2021]
    assert (row["value_low"], row["value"], row["value_high"]) == pytest.approx((0.25, 0.5, 1.0))


@pytest.mark.parametrize("module", [vaguer_dates, vaguer_places, thinner_reporting], ids=lambda m: m.INDICATOR.id)
def test_too_few_events_say_nothing(module: Any) -> None:
    few_now = asked(module, year_of(2020, 30), year_of(2021, 19)).loc[2021]
    few_before = asked(module, year_of(2020, 19), year_of(2021, 30)).loc[2021]
    for row in (few_now, few_before):
        assert row["status"] == "sparse" and np.isnan(row["value"])


def test_a_year_without_events_has_no_row_and_an_unfinished_one_neither() -> None:
    years = [year_of(2018, 30), year_of(2020, 30), year_of(2021, 30)]
    assert asked(vaguer_dates, *years, as_of=pd.Timestamp(2021, 11, 1)).index.tolist() == [2018, 2020]


def test_the_interval_equals_statsmodels() -> None:
    rng = np.random.default_rng(8)
    n_now, n_before = rng.integers(20, 400, 200), rng.integers(20, 900, 200)
    now, before = rng.binomial(n_now, 0.2), rng.binomial(n_before, rng.uniform(0, 0.5, 200))
    found = newcombe(now, n_now, before, n_before)
    theirs = [
        confint_proportions_2indep(*counts, method="newcomb", compare="diff")
        for counts in zip(now, n_now, before, n_before, strict=True)
    ]
    assert np.stack(found[1:], axis=1) == pytest.approx(np.array(theirs), rel=0, abs=1e-9)
