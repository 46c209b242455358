"""A list in an address is a page: each place in the words of the monthly watch, in the reader's order, as a file too."""

import csv
import io

from flask.testing import FlaskClient

from briefing.asked import place_asked
from language import language
from reading.watchlist import MOST, places_written
from tests.dashboard.conftest import Opened, Page

LIST = "?places=SSD,crisis:darfur,SDN,PSE"


def order(page: Page) -> list[str]:
    (table,) = page.parts("Rows")
    return [row[0]["href"] for row in table["rows"]]


def actions(page: Page, at: int) -> dict[str, str]:
    (table,) = page.parts("Rows")
    return {label: href for _, label, href in table["rows"][at][-1]["actions"]}


def test_the_order_is_the_readers_own(opened: Opened) -> None:
    page = opened("/watchlist", LIST)
    assert order(page) == ["/place/SSD", "/place/crisis:darfur", "/place/SDN", "/place/PSE"]
    assert "4 places on watch" in page.text() and page.title == "Watchlist · Slowburn"


def test_each_place_bears_its_severity_direction_tempo_months_and_newest_date(opened: Opened) -> None:
    page = opened("/watchlist", "?places=SDN&for=CAN")
    name, severity, direction, months, tempo, since, newest, _ = page.row("/place/SDN?for=CAN")
    assert name == "Sudan" and severity.startswith("66 ") and "end of 2024" in severity
    assert direction.startswith(("has ", "no clear change", "not known")) and "2024" in direction
    assert months.startswith("Sudan: deaths a month, January 2020 to December 2024")
    assert tempo and since.startswith("since") and "months to" in newest


def test_a_place_without_figures_says_why_and_is_no_zero(opened: Opened) -> None:
    row = opened("/watchlist", "?places=PSE").row("/place/PSE")
    assert row[1] == "–" and "not separable in this source" in row[2] and row[4] == "no figure"
    assert opened("/watchlist", "?places=crisis:darfur").row("/place/crisis:darfur")[1] == "of countries alone"


def test_links_move_a_place_up_and_take_it_out(opened: Opened) -> None:
    page = opened("/watchlist", "?places=SDN,SSD,RWA&lang=fr")
    assert list(actions(page, 0).values()) == ["/watchlist?places=SSD,RWA&lang=fr"]
    assert list(actions(page, 2).values()) == [
        "/watchlist?places=SDN,RWA,SSD&lang=fr",
        "/watchlist?places=SDN,SSD&lang=fr",
    ]
    assert list(actions(opened("/watchlist", "?places=SDN"), 0).values()) == ["/watchlist"]


def test_a_word_that_names_no_place_offers_the_nearest_with_the_list_kept(opened: Opened) -> None:
    page = opened("/watchlist", "?places=SDN,Rwnda")
    assert "No single place is known as “Rwnda”" in page.text()
    assert "/watchlist?places=SDN,RWA" in page.hrefs() and order(page) == ["/place/SDN"]


def test_usual_names_are_understood_and_doubles_stand_once(opened: Opened) -> None:
    assert order(opened("/watchlist", "?places=Soudan,sdn,SDN")) == ["/place/SDN"]


def test_an_empty_list_says_what_to_do_and_where_to_begin(opened: Opened) -> None:
    for search in ("", "?places=", "?places=,,"):
        page = opened("/watchlist", search)
        assert "No place is on watch yet" in page.text() and "Watch this place" in page.text()
        assert any(href.startswith("/watchlist?places=UKR,") for href in page.hrefs())


def test_more_places_than_can_be_read_are_named_as_left_out(client: FlaskClient, opened: Opened) -> None:
    many = client.get("/api/v1/places?kind=country&limit=40&format=csv").text
    ids = list(dict.fromkeys(["SDN", "SSD", *[row["place_id"] for row in csv.DictReader(io.StringIO(many))]]))
    assert len(ids) > MOST
    page = opened("/watchlist", f"?places={','.join(ids)}")
    assert len(order(page)) == MOST and "left out" in page.text()


def test_hundreds_of_unknown_words_are_counted_not_repeated(opened: Opened) -> None:
    page = opened("/watchlist", f"?places={','.join(f'nowhere-{n}' for n in range(300))}")
    assert "295 more words name no place" in page.text() and page.text().count("No single place is known") == 5


def test_the_file_is_one_that_a_briefing_reads(client: FlaskClient) -> None:
    answer = client.get(f"/export/watchlist.txt{LIST}&lang=fr")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="slowburn-watchlist.txt"'
    assert "SDN  # Soudan" in answer.text
    listed = [place_asked(word, language("en")) for word in places_written(answer.text)]
    assert listed == ["SSD", "crisis:darfur", "SDN", "PSE"]


def test_the_page_names_that_file_and_the_command_with_country_and_language(opened: Opened) -> None:
    page = opened("/watchlist", "?places=SDN&for=CAN&lang=fr")
    command = "python brief.py --template monthly-watch --watchlist slowburn-watchlist.txt --for CAN --lang fr"
    assert command in page.text() and any(href.startswith("/export/watchlist.txt") for href in page.hrefs())


def test_the_figures_leave_as_one_row_a_place_with_what_belongs_to_them(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"/export/watchlist.csv{LIST}").text)))
    assert [row["place_id"] for row in rows] == ["SSD", "crisis:darfur", "SDN", "PSE"]
    sudan, palestine = rows[2], rows[3]
    assert sudan["year"] == "2024" and float(sudan["severity_low"]) <= float(sudan["severity"])
    assert sudan["release"] and sudan["as_of"] and sudan["source"]
    assert palestine["severity"] == palestine["deaths"] == palestine["year"] == "" and "separable" in palestine["why"]


def test_files_of_unknown_places_or_none_are_refused_in_a_sentence(client: FlaskClient) -> None:
    for asked in ("", "?places=SDN,Atlantis", "?places=SDN&release=gone"):
        answer = client.get(f"/export/watchlist.csv{asked}")
        assert answer.status_code == 404 and "/export/watchlist.csv?places=SDN,COD" in answer.text


def test_adding_a_place_is_an_address_and_a_comma_makes_no_second_one(client: FlaskClient) -> None:
    added = client.get("/watchlist/add?places=SDN,COD&q=Rwanda&lang=fr&for=CAN").headers["Location"]
    assert added == "/watchlist?places=SDN,COD,RWA&lang=fr&for=CAN"
    assert client.get("/watchlist/add?q=here,there").headers["Location"] == "/watchlist?places=here+there"


def test_every_place_has_the_button_and_its_country_the_languages_words(opened: Opened) -> None:
    for place in ("SDN", "crisis:darfur", "PSE", "TUV"):
        (button,) = opened(f"/place/{place}", "?lang=fr").parts("WatchButton")
        assert button["place"] == place and button["label"] == "Suivre ce lieu" and button["most"] == MOST
        assert button["href"] == "/watchlist?lang=fr"
    assert opened("/place/Atlantis").parts("WatchButton") == []
