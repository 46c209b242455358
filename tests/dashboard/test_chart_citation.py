"""Every chart gives its citation and the address of its view, held to the release that is shown."""

from typing import Any

from tests.dashboard.conftest import Opened, Page

PLACES = ("/place/SDN", "/place/RWA", "/place/crisis:darfur")


def copies(page: Page) -> dict[str, dict[str, Any]]:
    """What can be copied, by the card that the address leads to."""
    return {part["href"].split("#")[1].removesuffix("-title"): part for part in page.parts("Copy")}


def citation(part: dict[str, Any]) -> str:
    return str(part["options"][0]["text"])


def test_a_citation_names_finding_period_release_day_address_and_sources(opened: Opened) -> None:
    said = citation(copies(opened("/place/SDN"))["annual"])
    own, *cited = said.split("\n\n")
    assert own.startswith("Slowburn (2026). Sudan: 3,000 deaths recorded in 2024")
    assert "1989 to 2024. As known on 23 November 2026, release 2026-11-23-" in own and own.endswith(". {address}")
    assert any(one.startswith("Citation of Events [25.1; ") for one in cited)
    assert not any("People" in one for one in cited)  # deaths are counted without the population


def test_a_rate_cites_the_population_behind_it(opened: Opened) -> None:
    assert "Citation of People" in citation(copies(opened("/place/SDN", "?unit=rate"))["annual"])


def test_every_chart_of_every_page_cites_a_source(opened: Opened) -> None:
    for path in ("/", "/compare", *PLACES):
        page = opened(path)
        charts = [part["id"] for part in page.parts("Graph")]
        found = copies(page)
        assert charts and sorted(found) == sorted(charts), path
        assert all("Citation of " in citation(part) for part in found.values()), path


def test_the_link_is_the_view_held_to_its_release(opened: Opened, older: str) -> None:
    annual = copies(opened("/place/SDN", "?scale=log&lang=fr&for=CAN"))["annual"]["href"]
    assert annual.startswith("/place/SDN?scale=log&lang=fr&release=2026-11-23-") and "&for=CAN#" in annual
    assert f"release={older}" in copies(opened("/place/SDN", f"?release={older}"))["annual"]["href"]
    compared = copies(opened("/compare", "?place=SDN&place=RWA&axis=onset"))["comparison"]["href"]
    assert compared.startswith("/compare?place=SDN&place=RWA&axis=onset&release=2026-11-23-")


def test_french_copies_in_french(opened: Opened) -> None:
    annual = copies(opened("/place/SDN", "?lang=fr"))["annual"]
    assert [option["label"] for option in annual["options"]] == ["Copier la citation", "Copier le lien"]
    assert annual["copied"] == "Copié" and "Tel que connu le 23 novembre 2026" in citation(annual)
