"""What a team writes stands on its places, marked as the team's and as text; what is wrong in its files is said."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, Page, client_of, open_page

HOSTILE = "<script>document.title='taken'</script><img src=x onerror=alert(1)> [x](javascript:alert(1))"
NOTES = f"""
[[note]]
places = ["SDN", "crisis:darfur", "PSE", "TUV"]
date = 2026-11-20
author = "<b>Desk</b>"
text = \"\"\"{HOSTILE}
Second line.\"\"\"
link = "https://example.org/?a=<"

[[note]]
places = ["SDN"]
date = 2026-11-21
text = "Newer."
link = "https://example.org/minutes"
"""
CALENDAR = """
[[date]]
what = "Mandate of the mission ends"
what_fr = "Fin du mandat de la mission"
date = 2026-12-20
kind = "mandate_renewal"
places = ["SDN", "SSD"]
source = "S/RES/0000 (2025)"

[[date]]
what = "Far away"
date = 2027-10-01
places = ["SDN"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.toml").write_text(NOTES)
    (tmp_path / "calendar.toml").write_text(CALENDAR)
    return tmp_path


@pytest.fixture
def team(processed: Path, folder: Path) -> FlaskClient:
    return client_of(create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY, folder))


def notes(page: Page) -> list[str]:
    return [part["children"] for part in page.parts("P") if isinstance(part.get("children"), str)]


def test_notes_stand_on_their_places_marked_and_newest_first(team: FlaskClient, folder: Path) -> None:
    (folder / "notes.toml").write_text(NOTES.replace("?a=<", "?a=b"))
    page = open_page(team, "/place/SDN", "")
    assert "2 notes of the team" in page.text() and "no part of Slowburn’s figures" in page.text()
    assert page.text().index("21 November 2026") < page.text().index("20 November 2026 · <b>Desk</b>")
    assert HOSTILE in notes(page) and "Second line." in notes(page)  # each a text child, which React escapes
    (link,) = [part for part in page.parts("A") if part.get("href") == "https://example.org/minutes"]
    assert link["rel"] == "noopener noreferrer nofollow"
    for other in ("crisis:darfur", "PSE", "TUV"):
        assert "1 note of the team" in open_page(team, f"/place/{other}", "").text(), other
    assert "of the team" not in open_page(team, "/place/RWA", "").text()


def test_an_entry_that_is_wrong_is_named_on_the_sources_and_told_on_the_overview(team: FlaskClient) -> None:
    assert "1 note of the team" in open_page(team, "/place/SDN", "").text()  # the right one stands
    sources = open_page(team, "/sources", "").text()
    assert "notes.toml, entry 1: link must begin with https://" in sources
    assert "Read from notes.toml, calendar.toml: 1 note, 2 dates." in sources
    overview = open_page(team, "/", "")
    assert "1 entry or file of the team cannot be read and is left out:" in overview.text()
    assert "/sources#team-files-title" in overview.hrefs()
    french = open_page(team, "/sources", "?lang=fr").text()
    assert "link doit commencer par https://" in french


def test_a_corrected_file_is_taken_up_without_a_restart(team: FlaskClient, folder: Path) -> None:
    (folder / "notes.toml").write_text("[[note]\n")
    assert "notes.toml: line 1 is not TOML" in open_page(team, "/sources", "").text()
    assert "of the team" not in open_page(team, "/place/SDN", "").text()
    (folder / "notes.toml").write_text(NOTES.replace("?a=<", "?a=b"))
    assert "cannot be read" not in open_page(team, "/", "").text()
    assert "2 notes of the team" in open_page(team, "/place/SDN", "").text()


def test_the_overview_shows_sixty_days_and_a_place_a_year(team: FlaskClient) -> None:
    overview, place = open_page(team, "/", "").text(), open_page(team, "/place/SDN", "?lang=fr").text()
    assert "Dates to come" in overview and "Mandate of the mission ends" in overview and "Far away" not in overview
    assert "about 20 December 2026" in overview and "UCDP: candidate events of the month before" in overview
    assert "October 2026–November 2026" in overview and "Sudan, South Sudan" in overview
    assert (
        "Fin du mandat de la mission" in place and "Far away" in place and "UCDP : événements provisoires" not in place
    )
    assert "Dates to come" not in open_page(team, "/place/RWA", "").text()


def test_a_watchlist_has_the_notes_and_dates_of_its_places(team: FlaskClient) -> None:
    said = open_page(team, "/watchlist", "?places=SSD,RWA").text()
    assert "Mandate of the mission ends" in said and "of the team" not in said
    assert "1 note of the team" in open_page(team, "/watchlist", "?places=RWA,SDN").text()


def test_the_calendar_leaves_as_a_file_whole_or_of_a_place(team: FlaskClient) -> None:
    whole, sudan = team.get("/export/calendar.ics"), team.get("/export/calendar.ics?place=Sudan&lang=fr")
    assert whole.content_type == "text/calendar; charset=utf-8" and whole.text.count("BEGIN:VEVENT") > 5
    assert sudan.text.count("BEGIN:VEVENT") == 2 and "SUMMARY:Fin du mandat de la mission" in sudan.text
    assert team.get("/export/calendar.ics?place=Atlantis").status_code == 404


def test_without_a_team_the_pages_say_nothing_of_one(opened: Opened) -> None:
    for path in ("/", "/sources", "/place/SDN"):
        assert "team" not in opened(path).text().lower().replace("the team’s", ""), path
