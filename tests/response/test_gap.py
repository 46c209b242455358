"""Gap, residual and neglect: by hand, against statsmodels, and without a word about what was not asked."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from contracts.funding_requirement import FUNDING_REQUIREMENT
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.neglect_year import NEGLECT_YEAR
from contracts.response_gap import RESPONSE_GAP
from contracts.severity import SEVERITY
from response import gap as gap_rules
from response._robust import huber_fits
from response.expected import LEAST_ROWS, WINDOW_YEARS
from response.gap import response_gaps
from response.neglect import neglect_years
from response.years import response_years
from tests import builders
from tests.response.test_money_asked import plans

PLACES = ["AFG", "CAF", "COD", "ETH", "HTI", "IRQ", "MLI", "MMR", "NGA", "SDN", "SSD", "SYR"]
ASKING = PLACES[:-1]  # Syria has deaths and no appeal


def severities(years: range, width: float = 0.0) -> pd.DataFrame:
    """severity of PLACES, the first the most severe: 90, 85, 80 ..."""
    rows = [
        {"place_id": place, "place_kind": "country", "month": pd.Timestamp(year, 12, 1)}
        | {"severity": 90.0 - 5 * number, "severity_low": (90.0 - 5 * number) * (1 - width)}
        | {"severity_high": min(100.0, (90.0 - 5 * number) * (1 + width))}
        for year in years
        for number, place in enumerate(PLACES)
    ]
    return pd.DataFrame(rows)


def money(years: range) -> pd.DataFrame:
    """Money in the order of severity, but for Afghanistan, which receives least of all."""
    amounts = [1, *range(1200, 1200 - 100 * (len(ASKING) - 1), -100)]
    pairs = [(place, year, 2000, came) for year in years for place, came in zip(ASKING, amounts, strict=True)]
    return plans(*pairs)


def people(years: range) -> pd.DataFrame:
    return builders.population({place: 10_000_000 + 999 * n**2 for n, place in enumerate(PLACES)}, years)


def gaps(years: range, width: float = 0.0) -> Any:
    table = response_gaps(severities(years, width), money(years), people(years))
    pd.testing.assert_frame_equal(RESPONSE_GAP.validate(table), table)
    return table.set_index(["place_id", "year", "response_measure"])


def test_the_gap_by_hand() -> None:
    table = gaps(range(2020, 2021))
    worst, next_worst = table.loc[("AFG", 2020, "received_usd")], table.loc[("CAF", 2020, "received_usd")]
    assert (worst["severity_rank"], worst["response_rank"], worst["n_compared"]) == (1, 11, 11)
    assert worst["gap"] == pytest.approx(1.0)  # (11 - 1) / (11 - 1)
    assert next_worst["gap"] == pytest.approx(-0.1)  # (1 - 2) / 10: it receives a little more than its rank
    assert (worst["gap_low"], worst["gap_high"]) == (worst["gap"], worst["gap"])  # severities are certain here


def test_a_place_for_which_nothing_was_asked_is_never_ranked_as_zero() -> None:
    table = gaps(range(2020, 2021))
    row = table.loc[("SYR", 2020, "received_usd")]
    assert row["appeal_state"] == "no_appeal"
    assert row[["response_value", "severity_rank", "response_rank", "gap", "residual_gap"]].isna().all()
    assert table["n_compared"].max() == len(ASKING)


def test_uncertain_severities_widen_the_gap() -> None:
    row = gaps(range(2020, 2021), width=0.2).loc[("ETH", 2020, "received_usd")]
    assert row["gap_low"] < row["gap"] < row["gap_high"]


def test_too_few_places_are_not_compared() -> None:
    few = money(range(2020, 2021)).iloc[: gap_rules.LEAST_COMPARED - 1]
    table = response_gaps(severities(range(2020, 2021)), few, people(range(2020, 2021)))
    assert table["gap"].isna().all() and table["response_value"].notna().any()


def test_later_years_change_nothing_earlier() -> None:
    early, late = gaps(range(2016, 2020)), gaps(range(2016, 2022))
    assert early["residual_gap"].notna().any()
    pd.testing.assert_frame_equal(early, late.loc[late.index.isin(early.index)])


def test_an_appeal_nobody_answered_is_ranked_last_and_has_no_residual() -> None:
    years = range(2016, 2020)
    nobody = money(years)
    nobody.loc[nobody["place_id"] == "SSD", "funding_usd"] = 0
    table: Any = response_gaps(severities(years), nobody, people(years)).set_index(
        ["place_id", "year", "response_measure"]
    )
    row = table.loc[("SSD", 2019, "received_usd")]
    assert (row["appeal_state"], row["response_value"], row["response_rank"]) == ("unfunded", 0, 11)
    assert pd.isna(row["residual_gap"])


def test_the_residual_equals_statsmodels_on_the_same_window() -> None:
    years = range(2012, 2020)
    mixed = money(years)
    noise = np.random.default_rng(7).lognormal(3, 1, len(mixed)).astype(int) + 1
    mixed["funding_usd"] = mixed["funding_usd"] + noise
    table = response_gaps(severities(years), mixed, people(years))
    rows = table[(table["response_measure"] == "received_usd") & table["response_value"].notna()]
    window = rows[(rows["year"] > 2019 - WINDOW_YEARS)].merge(people(years), on=["place_id", "year"])
    assert len(window) >= LEAST_ROWS
    design = pd.get_dummies(window["year"]).astype(float).to_numpy()
    design = np.column_stack([design, np.log(window["severity"]), np.log(window["persons"])])
    fit = sm.RLM(np.log(window["response_value"]), design, M=sm.robust.norms.HuberT()).fit(tol=1e-12, maxiter=200)
    own = (window["year"] == 2019).to_numpy()
    expected = fit.fittedvalues[own].to_numpy() - np.log(window.loc[own, "response_value"].to_numpy())
    assert window.loc[own, "residual_gap"].to_numpy() == pytest.approx(expected, abs=1e-4)
    bounds = rows.dropna(subset=["residual_gap"])
    assert (bounds["residual_gap_low"] <= bounds["residual_gap"]).all()
    assert (bounds["residual_gap"] <= bounds["residual_gap_high"]).all()


def test_one_wild_point_moves_the_robust_line_little() -> None:
    x = np.arange(20.0)
    design = np.column_stack([np.ones(20), x])[None]
    straight = 2 + 3 * x + np.tile([0.1, -0.1], 10)
    wild = straight.copy()
    wild[-1] += 1000
    fits = [huber_fits(design, y, np.ones((1, 20)))[0][1] for y in (straight, wild)]
    assert fits == pytest.approx([3, 3], abs=0.02)


def test_neglect_by_hand_shows_its_three_parts() -> None:
    years = range(2016, 2020)
    table = response_gaps(severities(years), money(years), people(years))
    active = {"AFG": 1.0, "CAF": 0.8, "COD": 0.7, "SYR": 1.0}
    scores = pd.DataFrame(
        [
            {
                "indicator_id": "persistence_10_years",
                "place_id": place,
                "month": pd.Timestamp(2019, 12, 1),
                "value": share,
            }
            for place, share in active.items()
        ]
    )
    found = neglect_years(table, scores)
    pd.testing.assert_frame_equal(NEGLECT_YEAR.validate(found), found)
    year: Any = found[found["year"] == 2019].set_index("place_id")
    # severities 90, 85 ... 35: three of twelve lie in the upper quarter, which begins at 76.25
    assert year["severity_bound"].iloc[0] == pytest.approx(76.25) and year["is_severe"].sum() == 3
    assert year["is_persistent"].sum() == 3 and not year.loc["COD", "is_persistent"]
    assert (year.loc["AFG", "little_response"], year.loc["AFG", "neglect"]) == ("yes", "yes")
    assert (year.loc["CAF", "coverage"], year.loc["CAF", "neglect"]) == (0.6, "no")
    assert (year.loc["SYR", "little_response"], year.loc["SYR", "neglect"]) == ("no_appeal", "no")  # not severe here


def test_without_appeals_or_people_or_deaths_nothing_is_compared() -> None:
    years = range(2019, 2021)
    nothing_asked = response_gaps(severities(years), FUNDING_REQUIREMENT.empty(), people(years))
    assert set(nothing_asked["appeal_state"]) == {"not_known"} and nothing_asked["gap"].isna().all()
    no_people = response_gaps(severities(range(2014, 2020)), money(range(2014, 2020)), builders.population({}, years))
    assert no_people["gap"].notna().any() and no_people["residual_gap"].isna().all()
    no_deaths = response_gaps(SEVERITY.empty(), money(years), people(years))
    assert no_deaths.empty and neglect_years(no_deaths, INDICATOR_SCORES.empty()).empty
    assert response_years({}, pd.Timestamp(2020, 12, 31))["appeal_state"].eq("not_known").all()
