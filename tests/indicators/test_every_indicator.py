"""What must hold for any indicator, present or future."""

from typing import Any

import pandas as pd
import pytest

from contracts._contract import TableContract
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.trend_scores import TREND_SCORES
from indicators import IndicatorModule, indicators
from indicators._indicator import Tables
from tests import builders, displaced

AS_OF = pd.Timestamp(2021, 12, 1)
VALUED = {"ok", "short_history", "break_in_series", "change_of_scale", "cases_left_out"}  # others say why there is none
DEATHS = ("fatalities_best", "fatalities_low", "fatalities_high")
SUDAN = [400, 30, 0, 5, 900, 26, 24, 25, 0, 77, 1000, 12]  # 2010-2021
MEXICO = [0, 0, 26, 0, 0, 0, 0, 0, 40, 60, 80, 100]
HALF_YEARS = ("displacement_year", "asylum_flow_year", "solution_year")
PROVISIONAL = {"violence_year", "violence_month", "violence_event", *HALF_YEARS}
PEOPLE = {
    "SDN": 40_000_000,
    "SSD": 10_000_000,
    "MEX": 120_000_000,
    "LKA": 20_000_000,
}  # Sudan held the south until 2011


def months_of(years: list[int]) -> list[int | None]:
    """Every year's deaths in uneven months: a half in March, the rest in October."""
    return [
        year // 2 if month == 3 else year - year // 2 if month == 10 else 0 for year in years for month in range(1, 13)
    ]


def tables(deaths: dict[str, list[int]], people: dict[str, int] | None = None) -> dict[str, pd.DataFrame]:
    whole = {place: list(series) for place, series in deaths.items()}
    return {
        "violence_year": builders.yearly(whole, 2010),
        "violence_month": builders.monthly(
            {place: months_of(series) for place, series in deaths.items()}, "2010-01-01"
        ),
        "population_year": builders.population(PEOPLE if people is None else people, range(2010, 2022)),
        "violence_event": builders.events(*events_of(deaths)),
        "dyad_year": builders.dyads(*dyads_of(deaths)),
        **displaced.tables(deaths, 2010, AS_OF),
    }


def dyads_of(deaths: dict[str, list[int]]) -> list[dict[str, Any]]:
    """Each place's one dyad in its active years, and one elsewhere: some state is always fought."""
    elsewhere = [{"dyad_id": "1", "place_ids": "AFG", "year": year, "best": 30} for year in range(2010, 2022)]
    return elsewhere + [
        {"dyad_id": place, "place_ids": place, "year": 2010 + offset, "best": best}
        for place, series in deaths.items()
        for offset, best in enumerate(series)
        if best >= 25
    ]


def events_of(deaths: dict[str, list[int]]) -> list[dict[str, Any]]:
    """Each year's deaths in 20 events; the later the year, the vaguer."""
    return [
        {
            "place_id": place,
            "start": f"{2010 + offset}-{1 + number % 12:02}-10",
            "best": best // 20 + (number < best % 20),
        }
        | {"date_precision": 4 if number < offset else 1, "place_precision": 6 if number < 2 * offset else 1}
        for place, series in deaths.items()
        for offset, best in enumerate(series)
        for number in range(20 if best else 0)
    ]


@pytest.fixture(scope="module")
def given() -> Tables:
    return tables({"SDN": SUDAN, "MEX": MEXICO})


@pytest.fixture(params=indicators().values(), ids=list(indicators()))
def module(request: pytest.FixtureRequest) -> Any:
    return request.param


def contract_of(scores: pd.DataFrame) -> TableContract:
    """Trends carry the p value of their test on top of what every indicator says."""
    return TREND_SCORES if "p_value" in scores else INDICATOR_SCORES


def test_it_declares_how_to_read_it(module: IndicatorModule) -> None:
    declared = module.INDICATOR
    assert declared.question.endswith("?") and declared.higher_means in {"worse", "better"}
    assert all((declared.title, declared.definition, declared.unit, declared.caveat, declared.reference))


def test_it_answers_with_contracted_scores_of_its_own(module: IndicatorModule, given: Tables) -> None:
    scores = module.compute(given, AS_OF)
    assert len(scores) > 0 and set(scores["indicator_id"]) == {module.INDICATOR.id}
    pd.testing.assert_frame_equal(contract_of(scores).validate(scores), scores)


def test_a_value_lies_within_its_band_and_a_score_within_0_and_100(module: IndicatorModule, given: Tables) -> None:
    scores = module.compute(given, AS_OF)
    valued = scores[scores["value"].notna()]
    assert (valued["value_low"] <= valued["value"]).all() and (valued["value"] <= valued["value_high"]).all()
    assert scores["score"].dropna().between(0, 100).all() and scores["coverage"].between(0, 1).all()


def test_there_is_a_value_exactly_where_the_status_says_so(module: IndicatorModule, given: Tables) -> None:
    scores = module.compute(given, AS_OF)
    assert scores.loc[scores["status"] == "ok", "value"].notna().all()
    assert scores.loc[~scores["status"].isin(VALUED), "value"].isna().all()


def test_no_recorded_death_scores_zero_or_is_no_change(module: IndicatorModule) -> None:
    scores = module.compute(tables({"LKA": [0] * 12}), AS_OF)
    if module.INDICATOR.quiet == "no_row":
        assert scores.empty
    else:
        assert len(scores) > 0 and (scores["value"] == 0).all() and (scores["score"].dropna() == 0).all()


def test_more_deaths_never_score_lower(module: IndicatorModule, given: Tables) -> None:
    more = tables({"SDN": [deaths + 60 for deaths in SUDAN], "MEX": MEXICO})
    before, after = (module.compute(asked, AS_OF).set_index(["place_id", "month"])["score"] for asked in (given, more))
    if before.isna().all():
        return  # neither a change nor a count of returns grows with every death
    worse = after.loc["SDN"] - before.loc["SDN"]
    assert (worse >= 0).all() and (worse > 0).any()
    pd.testing.assert_series_equal(after.loc["MEX"], before.loc["MEX"])


def test_it_leaves_its_input_alone(module: IndicatorModule, given: Tables) -> None:
    before = {name: table.copy(deep=True) for name, table in given.items()}
    module.compute(given, AS_OF)
    for name, table in given.items():
        pd.testing.assert_frame_equal(table, before[name])


def test_the_order_of_rows_changes_nothing(module: IndicatorModule, given: Tables) -> None:
    shuffled = {name: table.sample(frac=1, random_state=4) for name, table in given.items()}
    pd.testing.assert_frame_equal(module.compute(shuffled, AS_OF), module.compute(given, AS_OF))


def test_it_reads_only_the_tables_it_declares(module: IndicatorModule, given: Tables) -> None:
    declared = {name: given[name] for name in module.INDICATOR.reads}
    pd.testing.assert_frame_equal(module.compute(declared, AS_OF), module.compute(given, AS_OF))


@pytest.mark.parametrize("earlier", ["2012-12-01", "2016-07-01", "2020-11-01"])
def test_what_came_later_changes_nothing_earlier(module: IndicatorModule, given: Tables, earlier: str) -> None:
    as_of = pd.Timestamp(earlier)
    late = module.compute(given, AS_OF)
    within = late[late["month"] <= as_of].reset_index(drop=True)
    pd.testing.assert_frame_equal(module.compute(given, as_of), within)


def test_rows_after_as_of_change_nothing(module: IndicatorModule, given: Tables) -> None:
    as_of = pd.Timestamp(2018, 12, 1)
    known = {name: table[displaced.years_of(table) <= 2018] for name, table in given.items()}
    pd.testing.assert_frame_equal(module.compute(known, as_of), module.compute(given, as_of))


def test_an_empty_place_beside_the_others_changes_nobody(module: IndicatorModule, given: Tables) -> None:
    wider = module.compute(tables({"SDN": SUDAN, "MEX": MEXICO, "LKA": [0] * 12}), AS_OF)
    others = wider[wider["place_id"] != "LKA"].reset_index(drop=True)
    pd.testing.assert_frame_equal(others, module.compute(given, AS_OF))


def test_a_country_ten_times_as_populous_changes_rates_alone(module: IndicatorModule, given: Tables) -> None:
    before = module.compute(given, AS_OF)
    after = module.compute(
        tables({"SDN": SUDAN, "MEX": MEXICO}, {place: 10 * persons for place, persons in PEOPLE.items()}), AS_OF
    )
    if "population_year" in module.INDICATOR.reads:
        assert (after["value"] * 10).to_numpy() == pytest.approx(before["value"].to_numpy())
    else:
        pd.testing.assert_frame_equal(after, before)


def test_nothing_is_computed_across_a_change_of_the_types_covered(module: IndicatorModule, given: Tables) -> None:
    """State-based years and months before 2015 are another series: as if they were not there."""
    begin, year = pd.Timestamp(2015, 1, 1), 2015
    months, years = given["violence_month"], given["violence_year"]
    narrow_months, narrow_years = months["month"] < begin, years["year"] < year
    mixed = {
        **given,
        "violence_month": months.assign(types_covered=months["types_covered"].mask(narrow_months, "state_based")),
        "violence_year": years.assign(types_covered=years["types_covered"].mask(narrow_years, "state_based")),
    }
    cut = {**given, "violence_month": months[~narrow_months], "violence_year": years[~narrow_years]}
    pd.testing.assert_frame_equal(module.compute(mixed, AS_OF), module.compute(cut, AS_OF))


def test_nothing_on_record_gives_no_rows_instead_of_zeros(module: IndicatorModule, given: Tables) -> None:
    nothing = {name: table[:0] for name, table in given.items()}
    assert module.compute(nothing, AS_OF).empty
    assert module.compute(given, pd.Timestamp(2009, 12, 1)).empty


def test_a_place_without_a_figure_for_a_year_has_no_row_for_it(module: IndicatorModule, given: Tables) -> None:
    if "outbreak_notice" in module.INDICATOR.reads:
        return  # a month without a notice is no month without a figure
    gone = {name: displaced.without(table, "SDN", 2015) for name, table in given.items()}
    scores = module.compute(gone, AS_OF)
    within = scores[(scores["place_id"] == "SDN") & (scores["month"].dt.year == 2015)]
    assert within.empty


def test_provisional_figures_make_a_provisional_value(module: IndicatorModule, given: Tables) -> None:
    def marked(table: pd.DataFrame, last: pd.Series) -> pd.DataFrame:
        return table.assign(is_provisional=last)

    flagged = {
        **given,
        "violence_year": marked(given["violence_year"], given["violence_year"]["year"] == 2021),
        "violence_month": marked(given["violence_month"], given["violence_month"]["month"].dt.year == 2021),
        "violence_event": marked(given["violence_event"], given["violence_event"]["year"] == 2021),
        **{
            name: displaced.at_mid_year(given[name], 2021)
            for name in ("displacement_year", "asylum_flow_year", "solution_year")
        },
    }
    scores = module.compute(flagged, AS_OF)
    if not set(module.INDICATOR.reads) & PROVISIONAL:
        assert not scores["is_provisional"].any()
        return
    assert scores.groupby(scores["month"].dt.year)["is_provisional"].any().loc[2020:].to_dict() == {
        2020: False,
        2021: True,
    }


def test_an_event_told_in_two_halves_changes_no_value(module: IndicatorModule, given: Tables) -> None:
    whole = given["violence_event"].assign(fatalities_best=10, fatalities_low=8, fatalities_high=14)
    halves = [whole.assign(event_id=whole["event_id"] + half, **dict.fromkeys(DEATHS, 5)) for half in "ab"]
    for half in halves:
        half["fatalities_low"], half["fatalities_high"] = 4, 7
    told_twice = {**given, "violence_event": pd.concat(halves, ignore_index=True)}
    keys = ["place_id", "month", "value"]
    before, after = (module.compute({**given, "violence_event": whole}, AS_OF), module.compute(told_twice, AS_OF))
    is_told = before["status"].eq("ok").to_numpy()  # twice as many events may be enough where they were too few
    pd.testing.assert_frame_equal(after.loc[is_told, keys], before.loc[is_told, keys])
