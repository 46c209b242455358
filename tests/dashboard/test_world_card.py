"""What the world did: money with its states, ranks with their interval, neglect in three parts, entries with documents."""

from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, Page, client_of, open_page
from tests.dashboard.small_world import publish_release
from tests.dashboard.test_chart_downloads import rows_of


def money(page: Page) -> dict[str, Any]:
    return next(props["figure"] for props in page.parts("Graph") if props["id"] == "money")


def trace(figure: dict[str, Any], name: str) -> dict[int, Any]:
    found = next(one for one in figure["data"] if one["name"] == name)
    return dict(zip(found["x"], found["y"], strict=True))


def test_the_title_is_the_last_whole_year_with_dollars_requirement_and_the_day_of_the_file(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    said = "Sudan, plans for 2025: 1,645.6 of 4,162.5 million US dollars asked were received, 40% (19 April 2026)."
    assert said in text
    assert "Sudan, plans for 2026: 488.1 of 2,866.2 million" in text and "That year still fills up." in text
    assert "Soudan, plans pour 2025" in opened("/place/SDN", "?lang=fr").text()


def test_five_states_are_drawn_apart(opened: Opened) -> None:
    figure = money(opened("/place/SDN"))
    asked = trace(figure, "Asked in plans for the country")
    assert (asked[2000], asked[2001], asked[2002], asked[2003], asked[2025]) == (100.0, None, None, 5.0, 4162.5)
    came = trace(figure, "Received for these plans")
    assert (came[2000], came[2003], came[2025]) == (80.0, None, 1645.6)
    assert trace(figure, "Asked for it within regional plans only")[2002] == 7.0
    assert trace(figure, "No appeal: nothing was asked") == {2001: 0}
    assert trace(figure, "Asked for, and nothing came") == {2003: 5.0}
    assert 1999 not in asked  # before the source covers any year there is nothing to draw


def test_the_open_year_alone_is_hatched(opened: Opened) -> None:
    found = next(one for one in money(opened("/place/SDN"))["data"] if one["name"] == "Received for these plans")
    hatched = [year for year, shape in zip(found["x"], found["marker"]["pattern"]["shape"], strict=True) if shape]
    assert hatched == [2026]


def test_the_gap_shows_both_ranks_and_its_interval_by_each_measure(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    # 1/29 = 0.034, 2/29 = 0.069, 5/29 = 0.172, 6/29 = 0.207
    dollars = "Of 30 countries with an appeal in 2024: rank 2 in severity, rank 3 in US dollars received. Gap +0.03 (−0.07 to +0.07)"
    assert dollars in text
    assert "rank 7 in the share of what was asked. Gap +0.17 (+0.07 to +0.21)" in text
    # e^1.19 = 3.29; e^0.87 = 2.39; e^1.62 = 5.05
    assert "received in 2024, it received 3.29 (2.39–5.05)" in text


def test_neglect_shows_its_three_parts(opened: Opened) -> None:
    said = "2024: in the upper quarter of severity: yes; persistent: yes; little response: no."
    assert said in opened("/place/SDN").text()


def test_money_for_palestine_stands_under_its_own_name_beside_the_unit_that_counts_its_deaths(opened: Opened) -> None:
    said = "Palestine, plans for 2025: 200.0 of 400.0 million US dollars asked were received, 50%"
    assert said in opened("/place/ISR").text() and said in opened("/place/PSE").text()


def test_an_entry_has_a_day_a_kind_a_sentence_and_a_document(opened: Opened) -> None:
    row = opened("/place/crisis:darfur").row("https://undocs.org/S/RES/1593(2005)")
    assert row[0] == "31 March 2005" and row[1] == "Courts" and "refers the situation in Darfur" in row[2]
    row = opened("/place/crisis:darfur", "?lang=fr").row("https://undocs.org/S/RES/1593(2005)")
    assert row[0] == "31 mars 2005" and "défère au Procureur" in row[2]


def test_operations_are_told_by_mandate_and_a_crisis_leads_to_the_money_of_its_country(opened: Opened) -> None:
    page = opened("/place/crisis:darfur")
    assert "UNAMID (2007–2020)" in page.text() and "/place/SDN" in page.hrefs()
    assert "What is not listed here may have been done all the same." in page.text()


def test_a_place_without_appeal_or_entry_has_neither_card(opened: Opened) -> None:
    assert {"money", "world-did-title"}.isdisjoint(opened("/place/TUV").ids())


def test_the_figures_can_be_taken_along_in_dollars(client: FlaskClient) -> None:
    rows = {row["year"]: row for row in rows_of(client, "/export/money.csv?place=SDN")}
    assert rows["2025"]["requirements_usd"] == "4162518656" and rows["2025"]["appeal_state"] == "funded"
    assert "Coverage rises when appeals shrink" in rows["2025"]["note"]
    assert client.get("/export/money.png?place=PSE").status_code == 200


def test_a_release_older_than_the_tables_has_no_money_and_still_the_entries(tmp_path: Path) -> None:
    publish_release(tmp_path, with_measures=False)
    client = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    shown = open_page(client, "/place/SDN", "").ids()
    assert "money" not in shown and "world-did-title" in shown
