"""How a source stands: what the last refresh noted, what age makes of it, and what is said of one without a table."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest import sources
from pipeline.gather import FAILED, OFF, Outcome
from pipeline.status import write_status
from releases.status import age_in_days, read_status, state_of
from tests.small_release import published, shelf

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def test_a_clone_that_never_refreshed_has_no_note(tmp_path: Path) -> None:
    assert read_status(tmp_path) == {}
    (tmp_path / "status.json").write_text("[]", "utf-8")
    assert read_status(tmp_path) == {}


def test_every_source_stands_in_the_note_with_what_it_declares(tmp_path: Path) -> None:
    modules = sources()
    outcomes = {"ucdp_ged": Outcome("ucdp_ged", FAILED, "answered 503")}
    write_status(tmp_path, outcomes, modules, "method", None, NOW)
    noted = read_status(tmp_path)["sources"]
    assert set(noted) == set(modules)
    assert noted["ucdp_ged"]["state"] == "kept" and noted["ucdp_ged"]["reason"] == "answered 503"
    silent = noted["views_history"]
    assert "state" not in silent and silent["title"] == modules["views_history"].SOURCE.title
    assert silent["is_met_live"] == modules["views_history"].SOURCE.is_met_live


def test_a_source_that_was_not_asked_keeps_its_older_note(tmp_path: Path) -> None:
    modules = sources()
    write_status(tmp_path, {"ucdp_ged": Outcome("ucdp_ged", OFF, "needs a key")}, modules, "method", None, NOW)
    write_status(tmp_path, {}, modules, "method", None, NOW)
    assert read_status(tmp_path)["sources"]["ucdp_ged"]["reason"] == "needs a key"


@pytest.mark.parametrize(
    ("note", "day", "state"),
    [
        ({}, DAY, "not_asked"),
        ({"state": "fresh"}, DAY, "fresh"),
        ({"state": "fresh"}, date(2026, 8, 23), "fresh"),  # 600 days after 31 December 2024
        ({"state": "fresh"}, date(2026, 8, 24), "stale"),
        ({"state": "kept", "reason": "503"}, date(2026, 8, 24), "kept"),  # what failed says more than the age
    ],
)
def test_age_alone_makes_a_source_stale(tmp_path: Path, note: dict[str, str], day: date, state: str) -> None:
    published(tmp_path)
    record = shelf(tmp_path).current().sources["ucdp_country_year"]
    assert state_of(record, note, day)[0] == state


def test_a_source_without_a_table_is_missing_off_or_not_reached() -> None:
    assert state_of(None, {}, DAY)[0] == "missing"
    assert state_of(None, {"state": "kept", "reason": "503"}, DAY) == ("missing", "503")
    assert state_of(None, {"state": "off", "reason": "needs a key"}, DAY) == ("off", "needs a key")
    assert state_of(None, {"state": "not_reached", "reason": "503"}, DAY) == ("not_reached", "503")


def test_the_age_counts_from_the_end_of_the_newest_period() -> None:
    assert age_in_days("2025", DAY) == 61  # 31 days of January, 28 of February, 2 of March
    assert age_in_days("2026-02", DAY) == 2 and age_in_days("2026-03-01", DAY) == 1
    assert age_in_days(None, DAY) is None
