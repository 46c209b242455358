"""The table beside severity: the order that the address asks for, the world's response and the reader's country."""

import orjson
import pytest
from dash import Dash

from dashboard import ids
from dashboard.application import STORE
from dashboard.pages._ranking_card import listing
from dashboard.pages.overview import choices_of, rank, sync_view
from dashboard.url_state import SORTS, OverviewView
from tests.dashboard.conftest import Opened, Page

ALL = "?shown=all"


def listed(page: Page) -> list[str]:
    """The places of the table in their order, without those that have no figures of their own."""
    apart = ("PSE", "ESH", "AB9")
    found = [address.split("?")[0] for address in page.listed() if address.startswith("/place/")]
    return [place for address in found if (place := address.removeprefix("/place/")) not in apart]


def heading(page: Page, kind: str) -> dict[str, str]:
    return next(head for head in page.parts("Rows")[0]["headings"] if isinstance(head, dict) and head["kind"] == kind)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("deaths", ["UKR", "ISR", "SDN", "SSD", "COL"]),  # 50,000, 21,470, 3,000, 1,000, 500
        ("-deaths", ["COL", "SSD", "SDN", "ISR", "UKR"]),
        ("rate", ["UKR", "SSD", "SDN", "COL", "ISR"]),  # 125, 9.1, 6.25, 1; ISR's people are not in the small world
        ("-rate", ["COL", "SDN", "SSD", "UKR", "ISR"]),  # what has no rate stays last
        ("place", ["COL", "ISR", "SSD", "SDN", "UKR"]),
        ("direction", ["SDN", "UKR", "SSD", "ISR", "COL"]),  # worse, no clear change, better, and what is not known
        ("tempo", ["SDN", "SSD", "UKR", "ISR", "COL"]),  # equals in the order of severity
        ("response", ["SDN", "UKR", "ISR", "SSD", "COL"]),  # 40 % of what was asked; the others asked for nothing
    ],
)
def test_the_address_sorts_and_what_has_no_figure_stays_last(opened: Opened, sort: str, expected: list[str]) -> None:
    assert listed(opened("/", f"?sort={sort}")) == expected


def test_without_an_order_severity_is_first_and_says_so(opened: Opened) -> None:
    page = opened("/")
    assert listed(page) == ["UKR", "ISR", "SDN", "SSD", "COL"] and "Places by severity, 2024" in page.text()
    assert heading(page, "severity")["towards"] == "descending" and heading(page, "severity")["sorts"] == "-severity"
    assert "towards" not in heading(page, "deaths") and heading(page, "deaths")["sorts"] == "deaths"
    assert "sorts" not in heading(page, "newest")


def test_another_order_does_not_claim_to_be_by_severity(opened: Opened) -> None:
    page = opened("/", "?sort=-place")
    assert "Places, 2024" in page.text() and "Places by severity" not in page.text()
    assert (heading(page, "place")["towards"], heading(page, "place")["sorts"]) == ("descending", "place")


def test_nothing_is_ranked_by_what_touches_the_reader(opened: Opened) -> None:
    assert not any("mine" in sort for sort in SORTS)
    page = opened("/", "?for=USA&sort=mine")
    assert "order “mine”" in page.text() and "sorts" not in heading(page, "mine")


def test_an_order_is_kept_by_address_and_control(app: Dash) -> None:
    store = app.server.config[STORE]
    frame, _ = store.open("/", {})
    controls = ("severity", "2024", "any", "active", "countries", "severity")
    moved = sync_view(ids.OVERVIEW_URL, "?sort=-deaths", frame.stored(), controls, store)
    assert moved[6] == "-deaths"  # the other five are left alone
    written = sync_view(ids.SORT, "", frame.stored(), (*controls[:-1], "deaths"), store)
    assert written[0] == "?sort=deaths"
    _, table = rank("2024", "any", "active", "countries", "deaths", frame.stored(), store)
    assert '"towards":"descending"' in orjson.dumps(table).decode()


def test_the_response_says_dollars_share_and_gap_with_their_years(opened: Opened) -> None:
    page = opened("/")
    assert heading(page, "response")["text"] == "Received of asked in 2025, million US$; gap 2024"
    assert page.row("/place/SDN")[8] == "1,646 of 4,163 40% · gap +0.03"  # the gap is one rank of 29


def test_no_appeal_unfunded_regional_and_not_known_are_told_apart(opened: Opened) -> None:
    assert opened("/").row("/place/ISR")[8] == "no appeal Israel alone"  # the row counts Palestine's deaths too
    assert opened("/").row("/place/PSE")[7] == "200 of 400 50%"
    assert opened("/").row("/place/UKR")[8] == "not known"
    of_year = {year: opened("/", f"?year={year}").row("/place/SDN")[8] for year in (2000, 2001, 2002, 2003)}
    assert of_year == {
        2000: "80 of 100 80%",
        2001: "no appeal",
        2002: "regional plan only",
        2003: "0 of 5 nothing came",
    }


def test_the_reader_sees_refugees_with_share_and_day_and_a_hint_until_then(opened: Opened) -> None:
    hint = "Choose your country at the top of the page, and a column shows"
    assert hint in opened("/").text() and not any(h["kind"] == "mine" for h in opened("/").parts("Rows")[0]["headings"])
    page = opened("/", "?for=EGY")
    assert hint not in page.text() and heading(page, "mine")["text"] == "Refugees in Egypt, 31 December 2024"
    assert page.row("/place/SDN?for=EGY")[9].startswith("300,000")


def test_what_is_hidden_or_not_counted_is_not_known_and_never_zero(opened: Opened) -> None:
    assert opened("/", "?for=FRA").row("/place/UKR?for=FRA")[9] == "not known"
    assert opened("/", "?for=SDN").row("/place/SDN?for=SDN")[9] == "the country itself"


def test_an_earlier_year_shows_nothing_of_later(opened: Opened) -> None:
    page = opened("/", "?year=2003&for=EGY")
    assert page.row("/place/SDN?for=EGY")[9] == "not known" and heading(page, "mine")["text"] == "Refugees in Egypt"
    assert heading(page, "tempo")["text"] == "Tempo, record to 2024"
    assert heading(page, "response")["text"] == "Received of asked in 2003, million US$; gap 2003"


def test_the_columns_speak_french(opened: Opened) -> None:
    page = opened("/", "?lang=fr&for=EGY")
    assert "écart +0,03" in page.row("/place/SDN?lang=fr&for=EGY")[8] and "aucun appel" in page.text()


def test_the_table_is_made_once_for_a_view_and_anew_for_another(app: Dash) -> None:
    store = app.server.config[STORE]
    frame, other = store.open("/", {})[0], store.open("/", {"for": "EGY"})[0]
    choices = choices_of(frame)
    view, turned = (OverviewView.from_query({"sort": sort}, choices)[0] for sort in ("severity", "-severity"))
    assert listing(frame, view) is listing(frame, view)
    assert listing(frame, view) is not listing(frame, turned) and listing(frame, view) is not listing(other, view)
