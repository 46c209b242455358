"""Hunger: analyses of parts of one country stay apart, and nothing of it leaves the house."""

from typing import Any

import pandas as pd

from ingest import ipc_phases
from tests import published


def phases() -> Any:
    table = ipc_phases.parse(published.parts("ipc_phases"), published.TODAY)
    return table.set_index(["place_id", "validity", "analysis_number", "phase"]).sort_index()


def test_two_analyses_of_one_period_are_told_apart() -> None:
    people = phases()["people_in_phase"]
    assert people["ETH", "current", 1, "5"] == 0 and people["ETH", "current", 2, "5"] == 350_000


def test_a_projection_keeps_the_month_of_its_analysis() -> None:
    row = phases().loc[("SDN", "first_projection", 1, "3+")]
    assert row["month"] == pd.Timestamp("2025-11-01") and row["period_start"] == pd.Timestamp("2026-03-01")


def test_a_phase_without_a_figure_is_missing() -> None:
    assert pd.isna(phases().loc[("SSD", "second_projection", 1, "all"), "people_in_phase"])


def test_the_figures_enter_no_release() -> None:
    assert not ipc_phases.SOURCE.enters_release
