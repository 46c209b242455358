"""The reader's own country travels in the address through pages, languages and the search box."""

import orjson
from dash import Dash
from flask.testing import FlaskClient

from dashboard.application import STORE
from dashboard.pages.overview import rank
from reading.receiving import receiving_countries
from tests.dashboard.conftest import Opened


def test_every_link_of_a_page_carries_the_country_of_the_reader(opened: Opened) -> None:
    page = opened("/place/SDN", "?for=CAN")
    ours = [
        href for href in page.hrefs() if href.startswith("/") and not href.startswith(("/export", "/assets", "/api"))
    ]
    assert len(ours) > 3
    assert all("for=CAN" in href for href in ours)


def test_the_control_shows_the_country_and_offers_every_other(opened: Opened) -> None:
    (control,) = opened("/", "?for=CAN").parts("ReaderCountry")
    assert control["value"] == "CAN"
    assert [option["value"] for option in control["options"][:2]] == ["CAN", "USA"]
    assert {"PSE", "XKX", "TWN"} <= {option["value"] for option in control["options"]}
    assert not {"YUG", "UNK"} & {option["value"] for option in control["options"]}


def test_no_country_is_chosen_unless_the_address_says_one(opened: Opened) -> None:
    (control,) = opened("/").parts("ReaderCountry")
    assert not control.get("value")


def test_a_country_that_does_not_exist_is_named_and_left_out(opened: Opened) -> None:
    page = opened("/", "?for=YUG")
    assert "YUG" in page.text()
    assert "no country is shown instead" in page.text()
    assert not any("for=" in href for href in page.hrefs())


def test_a_search_keeps_the_country(client: FlaskClient) -> None:
    answer = client.get("/search?q=Sudan&for=CAN")
    assert answer.headers["Location"] == "/place/SDN?for=CAN"


def test_french_names_are_sorted_as_a_reader_looks_for_them() -> None:
    names = [option["label"] for option in receiving_countries("fr")]
    assert names.index("Égypte") < names.index("Suède")
    assert names.index("Équateur") < names.index("Espagne")


def test_a_redrawn_table_links_on_for_the_reader_who_asked(app: Dash) -> None:
    store = app.server.config[STORE]
    for reader in ("CAN", "USA"):
        frame, _ = store.open("/", {"for": reader})
        _, table = rank("2023", "any", "all", "countries", "severity", frame.stored(), store)
        assert f"for={reader}" in orjson.dumps(table).decode()
