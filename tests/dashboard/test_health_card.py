"""Hunger with its four states, outbreak notices by year with their links where a release may give them."""

from datetime import date
from pathlib import Path
from typing import Any

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import DrawsWords, Opened, Page, client_of, open_page
from tests.dashboard.small_world import publish_release

TODAY = date(2026, 11, 23)


def page_of(folder: Path, **world: Any) -> Page:
    publish_release(folder, **world)
    return open_page(
        client_of(create_app(ReleaseShelf(folder, folder / "none"), DrawsWords(), TODAY)), "/place/SDN", ""
    )


def table_of(page: Page) -> list[Any]:
    return list(next(rows["rows"] for rows in page.parts("Rows") if rows["caption"] == "Outbreak notices by year"))


def test_the_newest_analysis_says_how_many_and_that_analyses_are_not_compared(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "Hunger: 18,400,000 people found in crisis or worse (IPC phase 3 and above) by the analysis of" in text
    assert "they are not compared with each other" in text


def test_an_analysis_without_a_number_and_a_country_without_an_analysis_are_told_apart(opened: Opened) -> None:
    assert "gives no number" in opened("/place/SSD").text()
    assert "no IPC analysis of this country is on record, which does not mean no hunger" in opened("/place/UKR").text()


def test_a_release_without_such_figures_says_why_and_where_they_are(tmp_path: Path) -> None:
    page = page_of(tmp_path, with_measures=False)
    assert "the figures of IPC are in no release" in page.text()
    assert "Outbreak notices are not in this release." in page.text()
    assert any(href.startswith("https://data.humdata.org/") for href in page.hrefs())


def test_notices_are_counted_by_year_and_disease_and_the_newest_year_says_where_the_list_ends(opened: Opened) -> None:
    page = opened("/place/SDN")
    assert "3 outbreak notices from 2015 to 2024, most about Cholera" in page.text()
    rows = table_of(page)
    assert len(rows) == 10 and rows[0][0] == {
        "text": "2024",
        "under": "the list at hand ends on 7 October 2024",
        "heads": "row",
    }
    assert [cell.get("text", "") for cell in rows[2]] == ["2022", "2", "Cholera 1, Measles 1"]
    assert rows[1][1]["text"] == "0"


def test_notices_are_linked_where_the_release_holds_them_else_their_publisher(tmp_path: Path, opened: Opened) -> None:
    assert any(href.endswith("SDN-2024-08") for href in page_of(tmp_path, with_notices=True).hrefs())
    without = opened("/place/SDN").hrefs()
    assert "https://www.who.int/emergencies/disease-outbreak-news" in without
    assert not any("/item/" in href for href in without)


def test_a_place_in_peace_without_notices_has_no_such_card(opened: Opened) -> None:
    assert "health-title" in opened("/place/SDN").ids()
    assert "health-title" not in opened("/place/TUV").ids()
    assert "No outbreak announced by WHO from 2015 to 2024" in opened("/place/UKR").text()


def test_it_reads_in_french(opened: Opened) -> None:
    text = opened("/place/SDN", "?lang=fr").text()
    assert "3 annonces de flambées de 2015 à 2024" in text and "Choléra 1" in text
