"""Several places beside each other: chosen by address, form and links; each with its own date and its own gaps."""

import csv
import io

import pytest
from dash import no_update
from flask.testing import FlaskClient

from dashboard import ids
from dashboard.pages import compare
from dashboard.store import Store
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, Opened

TWO = "?place=SDN&place=RWA"


@pytest.fixture(scope="module")
def store(processed: object) -> Store:
    return Store(ReleaseShelf(processed, processed / "starter"), TODAY)  # type: ignore[arg-type, operator]  # a Path


def test_an_address_shows_its_places_with_chart_table_and_downloads(opened: Opened) -> None:
    page = opened("/compare", TWO)
    table = page.parts("Rows")[0]
    assert [row[0]["text"] for row in table["rows"]] == ["Sudan", "Rwanda"]
    assert "The deadliest year among these places: Rwanda in 1994, with 772,460 recorded deaths" in page.text()
    links = [href for href in page.hrefs() if href.startswith("/export/compare")]
    assert len(links) == 3 and all("place=SDN&place=RWA" in link for link in links)


def test_an_address_without_places_shows_the_most_severe_and_says_so(opened: Opened) -> None:
    page = opened("/compare")
    assert "The address names no place, so the most severe at the end of 2024 are shown." in page.text()
    assert len(page.parts("Rows")[0]["rows"]) == 4


def test_a_word_that_names_no_place_is_said_with_the_nearest(opened: Opened) -> None:
    page = opened("/compare", f"{TWO}&place=Sudaan")
    assert "No single place is known as “Sudaan”." in page.text()
    assert "/compare?place=SDN&place=RWA&place=SDN" in page.hrefs()


def test_a_place_counted_under_another_is_offered_as_that(opened: Opened) -> None:
    page = opened("/compare", f"{TWO}&place=PSE")
    assert "not separable in this source" in page.text()
    assert "/compare?place=SDN&place=RWA&place=ISR" in page.hrefs()


def test_more_than_eight_places_are_left_out_by_name(opened: Opened) -> None:
    nine = ("SDN", "SSD", "RWA", "UKR", "ISR", "COL", "XKX", "TUV", "LIE")
    page = opened("/compare", "?" + "&".join(f"place={place}" for place in nine))
    assert "left out: Liechtenstein" in page.text() and len(page.parts("Rows")[0]["rows"]) == 8


def test_links_take_a_place_out_and_keep_the_view(opened: Opened) -> None:
    assert "/compare?place=SDN&axis=onset" in opened("/compare", f"{TWO}&axis=onset").hrefs()


def test_the_form_adds_a_place_by_any_usual_name(client: FlaskClient) -> None:
    added = client.get("/compare/add?place=SDN&axis=onset&lang=fr&q=Soudan du Sud").location
    assert added == "/compare?place=SDN&place=SSD&lang=fr&axis=onset"
    assert client.get("/compare/add?place=SDN&q=Nowhere").location == "/compare?place=SDN&place=Nowhere"


def test_a_crisis_stands_beside_countries_without_rate_or_severity(opened: Opened) -> None:
    page = opened("/compare", "?place=SDN&place=crisis:darfur&measure=severity")
    assert "Severity is computed of countries alone." in page.text() and "of countries alone" in page.text()


def test_the_csv_holds_every_point_with_its_state(client: FlaskClient) -> None:
    answer = client.get("/export/compare.csv?place=SDN&place=SSD&axis=onset")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 2 * 36 and {row["release"] for row in rows} != {""}
    first = next(row for row in rows if row["place_id"] == "SSD")
    assert (first["year"], first["years_since_onset"], first["value"]) == ("2011", "0", "1000.0")
    beyond = [row for row in rows if row["place_id"] == "SSD" and row["year"] == "2025"]
    assert [row["status"] for row in beyond] == ["no_figure"] and beyond[0]["value"] == ""


def test_a_comparison_that_cannot_be_given_is_refused_in_a_sentence(client: FlaskClient) -> None:
    assert client.get("/export/compare.csv").status_code == 400
    answer = client.get("/export/compare.csv?place=SDN&place=Sudaan")
    assert answer.status_code == 404 and "Nearest known: " in answer.text


def test_a_control_writes_every_place_into_the_address(store: Store) -> None:
    stored = store.open("/compare", {})[0].stored()
    written = compare.sync_view(ids.AXIS, "", ("onset", "deaths", "linear", "1989-2024"), ["SDN", "RWA"], stored, store)
    assert written[0] == "?place=SDN&place=RWA&axis=onset"
    assert written[-1] == "/compare?place=SDN&place=RWA&axis=onset&lang=fr"
    moved = compare.sync_view(
        ids.COMPARE_URL,
        "?place=SDN&place=RWA&measure=rate",
        ("calendar", "deaths", "linear", "1989-2024"),
        ["SDN", "RWA"],
        stored,
        store,
    )
    assert moved[:3] == (no_update, no_update, "rate")


def test_the_page_speaks_french(opened: Opened) -> None:
    page = opened("/compare", f"{TWO}&lang=fr")
    assert page.title == "Lieux côte à côte · Slowburn" and "Où en est chacun d’eux" in page.text()


def test_on_a_logarithmic_scale_every_panel_shares_its_foot_and_zero_has_a_mark(opened: Opened) -> None:
    page = opened("/compare", f"{TWO}&scale=log")
    figure = next(part["figure"] for part in page.parts("Graph"))
    axes = [axis for name, axis in figure["layout"].items() if name.startswith("yaxis")]
    assert [axis["type"] for axis in axes] == ["log"] * 2 and axes[0]["range"] == axes[1]["range"]
    zeros = [trace for trace in figure["data"] if trace["name"] == "No recorded death"]
    values = {y for trace in zeros for y in trace["y"] if y is not None}
    assert len(values) == 1 and axes[0]["ticktext"][0] == "0" and axes[0]["tickvals"][0] in values
    shown = [trace["name"] for trace in figure["data"] if trace.get("showlegend", True)]
    assert len(shown) == len(set(shown)) and "/compare?place=SDN&scale=log" in page.hrefs()


def test_severity_stays_linear_and_says_so(opened: Opened) -> None:
    page = opened("/compare", f"{TWO}&measure=severity&scale=log")
    assert "Severity is drawn on a linear scale." in page.text()
    assert "type" not in next(part["figure"] for part in page.parts("Graph"))["layout"]["yaxis"]
