"""Which months are shown: VIEWS where events do not speak, candidates after the last annual year, and never a mixture."""

from typing import Any

import pandas as pd
import pytest

from contracts.candidate_event import CANDIDATE_EVENT
from contracts.violence_month import VIOLENCE_MONTH
from ladder.country import Spoken, figures_that_speak
from tests import builders

VIEWS, ANNUAL, EVENTS, CANDIDATE = "views_history", "ucdp_country_year", "ucdp_ged", "ucdp_candidate"
ALL_TYPES = ("state_based", "non_state", "one_sided")


def annual(year: int, place_id: str = "COD", /, **by_type: int) -> list[dict[str, Any]]:
    return [
        {"place_id": place_id, "year": year, "best": by_type.get(kind, 0), "violence_type": kind} for kind in ALL_TYPES
    ]


def views(year: int, place_id: str = "COD", /, **by_type: int) -> pd.DataFrame:
    """Twelve months without a band; the deaths of a type all fall in June, and a type that is not named is not covered."""
    covered = "all" if len(by_type) == 3 else "state_based"
    tables = [
        builders.monthly(
            {place_id: [deaths if month == 6 else 0 for month in range(1, 13)]},
            f"{year}-01-01",
            violence_type=kind,
            types_covered=covered,
            source_id=VIEWS,
        )
        for kind, deaths in by_type.items()
    ]
    return pd.concat(tables).assign(fatalities_low=float("nan"), fatalities_high=float("nan"))


def candidates(*rows: dict[str, Any], covers: tuple[str, str] = ("2021-01", "2021-03")) -> pd.DataFrame:
    table = builders.events(*({"source_id": CANDIDATE, "is_provisional": True} | row for row in rows))
    start, end = (pd.Timestamp(month) for month in covers)
    return CANDIDATE_EVENT.validate(table.assign(covers_from=start, covers_to=end))


def judged(
    events: list[dict[str, Any]],
    years: list[dict[str, Any]],
    months: list[pd.DataFrame] | None = None,
    beyond: pd.DataFrame | None = None,
) -> Spoken:
    monthly = VIOLENCE_MONTH.validate(pd.concat(months)) if months else None
    return figures_that_speak(builders.events(*events), builders.years(*years), monthly, beyond)


def shown(spoken: Spoken, year: int, place_id: str = "COD") -> pd.DataFrame:
    return spoken.months[(spoken.months["place_id"] == place_id) & (spoken.months["month"].dt.year == year)]


def said(spoken: Spoken, source_id: str, year: int, place_id: str = "COD") -> Any:
    rows: Any = spoken.comparison.set_index(["source_id", "year", "place_id"])
    return rows.loc[(source_id, year, place_id)]


def test_views_give_the_months_where_there_are_no_events_and_the_year_stays_the_annual_figure() -> None:
    whole = {"state_based": 100, "non_state": 30, "one_sided": 20}
    spoken = judged([], annual(2019, **whole), [views(2019, **whole)])
    months = shown(spoken, 2019)
    assert set(months["source_id"]) == {VIEWS} and set(months["types_covered"]) == {"all"}
    assert len(months) == 36 and months["fatalities_best"].sum() == 150
    assert months[["fatalities_low", "fatalities_high"]].isna().all(axis=None)
    assert set(spoken.years["source_id"]) == {ANNUAL}
    assert said(spoken, VIEWS, 2019)[["speaks", "reason"]].tolist() == [False, "agrees"]
    assert said(spoken, ANNUAL, 2019)[["speaks", "reason"]].tolist() == [True, "annual_record"]


def test_views_give_the_months_where_events_differ_from_the_annual_record() -> None:
    # Ethiopia 2020: the event file holds an older count of the same year.
    spoken = judged(
        [{"place_id": "ETH", "start": "2020-11-20", "best": 4_889}],
        annual(2020, "ETH", state_based=24_429),
        [views(2020, "ETH", state_based=24_423, non_state=0, one_sided=0)],
    )
    assert set(shown(spoken, 2020, "ETH")["source_id"]) == {VIEWS}
    assert said(spoken, EVENTS, 2020, "ETH")["reason"] == "differs"


def test_events_give_the_months_where_both_agree() -> None:
    spoken = judged(
        [{"place_id": "COD", "start": "2019-05-05", "best": 150}],
        annual(2019, state_based=150),
        [views(2019, state_based=150, non_state=0, one_sided=0)],
    )
    assert set(shown(spoken, 2019)["source_id"]) == {EVENTS}
    assert said(spoken, VIEWS, 2019)["reason"] == "agrees"


def test_state_based_months_are_held_against_the_state_based_figure_alone() -> None:
    # Rwanda 1994: 1,882 of 772,463 deaths.
    spoken = judged(
        [], annual(1994, "RWA", state_based=1_882, one_sided=770_581), [views(1994, "RWA", state_based=1_882)]
    )
    months = shown(spoken, 1994, "RWA")
    assert set(months["types_covered"]) == {"state_based"} and set(months["violence_type"]) == {"state_based"}
    assert months["fatalities_best"].sum() == 1_882 and len(months) == 12
    assert spoken.years["fatalities_best"].sum() == 772_463


@pytest.mark.parametrize(
    ("by_views", "by_years", "gives"),
    [(10_200, 10_000, True), (10_201, 10_000, False), (9_799, 10_000, False), (125, 100, True), (126, 100, False)],
)
def test_views_are_held_to_the_tolerance_of_events(by_views: int, by_years: int, gives: bool) -> None:
    months = [views(2019, state_based=by_views, non_state=0, one_sided=0)]
    spoken = judged([], annual(2019, state_based=by_years), months)
    assert len(shown(spoken, 2019)) == (36 if gives else 0)
    assert said(spoken, VIEWS, 2019)["reason"] == ("agrees" if gives else "differs")


def test_where_both_differ_there_are_no_months() -> None:
    # Mexico 2023: 13,877 in both, 10,899 in the newer annual file.
    spoken = judged(
        [{"place_id": "MEX", "start": "2023-05-05", "best": 13_877}],
        annual(2023, "MEX", non_state=10_899),
        [views(2023, "MEX", state_based=0, non_state=13_877, one_sided=0)],
    )
    assert shown(spoken, 2023, "MEX").empty and spoken.years["fatalities_best"].sum() == 10_899


def test_a_year_that_the_annual_file_calls_zero_is_zero_for_all_types_whatever_views_cover() -> None:
    spoken = judged([], annual(1999), [views(1999, state_based=0)])
    months = shown(spoken, 1999)
    assert set(months["source_id"]) == {ANNUAL} and set(months["types_covered"]) == {"all"} and len(months) == 36


def test_views_months_that_nothing_can_be_held_against_are_not_shown() -> None:
    spoken = judged([], annual(2019), [views(2020, state_based=5, non_state=0, one_sided=0)])
    assert shown(spoken, 2020).empty
    assert said(spoken, VIEWS, 2020)["reason"] == "beyond_annual"


def test_a_year_with_a_month_of_one_type_is_read_as_that_type_throughout() -> None:
    mixed = views(2019, state_based=100, non_state=30, one_sided=0)
    narrow = (mixed["month"] == pd.Timestamp(2019, 1, 1)) & (mixed["violence_type"] == "state_based")
    mixed = mixed[narrow | (mixed["month"] > pd.Timestamp(2019, 1, 1))]
    mixed["types_covered"] = mixed["types_covered"].mask(mixed["month"] == pd.Timestamp(2019, 1, 1), "state_based")
    spoken = judged([], annual(2019, state_based=100, non_state=500), [mixed])
    assert set(shown(spoken, 2019)["types_covered"]) == {"state_based"} and len(shown(spoken, 2019)) == 12


def test_candidates_stand_for_the_covered_months_after_the_last_annual_year() -> None:
    spoken = judged(
        [],
        [*annual(2020, state_based=10), *annual(2020, "MEX", non_state=10)],
        beyond=candidates({"place_id": "COD", "start": "2021-02-05", "best": 40, "low": 30, "high": 90}),
    )
    months = shown(spoken, 2021)
    assert months.groupby(months["month"].dt.month)["fatalities_best"].sum().to_dict() == {1: 0, 2: 40, 3: 0}
    assert months["is_provisional"].all() and set(months["source_id"]) == {CANDIDATE}
    assert months["fatalities_high"].sum() == 90
    quiet = shown(spoken, 2021, "MEX")  # the files are about the whole world
    assert len(quiet) == 9 and quiet["fatalities_best"].sum() == 0 and quiet["is_provisional"].all()
    assert spoken.years.query("year == 2021").empty  # three months are no year
    assert said(spoken, CANDIDATE, 2021)[["rung", "speaks"]].tolist() == ["candidates", False]


def test_deaths_in_months_that_no_file_is_about_are_not_shown_as_a_month() -> None:
    across = {"place_id": "COD", "start": "2021-03-22", "end": "2021-04-10", "best": 20}
    spoken = judged([], annual(2020, state_based=10), beyond=candidates(across))
    months = shown(spoken, 2021)
    assert months["month"].max() == pd.Timestamp(2021, 3, 1) and months["fatalities_best"].sum() == 10
    assert said(spoken, CANDIDATE, 2021)["fatalities_best"] == 20


def test_in_a_year_that_the_annual_file_covers_candidates_say_nothing() -> None:
    stray = {"place_id": "COD", "start": "2020-12-30", "best": 9}
    spoken = judged([], annual(2020, state_based=10), beyond=candidates(stray, covers=("2020-01", "2020-12")))
    assert shown(spoken, 2020).empty and CANDIDATE not in set(spoken.comparison["source_id"])


def test_where_the_event_file_reaches_beyond_the_annual_one_it_goes_before_candidates() -> None:
    spoken = judged(
        [
            {"place_id": "COD", "start": "2020-05-05", "best": 10},
            {"place_id": "COD", "start": "2021-02-05", "best": 33},
        ],
        [*annual(2020, state_based=10), *annual(2020, "MEX", non_state=10)],
        beyond=candidates(
            {"place_id": "COD", "start": "2021-02-05", "best": 40},
            {"place_id": "MEX", "start": "2021-02-05", "best": 4},
        ),
    )
    assert set(shown(spoken, 2021)["source_id"]) == {EVENTS} and shown(spoken, 2021)["fatalities_best"].sum() == 33
    assert set(shown(spoken, 2021, "MEX")["source_id"]) == {CANDIDATE}


def test_every_month_is_one_source_s() -> None:
    spoken = judged(
        [{"place_id": "COD", "start": "2019-05-05", "best": 150}],
        [*annual(2018, state_based=70), *annual(2019, state_based=150), *annual(2020)],
        [views(year, state_based=70 if year == 2018 else 150, non_state=0, one_sided=0) for year in (2018, 2019)],
        candidates({"place_id": "COD", "start": "2021-02-05", "best": 40}),
    )
    by_year = spoken.months.groupby(spoken.months["month"].dt.year)["source_id"].unique().map(list).to_dict()
    assert by_year == {2018: [VIEWS], 2019: [EVENTS], 2020: [ANNUAL], 2021: [CANDIDATE]}
