"""Does a place lead on to a comparison, in the reader's language and country?"""

import pytest

from tests.dashboard.conftest import Opened


@pytest.mark.parametrize("place", ["SDN", "crisis:darfur"])
def test_a_place_or_crisis_leads_to_its_comparison_with_others(opened: Opened, place: str) -> None:
    asked = f"/compare?place={place.replace(':', '%3A')}"
    assert any(href.replace(":", "%3A") == asked for href in opened(f"/place/{place}").hrefs())
    carried = [href for href in opened(f"/place/{place}", "?lang=fr&for=CAN").hrefs() if "/compare?place=" in href]
    assert carried and all("lang=fr" in href and "for=CAN" in href for href in carried)


def test_the_comparison_of_one_place_shows_that_one_and_takes_more(opened: Opened) -> None:
    page = opened("/compare", "?place=SDN")
    assert "/place/SDN" in page.hrefs() and "Add a place" in page.text()
