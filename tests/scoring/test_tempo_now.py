"""The tempo seen from inside: slow burn, sudden, or between."""

from typing import Any

import pandas as pd
import pytest

from contracts.tempo_now import TEMPO_NOW
from indicators import fatalities_12_months, persistence_60_months, spell_months, surge_ratio
from scoring.tempo_now import tempo_now
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)
STEADY = [20] * 84
OUTBREAK = [0] * 81 + [200] * 3
PARTS = (fatalities_12_months, surge_ratio, persistence_60_months, spell_months)
ENDED = [20] * 60 + [0] * 24


def live(series: list[int]) -> pd.DataFrame:
    months = builders.monthly({"SDN": list(series)}, "2015-01-01")
    return tempo_now(pd.concat([module.compute({"violence_month": months}, AS_OF) for module in PARTS]))


def seen(series: list[int]) -> Any:
    return live(series).iloc[0]


@pytest.mark.parametrize(("series", "tempo"), [(STEADY, "slow_burn"), (OUTBREAK, "sudden"), (ENDED, "between")])
def test_the_tempo_from_inside(series: list[int], tempo: str) -> None:
    assert seen(series)["tempo_now"] == tempo


def test_the_three_figures_stand_beside_the_word() -> None:
    row = seen(STEADY)
    assert (row["surge_ratio"], row["share_active"]) == (pytest.approx(1), pytest.approx(1))
    # Twelve-month sums of 240 since December 2015: 73 months to December 2021.
    assert row["spell_months"] == 73 and not row["is_short_history"]


def test_fewer_than_sixty_months_are_a_short_history() -> None:
    assert seen([20] * 65)["is_short_history"]  # sums of twelve exist for 54 months


@pytest.mark.parametrize("series", [[20] * 24 + [0] * 60, [0] * 84, [20] * 24])
def test_a_place_without_a_death_in_36_months_or_without_36_months_has_no_row(series: list[int]) -> None:
    pd.testing.assert_frame_equal(live(series), TEMPO_NOW.empty())
