"""One-sided killings are told as UCDP attributes them: four answers, low and high, the share with its interval."""

from pathlib import Path

from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, client_of, open_page
from tests.dashboard.small_world import publish_release
from tests.dashboard.test_chart_downloads import rows_of


def test_the_newest_year_names_all_four_with_low_and_high(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert (
        "One-sided killings that UCDP attributes in 2024, best estimate (low–high): to the government 300 (150–600), "
        "to other governments 0 (0–0), to named groups 600 (300–1,200), to nobody 0 (0–0); true tolls are higher."
    ) in text


def test_the_title_says_to_whom_most_are_attributed_over_all_years(opened: Opened) -> None:
    # 36 years x 900 = 32,400, two thirds of them to named groups
    said = "UCDP attributes 67% of 32,400 one-sided killings from 1989 to 2024 to named groups"
    assert said in opened("/place/SDN").text()
    assert "90% of 100 one-sided killings from 2024 to 2024 to other governments" in opened("/place/UKR").text()
    assert "UCDP attribue 67\u00a0% des 32\u202f400" in opened("/place/SDN", "?lang=fr").text()


def test_the_share_stands_with_its_interval_or_says_why_there_is_none(opened: Opened) -> None:
    said = "makes up 30% of the deaths recorded in 2023 and 2024 (95% interval 25.1% to 35.2%)"
    assert said in opened("/place/SDN").text()
    assert "Too few deaths in 2023 and 2024 for a share" in opened("/place/UKR").text()


def test_groups_of_all_violence_and_of_fights_with_a_state_stand_in_rows_of_their_own_with_their_years(
    opened: Opened,
) -> None:
    table = next(rows for rows in opened("/place/SDN").parts("Rows") if rows["kind"] == "groups")
    said = {row[0]["text"]: (row[1]["text"], row[2]["text"]) for row in table["rows"]}
    assert said == {
        "Active armed groups": ("12", "2023"),
        "Effective number of armed groups": ("1.2", "2023"),
        "Groups fighting a state": ("1", "2024"),
    }


def test_a_place_without_a_one_sided_killing_has_no_such_card(opened: Opened) -> None:
    assert "killings" in opened("/place/SDN").ids() and "killings" in opened("/place/crisis:darfur").ids()
    assert "killings" not in opened("/place/RWA").ids() and "killings" not in opened("/place/TUV").ids()


def test_the_bars_stack_what_is_attributed_and_leave_years_without_a_figure_empty(opened: Opened) -> None:
    figure = next(props["figure"] for props in opened("/place/SDN").parts("Graph") if props["id"] == "killings")
    bars = {trace["name"]: trace["y"] for trace in figure["data"] if trace["type"] == "bar" and trace.get("name")}
    assert set(bars["To the government"]) == {300} and set(bars["To named groups"]) == {600}
    assert "To other governments" not in bars


def test_the_figures_can_be_taken_along_with_whom_and_bounds(client: FlaskClient) -> None:
    rows = [row for row in rows_of(client, "/export/killings.csv?place=SDN") if row["year"] == "2024"]
    assert {row["attributed_to"]: row["fatalities_best"] for row in rows} == {
        "government": "300",
        "other_governments": "0",
        "named_groups": "600",
        "nobody": "0",
    }
    assert client.get("/export/killings.svg?place=SDN").status_code == 200
    assert client.get("/export/killings.csv?place=TUV").status_code == 404


def test_a_release_older_than_the_table_has_no_card(tmp_path: Path) -> None:
    publish_release(tmp_path, with_measures=False)
    client = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    assert "killings" not in open_page(client, "/place/SDN", "").ids()
