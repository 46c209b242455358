"""A period of years: title, words, axis, table, files and months keep to it; what cannot be read is said."""

import csv
import io

import pytest
from dash import no_update
from flask.testing import FlaskClient

from dashboard import ids
from dashboard.pages import _place_following, compare, place
from dashboard.store import Store
from dashboard.url_state import CompareView, PlaceView, compare_choices, place_choices, search_of
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, Opened
from tests.dashboard.test_chart_citation import copies

YEARS = range(1989, 2025)


@pytest.fixture
def store(processed: object) -> Store:
    return Store(ReleaseShelf(processed, processed / "starter"), TODAY)  # type: ignore[operator,arg-type]  # a Path


def years_in(client: FlaskClient, address: str) -> set[str]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return {row.get("year") or row["month"][:4] for row in csv.DictReader(io.StringIO(answer.text))}


def test_a_period_is_read_from_the_address_and_written_back() -> None:
    choices = place_choices("SDN", YEARS)
    view, problems = PlaceView.from_query({"from": "2003", "to": "2010"}, choices)
    assert view.period == (2003, 2010) and not problems
    assert search_of(view.parameters(choices)) == "?from=2003&to=2010"
    assert PlaceView.from_query({}, choices)[0].period == (1989, 2024)
    assert CompareView.from_query({"to": "2010"}, compare_choices(YEARS))[0].period == (1989, 2010)


def test_the_annual_record_keeps_to_the_period(opened: Opened) -> None:
    page = opened("/place/SDN", "?from=2012&to=2015")
    title = "Sudan: 12,000 deaths recorded from 2012 to 2015"  # 3,000 in each of the four years
    assert title in page.text() and "2012 to 2015. As known on" in str(copies(page)["annual"])
    figure = next(part["figure"] for part in page.parts("Graph") if part["id"] == ids.ANNUAL)
    assert figure["layout"]["xaxis"]["range"] == [2011.4, 2015.6]
    assert figure["layout"]["xaxis"]["title"]["text"] == "Shown: 2012–2015. On record: 1989–2024."
    assert "most since" not in title and "Shown: 2012–2015. On record: 1989–2024." in page.text()
    whole = next(part["figure"] for part in opened("/place/SDN").parts("Graph") if part["id"] == ids.ANNUAL)
    assert "title" not in whole["layout"]["xaxis"]


def test_files_and_links_keep_to_the_period(client: FlaskClient, opened: Opened) -> None:
    page = opened("/place/SDN", "?from=2012&to=2015")
    links = [one for one in page.hrefs() if one.startswith(("/export/annual.csv", "/export/months.csv"))]
    assert len(links) == 2 and all("from=2012&to=2015" in one for one in links)
    assert [years_in(client, one) for one in links] == [{"2012", "2013", "2014", "2015"}] * 2
    assert all("from=2012&to=2015" in copies(page)[card]["href"] for card in (ids.ANNUAL, ids.MONTHS))
    compared = years_in(client, "/export/compare.csv?place=SDN&place=RWA&from=1993&to=1995")
    assert compared == {"1993", "1994", "1995"}


def test_the_table_keeps_to_the_period(store: Store) -> None:
    stored = store.open("/place/SDN", {})[0].stored()
    table = place.tabulate_years(1, "deaths", "linear", "2012-2015", stored, store)
    assert [row[0] for row in table.rows] == ["2015", "2014", "2013", "2012"]
    months = _place_following.tabulate_months(1, "2012-2015", stored, store)
    assert len(months.rows) == 48 and months.rows[0][0] == "December 2015"
    both = compare.tabulate(1, "calendar", "severity", "linear", "2022-2024", ["SDN", "RWA"], stored, store)
    assert [row[0] for row in both.rows] == ["2024", "2023", "2022"]


def test_a_period_that_ends_with_the_annual_record_goes_on_to_the_newest_month(
    client: FlaskClient, store: Store
) -> None:
    newest = max(years_in(client, "/export/months.csv?place=SDN"))
    assert max(years_in(client, "/export/months.csv?place=SDN&from=2012")) == newest


def test_months_that_lie_outside_are_said_and_refused(opened: Opened, client: FlaskClient) -> None:
    page = opened("/place/UKR", "?from=2022&to=2023")  # its months end with 2021
    assert "No monthly figures from 2022 to 2023" in page.text() and "months" not in copies(page)
    assert "No monthly figures stand behind 2022" in page.text()
    answer = client.get("/export/months.csv?place=UKR&from=2022&to=2023")
    assert answer.status_code == 404 and "outside the period chosen" in answer.text


def test_years_before_a_place_was_counted_are_no_zeros(opened: Opened) -> None:
    text = opened("/place/SSD", "?from=1995&to=2000").text()
    assert "South Sudan: no annual figures from 1995 to 2000" in text and "No annual figures here." in text


def test_years_that_cannot_be_shown_are_named(opened: Opened, client: FlaskClient) -> None:
    text = opened("/place/SDN", "?from=1950").text()
    assert "first year “1950”, which does not exist; 1989 is shown instead" in text
    for path in ("/place/SDN?", "/compare?place=SDN&"):
        page, search = path.split("?")
        said = opened(page, f"?{search}from=2015&to=2012").text()
        assert "period “2015–2012”, which does not exist; 1989–2024 is shown instead" in said
    assert client.get("/export/annual.csv?place=SDN&from=2015&to=2012").status_code == 400


def test_a_comparison_says_its_period_and_by_onset_shows_all_years(opened: Opened) -> None:
    page = opened("/compare", "?place=SDN&place=RWA&from=1993&to=1995")
    assert "1993 to 1995: The deadliest year among these places: Rwanda in 1994" in page.text()
    assert "/compare?place=RWA&from=1993&to=1995" in page.hrefs()
    later = opened("/compare", "?place=SDN&place=RWA&from=2000").text()
    assert "2000 to 2024: The deadliest year among these places: Sudan" in later
    assert "772,460" not in later
    onset = opened("/compare", "?place=SDN&place=RWA&axis=onset&from=2000").text()
    assert "The deadliest year among these places: Rwanda in 1994" in onset and "Shown: 2000" not in onset


def test_the_controls_write_the_period_and_the_address_moves_them(store: Store) -> None:
    stored = store.open("/compare", {})[0].stored()
    written = compare.sync_view(
        ids.COMPARED_PERIOD, "", ("calendar", "deaths", "linear", "1993-1995"), ["SDN"], stored, store
    )
    assert written[0] == "?place=SDN&from=1993&to=1995"
    moved = compare.sync_view(
        ids.COMPARE_URL, "?place=SDN&to=1995", ("calendar", "deaths", "linear", "1993-1995"), ["SDN"], stored, store
    )
    assert moved[:5] == (*(no_update,) * 4, "1989-1995")


def test_french_says_the_period(opened: Opened) -> None:
    text = opened("/place/SDN", "?from=2012&to=2015&lang=fr").text()
    assert "décès recensés de 2012 à 2015" in text and "Relevé\u00a0: 1989–2024." in text
