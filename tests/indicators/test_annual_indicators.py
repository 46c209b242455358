"""Deaths in the year, per 100,000 people, and active years in ten: values by hand."""

from typing import Any

import pandas as pd
import pytest

from indicators import IndicatorModule, fatalities_rate_year, fatalities_year, persistence_10_years
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)


def scores(module: IndicatorModule, years: pd.DataFrame, people: pd.DataFrame | None = None) -> Any:
    population = builders.population({}, range(0)) if people is None else people
    table = module.compute({"violence_year": years, "population_year": population}, AS_OF)
    return table.set_index(["place_id", table["month"].dt.year])


def people(persons: dict[str, int]) -> pd.DataFrame:
    return builders.population(persons, range(1989, 2022))


def test_the_types_of_a_year_are_added_and_stand_in_december() -> None:
    rows = [
        {"place_id": "SDN", "year": 2020, "best": best, "violence_type": kind}
        for best, kind in ((30, "state_based"), (4, "non_state"), (5, "one_sided"))
    ]
    table = scores(fatalities_year, builders.years(*rows))
    assert table["value"].tolist() == [39] and table["month"].tolist() == [pd.Timestamp(2020, 12, 1)]


def test_a_year_that_has_not_ended_has_no_figure() -> None:
    years = builders.yearly({"SDN": [5, 6]}, 2020)
    early = fatalities_year.compute({"violence_year": years}, pd.Timestamp(2021, 11, 1))
    assert early["month"].dt.year.tolist() == [2020]


def test_figures_of_fewer_types_make_no_annual_figure() -> None:
    table = scores(fatalities_year, builders.yearly({"RWA": [1882]}, 1994, types_covered="state_based"))
    assert table.empty


def test_the_rate_is_per_100_000_people() -> None:
    table = scores(fatalities_rate_year, builders.yearly({"SDN": [300]}, 2020), people({"SDN": 40_000_000}))
    assert table.loc[("SDN", 2020), "value"] == pytest.approx(0.75)  # 300 / 400


def test_twice_the_people_halve_the_rate() -> None:
    years = builders.yearly({"SDN": [300, 1, 77]}, 2019)
    once, twice = (scores(fatalities_rate_year, years, people({"SDN": n}))["value"] for n in (10_000_000, 20_000_000))
    assert (twice * 2).tolist() == pytest.approx(once.tolist())


def test_without_a_population_there_is_no_rate_and_it_is_not_zero() -> None:
    table = scores(
        fatalities_rate_year, builders.yearly({"SDN": [300], "TWN": [40]}, 2020), people({"SDN": 40_000_000})
    )
    taiwan = table.loc[("TWN", 2020)]
    assert taiwan["status"] == "no_population" and taiwan[["value", "value_low", "value_high", "score"]].isna().all()
    assert (taiwan["n_observed"], taiwan["coverage"]) == (0, 0.0)
    assert table.loc[("SDN", 2020), "status"] == "ok"


def test_deaths_coded_under_israel_are_divided_by_the_people_of_both_territories() -> None:
    years = builders.yearly({"ISR": [1400]}, 2020)
    both = scores(fatalities_rate_year, years, people({"ISR": 9_000_000, "PSE": 5_000_000}))
    assert both.loc[("ISR", 2020), "value"] == pytest.approx(10.0)  # 1,400 / 140
    alone = scores(fatalities_rate_year, years, people({"ISR": 9_000_000}))
    assert alone.loc[("ISR", 2020), "status"] == "no_population"  # half a denominator is none


def test_sudan_is_divided_by_north_and_south_until_the_south_has_a_row_of_its_own() -> None:
    years = builders.yearly({"SDN": [100] * 3}, 2010)
    rates = scores(fatalities_rate_year, years, people({"SDN": 30_000_000, "SSD": 10_000_000}))["value"]
    assert rates["SDN", 2010] == pytest.approx(0.25)  # 100 / 400
    assert rates["SDN", 2012] == pytest.approx(1 / 3)  # 100 / 300


def test_persistence_counts_years_with_25_or_more() -> None:
    # 2012-2021: 25, 24, 0, 100, 26, 0, 0, 25, 3, 1000 -> five of ten are active.
    table = scores(persistence_10_years, builders.yearly({"SDN": [25, 24, 0, 100, 26, 0, 0, 25, 3, 1000]}, 2012))
    last = table.loc[("SDN", 2021)]
    assert last["value"] == pytest.approx(0.5) and last["score"] == pytest.approx(50)
    assert (last["n_observed"], last["coverage"], last["status"]) == (10, 1.0, "ok")


def test_only_the_last_ten_years_count() -> None:
    table = scores(persistence_10_years, builders.yearly({"SDN": [500] * 5 + [0] * 10}, 2007))
    assert table.loc[("SDN", 2016), "value"] == pytest.approx(0.5)  # 2007-2011 active, 2012-2016 quiet
    assert table.loc[("SDN", 2021), "value"] == 0


def test_a_short_record_says_so_and_counts_the_years_there_are() -> None:
    table = scores(persistence_10_years, builders.yearly({"SSD": [100, 0, 100]}, 2011))
    second = table.loc[("SSD", 2012)]
    assert second["value"] == pytest.approx(0.5) and second["status"] == "short_history"
    assert (second["n_observed"], second["coverage"]) == (2, pytest.approx(0.2))


def test_a_year_without_a_figure_is_neither_active_nor_observed() -> None:
    table = scores(persistence_10_years, builders.yearly({"SDN": [100] * 5 + [None] * 2 + [100] * 3}, 2012))
    last = table.loc[("SDN", 2021)]
    assert last["value"] == 1.0 and last["n_observed"] == 8 and last["status"] == "short_history"


def test_the_band_of_persistence_counts_by_low_and_by_high() -> None:
    years = builders.yearly({"SDN": [25] * 10}, 2012, low=24, high=25)
    last = scores(persistence_10_years, years).loc[("SDN", 2021)]
    assert (last["value_low"], last["value"], last["value_high"]) == (0.0, 1.0, 1.0)
