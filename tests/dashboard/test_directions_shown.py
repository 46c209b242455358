"""Which way it has moved is told beside how bad it is: a word, a shape, a window and its own last month."""

import pandas as pd
import pytest

from language import language
from reading.direction_words import direction_sentence, window_words
from tests.dashboard.conftest import Opened
from tests.dashboard.small_directions import NEWEST, directions, row
from tests.dashboard.small_sources import LAST

YEAR = str(LAST)


@pytest.mark.parametrize(
    ("place", "word", "because"),
    [
        ("SDN", "has worsened", f"three months to December {YEAR} at 2.9 times the pace of their twelve (2.6–3.1)"),
        (
            "SSD",
            "has eased",
            f"has been falling over 60 months to December {YEAR}, by a factor of 0.70 a year (0.60–0.80)",
        ),
        ("UKR", "no clear change", f"annual figures alone: no trend over the ten years to {YEAR} is told from chance"),
        ("RWA", "no clear change", f"no recorded death in the twelve months to December {YEAR}"),
        ("COL", "not known", f"fewer than 25 deaths in the twelve months to December {YEAR}, too few for a pace"),
    ],
)
def test_a_place_says_which_way_and_why(opened: Opened, place: str, word: str, because: str) -> None:
    text = opened(f"/place/{place}").text()
    assert "Direction" in text and word in text and because in text


def test_the_sentence_speaks_of_what_has_been_never_of_what_will_be() -> None:
    asked = [row for row in directions().to_dict("records") if row["reason"] != "few_deaths"]
    said = [direction_sentence({str(name): value for name, value in row.items()}, language("en")) for row in asked]
    assert not any("will" in sentence.split() for sentence in said) and len(said) > 3


def test_a_place_without_a_direction_says_so(opened: Opened) -> None:
    assert "no figures of all types to say it from" in opened("/place/XKX").text()


def test_a_provisional_direction_is_marked() -> None:
    said = direction_sentence(
        row("COL", NEWEST, "not_known", "few_deaths", 12, pace="few_deaths", is_provisional=True), language("en")
    )
    assert said.endswith("provisional")


def test_the_ranked_list_has_a_column_of_words_with_their_window(opened: Opened) -> None:
    assert f"no clear change 10 years to {YEAR}" in opened("/").row("/place/UKR")
    assert f"has worsened 12 months to December {YEAR}" in opened("/").row("/place/SDN")
    assert any("s’est aggravé" in cell for cell in opened("/", "?lang=fr").row("/place/SDN?lang=fr"))


def test_an_earlier_year_shows_the_direction_of_that_year(opened: Opened) -> None:
    words = opened("/", "?year=1994").row("/place/SDN")
    assert "not known 10 years to 1994" in words and not any("has worsened" in cell for cell in words)


def test_months_and_years_are_told_apart_in_the_window() -> None:
    annual = row("UKR", pd.Timestamp(2021, 12, 1), "not_known", "sparse", 120)
    monthly = annual | {"pace": "level", "window_months": 36}
    english = language("en")
    assert window_words(annual, english) == "10 years to 2021"
    assert window_words(monthly, english) == "36 months to December 2021"


def test_the_two_parts_that_matter_most_are_named_under_severity(opened: Opened) -> None:
    said = "persistence and burden lift it furthest above the middle of the places with any severity"
    assert said in opened("/place/SDN").text()
    assert "no part of severity is above its floor" in opened("/place/TUV").text()
    assert "persistance et charge" in opened("/place/SDN", "?lang=fr").text()
