"""The search box: any usual name leads to its place, a word with several meanings to a choice."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("Sudan", "SDN"),
        ("soudan du sud", "SSD"),
        ("Türkiye", "TUR"),
        ("Gaza", "PSE"),
        ("kosovo", "XKX"),
        ("SDN", "SDN"),
        ("Côte d'Ivoire", "CIV"),
        ("Darfur", "crisis:darfur"),
        ("guerre du darfour", "crisis:darfur"),
        ("M23", "crisis:eastern-congo"),
        ("Soudan du Sud", "SSD"),
        ("Kosovo", "XKX"),
        ("Tigré", "crisis:tigray"),
        ("West Darfur", "adm1:SDN:west-darfur"),
    ],
)
def test_a_usual_name_leads_to_its_place(client: FlaskClient, asked: str, place: str) -> None:
    assert client.get("/search", query_string={"q": asked}).location == f"/place/{place}"


def test_language_and_release_are_carried_on(client: FlaskClient) -> None:
    assert client.get("/search?q=Soudan&lang=fr&release=x").location == "/place/SDN?lang=fr&release=x"


def test_a_word_with_several_meanings_leads_to_a_choice(client: FlaskClient) -> None:
    assert client.get("/search?q=Congo").location == "/place/Congo"
    assert client.get("/search?q=a/b?c%23d").location == "/place/a%20b%3Fc%23d"


def test_an_empty_question_leads_home(client: FlaskClient) -> None:
    assert client.get("/search?q=%20").location == "/"


def test_suggestions_speak_the_language(client: FlaskClient) -> None:
    assert {"South Sudan", "Darfur"} <= set(client.get("/names.json").get_json())
    french = client.get("/names.json?lang=fr").get_json()
    assert {"Soudan du Sud", "Darfour"} <= set(french)
    assert "Inconnu" not in french
