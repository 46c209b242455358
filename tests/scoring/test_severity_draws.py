"""How else severity could have come out: every choice by hand, each source of uncertainty for itself, the figure unmoved."""

import numpy as np
import pandas as pd
import pytest

from indicators._frozen import frozen_values, percentile_score
from scoring._severity_draws import DRAWS, MOVES, drawn_logs, logs_by_choice
from scoring.severity import severities
from tests.scoring.test_severity import WORLD, of, scored, scores_of

DECLARED = ("percentile", 1, 10)


def table_of(scores: pd.DataFrame, year: int = 2021) -> pd.DataFrame:
    """One row for each place at the end of the year."""
    rows = scores[(scores["indicator_id"] == "fatalities_year") & (scores["month"].dt.year == year)]
    return rows[["place_id", "month"]].reset_index(drop=True)


def test_the_declared_choice_gives_the_published_figure() -> None:
    scores = scores_of(WORLD)
    best, _, _ = logs_by_choice(table_of(scores), scores)[DECLARED]
    published = of(severities(scores)).sort_index()["severity"].to_numpy()
    mean = best.mean(axis=1)
    assert np.where(mean > 0, np.exp(mean), 0) == pytest.approx(published)


def test_the_mean_of_two_years_and_the_logarithmic_scale_by_hand() -> None:
    scores = scores_of({"SSD": [800, 900, 0, 60]}, width=0)
    by_choice = logs_by_choice(table_of(scores), scores)
    # Deaths of 2020 and 2021: (0 + 60) / 2 = 30; of 2019 to 2021: (900 + 0 + 60) / 3 = 320.
    two, three = by_choice["percentile", 2, 10][0][0, 1], by_choice["percentile", 3, 10][0][0, 1]
    expected = percentile_score(np.array([30.0, 320.0]), "fatalities_year")
    assert np.exp([two, three]) == pytest.approx(expected)
    # ln(1 + 60) over ln(1 + the most of the reference period), of 100.
    on_logs = 100 * np.log(61) / np.log1p(frozen_values("fatalities_year")[-1])
    assert np.exp(by_choice["logarithm", 1, 10][0][0, 1]) == pytest.approx(on_logs)


def test_persistence_over_other_windows_is_that_of_their_indicators() -> None:
    scores = scores_of({"SSD": [800, 900, 0, 60]})
    by_choice = logs_by_choice(table_of(scores), scores)
    # Three of four years on record are active, whatever the window.
    assert [np.exp(by_choice["percentile", 1, years][0][0, 2]) for years in (5, 10, 20)] == pytest.approx([75, 75, 75])


def test_where_no_population_is_known_quiet_years_stay_quiet() -> None:
    scores = scores_of({"SLE": [0, 0, 3, 0]}, people={})
    for best, _, high in logs_by_choice(table_of(scores), scores).values():
        assert (best == 0).all() and (high[:, :2] == 0).all()


@pytest.mark.parametrize("move", MOVES)
def test_each_source_of_uncertainty_moves_something_and_never_the_figure(move: str) -> None:
    scores = scores_of(WORLD)
    alone, still = of(severities(scores, (move,))), of(severities(scores, ()))
    assert alone["severity"].tolist() == still["severity"].tolist()
    table = table_of(scores)
    by_choice = logs_by_choice(table, scores)
    spread = np.ptp(drawn_logs(table["place_id"], by_choice, (move,))[0], axis=1)
    assert (spread > 0).sum() >= 3
    assert np.ptp(drawn_logs(table["place_id"], by_choice, ())[0], axis=1) == pytest.approx(0)


def test_levels_are_compared_on_the_declared_scale_alone() -> None:
    scores = scores_of(WORLD)
    table = table_of(scores)
    drawn, n_declared = drawn_logs(table["place_id"], logs_by_choice(table, scores), ("scale",))
    assert 0.4 * DRAWS < n_declared < 0.6 * DRAWS
    assert np.ptp(drawn[:, :n_declared], axis=1) == pytest.approx(0)
    found = of(severities(scores, ("scale",)))
    assert found["severity_low"].to_numpy() == pytest.approx(found["severity"].to_numpy())


def test_later_years_move_no_earlier_interval() -> None:
    shorter = scored({place: series[:3] for place, series in WORLD.items()}).severity
    longer = scored(WORLD).severity
    before = longer[longer["month"].dt.year <= 2020].reset_index(drop=True)
    pd.testing.assert_frame_equal(before, shorter, check_exact=True)


def test_a_place_that_was_quiet_this_year_may_stand_higher_over_a_longer_window() -> None:
    scores = scores_of({"SSD": [800, 900, 800, 0]}, width=0)
    one_year, all_windows = of(severities(scores, ())), of(severities(scores, ("windows",)))
    assert one_year["severity_high"].tolist() == pytest.approx(one_year["severity"].tolist())
    assert all_windows.loc["SSD", "severity_high"] > one_year.loc["SSD", "severity_high"]
