"""The overview: what it says of each place, and what it never says."""

from tests.dashboard.conftest import Opened, Page


def row_of(page: Page, place: str) -> str:
    """The words of a place's row in the table."""
    return " ".join(page.row(f"/place/{place}"))


def test_the_overview_lists_places_with_severity_deaths_and_tempo(opened: Opened) -> None:
    row = row_of(opened("/"), "SDN")
    assert "Sudan" in row and "3,000" in row and "1,500–6,000" in row
    assert "slow burn" in row and "since 1989 or before" in row
    assert "events by month year 2024 · months to December 2024" in row


def test_a_year_that_only_the_annual_record_knows_is_shown_with_its_figure(opened: Opened) -> None:
    row = row_of(opened("/"), "UKR")
    assert "50,000" in row and "annual record year 2024 · months to December 2021" in row


def test_the_kind_of_figure_is_that_of_the_shown_year(opened: Opened) -> None:
    assert "events by month year 2024" in row_of(opened("/", "?year=2021"), "UKR")


def test_israel_and_palestine_stand_as_the_source_codes_them(opened: Opened) -> None:
    page = opened("/")
    assert "Israel and Palestine (as coded by UCDP)" in row_of(page, "ISR") and "21,470" in row_of(page, "ISR")
    for place, unit in (("PSE", "Israel and Palestine"), ("ESH", "Morocco and Western Sahara")):
        assert f"not separable in this source; counted under {unit} (as coded by UCDP)" in row_of(page, place)
        without_money = page.row(f"/place/{place}")[:7]  # money stands under the name of the place itself
        assert "0" not in " ".join(without_money)


def test_quiet_places_appear_only_when_all_are_asked_for(opened: Opened) -> None:
    assert "/place/TUV" not in opened("/").hrefs()
    assert "/place/TUV" in opened("/", "?shown=all").hrefs()


def test_a_tempo_filter_keeps_only_its_places(opened: Opened) -> None:
    listed = opened("/", "?tempo=sudden&shown=all").listed()
    assert "/place/RWA" in listed and "/place/SDN" not in listed


def test_the_line_about_true_tolls_travels_with_the_figures(opened: Opened) -> None:
    assert "Recorded direct deaths in organised violence; true tolls are higher." in opened("/").text()


def test_the_map_is_drawn_for_the_measure_and_year_of_the_address(opened: Opened) -> None:
    page = opened("/", "?measure=deaths&year=1994")
    assert "Recorded direct deaths in organised violence, 1994" in page.text()
    places = [place for trace in page.parts("Graph")[0]["figure"]["data"] for place in trace.get("customdata") or []]
    assert {"SDN", "RWA", "PSE"} <= set(places)


def test_an_unreadable_address_says_what_is_shown_instead(opened: Opened) -> None:
    text = opened("/", "?measure=beauty&year=1850&zoom=3").text()
    assert "measure “beauty”" in text and "severity is shown instead" in text
    assert "year “1850”" in text and "2024 is shown instead" in text
    assert "zoom=3" in text


def test_without_a_release_the_page_says_what_to_run(opened_without_release: Opened) -> None:
    for path in ("/", "/place/SDN"):
        assert "python refresh.py" in opened_without_release(path).text()


def test_the_page_speaks_french_when_asked(opened: Opened) -> None:
    page = opened("/", "?lang=fr")
    assert "/place/SDN?lang=fr" in page.hrefs() and "Soudan" in page.text() and "3\u202f000" in page.text()


def test_an_older_release_is_shown_and_carried_along(opened: Opened, older: str) -> None:
    page = opened("/", f"?release={older}")
    assert "As known on 1 June 2025 (540 days ago)" in " ".join(page.text().split())  # to 23 November 2026
    assert "a newer release is published" in page.text() and "a newer" not in opened("/").text()
    assert f"/place/SDN?release={older}" in page.hrefs()


def test_a_release_that_is_gone_is_named_and_the_newest_shown(opened: Opened) -> None:
    text = opened("/", "?release=1999-01-01-abcdef").text()
    assert "1999-01-01-abcdef" in text and "As known on 23 November 2026" in text


def test_every_page_has_one_heading_and_its_landmarks(opened: Opened) -> None:
    for path in ("/", "/place/SDN", "/place/PSE", "/place/FRA", "/place/nowhere", "/nothing-here"):
        page = opened(path)
        assert len(page.parts("H1")) == 1 and len(page.parts("Main")) == 1 and len(page.parts("Header")) == 1, path
        assert "#main" in page.hrefs()
        for table in page.parts("Rows"):
            assert table["caption"] and all(table["headings"])
            for row in table["rows"]:
                heads = [cell["heads"] for cell in row if isinstance(cell, dict) and cell.get("heads")]
                assert heads in (["row"], ["rowgroup"], []), row
