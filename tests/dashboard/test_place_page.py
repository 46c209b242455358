"""The page of a place: tempo, record, months or why there are none, and which figure speaks."""

from tests.dashboard.conftest import Opened, Page


def chart(page: Page, chart_id: str) -> dict[str, object] | None:
    figures = {props["id"]: props["figure"] for props in page.parts("Graph")}
    return figures.get(chart_id)


def test_a_slow_burn_is_told_in_a_sentence(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "Sudan: a slow burn of organised violence, since 1989 or before." in text
    assert "36 of 36 years recorded 25 or more deaths, 108,000 in all (54,000–216,000)" in text  # 36 x 3,000
    assert "so it may be older" in text


def test_a_tempo_near_a_bound_says_so(opened: Opened) -> None:
    assert "lies near a bound" in opened("/place/SSD").text() and "lies near a bound" not in opened("/place/SDN").text()


def test_rwanda_1994_says_that_no_months_stand_behind_it(opened: Opened) -> None:
    text = opened("/place/RWA").text()
    assert "No monthly figures stand behind 1994 yet (772,460 deaths)" in text
    assert "shown as missing, not as zero" in text and "sudden organised violence, 1990–2001, ended" in text


def test_years_without_months_are_never_zero(opened: Opened) -> None:
    page = opened("/place/UKR")
    figure = chart(page, "months")
    assert figure is not None
    bars = [trace for trace in figure["data"] if trace["type"] == "bar" and trace["x"] != [None]]  # type: ignore[attr-defined]
    for trace in bars:
        shown = dict(zip(trace["x"], trace["y"], strict=True))
        assert [value for month, value in shown.items() if month >= "2022"] == [None] * 36
    assert "No monthly figures stand behind 2022–2024 yet (150,000 deaths)" in page.text()


def test_the_annual_record_holds_the_years_without_months(opened: Opened) -> None:
    figure = chart(opened("/place/UKR"), "annual")
    assert figure is not None
    total = next(trace for trace in figure["data"] if trace.get("name", "").startswith("Total"))  # type: ignore[attr-defined]
    assert dict(zip(total["x"], total["y"], strict=True))[2023] == 50_000


def test_a_year_in_which_sources_disagree_is_listed_with_both_figures_and_the_reason(opened: Opened) -> None:
    text = opened("/place/COL").text()
    assert "In 1 year events or months are left out" in text
    assert "900" in text and "differs from the annual record by more than the tolerance" in text


def test_palestine_is_not_separable_and_links_to_its_unit(opened: Opened) -> None:
    page = opened("/place/PSE")
    assert "Not separable in this source." in page.text() and "/place/ISR" in page.hrefs()
    assert {props["id"] for props in page.parts("Graph")}.isdisjoint({"annual", "months", "killings"})
    page = opened("/place/ESH", "?lang=fr")
    assert "/place/MAR?lang=fr" in page.hrefs() and "Sahara occidental" in page.text()


def test_a_place_without_population_has_no_rate_and_says_so(opened: Opened) -> None:
    text = opened("/place/XKX").text()
    assert "no rate" in text and "Kosovo" in text


def test_a_place_without_a_row_is_not_called_zero(opened: Opened) -> None:
    assert "That is not zero" in opened("/place/FRA").text()


def test_an_unknown_place_offers_the_nearest(opened: Opened) -> None:
    page = opened("/place/Sudna")
    assert "No place is known as “Sudna”" in page.text() or "Which place do you mean" in page.text()
    assert "/place/SDN" in page.hrefs()
    assert {"/place/COD", "/place/COG"} <= set(opened("/place/Congo").hrefs())


def test_sources_stand_with_licence_and_dates(opened: Opened) -> None:
    text = opened("/place/SDN").text()
    assert "CC BY 4.0" in text and "23 November 2026" in text and "December 2024" in text


def test_the_address_sets_the_controls_and_the_links(opened: Opened) -> None:
    page = opened("/place/SDN", "?unit=rate&scale=log")
    assert {props["id"]: props["value"] for props in page.parts("Choice")} == {
        "unit": "rate",
        "scale": "log",
        "ground-period": "5",
    }
    assert "/place/SDN?unit=rate&scale=log&lang=fr" in page.hrefs()
    assert any(href.startswith("/export/annual.csv?place=SDN&unit=rate&scale=log&release=") for href in page.hrefs())


def test_the_title_names_the_place_in_the_language_of_the_address(opened: Opened) -> None:
    assert opened("/place/SSD").title == "South Sudan · Slowburn"
    assert opened("/place/SSD", "?lang=fr").title == "Soudan du Sud · Slowburn"
