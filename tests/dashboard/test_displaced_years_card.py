"""The years of displacement on a place's page: each count from the same rows as its table, and a file to take along."""

from flask.testing import FlaskClient

from tests.dashboard.conftest import Opened
from tests.dashboard.test_chart_downloads import rows_of


def test_the_title_names_the_largest_count_and_the_summary_the_breaks(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "Sudan: the largest count for 2024 is “Internally displaced people, UNHCR”, 7,000,000" in text
    assert "Refugees abroad: 945,000 (2024)" in text and "Breaks in the number of refugees: 2024." in text


def test_a_mid_year_figure_stands_in_the_middle_of_its_year(opened: Opened) -> None:
    figure = next(part["figure"] for part in opened("/place/UKR").parts("Graph") if part["id"] == "displaced-years")
    halves = [trace for trace in figure["data"] if trace["name"] == "Refugees abroad" and trace["mode"] == "markers"]
    assert [(trace["x"], trace["y"]) for trace in halves] == [([2023.5], [6_000_000])]


def test_unrwas_count_has_a_line_of_its_own(opened: Opened) -> None:
    figure = next(part["figure"] for part in opened("/place/PSE").parts("Graph") if part["id"] == "displaced-years")
    last = {trace["name"]: trace["y"][-1] for trace in figure["data"] if trace["mode"] == "lines+markers"}
    assert last == {"Refugees abroad": 48_000, "Palestine refugees registered with UNRWA": 5_900_000}


def test_it_leaves_as_a_file_and_a_place_without_any_has_none(client: FlaskClient, opened: Opened) -> None:
    rows = {row["indicator_id"]: row for row in rows_of(client, "/export/displaced-years.csv?place=SDN")}
    assert rows["refugees_abroad"]["value"] == "945000" and rows["refugees_abroad"]["status"] == "break_in_series"
    assert rows["asylum_seekers_abroad"]["value"] == "" and rows["asylum_seekers_abroad"]["status"] == "masked"
    assert client.get("/export/displaced-years.svg?place=SDN").status_code == 200
    assert client.get("/export/displaced-years.csv?place=TUV").status_code == 404
    assert "displaced-years" not in opened("/place/TUV").ids()
