"""The list of named crises on the overview, and the sentences on how places stand and move."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.pages._standing_sentences import highest_since
from reading.record import record_of
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
    assert "/place/SDN" not in page.hrefs()


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


def test_the_highest_class_is_counted_with_how_long(opened: Opened, processed: Path) -> None:
    # the small world scores the deadliest place 82, the next 74: only UKR stands above 80 in 2024, from 2022 on
    text = opened("/").text()
    assert "1 place stands in the highest class of severity (80 and more) at the end of 2024" in text
    assert "for ten years or more: 0. Ukraine since 2022." in text
    record = record_of(ReleaseShelf(processed, processed / "starter").current())
    assert highest_since(record, "RWA", 1994) == 1994 and highest_since(record, "RWA", 2024) is None


def test_a_slow_burn_without_direction_or_step_burns_without_change(opened: Opened) -> None:
    # SDN has worsened, SSD has eased, ISR stepped up and has no direction: UKR is left
    said = "1 slow burn goes on without a clear change to December 2024, and without a step of its level since 2020"
    assert f"{said}: Ukraine." in opened("/").text()


def test_turned_worse_names_window_or_step_up_and_never_a_step_down_or_an_old_one(opened: Opened) -> None:
    said = "2 places turned worse, by their direction or by a step up of their deaths since 2020"
    named = "Israel and Palestine (as coded by UCDP) (step up in October 2023), Sudan (12 months to December 2024)."
    assert f"{said}: {named}" in opened("/").text()


@pytest.fixture(scope="module")
def before_measures(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("older") / "processed"
    publish_release(folder, with_measures=False)
    return client_of(create_app(ReleaseShelf(folder, folder / "starter"), DrawsWords(), TODAY))


def test_a_release_older_than_the_measures_says_nothing_of_change(before_measures: FlaskClient) -> None:
    text = open_page(before_measures, "/", "").text()
    assert "highest class of severity" in text and "turned worse" not in text and "without a clear change" not in text
    assert "as if shared evenly" not in open_page(before_measures, DARFUR, "").text()


def test_the_crises_speak_french(opened: Opened) -> None:
    text = opened("/", f"{CRISES}&lang=fr").text()
    assert "Crises nommées, 2024" in text and "Darfour" in text and "2 lieux se sont aggravés" in text
