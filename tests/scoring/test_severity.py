"""How bad: parts that add up, ranks with their uncertainty, and nothing in it that a bystander can move."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from contracts.indicator_scores import INDICATOR_SCORES
from contracts.severity import SEVERITY, SEVERITY_PART
from indicators import indicators
from scoring._severity_draws import DEATHS, FLOOR, PERSISTENCE, RATE
from scoring.severity import PILLARS, Severities, severities
from tests import builders

NEEDED = (RATE, DEATHS, *PERSISTENCE.values())
AS_OF = pd.Timestamp(2021, 12, 1)
PEOPLE = {"SDN": 40_000_000, "SSD": 10_000_000, "MEX": 120_000_000, "LKA": 20_000_000, "SLE": 7_000_000}
WORLD = {
    "SDN": [3000, 2500, 900, 4000],
    "SSD": [800, 900, 0, 60],
    "MEX": [9000, 8000, 100, 12_000],
    "LKA": [0, 0, 0, 0],
    "SLE": [0, 3, 0, 0],
}


def scored(deaths: dict[str, list[int]], width: float = 0.4, people: dict[str, int] = PEOPLE) -> Severities:
    """Severities of 2018-2021, with low and high estimates a share `width` below and above best."""
    return severities(scores_of(deaths, width, people))


def scores_of(deaths: dict[str, list[int]], width: float = 0.4, people: dict[str, int] = PEOPLE) -> pd.DataFrame:
    """indicator_scores behind them."""
    rows = [
        {"place_id": place, "year": 2018 + offset, "best": best}
        | {"low": int(best * (1 - width)), "high": int(best * (1 + width))}
        for place, series in deaths.items()
        for offset, best in enumerate(series)
    ]
    tables = {
        "violence_year": builders.years(*rows),
        "population_year": builders.population(people, range(2018, 2022)),
    }
    return pd.concat([indicators()[name].compute(tables, AS_OF) for name in NEEDED], ignore_index=True)


@pytest.fixture(scope="module")
def world() -> Severities:
    return scored(WORLD)


def of(found: Severities, year: int = 2021) -> Any:
    """The year's places by id."""
    return found.severity[found.severity["month"] == pd.Timestamp(year, 12, 1)].set_index("place_id")


def test_both_tables_are_as_contracted(world: Severities) -> None:
    pd.testing.assert_frame_equal(SEVERITY.validate(world.severity), world.severity)
    pd.testing.assert_frame_equal(SEVERITY_PART.validate(world.parts), world.parts)
    assert set(world.parts["pillar"]) == set(PILLARS)


def test_severity_is_the_weighted_geometric_mean_of_its_parts(world: Severities) -> None:
    parts = world.parts.assign(log=lambda rows: rows["weight"] * np.log(rows["score"].clip(lower=FLOOR)))
    keys = ["place_id", "month"]
    rebuilt = np.exp(parts.groupby(keys)["log"].sum())
    severity = world.severity.set_index(keys)["severity"]
    positive = severity > 0
    assert rebuilt[positive].to_numpy() == pytest.approx(severity[positive].to_numpy())
    assert rebuilt[~positive].to_numpy() == pytest.approx(1)  # every part at its floor
    assert parts.groupby(keys)["weight"].sum().to_numpy() == pytest.approx(1)


def test_contributions_add_to_one_wherever_anything_is_severe(world: Severities) -> None:
    total = world.parts.groupby(["place_id", "month"])["contribution"].sum()
    severity = world.severity.set_index(["place_id", "month"])["severity"]
    assert total[severity > 0].to_numpy() == pytest.approx(1)
    assert (total[severity == 0] == 0).all()
    assert world.parts["contribution"].between(0, 1).all()


def test_severity_by_hand() -> None:
    month = pd.Timestamp(2021, 12, 1)
    score = {"fatalities_rate_year": 20.0, "fatalities_year": 50.0, "persistence_10_years": 80.0}
    rows = [
        {"place_id": "SDN", "place_kind": "country", "month": month, "indicator_id": indicator}
        | {"value": 0.8, "value_low": 0.8, "value_high": 0.8, "score": value}
        for indicator, value in score.items()
    ]
    found = severities(pd.DataFrame(rows))
    assert found.severity["severity"][0] == pytest.approx(
        43.0887, abs=1e-4
    )  # (20 * 50 * 80) ** (1 / 3) = 80000 ** (1/3)
    by_pillar = found.parts.set_index("pillar")["contribution"]
    assert by_pillar["intensity"] == pytest.approx(0.2653, abs=1e-4)  # ln 20 / ln 80000


def test_severity_is_zero_only_where_nothing_is_recorded(world: Severities) -> None:
    table = of(world)
    assert table.loc["LKA", "severity"] == 0 and table.loc["SLE", "severity"] == 0
    assert (table.loc[["SDN", "SSD", "MEX"], "severity"] > 0).all()
    assert of(world, 2020).loc["SSD", "severity"] > 0  # quiet that year, but two of the last years were not


def test_without_deaths_a_missing_population_does_not_matter_and_with_them_it_does() -> None:
    unknown = {place: number for place, number in PEOPLE.items() if place not in {"LKA", "MEX"}}
    table = of(scored(WORLD, people=unknown))
    assert table.loc["LKA", "severity"] == 0 and "MEX" not in table.index


def test_places_are_ranked_from_the_most_severe_and_ties_share_the_better_rank(world: Severities) -> None:
    table = of(world)
    assert table["n_ranked"].unique().tolist() == [5]
    order = table.sort_values("severity", ascending=False)
    assert order["rank"].tolist() == [1, 2, 3, 4, 4]  # two places at zero


def test_the_intervals_hold_what_they_are_about(world: Severities) -> None:
    table = world.severity
    assert ((table["rank_low"] <= table["rank"]) & (table["rank"] <= table["rank_high"])).all()
    assert (table["severity_low"] <= table["severity"]).all() and (table["severity"] <= table["severity_high"]).all()
    assert table["severity_high"].max() <= 100 and (table["rank_high"] <= table["n_ranked"]).all()


def test_wider_estimates_give_a_wider_interval() -> None:
    narrow, wide = of(scored(WORLD, width=0.1)), of(scored(WORLD, width=0.9))
    assert (wide.loc["SSD", "severity_high"] - wide.loc["SSD", "severity_low"]) > (
        narrow.loc["SSD", "severity_high"] - narrow.loc["SSD", "severity_low"]
    )


def test_two_places_with_nearly_the_same_record_may_stand_either_way() -> None:
    table = of(scored({"LKA": [450] * 4, "SLE": [449] * 4}, people={"LKA": 20_000_000, "SLE": 20_000_000}))
    assert table["rank"].to_dict() == {"LKA": 1, "SLE": 2}
    assert table["rank_low"].tolist() == [1, 1] and table["rank_high"].tolist() == [2, 2]


def test_the_same_scores_give_the_same_answer_to_the_last_digit(world: Severities) -> None:
    again = scored(WORLD)
    pd.testing.assert_frame_equal(again.severity, world.severity, check_exact=True)
    pd.testing.assert_frame_equal(again.parts, world.parts, check_exact=True)


def test_an_empty_place_beside_the_others_changes_no_severity_and_no_interval_of_it(world: Severities) -> None:
    fewer = of(scored({place: series for place, series in WORLD.items() if place != "LKA"}))
    columns = ["severity", "severity_low", "severity_high", "rank"]
    pd.testing.assert_frame_equal(of(world).loc[fewer.index, columns], fewer[columns], check_exact=True)


@pytest.mark.parametrize("place", ["SDN", "SSD", "MEX", "SLE"])
@pytest.mark.parametrize("more", [1, 30, 5000])
def test_more_deaths_never_lower_severity_nor_move_another_place(world: Severities, place: str, more: int) -> None:
    worse = scored({**WORLD, place: [*WORLD[place][:-1], WORLD[place][-1] + more]})
    before, after = of(world), of(worse)
    assert after.loc[place, "severity"] >= before.loc[place, "severity"]
    others = [one for one in WORLD if one != place]
    assert after.loc[others, "severity"].tolist() == before.loc[others, "severity"].tolist()


def test_a_crisis_that_stays_terrible_stays_high() -> None:
    table = scored({"SDN": [3000] * 4}).severity
    assert table["severity"].is_monotonic_increasing  # persistence grows or stays, nothing fades for want of change


def test_the_order_of_rows_changes_nothing(world: Severities) -> None:
    tables = {
        "violence_year": builders.yearly(WORLD, 2018),
        "population_year": builders.population(PEOPLE, range(2018, 2022)),
    }
    scores = pd.concat([indicators()[name].compute(tables, AS_OF) for name in NEEDED], ignore_index=True)
    shuffled = severities(scores.sample(frac=1, random_state=3))
    pd.testing.assert_frame_equal(shuffled.severity, severities(scores).severity)


def test_no_scores_give_empty_tables() -> None:
    nothing = severities(INDICATOR_SCORES.empty())
    assert nothing.severity.empty and nothing.parts.empty


@pytest.mark.parametrize("people", [20_000, 1_400_000_000])
def test_a_single_recorded_death_is_more_than_none(people: int) -> None:
    table = of(scored({"SLE": [0, 0, 0, 1], "LKA": [0, 0, 0, 0]}, people={"SLE": people, "LKA": people}))
    assert table.loc["SLE", "severity"] > 0 and table.loc["LKA", "severity"] == 0


def test_crises_and_provinces_have_no_severity_and_move_no_country() -> None:
    scores = scores_of(WORLD)
    others = scores[scores["place_id"].isin(["SDN", "LKA"])]  # one with deaths and one without
    others = others.assign(place_id="crisis:" + others["place_id"], place_kind="crisis")
    among = severities(pd.concat([scores, others], ignore_index=True))
    pd.testing.assert_frame_equal(among.severity, severities(scores).severity)
