"""Displacement shows each count with its state; no figure, late, hidden and zero are told apart."""

from pathlib import Path

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, Page, client_of, open_page
from tests.dashboard.small_world import publish_release


def cells(page: Page, kind: str) -> dict[str, list[str]]:
    """The rows of a table by their first word line, each cell with the line below it."""
    table = next(rows for rows in page.parts("Rows") if rows["kind"] == kind)
    return {
        row[0]["text"]: [f"{cell.get('text', '')} | {cell.get('under', '')}" for cell in row] for row in table["rows"]
    }


def test_every_state_of_a_figure_is_told_in_words_of_its_own(opened: Opened) -> None:
    shown = cells(opened("/place/SDN"), "displaced")
    assert "Break in the series" in shown["Refugees abroad"][0]
    assert "hides this small figure" in shown["Asylum-seekers abroad"][0]
    assert shown["Asylum-seekers abroad"][1].startswith("–")
    assert "cases, not persons, are left out" in shown["New outflow"][0]
    assert "Late: the source has no newer figure here" in shown["Internally displaced people, IDMC"][0]
    assert shown["Refugees who returned"][0].endswith("No figure is on record, which need not be zero.")
    assert shown["Internally displaced people who returned"][0].endswith("not in this release")
    assert shown["Protracted refugee situations"][1].startswith("0 ")


def test_a_flow_has_its_interval_and_the_newest_whole_year(opened: Opened) -> None:
    assert cells(opened("/place/SDN"), "displaced")["New outflow"][1:4] == ["5,000 | 4,000–5,000", " | ", "in 2024 | "]


def test_a_rate_of_a_carried_population_says_so(opened: Opened) -> None:
    shown = cells(opened("/place/SDN"), "displaced")["Refugees abroad"]
    assert shown[1:4] == ["945,000 | ", "18.9 | population of an earlier year", "31 December 2024 | "]


def test_a_mid_year_figure_is_said_to_be_one(opened: Opened) -> None:
    shown = cells(opened("/place/UKR"), "displaced")["Refugees abroad"]
    assert "A mid-year figure" in shown[0] and shown[3].startswith("30 June 2024")


def test_palestine_refugees_stand_beside_and_never_in_the_sum(opened: Opened) -> None:
    shown = cells(opened("/place/PSE"), "displaced")
    assert shown["Refugees abroad"][1].startswith("48,000")
    assert shown["Palestine refugees registered with UNRWA"][1].startswith("5,900,000")
    assert "Palestine refugees registered with UNRWA" not in cells(opened("/place/SDN"), "displaced")


def test_eight_countries_of_asylum_with_neighbours_and_hidden_figures_marked(opened: Opened) -> None:
    page = opened("/place/SDN")
    shown = cells(page, "asylum")
    assert len(shown) == 8 and "Kenya" not in shown
    assert shown["Chad"][0].endswith("neighbour · a small figure is hidden")
    assert shown["Chad"][1:4] == ["500,000 | ", "100 | ", "– | "]
    assert shown["Germany"][0] == "Germany | "
    assert "are in neighbouring countries" in page.text()


def test_new_jumps_are_told_calmly_and_old_ones_left_in_the_data(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "31 December 2024 · A jump in the total of this origin, from 600,000 to 945,000" in text
    assert "31 December 2024 · Chad · A jump from 600,000 to 945,000" in text
    assert "31 December 2004 ·" not in text


def test_indices_of_others_have_a_scale_and_a_date_of_their_own(opened: Opened) -> None:
    tables = opened("/place/SDN").parts("Rows")
    rows = next(table["rows"] for table in tables if table["caption"].startswith("Risk, crises and outbreaks"))
    said = [(row[0]["under"], row[1]["text"], row[2]["text"]) for row in rows]
    assert said == [
        ("on a scale from 0 to 10", "7.8", "March 2024"),
        ("notices whose title names the place", "0", "December 2024"),
    ]


def test_kosovo_is_not_separable_and_a_crisis_links_to_its_countries(opened: Opened) -> None:
    assert "counts it within the row of Serbia" in opened("/place/XKX").text()
    assert "Displaced people are counted by country of origin" in opened("/place/crisis:darfur").text()


def test_the_card_speaks_french(opened: Opened) -> None:
    text = opened("/place/SDN", "?lang=fr").text()
    assert "Rupture de série" in text and "pays voisins" in text


def test_a_release_older_than_the_figures_has_no_card(tmp_path: Path) -> None:
    publish_release(tmp_path, with_measures=False)
    client = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    assert "displaced-title" not in open_page(client, "/place/SDN", "").ids()
