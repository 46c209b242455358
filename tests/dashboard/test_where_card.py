"""The map of a place: what is on it, what is not and why, its control, its files; and places that have no map."""

import itertools
import json
from pathlib import Path
from typing import Any

import orjson
from flask.testing import FlaskClient

from dashboard import ids
from dashboard.ground import own_countries
from dashboard.outlines import country_boxes
from dashboard.pages._place_where import redraw
from dashboard.store import Store
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, Opened
from tests.dashboard.test_chart_downloads import rows_of


def figure_of(page: Any) -> dict[str, Any]:
    return dict(next(props["figure"] for props in page.parts("Graph") if props["id"] == ids.GROUND))


def cells_of(figure: dict[str, Any]) -> dict[str, Any]:
    return dict(next(trace for trace in figure["data"] if trace.get("locationmode") == "geojson-id"))


def test_the_newest_five_years_for_which_events_speak_are_summed_by_cell_in_fixed_classes(opened: Opened) -> None:
    # five years x 1,800 = 9,000 and x 900 = 4,500: both from 1,000 to 9,999, the fourth class
    drawn = cells_of(figure_of(opened("/place/SDN")))
    assert drawn["locations"] == ["147291", "148734"]
    assert drawn["z"] == [4, 4]
    assert "9,000 deaths (4,500–18,000), 2019–2023" in drawn["text"][0]


def test_the_address_chooses_the_period(opened: Opened) -> None:
    assert cells_of(figure_of(opened("/place/SDN", "?ground=all")))["z"] == [5, 5]  # 35 years: 63,000 and 31,500
    assert cells_of(figure_of(opened("/place/SDN", "?ground=1")))["z"] == [4, 3]
    assert "period of the map" in opened("/place/SDN", "?ground=7").text()


def test_what_is_not_on_the_map_is_always_said(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "On the map: 13,500 of 15,000 deaths recorded in 2019–2023 (90%), placed to the district or better." in text
    assert (
        "Not on it: 1,000 (7%) located to a province or a wider area only, and 500 (3%) not located more precisely than "
        "the country." in text
    )
    assert "UCDP gives every event a point" in text


def test_ground_outside_a_crisis_is_not_said_to_be_without_deaths(opened: Opened) -> None:
    crisis = opened("/place/crisis:darfur").text()
    assert "no death of this crisis placed here" in crisis and "no death placed here" not in crisis
    assert "no death placed here" in opened("/place/SDN").text()


def test_years_for_which_other_figures_speak_are_named(opened: Opened) -> None:
    assert "Other figures than events speak for 2024; they do not say where" in opened("/place/SDN").text()


def test_a_place_whose_deaths_are_all_located_too_vaguely_has_a_map_that_says_so(opened: Opened) -> None:
    page = opened("/place/SSD")
    assert "no death recorded in 2019–2023 is located well enough for a map" in page.text()
    assert not [trace for trace in figure_of(page)["data"] if trace.get("locationmode") == "geojson-id"]


def test_a_place_without_deaths_or_events_has_no_map_and_a_crisis_by_dyads_says_why(opened: Opened) -> None:
    for path in ("/place/TUV", "/place/RWA"):
        assert ids.GROUND not in opened(path).ids()
    page = opened("/place/crisis:kosovo")
    assert ids.GROUND not in page.ids()
    assert "battle deaths by dyad for whole countries and years; they do not say where" in page.text()


def test_the_title_says_how_closely_deaths_lie_together(opened: Opened) -> None:
    assert "Sudan: 1 cell of 2 holds half of the deaths placed on the map, 2019–2023" in opened("/place/SDN").text()
    french = opened("/place/SDN", "?lang=fr").text()
    assert "1 maille sur 2 réunit la moitié des décès portés sur la carte" in french


def test_rings_run_clockwise_so_that_the_inside_is_not_the_rest_of_the_globe(opened: Opened) -> None:
    for feature in cells_of(figure_of(opened("/place/SDN")))["geojson"]["features"]:
        ring = feature["geometry"]["coordinates"][0]
        turned = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in itertools.pairwise(ring))
        assert turned > 0


def test_the_frame_holds_the_country_and_every_cell(opened: Opened) -> None:
    geography = figure_of(opened("/place/SDN"))["layout"]["geo"]
    west, east = geography["lonaxis"]["range"]
    south, north = geography["lataxis"]["range"]
    box = country_boxes()["SDN"]
    assert west < box.west < box.east < east and south < box.south < box.north < north


def test_ground_that_the_source_counts_with_a_place_is_its_own() -> None:
    assert own_countries("ISR", [2023]) == ["ISR", "PSE"]
    assert own_countries("SDN", [2005]) == ["SDN", "SSD"]
    assert own_countries("SDN", [2020]) == ["SDN"]


def test_the_control_redraws_title_map_and_caveats(processed: Path) -> None:
    store = Store(ReleaseShelf(processed, processed / "starter"), TODAY)
    stored = store.open("/place/SDN", {})[0].stored()
    head, _, figure, _, _, about = (json.loads(orjson.dumps(part)) for part in redraw("1", stored, store))
    title = head[0]["props"]["children"]
    assert title == "Sudan: 1 cell of 2 holds half of the deaths placed on the map, 2023"
    assert cells_of(figure)["z"] == [4, 3]
    assert "UCDP gives every event a point" in about[0]["props"]["children"]


def test_the_cells_can_be_taken_along_with_centre_bounds_and_period(client: FlaskClient) -> None:
    rows = rows_of(client, "/export/ground.csv?place=SDN&ground=1")
    assert {row["cell"]: row["fatalities_best"] for row in rows} == {"147291": "1800", "148734": "900"}
    assert {row["first_year"] for row in rows} == {"2023"} and rows[0]["latitude"] == "12.25"
    assert client.get("/export/ground.csv?place=RWA").status_code == 404
