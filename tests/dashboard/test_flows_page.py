"""Flows say who is where, in shares and sums computed apart, compare no year across a break, and give every view an address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, Opened, client_of, open_page
from tests.dashboard.small_displacement import HOSTS
from tests.dashboard.small_world import publish_release
from tests.dashboard.test_chart_downloads import rows_of

REFUGEES = {place: counts[0] or 0 for place, counts in HOSTS.items()}
NEIGHBOURS = ("TCD", "EGY", "SSD")


@pytest.fixture(scope="module")
def will(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The small world with UNHCR's own tables of people and applications."""
    folder: Path = tmp_path_factory.mktemp("flows")
    publish_release(folder, with_will=True)
    yield client_of(create_app(ReleaseShelf(folder, folder / "starter"), DrawsWords(), TODAY))


def test_the_title_says_how_many_fled_and_where_the_most_are(opened: Opened) -> None:
    total = sum(REFUGEES.values())
    share = f"{REFUGEES['TCD'] / total:.1%}"
    text = opened("/flows", "?origin=SDN").text()
    assert f"Refugees from Sudan: {total:,} on 31 December 2024, {share} of them in Chad" in text
    near = sum(REFUGEES[place] for place in NEIGHBOURS) / total
    assert f"{near:.0%} of them are in neighbouring countries." in text


def test_a_total_that_jumps_is_not_compared_with_the_year_before(opened: Opened) -> None:
    text = opened("/flows", "?origin=SDN").text()
    assert "A break in the series stands before it, so it is not compared with the year before." in text
    assert "Against the year before" not in text


def test_a_country_of_asylum_has_its_own_view(opened: Opened) -> None:
    page = opened("/flows", "?asylum=TCD")
    assert "Where people who fled to Chad come from" in page.text()
    assert "Refugees in Chad: 500,000 on 31 December 2024, 100.0% of them from Sudan" in page.text()


def test_without_a_choice_the_largest_pairs_of_the_world_stand_in_order(opened: Opened) -> None:
    page = opened("/flows")
    table = next(rows for rows in page.parts("Rows") if rows["kind"] == "pairs")
    ordered = sorted(REFUGEES, key=lambda place: -REFUGEES[place])
    assert [row[1]["href"] for row in table["rows"]] == [f"/flows?asylum={place}" for place in ordered]
    assert [row[2]["text"] for row in table["rows"]] == [f"{REFUGEES[place]:,}" for place in ordered]


def test_the_readers_country_is_marked_and_told_when_nobody_is_on_record(opened: Opened) -> None:
    assert "Kenya: 5,000, 0.5% of all; rank 9 of 9." in opened("/flows", "?origin=SDN&for=KEN").text()
    assert "Canada: none is on record, which need not be zero." in opened("/flows", "?origin=SDN&for=CAN").text()


def test_measures_stand_in_columns_of_their_own(opened: Opened) -> None:
    page = opened("/flows", "?origin=SDN")
    assert page.row("/flows?asylum=USA")[1:] == ["100,000", "–", "50", "–"]
    assert page.row("/flows?asylum=EGY")[1:] == ["300,000", "200", "–", "–"]


def test_persons_and_cases_of_applications_are_never_added(will: FlaskClient) -> None:
    rows = {row["origin_id"]: row for row in rows_of(will, "/export/flows.csv?asylum=CAN&measure=applications")}
    assert (rows["SDN"]["persons"], rows["SDN"]["cases"]) == ("288", "<10")
    assert (rows["UNK"]["persons"], rows["UNK"]["cases"], rows["UNK"]["rank"]) == ("", "282594", "")
    text = open_page(will, "/flows", "?asylum=CAN&measure=applications").text()
    assert "New asylum applications in Canada: 288 in 2024" in text and "Cases, which may be several persons" in text


def test_small_counts_leave_the_file_without_their_share_and_hidden_ones_without_a_number(will: FlaskClient) -> None:
    rows = {row["origin_id"]: row for row in rows_of(will, "/export/flows.csv?asylum=CAN")}
    assert (rows["SSD"]["persons"], rows["SSD"]["share"]) == ("<10", "")
    assert (rows["UKR"]["persons"], rows["UKR"]["is_masked"]) == ("", "True")
    assert float(rows["SDN"]["share"]) == pytest.approx(936 / (936 + 7 + 837), abs=1e-6)


def test_every_chart_of_every_view_can_be_taken_along(opened: Opened, client: FlaskClient) -> None:
    for search in ("", "?origin=SDN&lang=fr", "?asylum=TCD&measure=asylum_seekers"):
        links = [href for href in opened("/flows", search).hrefs() if href.startswith("/export/")]
        assert len(links) == 9
        for link in links:
            assert client.get(link).status_code == 200, link


def test_a_measure_without_figures_says_so_instead_of_an_empty_chart(opened: Opened) -> None:
    page = opened("/flows", "?asylum=TCD&measure=oip")
    assert page.text().count("No number of this kind is on record here for 2024, which need not be zero.") == 3
    assert sum("chart none" in str(part.get("className")) for part in page.parts("Div")) == 3


def test_an_address_that_names_no_country_says_so(opened: Opened, client: FlaskClient) -> None:
    assert "country of origin “Atlantis”" in opened("/flows", "?origin=Atlantis").text()
    assert client.get("/export/flows.csv?origin=Atlantis").status_code == 400
    assert "Who fled from where to where" in opened("/flows", "?origin=crisis:darfur").text()


def test_the_form_leads_to_an_address(client: FlaskClient) -> None:
    answer = client.get("/flows/of?q=Soudan&end=asylum&measure=oip&lang=fr")
    assert answer.status_code == 302 and answer.headers["Location"] == "/flows?asylum=SDN&lang=fr&measure=oip"


def test_a_place_that_the_source_counts_under_another_leads_there(opened: Opened) -> None:
    page = opened("/flows", "?origin=XKX")
    assert "Not separable in this source" in page.text() and "/flows?origin=SRB" in page.hrefs()


def test_the_navigation_and_the_place_lead_to_flows(opened: Opened) -> None:
    assert "/flows" in opened("/").hrefs()
    assert "/flows?origin=SDN&for=CAN" in opened("/place/SDN", "?for=CAN").hrefs()


def test_a_release_without_any_of_it_says_so(tmp_path: Path) -> None:
    publish_release(tmp_path, with_measures=False)
    client = client_of(create_app(ReleaseShelf(tmp_path, tmp_path / "starter"), DrawsWords(), TODAY))
    assert "No such figures are on record in this release." in open_page(client, "/flows", "").text()
    assert client.get("/export/flows.csv").status_code == 404


def test_the_citation_of_every_chart_names_the_source_of_its_counts(will: FlaskClient) -> None:
    copied = open_page(will, "/flows", "?origin=SDN").parts("Copy")
    assert copied
    assert all("Citation of unhcr_population" in part["options"][0]["text"] for part in copied), copied
