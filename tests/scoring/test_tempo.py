"""At which tempo: every class and bound by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scoring.tempo import effective_years, episodes, tempo_of
from tests import builders

AS_OF = pd.Timestamp(2024, 12, 1)


def episodes_of(
    *series: Sequence[int | None], first_year: int = 2000, as_of: pd.Timestamp = AS_OF, **bounds: Any
) -> Any:
    deaths = {f"P{number}": one for number, one in enumerate(series)}
    return episodes(builders.yearly(deaths, first_year, **bounds), as_of)


def spans(*series: Sequence[int | None]) -> list[tuple[int, int]]:
    table = episodes_of(*series)
    return list(zip(table["first_year"], table["last_year"], strict=True))


def test_the_effective_number_of_years_by_hand() -> None:
    assert effective_years(np.array([500.0])) == 1.0
    assert effective_years(np.array([50.0] * 7)) == pytest.approx(7)
    assert effective_years(np.array([30.0, 0.0, 10.0])) == pytest.approx(1.6)  # 40^2 / (900 + 100)
    assert effective_years(np.array([0.0, 0.0])) == 1.0


@pytest.mark.parametrize(
    ("n_eff", "active", "tempo"),
    [
        (1.0, 1, "sudden"),
        (1.999, 30, "sudden"),
        (2.0, 2, "short"),
        (2.0, 7, "short"),
        (7.99, 7, "short"),
        (2.0, 8, "slow_burn_with_surges"),
        (7.999, 30, "slow_burn_with_surges"),
        (8.0, 8, "slow_burn_with_surges"),  # even, but of too few active years
        (8.0, 9, "slow_burn_with_surges"),
        (8.0, 10, "slow_burn"),
        (23.2, 34, "slow_burn"),
    ],
)
def test_every_class_at_its_bounds(n_eff: float, active: int, tempo: str) -> None:
    assert tempo_of(n_eff, active) == tempo


def test_a_year_is_active_from_25_deaths() -> None:
    assert spans([24, 25, 24]) == [(2001, 2001)]
    assert spans([24, 24, 24]) == []


def test_two_quiet_years_stay_inside_an_episode_and_a_third_ends_it() -> None:
    assert spans([30, 0, 0, 30]) == [(2000, 2003)]
    assert spans([30, 0, 0, 0, 30]) == [(2000, 2000), (2004, 2004)]
    assert spans([30, 0, 24, 30, 0, 0, 0, 40]) == [(2000, 2003), (2007, 2007)]


def test_quiet_years_inside_count_with_their_deaths() -> None:
    episode = episodes_of([100, 10, 0, 50]).iloc[0]
    assert episode["fatalities_best"] == 160 and episode["active_years"] == 2 and episode["recorded_years"] == 4
    assert episode["effective_years"] == pytest.approx(160**2 / (100**2 + 10**2 + 50**2))


def test_a_missing_year_inside_is_quiet_but_not_recorded() -> None:
    episode = episodes_of([100, None, 50]).iloc[0]
    assert (episode["first_year"], episode["last_year"]) == (2000, 2002)
    assert (episode["recorded_years"], episode["active_years"], episode["fatalities_best"]) == (2, 2, 150)


def test_all_in_one_year_is_sudden_whatever_smoulders_around_it() -> None:
    # 760,000 and eleven years of 1,500: (776,500)^2 / (760,000^2 + 11 * 1,500^2) = 1.04
    episode = episodes_of([1500] * 4 + [760_000] + [1500] * 7).iloc[0]
    assert episode["effective_years"] == pytest.approx(1.044, abs=0.001) and episode["tempo"] == "sudden"


def test_an_even_decade_is_a_slow_burn_and_nine_years_are_not_yet() -> None:
    assert episodes_of([100] * 10)["tempo"].tolist() == ["slow_burn"]
    assert episodes_of([100] * 9)["tempo"].tolist() == ["slow_burn_with_surges"]


def test_a_long_episode_with_a_peak_burns_with_surges() -> None:
    # eleven years of 100 and one of 5,000: 6,100^2 / (110,000 + 25,000,000) = 1.48; of 600: 1,700^2 / 470,000 = 6.1
    assert episodes_of([100] * 11 + [5000])["tempo"].tolist() == ["sudden"]
    assert episodes_of([100] * 11 + [600])["tempo"].tolist() == ["slow_burn_with_surges"]


def test_a_few_even_years_are_short() -> None:
    assert episodes_of([100] * 3)["tempo"].tolist() == ["short"]


def test_the_deadliest_episode_names_the_place_and_there_is_one() -> None:
    table = episodes_of([30, 0, 0, 0, 900, 0, 0, 0, 40], [50])
    assert table["is_deadliest"].tolist() == [False, True, False, True]


def test_types_are_added_before_anything_is_judged() -> None:
    rows = [
        {"place_id": "SDN", "year": 2020, "best": 9, "violence_type": kind}
        for kind in ("state_based", "non_state", "one_sided")
    ]
    assert episodes(builders.years(*rows), AS_OF)["fatalities_best"].tolist() == [27]


def test_an_episode_is_ongoing_until_a_third_quiet_year_is_on_record() -> None:
    assert episodes_of([30, 0, 0])["is_ongoing"].tolist() == [True]
    assert episodes_of([30, 0, 0, 0])["is_ongoing"].tolist() == [False]


def test_a_record_that_stops_does_not_end_an_episode() -> None:
    table = episodes_of([30, 30], [0, 0, 0, 30])  # the first has no row for the last two years: nobody says it ended
    assert table["is_ongoing"].tolist() == [True, True]


def test_what_begins_in_the_first_year_on_record_may_be_older() -> None:
    assert episodes_of([30, 30], [0, 30])["is_left_censored"].tolist() == [True, False]


def test_low_and_high_estimates_say_how_near_a_bound_it_is() -> None:
    sure = episodes_of([100] * 12)
    assert not sure["is_near_bound"].any()
    unsure = episodes_of([30] * 12, low=20).iloc[0]  # by the low estimates no year is active
    assert unsure["tempo"] == "slow_burn" and unsure["is_near_bound"]
    assert unsure["effective_years_low"] <= unsure["effective_years"] <= unsure["effective_years_high"]


def test_later_years_change_no_episode_that_had_ended() -> None:
    series = [30, 90, 0, 0, 0, 60, 60, 60]
    then, now = episodes_of(series, as_of=pd.Timestamp(2004, 12, 1)), episodes_of(series)
    pd.testing.assert_series_equal(
        then.iloc[0].drop(["is_deadliest"]), now.iloc[0].drop(["is_deadliest"]), check_names=False
    )
    assert len(then) == 1 and len(now) == 2


def test_no_place_with_25_deaths_in_a_year_gives_an_empty_table() -> None:
    assert episodes_of([24, 0, 3]).empty and episodes(builders.years(), AS_OF).empty


def of_place(place_id: str, kind: str, series: Sequence[int | None], **columns: Any) -> Any:
    """The one episode of a place that is no country, beside a country on record to 2010."""
    world = builders.yearly({"SDN": [0] * 22}, 1989)
    place = builders.yearly({place_id: series}, 1989, place_kind=kind, **columns)
    table = episodes(pd.concat([world, place], ignore_index=True), AS_OF)
    return table.set_index("place_id").loc[place_id]


def test_a_crisis_whose_record_ends_before_its_country_s_has_not_ended() -> None:
    assert of_place("crisis:darfur", "crisis", [None] * 15 + [90] * 5)["is_ongoing"]
    assert not of_place("crisis:darfur", "crisis", [None] * 11 + [90] * 5 + [0] * 3)["is_ongoing"]


def test_a_crisis_with_a_last_year_and_a_unit_that_was_divided_have_ended() -> None:
    assert not of_place("crisis:rwanda", "crisis", [None, 90, 90, 90])["is_ongoing"]
    assert not of_place("adm1:SDN:west-darfur-until-2011", "adm1", [None] * 5 + [90] * 3)["is_ongoing"]
    assert of_place("adm1:SDN:west-darfur", "adm1", [None] * 15 + [90] * 3)["is_ongoing"]


def test_a_unit_that_is_active_from_its_first_year_may_be_older() -> None:
    assert of_place("adm1:SDN:west-darfur", "adm1", [None] * 15 + [90] * 3)["is_left_censored"]
    assert not of_place("adm1:SDN:west-darfur", "adm1", [None] * 15 + [0, 90, 90])["is_left_censored"]


def test_state_based_deaths_have_a_tempo_of_their_own_and_say_so() -> None:
    # a year without a row had under 25 deaths: quiet, so that three of them end the episode
    series = [90, None, None, 90, None, None, None, 40]
    table = episodes(
        builders.yearly({"crisis:oromia": series}, 1989, place_kind="crisis", types_covered="state_based"), AS_OF
    )
    assert table[["first_year", "last_year"]].to_numpy().tolist() == [[1989, 1992], [1996, 1996]]
    assert set(table["types_covered"]) == {"state_based"}
    assert table["is_ongoing"].tolist() == [False, True] and table["active_years"].tolist() == [2, 1]
