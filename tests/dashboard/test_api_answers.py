"""The data interface: what is asked comes back, whole, once, with release, sources and units; small counts do not."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest
from flask.testing import FlaskClient

from dashboard.api.resources import RESOURCES
from dashboard.api.units import unit_of
from dashboard.application import create_app
from ingest import sources
from releases.read import ReleaseShelf
from tests.dashboard.api_world import UNHCR, UNRWA, publish_world
from tests.dashboard.conftest import TODAY, DrawsWords

OLDER = "2025-06-01"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, str, str]:
    """The interface, the current release and an older one."""
    processed = tmp_path_factory.mktemp("api") / "processed"
    older, current = publish_world(processed, OLDER), publish_world(processed)
    app = create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY)
    return app.server.test_client(), current, older


@pytest.fixture
def api(published: tuple[FlaskClient, str, str]) -> FlaskClient:
    return published[0]


def got(api: FlaskClient, address: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return json.loads(answer.data)


def test_deaths_of_a_place_and_span_are_those_of_the_table(api: FlaskClient) -> None:
    said = got(api, "series/years?place=SDN&violence_type=one_sided&from=2023&to=2024")
    rows = [(row["year"], row["fatalities_best"], row["fatalities_low"]) for row in said["rows"]]
    assert rows == [(2023, 900, 450), (2024, 900, 450)]  # 30 % of 3,000; the low estimate is half
    assert [one["id"] for one in said["sources"]] == ["ucdp_ged"] and said["sources"][0]["licence"] == "CC BY 4.0"
    assert "true tolls are higher" in said["notes"][0]


def test_lists_and_kinds_narrow_together(api: FlaskClient) -> None:
    said = got(api, "series/years?place=SDN,COL,crisis:darfur&kind=country&from=2024")
    assert {row["place_id"] for row in said["rows"]} == {"SDN", "COL"} and said["paging"]["total"] == 6


def test_every_answer_names_release_and_units(published: tuple[FlaskClient, str, str]) -> None:
    api, current, older = published
    said = got(api, "series/years?limit=1")
    assert said["release"] == {"id": current, "as_of": "2026-11-23", "is_current": True}
    assert {one["name"]: one["unit"] for one in said["columns"]}["fatalities_best"] == "recorded deaths"
    assert got(api, f"series/years?limit=1&release={older}")["release"]["is_current"] is False
    assert [row["release_id"] for row in got(api, "releases")["rows"]] == [current, older]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_paging_walks_every_row_once_and_stays_in_its_release(
    published: tuple[FlaskClient, str, str], form: str
) -> None:
    api, _, older = published
    address: str | None = f"/api/v1/series/years?format={form}&limit=97&release={older}"
    seen = []
    while address:
        answer = api.get(address)
        page = json.loads(answer.data)["rows"] if form == "json" else list(csv.DictReader(io.StringIO(answer.text)))
        assert {row["release"] for row in page} == {older}
        seen += [(row["place_id"], int(row["year"]), row["violence_type"]) for row in page]
        following = re.search('<([^>]*)>; rel="next"', answer.headers["Link"])
        address = following.group(1) if following else None
    total = got(api, "series/years?limit=1")["paging"]["total"]
    assert len(seen) == len(set(seen)) == total > 97 * 3 and seen == sorted(seen)


def test_a_table_over_several_files_is_walked_whole(api: FlaskClient) -> None:
    rows = got(api, "displacement/populations?limit=4")["rows"] + got(api, "displacement/populations?offset=4")["rows"]
    assert [(row["source_id"], row["persons"], row["small_count"]) for row in rows] == [
        (UNHCR, 0, False),  # the source's own zero
        (UNHCR, None, True),  # 9
        (UNHCR, 10, False),
        (UNHCR, None, False),  # masked by the source itself
        (UNRWA, 5_900_000, False),
    ]


def test_a_small_count_goes_with_the_share_that_would_give_it_away(api: FlaskClient) -> None:
    canada, zealand = got(api, "displacement?asylum=CAN,NZL")["rows"]
    assert (canada["refugees"], canada["asylum_seekers"], canada["oip"]) == (936, None, 0)
    assert canada["share_of_refugees"] == pytest.approx(936 / 1_200_936) and canada["share_of_all"] is None
    assert canada["small_columns"] == "asylum_seekers|share_of_all"
    assert zealand["refugees"] is None and zealand["share_of_refugees"] is None


def test_a_small_count_goes_with_its_rate_and_the_dead_stay(api: FlaskClient) -> None:
    rows = {row["indicator_id"]: row for row in got(api, "scores?place=TUV")["rows"]}
    assert rows["fatalities_year"]["value"] == 3 and not rows["fatalities_year"]["small_count"]
    for name in ("refugees_abroad", "refugees_abroad_rate"):
        assert rows[name]["small_count"] and rows[name]["value"] is None and rows[name]["score"] is None
    assert {row["value"] for row in got(api, "scores?place=SDN&indicator=refugees_abroad")["rows"]} == {1_200_936}


def test_the_exact_small_count_stands_in_no_format(api: FlaskClient) -> None:
    address = "/api/v1/displacement?origin=TUV&format="
    row = next(csv.DictReader(io.StringIO(api.get(f"{address}csv").text)))
    assert (row["refugees"], row["small_count"], row["oip"]) == ("", "true", "0")
    held = parquet.read_table(io.BytesIO(api.get(f"{address}parquet").data))
    assert held["refugees"].to_pylist() == [None] and held["small_count"].to_pylist() == [True]
    assert json.loads(held.schema.metadata[b"slowburn"])["release"]["as_of"] == "2026-11-23"


def test_a_cell_of_csv_never_begins_a_formula(api: FlaskClient) -> None:
    answer = api.get("/api/v1/series/years?place=LIE&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["source_id"] for row in rows} == {"'=1+1"} and {row["as_of"] for row in rows} == {"2026-11-23"}
    assert answer.headers["X-Slowburn-As-Of"] == "2026-11-23" and "describedby" in answer.headers["Link"]


def test_an_older_release_without_a_table_says_so(api: FlaskClient) -> None:
    said = got(api, "response")
    assert said["rows"] == [] and "published without the table" in said["notes"][-1]


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=list(RESOURCES))
def test_every_number_has_a_unit_and_every_file_may_be_passed_on(resource: Any) -> None:
    numbers = [column for column in resource.columns if column.kind in ("count", "number")]
    assert [column.name for column in numbers if unit_of(column) is None] == []
    walled = {f"sources/{name}.parquet" for name, module in sources().items() if not module.SOURCE.enters_release}
    assert not walled & set(resource.files) and set(resource.rests_on) <= set(sources())


def test_what_is_only_compared_with_is_no_source_of_a_score(api: FlaskClient) -> None:
    assert "views_forecasts" not in {one["id"] for one in got(api, "scores")["sources"]}
    assert "views_forecasts" in {row["source_id"] for row in got(api, "sources")["rows"]}


def test_the_document_lists_every_table(api: FlaskClient) -> None:
    assert set(got(api, "openapi.json")["paths"]) == {f"/{path}" for path in RESOURCES}
    assert Path(got(api, "")["openapi"]).name == "openapi.json"
