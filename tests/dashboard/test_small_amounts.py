"""Small numbers: one death is one death, and a rate above zero never reads as zero."""

import re

from tests.dashboard.conftest import Opened

ZERO_RATE = re.compile(r"(?<![\d.,])0[.,]0(?!\d)")


def test_a_tiny_rate_is_said_to_be_under_the_least_that_is_written(opened: Opened) -> None:
    row = opened("/", "?shown=all&year=2011").row("/place/LIE")
    assert row[4] == "under 0.1" and row[3].startswith("1 ")
    assert opened("/", "?shown=all&year=2011&lang=fr").row("/place/LIE?lang=fr")[4] == "moins de 0,1"


def test_the_page_of_a_place_with_one_death_counts_in_the_singular(opened: Opened) -> None:
    for search in ("", "?unit=rate"):
        text = opened("/place/LIE", search).text()
        assert "1 death" in text and not re.search(r"\b1 deaths", text) and not ZERO_RATE.search(text)
        assert "under 0.1" in text
