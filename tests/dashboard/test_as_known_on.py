"""As known on a day: the newest release published by its end, said at the top, carried along, with a way back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.known_day import kept_days, newest_by
from releases.read import Release
from tests.dashboard.conftest import Opened, Page
from tests.dashboard.test_chart_citation import copies

MAY, JUNE, NOVEMBER = date(2025, 5, 31), date(2025, 6, 1), date(2026, 11, 23)


def release(tmp_path: Path, day: date, name: str) -> Release:
    (tmp_path / name).mkdir()
    return Release(tmp_path / name, name, day, {})


def chooser(page: Page) -> dict[str, Any]:
    return page.parts("KnownOn")[0]


def test_the_last_release_of_a_day_stands_for_it(tmp_path: Path) -> None:
    first, second = release(tmp_path, JUNE, "zzz"), release(tmp_path, JUNE, "aaa")
    published = release(tmp_path, NOVEMBER, "new")
    days = kept_days([published, first, second], published)
    assert [(one.day, one.release_id) for one in days] == [(NOVEMBER, "new"), (JUNE, "aaa")]
    assert newest_by(JUNE, days) == days[1] and newest_by(MAY, days) is None
    assert newest_by(date(2026, 11, 22), days) == days[1] and newest_by(date(2030, 1, 1), days) == days[0]


def test_a_release_that_was_taken_back_is_not_what_was_known(tmp_path: Path) -> None:
    withdrawn, published = release(tmp_path, NOVEMBER, "withdrawn"), release(tmp_path, JUNE, "published")
    assert [one.release_id for one in kept_days([withdrawn, published], published)] == ["published"]


@pytest.mark.parametrize("day", ["2025-06-01", "2026-11-22"])
def test_the_state_of_a_day_is_shown_and_said_at_the_top(opened: Opened, day: str) -> None:
    text = opened("/place/SDN", f"?known={day}").text()
    assert "This page shows an earlier state: as known on" in text and "is of 1 June 2025; a newer release" in text
    assert text.index("earlier state") < text.index("Recorded direct deaths")
    assert "earlier state" not in opened("/place/SDN", "?known=2026-11-23").text()


def test_links_carry_the_day_and_the_way_back_keeps_the_view(opened: Opened, older: str) -> None:
    page = opened("/place/SDN", "?scale=log&known=2026-06-08&for=CAN&lang=fr")
    ours = [one for one in page.hrefs() if one.startswith(("/?", "/compare", "/will", "/methods", "/sources"))]
    assert len(ours) >= 5 and all("known=2026-06-08" in one and "release=" not in one for one in ours)
    assert "/place/SDN?scale=log&lang=fr&for=CAN" in page.hrefs()
    hidden = {part["name"]: part["value"] for part in page.parts("Input") if part.get("type") == "hidden"}
    assert hidden == {"lang": "fr", "known": "2026-06-08", "for": "CAN"}
    assert f"release={older}" in copies(page)["annual"]["href"] and "known=" not in copies(page)["annual"]["href"]


def test_files_hold_the_state_of_the_day(client: FlaskClient, opened: Opened, older: str) -> None:
    links = [one for one in opened("/place/SDN", "?known=2026-06-08").hrefs() if one.startswith("/export/")]
    assert links and all(f"release={older}" in one for one in links)
    assert older in client.get("/export/annual.csv?place=SDN&known=2026-06-08").text


def test_a_day_before_every_release_names_the_oldest(opened: Opened, client: FlaskClient) -> None:
    text = opened("/", "?known=2020-01-01").text()
    assert "No release from 1 January 2020 or before is kept here: the oldest is of 1 June 2025." in text
    assert "As known on 23 November 2026" in text
    answer = client.get("/export/annual.csv?place=SDN&known=2020-01-01")
    assert answer.status_code == 404 and "the oldest is of 1 June 2025" in answer.text


@pytest.mark.parametrize("given", ["yesterday", "2026-13-01", "20260608"])
def test_a_day_that_cannot_be_read_is_named(opened: Opened, given: str) -> None:
    text = opened("/", f"?known={given}").text()
    assert f"as-known-on date “{given}” in the address is not available" in text and "earlier state" not in text


def test_a_named_release_goes_before_a_day(opened: Opened, older: str) -> None:
    text = opened("/", f"?known=2026-11-23&release={older}").text()
    assert "these figures are as known on 1 June 2025" in text and "as-known-on date “2026-11-23”" in text


def test_the_kept_days_are_offered_and_the_shown_one_is_chosen(opened: Opened) -> None:
    newest, earlier = chooser(opened("/")), chooser(opened("/", "?known=2026-06-08"))
    assert newest["newest"] == "23 November 2026 (newest)" and newest["value"] == ""
    assert newest["options"] == [{"value": "2025-06-01", "label": "1 June 2025"}] and earlier["value"] == "2025-06-01"
