"""The list of named crises on the overview: which, on what figure, and never added up."""

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, client_of, open_page
from tests.dashboard.small_world import publish_release

CRISES = "?listed=crises"
DARFUR, KOSOVO = "/place/crisis:darfur", "/place/crisis:kosovo"


def test_the_switch_shows_crises_with_year_tempo_persistence_and_rung(opened: Opened) -> None:
    page = opened("/", CRISES)
    assert page.row(DARFUR)[:3] == ["Darfur Sudan", "2,000 1,000–4,000", "2024 all types"]
    rest = " ".join(page.row(DARFUR))
    assert "slow burn since 1989 or before" in rest and "9 of 10 years with 25 or more deaths, to 2024" in rest
    assert "events by month year 2024 · months to December 2024" in rest
    assert "they are neither added up nor ranked" in page.text()
    assert "/place/SDN" not in page.listed()


def test_an_ended_crisis_has_no_figure_of_later_years_and_is_not_zero(opened: Opened) -> None:
    assert KOSOVO not in opened("/", CRISES).hrefs()
    row = opened("/", f"{CRISES}&shown=all").row(KOSOVO)
    assert row[1:3] == ["–", "to 1999 state-based alone"]
    assert opened("/", f"{CRISES}&year=1999").row(KOSOVO)[1:3] == ["1,500 750–3,000", "1999 state-based alone"]
    assert KOSOVO not in opened("/", f"{CRISES}&shown=all&year=1997").hrefs()


def test_the_list_is_kept_in_the_address_and_the_tempo_filters_it(opened: Opened) -> None:
    page = opened("/", f"{CRISES}&tempo=sudden&shown=all")
    assert f"/{CRISES.replace('?', '?tempo=sudden&shown=all&')}&lang=fr" in page.hrefs()
    assert KOSOVO in page.hrefs() and DARFUR not in page.hrefs()


@pytest.fixture(scope="module")
def before_measures(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("older") / "processed"
    publish_release(folder, with_measures=False)
    return client_of(create_app(ReleaseShelf(folder, folder / "starter"), DrawsWords(), TODAY))


def test_a_release_older_than_the_measures_says_nothing_of_change(before_measures: FlaskClient) -> None:
    text = open_page(before_measures, "/", "").text()
    assert "highest class of severity" in text and "turned worse" not in text and "Without change" not in text
    assert "as if shared evenly" not in open_page(before_measures, DARFUR, "").text()


def test_the_crises_speak_french(opened: Opened) -> None:
    text = opened("/", f"{CRISES}&lang=fr").text()
    assert "Crises nommées, 2024" in text and "Darfour" in text
