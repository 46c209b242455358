"""The Sources page: every source with its state in words, and where sources contradict each other or themselves."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import DrawsWords, Opened, client_of, open_page
from tests.dashboard.small_places import EVENTS, PERSONS
from tests.dashboard.small_world import publish_release

DECLARED = {
    "provider": "Somebody else",
    "licence": "CC BY 4.0",
    "citation": "Somebody else (2026)",
    "homepage": "https://example.org/other",
    "caveat": "A caveat of its own",
    "stale_after_days": 30,
    "role": "input",
    "enters_release": True,
    "is_met_live": True,
}
NOTES: dict[str, dict[str, Any]] = {
    EVENTS: {"state": "kept", "reason": "source=ucdp_ged answered 503", **DECLARED, "title": "Events"},
    PERSONS: {"state": "fresh", "reason": "", **DECLARED, "title": "People"},
    "closed": {"state": "off", "reason": "needs CLOSED_KEY; ask for one", **DECLARED, "title": "Closed"},
    "far": {"state": "not_reached", "reason": "404", **DECLARED, "title": "Far", "is_met_live": False},
    "peer": {"state": "fresh", **DECLARED, "title": "Peer", "role": "comparison", "enters_release": False},
    "unseen": {**DECLARED, "title": "Unseen"},
    "older": {"state": "fresh", "reason": ""},  # as a refresh of an earlier version noted it
}


@pytest.fixture
def refreshed(tmp_path: Path) -> Callable[..., Any]:
    """The Sources page on a day, after a refresh that noted these states."""
    publish_release(tmp_path)
    note = {"refreshed_at": "2026-11-22T03:00:00Z", "sources": NOTES}
    (tmp_path / "status.json").write_text(json.dumps(note), "utf-8")

    def opened_on(day: date, search: str = "") -> Any:
        app = create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), day)
        return open_page(client_of(app), "/sources", search)

    return opened_on


def state_of(page: Any, title: str) -> str:
    """The cell that says how a source stands."""
    table = page.parts("Rows")[0]
    row = next(row for row in table["rows"] if row[0]["text"] == title)
    return f"{row[1]['text']}: {row[1]['under']}"


def test_a_clone_that_never_refreshed_says_so_of_every_source(opened: Opened) -> None:
    page = opened("/sources")
    assert "6 sources stand behind the figures of this release." in page.text()
    for title in ("Events", "Years", "People"):
        assert "As delivered with the starter release; not asked here yet." in state_of(page, title)


def test_every_source_is_shown_with_licence_citation_and_home(opened: Opened) -> None:
    page = opened("/sources")
    for shown in ("CC BY 4.0", "Citation of Events", "Provider of the test", "25.1", "23 November 2026"):
        assert shown in page.text()
    assert "https://example.org/" in page.hrefs()
    assert "693 days old; stale after 400" not in page.text()  # 28 December 2024 to 23 November 2026 is 695 days
    assert "695 days old; stale after 400" in page.text()


def test_a_state_is_told_with_its_reason(refreshed: Callable[..., Any]) -> None:
    page = refreshed(date(2025, 1, 10))
    assert "kept: The last refresh got no good answer" in state_of(page, "Events")
    assert "source=ucdp_ged answered 503" in state_of(page, "Events")
    assert state_of(page, "People").startswith("fresh: The publisher answered")
    assert "needs CLOSED_KEY; ask for one" in state_of(page, "Closed")
    assert state_of(page, "Far").startswith("not reached: It has never answered yet.")
    assert "does not let us pass its figures on" in state_of(page, "Peer")
    assert state_of(page, "Unseen").startswith("missing: No table of it has been retrieved yet.")
    assert "as of the last refresh on 22 November 2026" in page.text()


def test_a_contract_not_met_live_and_a_comparison_are_marked(refreshed: Callable[..., Any]) -> None:
    table = refreshed(date(2025, 1, 10)).parts("Rows")[0]
    badges = {row[0]["text"]: row[0].get("badge", "") for row in table["rows"]}
    assert badges["Far"] == "contract not yet met live" and badges["Peer"] == "for comparison only"
    assert badges["Events"] == ""


def test_todays_date_makes_a_source_stale(refreshed: Callable[..., Any]) -> None:
    assert state_of(refreshed(date(2026, 11, 23)), "People").startswith("stale: Its newest data are older than usual")


def test_sources_that_contradict_each_other_stand_with_both_figures(opened: Opened) -> None:
    table = next(props for props in opened("/sources").parts("Rows") if props["kind"] == "mismatches")
    assert table["caption"] == "In 1 year of a country sources contradict each other"
    (row,) = table["rows"]
    assert [cell["text"] for cell in row] == ["Colombia", "2002", "500 (250–1,000)", "900 (450–1,800)"]
    assert [cell.get("under") for cell in row[2:]] == ["Years", "Events"] and row[0]["href"] == "/place/COL"


def test_each_kind_of_figure_is_counted(opened: Opened) -> None:
    table = opened("/sources").parts("Rows")[2]
    counted = {row[0]["text"]: [cell["text"] for cell in row[1:]] for row in table["rows"]}
    # annual alone: RWA 1994, UKR 2022-24, COL 2002; zero: RWA 1989 and 2002-24 (24), UKR 1989-2013 (25), XKX 17, TUV 36
    assert counted["Annual record"] == ["5", "107", f"{772_460 + 3 * 50_000 + 500:,}"]


def test_the_page_speaks_french_and_is_linked_from_every_page(opened: Opened) -> None:
    page = opened("/sources", "?lang=fr")
    assert page.title == "Les sources et leur état · Slowburn" and "Telle que livrée" in page.text()
    assert "/sources?lang=fr" in opened("/place/SDN", "?lang=fr").hrefs()
    assert "/sources" in opened("/").hrefs()


def test_an_unknown_parameter_is_told(opened: Opened) -> None:
    assert "colour=red" in opened("/sources", "?colour=red").text()
