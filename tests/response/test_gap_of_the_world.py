"""The gap on the starter release, with its ranks told again in plain Python."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.response_gap import RESPONSE_GAP
from releases.read import Release, open_release
from response.gap import response_gaps

STARTER = Path(__file__).parents[2] / "data" / "processed" / "starter"


@pytest.fixture(scope="module")
def release() -> Release:
    return open_release(STARTER)


@pytest.fixture(scope="module")
def gaps(release: Release) -> pd.DataFrame:
    given = [
        release.table("severity"),
        release.source_table("fts_requirements"),
        release.source_table("worldbank_population"),
    ]
    before = [table.copy(deep=True) for table in given]
    found = response_gaps(*given)
    for table, as_it_was in zip(given, before, strict=True):
        pd.testing.assert_frame_equal(table, as_it_was)
    return found


def plain_ranks(release: Release, year: int) -> dict[str, tuple[int, int, int]]:
    """Severity rank, rank in dollars and number of places of a year; Palestine's money goes with Israel's row."""
    severity = {
        row["place_id"]: row["severity"]
        for row in release.table("severity").to_dict("records")
        if row["month"].year == year and row["severity"] > 0
    }
    asked: dict[str, int] = {}
    came: dict[str, int] = {}
    for row in release.source_table("fts_requirements").to_dict("records"):
        if row["year"] == year and row["plan_scope"] == "country" and not pd.isna(row["funding_usd"]):
            place = "ISR" if row["place_id"] == "PSE" else row["place_id"]
            came[place] = came.get(place, 0) + int(row["funding_usd"])
            asked[place] = asked.get(place, 0) + (0 if pd.isna(row["requirements_usd"]) else row["requirements_usd"])
    places = [place for place in severity if asked.get(place, 0) > 0]
    return {
        place: (
            1 + sum(severity[other] > severity[place] for other in places),
            1 + sum(came[other] > came[place] for other in places),
            len(places),
        )
        for place in places
    }


@pytest.mark.parametrize("year", [2008, 2024])
def test_the_ranks_are_those_of_a_plain_reading(release: Release, gaps: pd.DataFrame, year: int) -> None:
    rows: Any = gaps[(gaps["year"] == year) & (gaps["response_measure"] == "received_usd") & gaps["gap"].notna()]
    found = {row.place_id: (row.severity_rank, row.response_rank, row.n_compared) for row in rows.itertuples()}
    assert found == plain_ranks(release, year) and len(found) > 20
    for row in rows.itertuples():
        assert row.gap == pytest.approx((row.response_rank - row.severity_rank) / (row.n_compared - 1))


def test_only_what_was_asked_for_is_ranked(gaps: pd.DataFrame) -> None:
    ranked = gaps[gaps["gap"].notna()]
    assert set(ranked["appeal_state"]) <= {"funded", "unfunded"}
    unasked = gaps[gaps["appeal_state"].isin(("no_appeal", "regional_only", "not_known"))]
    assert not unasked.empty
    assert unasked[["response_value", "gap", "residual_gap", "expected_value"]].isna().all(axis=None)


def test_intervals_hold_what_they_are_about(gaps: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(RESPONSE_GAP.validate(gaps), gaps)
    for name in ("gap", "residual_gap"):
        known = gaps.dropna(subset=[name])
        assert ((known[f"{name}_low"] <= known[name]) & (known[name] <= known[f"{name}_high"])).all()
    assert gaps["gap"].dropna().between(-1, 1).all()


def test_half_of_the_appeals_lie_above_what_is_expected(gaps: pd.DataFrame) -> None:
    residuals = gaps.loc[gaps["response_measure"] == "received_usd", "residual_gap"].dropna()
    assert 0.4 < (residuals > 0).mean() < 0.6
