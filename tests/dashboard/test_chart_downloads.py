"""Downloads: the same figures as on the page, with source, as-of and release; refusals in sentences."""

import csv
import io
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from dashboard.application import create_app
from figures.export import PictureError
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, Opened, client_of


def rows_of(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200 and answer.mimetype == "text/csv", answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_annual_csv_holds_the_figures_with_their_origin(client: FlaskClient) -> None:
    rows = rows_of(client, "/export/annual.csv?place=RWA")
    assert sum(int(row["fatalities_best"]) for row in rows if row["year"] == "1994") == 772_460
    assert {row["as_of"] for row in rows} == {"2026-11-23"} and all(
        row["release"].startswith("2026-11-23-") for row in rows
    )
    assert all("true tolls are higher" in row["note"] and "Events 25.1" in row["source"] for row in rows)


def test_the_csv_of_rates_holds_the_people_behind_them(client: FlaskClient) -> None:
    rows = rows_of(client, "/export/annual.csv?place=RWA&unit=rate")
    rate = sum(float(row["rate_per_100k_best"]) for row in rows if row["year"] == "1994")
    assert abs(rate - 772_460 / 7_000_000 * 100_000) < 0.01 and rows[0]["persons"] == "7000000.0"
    assert all(row["rate_per_100k_best"] == "" for row in rows_of(client, "/export/annual.csv?place=XKX&unit=rate"))


def test_months_without_figures_are_absent_from_the_csv(client: FlaskClient) -> None:
    months = {row["month"] for row in rows_of(client, "/export/months.csv?place=UKR")}
    assert "2021-12-01" in months and not any(month >= "2022" for month in months)


def test_the_world_csv_names_what_is_not_separable(client: FlaskClient) -> None:
    rows = {row["place_id"]: row for row in rows_of(client, "/export/world.csv?measure=deaths&year=2023")}
    assert rows["ISR"]["value"] == "21470.0" and rows["PSE"]["status"] == "not_separable" and rows["PSE"]["value"] == ""


def test_a_picture_is_drawn_by_the_exporter_at_its_size(client: FlaskClient) -> None:
    answer = client.get("/export/annual.png?place=SDN")
    assert answer.mimetype == "image/png" and answer.data.startswith(b"png Sudan") and b"1100x560" in answer.data
    assert 'filename="slowburn-annual-sdn-2026-11-23' in answer.headers["Content-Disposition"]


def test_the_links_of_a_page_answer(client: FlaskClient, opened: Opened) -> None:
    for path in ("/", "/place/SDN?lang=fr"):
        page = opened(*path.split("?")[:1], "?lang=fr" if "?" in path else "")
        links = [href for href in page.hrefs() if href.startswith("/export/")]
        assert len(links) in (4, 18)  # three files a chart; the overview's fourth is the calendar
        for link in links:
            assert client.get(link).status_code == 200, link


def test_an_unknown_place_is_refused_with_the_nearest_known(client: FlaskClient) -> None:
    answer = client.get("/export/annual.csv?place=Sudna")
    assert answer.status_code == 404 and "Sudan (SDN)" in answer.text


def test_a_place_that_is_not_separable_is_refused_with_its_unit(client: FlaskClient) -> None:
    answer = client.get("/export/annual.csv?place=PSE")
    assert answer.status_code == 404 and "not separable in this source" in answer.text and "place=ISR" in answer.text


def test_what_a_chart_does_not_know_is_refused(client: FlaskClient) -> None:
    assert client.get("/export/annual.csv?place=SDN&unit=tons").status_code == 400
    assert client.get("/export/annual.gif?place=SDN").status_code == 404
    assert client.get("/export/annual.csv?place=SDN&release=gone").status_code == 404
    assert client.get("/export/months.csv?place=TUV").status_code == 404


def test_an_older_release_gives_its_own_file(client: FlaskClient, older: str) -> None:
    assert {row["release"] for row in rows_of(client, f"/export/annual.csv?place=SDN&release={older}")} == {older}


class FailsToDraw:
    """Stands in for a browser that breaks over a picture."""

    def export(self, figure: Any, caption: Any, language: Any, format: Any, width: int, height: int) -> bytes:
        raise PictureError("the browser said no")


def test_a_picture_that_cannot_be_drawn_is_refused_in_a_sentence(processed: Path) -> None:
    app = create_app(ReleaseShelf(processed, processed / "starter"), FailsToDraw(), TODAY)
    answer = client_of(app).get("/export/annual.png?place=SDN")
    assert answer.status_code == 503 and "take the figures as CSV" in answer.text
