"""How the reader's country is touched stands on every place's page, and leaves it as a file."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from language import language
from reading.said import period_words, said_words, share_words
from response.component import said
from tests.dashboard.conftest import Opened

ENGLISH, FRENCH = language("en"), language("fr")


def test_without_a_country_the_card_says_how_to_choose_one(opened: Opened) -> None:
    assert "Choose your country at the top of the page" in opened("/place/SDN").text()


@pytest.mark.parametrize("path", ["/place/SDN", "/place/crisis:darfur", "/place/PSE"])
def test_every_kind_of_place_has_the_components_for_the_chosen_country(opened: Opened, path: str) -> None:
    shown = opened(path, "?for=CAN").text()
    assert "How it touches: Canada" in shown
    assert "People from the crisis who live here" in shown
    assert "Not measured: no source here counts it" in shown


def test_what_the_release_does_not_hold_is_not_zero(opened: Opened) -> None:
    shown = opened("/place/SDN", "?for=CAN").text()
    assert "not in this release" in shown


def test_the_file_names_source_period_state_and_release_in_every_row(client: FlaskClient) -> None:
    answer = client.get("/export/exposure.csv?place=SDN&for=CAN")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.status_code == 200
    assert {row["component"] for row in rows} >= {"hosted", "applications", "own_money", "attention"}
    assert all(row["status"] and row["release"] and row["as_of"] and row["unit"] for row in rows)


@pytest.mark.parametrize("asked", ["place=SDN", "place=NOWHERE&for=CAN", "place=SDN&for=YUG"])
def test_a_file_that_cannot_be_given_is_refused_with_an_example(client: FlaskClient, asked: str) -> None:
    answer = client.get(f"/export/exposure.csv?{asked}")
    assert answer.status_code == 404
    assert "/export/exposure.csv?place=SDN&for=CAN" in answer.text


def test_values_are_written_as_the_reader_writes_them() -> None:
    sentence = said("From {before} in {where_place}: {flows}", before=2094373, where_place="TCD", flows="3")
    assert said_words(sentence, FRENCH) == "From 2\u202f094\u202f373 in Tchad: 3"


@pytest.mark.parametrize(
    ("share", "shown"), [(0.00033, "0.03%"), (0.000001, "under 0.01%"), (0.0, "0%"), (0.0123, "1.2%"), (0.4718, "47%")]
)
def test_a_small_share_stays_readable(share: float, shown: str) -> None:
    assert share_words(share, ENGLISH) == shown


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2025-12-31", "31 December 2025"),
        ("2025", "2025"),
        ("2024-04..2026-03", "April 2024 to March 2026"),
        ("..2023-11-21", "to 21 November 2023"),
        ("", ""),
    ],
)
def test_a_period_reads_as_a_date(period: str, shown: str) -> None:
    assert period_words(period, ENGLISH) == shown
