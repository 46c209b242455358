"""The page of a named crisis, of a unit and of what has no unit: on which rung it stands, and whose deaths it holds."""

from flask.testing import FlaskClient

from dashboard import ids
from dashboard.pages import place
from tests.dashboard.conftest import Opened
from tests.dashboard.test_dashboard_wiring import ids_of

DARFUR, UNIT, UNLOCATED = "/place/crisis:darfur", "/place/adm1:SDN:north-darfur", "/place/adm1:SDN:unlocated"


def test_a_crisis_is_told_with_its_rung_its_boundary_and_its_country(opened: Opened) -> None:
    page = opened(DARFUR)
    text = page.text()
    assert page.title == "Darfur · Slowburn" and "Darfour" in text
    assert "Darfur: a slow burn of organised violence, since 1989 or before." in text
    assert "In 1989–2024 the figures stand on UCDP's events: all types of violence, by month." in text
    assert "Security Council resolution 1556 (2004)" in text and "since 1989, followed to this day" in text
    assert {"/place/SDN", "/place/adm1:SDN:north-darfur"} <= set(page.hrefs())
    assert "9 of 10 years" in text and "In 2024 deaths are recorded in 5 units, as if shared evenly by 2.2" in text
    assert {ids.ANNUAL, ids.MONTHS} <= {props["id"] for props in page.parts("Graph")}


def test_a_crisis_counted_by_dyads_says_that_only_state_based_deaths_are_in_it(opened: Opened) -> None:
    page = opened("/place/crisis:kosovo")
    text = page.text()
    assert "In 1998–1999 the figures stand on UCDP's battle deaths by dyad: state-based deaths alone" in text
    assert "Its tempo is that of its state-based deaths alone." in text
    assert "UCDP publishes battle deaths by dyad for whole years." in text
    assert [props["id"] for props in page.parts("Graph")] == [ids.ANNUAL]
    assert "2 of 2 years" in text and "Recorded state-based deaths a year, 1998 to 1999" in text


def test_years_outside_a_short_crisis_are_not_counted_and_not_zero(opened: Opened) -> None:
    figure = opened("/place/crisis:kosovo").parts("Graph")[0]["figure"]
    assert "Not counted here" in {trace.get("name") for trace in figure["data"]}
    bars = next(trace for trace in figure["data"] if trace.get("name") == "State-based")
    assert dict(zip(bars["x"], bars["y"], strict=True)) == {
        year: {1998: 1000, 1999: 1500}.get(year) for year in range(1994, 2004)
    }


def test_a_unit_stands_on_events_and_leads_to_its_country_and_crisis(opened: Opened) -> None:
    page = opened(UNIT)
    assert "that UCDP places here: all types of violence" in page.text()
    assert {"/place/SDN", DARFUR} <= set(page.hrefs())


def test_what_has_no_unit_has_a_page_of_its_own(opened: Opened) -> None:
    page = opened(UNLOCATED)
    assert page.title.startswith("Sudan: unlocated")
    assert "for which UCDP names no unit: they are shown, never left out" in page.text()


def test_a_country_lists_its_crises_and_units_and_always_what_has_none(opened: Opened) -> None:
    page = opened("/place/SDN")
    assert page.row(DARFUR)[:2] == ["Darfur", "2,000 2024"]
    assert page.row(UNIT) == ["North Darfur since 1994", "1,200", "43,200", "92.3%"]  # 36 x 1,200 of 36 x 1,300
    assert page.row(UNLOCATED) == ["Unlocated (no unit recorded)", "100", "3,600", "7.7%"]
    assert "/place/adm1:SDN:unlocated" not in opened("/place/COL").hrefs()


def test_a_crisis_that_the_release_does_not_hold_is_not_called_zero(opened: Opened) -> None:
    assert "That is not zero" in opened("/place/crisis:rakhine").text()


def test_a_rate_is_not_offered_where_nobody_counts_the_people(opened: Opened) -> None:
    page = opened(DARFUR, "?unit=rate")
    assert "unit “rate”, which does not exist; deaths is shown instead" in page.text()
    of_countries = {part(card) for card in (ids.MONEY, ids.DISPLACED_YEARS) for part in (ids.opener, ids.twin)}
    assert ids_of(place.skeleton()) - of_countries <= set(page.ids())  # which no callback needs elsewhere


def test_downloads_work_for_a_crisis(client: FlaskClient) -> None:
    answer = client.get("/export/annual.csv?place=crisis:darfur")
    assert answer.status_code == 200 and answer.text.count("crisis:darfur") == 36 * 3
    assert "slowburn-annual-crisis-darfur-" in answer.headers["Content-Disposition"]
    assert client.get("/export/months.svg?place=adm1:SDN:north-darfur").status_code == 200
    refused = client.get("/export/months.csv?place=crisis:kosovo")
    assert refused.status_code == 404 and "No monthly figures stand behind Kosovo" in refused.text


def test_an_unknown_crisis_is_not_found_and_names_the_nearest(client: FlaskClient, opened: Opened) -> None:
    assert client.get("/place/crisis:dafur").status_code == 404
    assert client.get(DARFUR).status_code == 200
    page = opened("/place/crisis:dafur")
    assert DARFUR in page.hrefs() and "/place/SDN" not in page.hrefs()
    assert UNIT in opened("/place/adm1:SDN:north-darfour").hrefs()


def test_the_page_of_a_crisis_speaks_french(opened: Opened) -> None:
    text = opened(DARFUR, "?lang=fr").text()
    assert "En 1989–2024, les chiffres reposent sur les événements d’UCDP" in text
    assert "Événements que l'UCDP situe dans les provinces" in text
