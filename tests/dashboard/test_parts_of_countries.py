"""Units and crises lie inside countries, which count their deaths already: adding them changes no sum and no rank."""

import csv
import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, client_of, open_page
from tests.dashboard.small_world import publish_release


@pytest.fixture(scope="module")
def countries_alone(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The same world in a release that knows no part of a country."""
    folder = tmp_path_factory.mktemp("countries") / "processed"
    publish_release(folder, with_parts=False)
    return client_of(create_app(ReleaseShelf(folder, folder / "starter"), DrawsWords(), TODAY))


def test_the_sentence_of_deaths_counts_countries_once(client: FlaskClient, countries_alone: FlaskClient) -> None:
    assert "75,970 deaths are recorded for 2024" in open_page(countries_alone, "/", "").text()
    assert "75,970 deaths are recorded for 2024" in open_page(client, "/", "").text()


def test_the_map_and_the_ranking_stay_as_they_are(client: FlaskClient, countries_alone: FlaskClient) -> None:
    for search in ("", "?shown=all&measure=deaths", "?measure=rate&year=1994"):
        with_parts, without = open_page(client, "/", search), open_page(countries_alone, "/", search)
        assert with_parts.parts("Graph")[0]["figure"] == without.parts("Graph")[0]["figure"]
        ranked = [next(rows for rows in page.parts("Rows") if "ranking" in str(rows)) for page in (with_parts, without)]
        assert ranked[0] == ranked[1]


def test_the_overview_csv_stays_as_it_is(client: FlaskClient, countries_alone: FlaskClient) -> None:
    for measure in ("severity", "deaths", "rate"):
        address = f"/export/world.csv?measure={measure}&year=2024"
        both = [list(csv.DictReader(io.StringIO(each.get(address).text))) for each in (client, countries_alone)]
        for rows in both:
            for row in rows:
                row.pop("release")
        assert both[0] == both[1]


def test_the_sources_page_counts_countries_alone(client: FlaskClient, countries_alone: FlaskClient) -> None:
    def tables(asked: FlaskClient) -> list[object]:
        return [rows["rows"] for rows in open_page(asked, "/sources", "").parts("Rows")]

    assert tables(client) == tables(countries_alone)


def test_a_small_world_holds_the_parts(processed: Path) -> None:
    shelf = ReleaseShelf(processed, processed / "starter")
    kinds = set(shelf.current().table("violence_year")["place_kind"])
    assert kinds == {"country", "crisis", "adm1", "unlocated"}
