"""What the overview says before any chart: by declared rules, each with its date, its places as links."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.asked import KEPT_AS, Asked, AskedByPlace, asked_by_place
from dashboard.frame import Frame
from dashboard.measures import measures_of
from dashboard.pages._money_sentence import money_sentence
from dashboard.pages._standing_sentences import highest_since, unchanged_sentence, worse_sentence
from dashboard.pages._told import CLOSE, OPEN, Told, enumerated, marked, sentence
from language import language
from reading.grid import NewestRows
from reading.record import Record
from reading.usual import usual_deaths
from releases.read import ReleaseShelf
from tests.dashboard.conftest import Opened
from tests.dashboard.small_directions import NEWEST, directions, row
from tests.dashboard.small_sources import LAST

EN = language("en")


@pytest.fixture
def frame(processed: Path) -> Frame:
    """The small world, read anew, so that a test may say otherwise of it."""
    record = Record(ReleaseShelf(processed, processed / "starter").current())
    return Frame(EN, "/", record, is_pinned=False, is_superseded=False, today=date(2026, 11, 23))


def shown(told: Told) -> str:
    return told.said.replace(OPEN, "").replace(CLOSE, "").replace("\ue002", "")


def test_the_highest_class_is_counted_with_how_long(opened: Opened, frame: Frame) -> None:
    # the small world scores the deadliest place 82, the next 74: only UKR stands above 80 in 2024, from 2022 on
    text = " ".join(opened("/").text().split())
    assert "Highest class end of 2024" in text
    assert "1 place stands in the highest class of severity (80 and more)." in text
    assert "None for ten years yet; the longest: Ukraine since 2022." in text
    assert highest_since(frame.record, "RWA", 1994) == 1994 and highest_since(frame.record, "RWA", LAST) is None


def test_a_slow_burn_goes_on_only_with_its_usual_deaths_and_without_a_step_or_direction(frame: Frame) -> None:
    # SDN: 3,000 every year. UKR: 50,000 beside a median of 1,500. SSD: 1,000 every year, but a step in 2020.
    calm = [row(place, NEWEST, "no_clear_change", "not_shown", 120) for place in ("SDN", "SSD", "UKR")]
    frame.record.__dict__["directions"] = NewestRows(directions().iloc[:0].copy().from_records(calm))
    said = unchanged_sentence(frame, measures_of(frame.record), ["UKR", "SDN", "SSD"], LAST)
    assert shown(said) == "1 slow burn goes on as it was, with about as many deaths as usual: SDN."
    assert said.when == "2024, beside the median of 2019–2023"
    assert [place.replace(OPEN, "").replace(CLOSE, "") for place in said.places] == ["SDN 3,000, usual 3,000"]


def test_a_place_that_has_worsened_does_not_go_on_as_it_was(opened: Opened) -> None:
    assert (
        "No slow burn goes on as it was." in opened("/").text()
    )  # SDN has worsened, SSD stepped, UKR more than doubled


def test_turned_worse_is_double_the_usual_by_the_low_estimate_or_a_direction(opened: Opened, frame: Frame) -> None:
    # UKR: low 25,000 beside 1,500; ISR: low 10,735 beside 100; SDN by its direction; SSD, COL as ever
    text = " ".join(opened("/").text().split())
    assert "3 places turned worse." in text and "Ukraine 50,000, usual 1,500; Israel and Palestine" in text
    assert "Sudan (12 months to December 2024)" in text
    assert shown(worse_sentence(frame, ["COL", "SSD"], LAST)) == "No place turned worse."


def test_usual_needs_every_year_before_of_the_same_territory(frame: Frame) -> None:
    assert usual_deaths(frame.record, "SSD", 2015) is None  # its record begins in 2011
    assert usual_deaths(frame.record, "SSD", 2016) == 1_000
    assert usual_deaths(frame.record, "SDN", 2014) is None  # before July 2011 its row held the south
    assert usual_deaths(frame.record, "SDN", LAST) == 3_000


def money(frame: Frame, rows: dict[tuple[str, int], tuple[str, float]], active: list[str]) -> str:
    """The sentence over plans of 1,000 million dollars and what came for them, in millions."""
    made = {key: Asked(state, 1e9, came * 1e6, None) for key, (state, came) in rows.items()}
    frame.record.release.cache[KEPT_AS] = AskedByPlace(made, {}, LAST + 1)
    return shown(money_sentence(frame, active, LAST)[0])


def usual(place: str, *came: float) -> dict[tuple[str, int], tuple[str, float]]:
    return {(place, LAST + 1 - len(came) + at): ("funded", value) for at, value in enumerate(came)}


def test_money_ran_dry_at_half_of_the_median_of_three_years_and_not_above(frame: Frame) -> None:
    rows = usual("SDN", 100, 800, 600) | {("SDN", LAST + 1): ("funded", 300.0)}  # the median is 600
    rows |= usual("COL", 200, 200, 200) | {("COL", LAST + 1): ("funded", 101.0)}
    said = money(frame, rows, ["SDN", "COL"])
    assert said.endswith("half or less of its usual money, in million US dollars: SDN 300 of 1,000 asked, usual 600.")


def test_nothing_received_is_dry_and_nothing_asked_is_told_apart(frame: Frame) -> None:
    rows = usual("SDN", 10, 10, 10) | {("SDN", LAST + 1): ("unfunded", 0.0)}
    rows |= usual("UKR", 10, 10, 10) | {("UKR", LAST + 1): ("no_appeal", 0.0)}
    rows |= usual("COL", 10, 10) | {("COL", LAST + 1): ("funded", 0.0)}  # no plan three years ago: not compared
    said = money(frame, rows, ["SDN", "UKR", "COL"])
    assert "SDN 0 of 1,000 asked, usual 10. No plan of their own any more: UKR." in said and "COL" not in said


def test_money_stands_under_the_place_that_the_source_names(frame: Frame) -> None:
    rows = usual("PSE", 10, 10, 10) | {("PSE", LAST + 1): ("funded", 4.0)}  # its deaths stand under ISR
    assert "PSE 4 of 1,000 asked, usual 10" in money(frame, rows, ["ISR"])


def test_an_open_year_is_no_year_of_money(frame: Frame) -> None:
    held = asked_by_place(frame.record.release)
    assert held.newest_ended == 2025 and held.at("SDN", 2026) is None
    row = held.at("SDN", 2025)
    assert row is not None and (row.state, row.received) == ("funded", 1_645_600_872)


def test_places_are_links_and_all_that_are_counted_unfold(frame: Frame) -> None:
    places = tuple(marked(place) for place in ("SDN", "SSD", "UKR", "COL", "RWA"))
    assert enumerated(places, EN).endswith(" and 1 more")
    item = sentence(frame, Told("About", "2024", f"Most: {places[0]}.", places), LAST)
    head, said, unfolded = item.children
    assert [part.children for part in head.children if not isinstance(part, str)] == ["About", "2024"]
    assert said.children[1].href == "/place/SDN" and said.children[1].children == "Sudan"
    summary, every = unfolded.children
    assert summary.children == "All 5" and len(every.children) == 5
    assert len(sentence(frame, Told("About", "2024", "Nothing."), LAST).children) == 2


def test_the_sentences_speak_french(opened: Opened) -> None:
    text = opened("/", "?lang=fr").text()
    assert "3 lieux se sont aggravés." in text and "Classe la plus haute" in text and "fin 2024" in text


def test_the_usual_deaths_stand_beside_those_of_the_year(opened: Opened) -> None:
    said = opened("/place/SDN").text()
    assert f"median of {LAST - 5}–{LAST - 1}: 3,000" in said
