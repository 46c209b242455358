"""False alarms within their bounds, statistics equal to their references, and the pages as they are written now."""

import re
from pathlib import Path

import numpy as np
import pytest
from statsmodels.datasets import nile

from indicators import indicators
from indicators._change_points import change_points, step_penalty
from indicators._mann_kendall import lag_1, score, variance
from indicators._theil_sen import theil_sen
from validation import false_alarms
from validation.false_alarms import ALLOWED, BLOCKS, WINDOWS, Alarms
from validation.methods_page import methods_page
from validation.references import ON_WINDOWS, Comparison, comparisons
from validation.simulated_series import dense, series

DOCS = Path(__file__).parents[2] / "docs"
REAL_LAG_1 = {0.05: 0.00, 0.25: 0.14, 0.5: 0.34, 0.75: 0.60, 0.95: 0.81}  # of 1,967 real windows of 60 months


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    return comparisons()


@pytest.fixture(scope="module")
def alarms() -> list[Alarms]:
    return false_alarms.alarms(1500)


def test_every_statistic_equals_its_reference(compared: list[Comparison]) -> None:
    assert [one for one in compared if not one.holds] == [] and len(compared) > len(ON_WINDOWS)


def test_false_alarms_at_five_percent_lie_between_three_and_eight(alarms: list[Alarms]) -> None:
    low, high = ALLOWED
    assert {one.window: one.ours for one in alarms if not low <= one.ours <= high} == {}
    assert {one.window for one in alarms} == {*WINDOWS, BLOCKS}


def test_the_plain_test_would_not_hold_them(alarms: list[Alarms]) -> None:
    assert all(one.plain > ALLOWED[1] for one in alarms if one.window != BLOCKS)


def test_made_up_windows_resemble_each_other_as_real_ones_do() -> None:
    found = lag_1(dense(series(3000, 60, np.random.default_rng(1))))
    for share, real in REAL_LAG_1.items():
        assert np.quantile(found, share) == pytest.approx(real, abs=0.08)


def test_hardly_a_world_without_trends_has_one_spoken_of() -> None:
    assert false_alarms.spoken_of(60, 40) <= 0.1


def test_a_step_is_seldom_found_where_there_is_none() -> None:
    assert all(without <= 0.11 for without, _ in false_alarms.steps(200).values())


def test_the_nile_stepped_down_in_1899_as_published() -> None:
    """Cobb (1978), Biometrika 65: the flow at Aswan fell from about 1,098 to about 850 between 1898 and 1899."""
    flow = nile.load().data["volume"].to_numpy(dtype=float)
    steps = change_points(flow, step_penalty(flow), 10)
    assert [1871 + step for step in steps] == [1899]
    assert flow[: steps[0]].mean() == pytest.approx(1097.75) and flow[steps[0] :].mean() == pytest.approx(
        849.97, abs=0.01
    )


def test_theil_sen_and_mann_kendall_by_hand() -> None:
    # 1.26 1.27 1.12 1.16 1.03: the ten slopes in order are -.15 -.13 -.08 -.07 -.0575 -.055 -.045 -.0333 .01 .04,
    # two of ten pairs rise, so S = 2 - 8; without ties the variance is 5 * 4 * 15 / 18.
    window = np.array([[1.26, 1.27, 1.12, 1.16, 1.03]])
    assert theil_sen(window).middle[0] == pytest.approx((-0.0575 - 0.055) / 2)
    assert score(window)[0] == -6 and variance(window)[0] == pytest.approx(300 / 18)


def test_ties_shrink_the_variance_by_hand() -> None:
    # 0 0 0 1 2 2: groups of 3 and of 2; (6 * 5 * 17 - 3 * 2 * 11 - 2 * 1 * 9) / 18 = (510 - 66 - 18) / 18.
    assert variance(np.array([[0.0, 0, 0, 1, 2, 2]]))[0] == pytest.approx(426 / 18)


def test_the_methods_page_is_current() -> None:
    assert (DOCS / "methods.md").read_text("utf-8") == methods_page(), "run `python -m validation --methods`"


def test_the_methods_page_says_all_that_an_indicator_declares() -> None:
    page = methods_page()
    for module in indicators().values():
        one = module.INDICATOR
        said = (one.title, one.question, one.definition, one.unit, one.caveat, one.reference)
        assert [text for text in said if text not in page] == []


def test_the_validation_page_names_what_is_compared_now(compared: list[Comparison]) -> None:
    rows = table_rows((DOCS / "validation.md").read_text("utf-8"))
    listed = {(row[0], row[1], row[4]) for row in rows if len(row) == 5}
    assert {(one.statistic, one.reference, f"{one.tolerance:.0e}") for one in compared} <= listed


def test_the_validation_page_holds_every_simulated_window_within_bounds() -> None:
    ours = {row[0]: row[2] for row in table_rows((DOCS / "validation.md").read_text("utf-8")) if len(row) == 7}
    shares = {window: float(ours[window].rstrip("%")) / 100 for window in (*WINDOWS, BLOCKS)}
    assert all(ALLOWED[0] <= share <= ALLOWED[1] for share in shares.values())


def table_rows(page: str) -> list[list[str]]:
    return [re.split(r"\s*\|\s*", line.strip("| ")) for line in page.splitlines() if line.startswith("|")]
