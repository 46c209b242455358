"""What differs between two releases: revised, new, moved on, counted otherwise, or not to be compared at all."""

from pathlib import Path

import pandas as pd
import pytest

from changes.between import differences
from tests.changes.two_releases import between, counted, episode, months, only, released, standing, years
from tests.small_release import RECORD


def test_two_equal_releases_do_not_differ(tmp_path: Path) -> None:
    same = {"violence_year": years({2023: 5, 2024: 0}), "severity": standing("2024-12", 61.0, 4)}
    found = between(tmp_path, same, same)
    assert found.rows == () and found.not_compared == ()


def test_a_revised_year_bears_both_figures(tmp_path: Path) -> None:
    was, now = years({2023: 1240, 2024: 7}), years({2023: 1310, 2024: 7})
    row = only(between(tmp_path, {"violence_year": was}, {"violence_year": now}), "deaths_year")
    assert (row["how"], row["period"], row["was"], row["is"], row["size"]) == ("revised", "2023", 1240, 1310, 70)


def test_a_year_that_only_one_release_has_is_missing_on_the_other_side_and_not_zero(tmp_path: Path) -> None:
    short, long = years({2023: 5}), years({2023: 5, 2024: 0})
    new = only(between(tmp_path / "a", {"violence_year": short}, {"violence_year": long}), "deaths_year")
    gone = only(between(tmp_path / "b", {"violence_year": long}, {"violence_year": short}), "deaths_year")
    assert (new["how"], new["was"], new["is"]) == ("new", None, 0)
    assert (gone["how"], gone["was"], gone["is"]) == ("gone", 0, None)


def test_a_year_of_another_source_is_no_revision(tmp_path: Path) -> None:
    was, now = years({2023: 5}), years({2023: 8}, source_id="ucdp_ged")
    row = only(between(tmp_path, {"violence_year": was}, {"violence_year": now}), "deaths_year")
    assert (row["how"], row["source_id"], row["source_was"]) == ("other_source", "ucdp_ged", "ucdp_country_year")


def test_a_year_over_other_types_of_violence_is_named_as_redefined(tmp_path: Path) -> None:
    was, now = years({2023: 5}, types_covered="state_based"), years({2023: 8})
    row = only(between(tmp_path, {"violence_year": was}, {"violence_year": now}), "deaths_year")
    assert row["how"] == "redefined"


def test_new_months_are_told_together_and_a_revised_open_month_by_itself(tmp_path: Path) -> None:
    annual = {"violence_year": years({2023: 50})}
    was = months({"2023-12": 4, "2024-01": 10}, is_provisional=True)
    now = months({"2023-12": 5, "2024-01": 12, "2024-02": 3, "2024-03": 4}, is_provisional=True)
    found = between(tmp_path, {**annual, "violence_month": was}, {**annual, "violence_month": now})
    revised, new = only(found, "deaths_month"), only(found, "deaths_months")
    # December 2023 lies within a whole year and is told by the year
    assert (revised["period"], revised["was"], revised["is"], revised["is_provisional"]) == ("2024-01", 10, 12, True)
    assert (new["period"], new["is"], new["was"]) == ("2024-02/2024-03", 7, None)


def test_a_class_of_severity_is_told_and_a_movement_within_it_is_not(tmp_path: Path) -> None:
    was = {"severity": standing("2024-12", 79.0, 3)}
    moved = between(tmp_path / "a", was, {"severity": standing("2025-12", 80.0, 2)})
    row = only(moved, "severity_class")
    assert (row["how"], row["period_was"], row["period"], row["was"], row["is"]) == (
        *("moved_on", "2024-12", "2025-12"),
        *(79, 80),
    )
    assert between(tmp_path / "b", was, {"severity": standing("2024-12", 61.0, 6)}).rows == ()


@pytest.mark.parametrize(("rank", "is_told"), [(8, False), (9, True), (3, False), (2, True)])
def test_a_rank_is_told_where_it_left_its_interval(tmp_path: Path, rank: int, is_told: bool) -> None:
    found = between(
        tmp_path,
        {"severity": standing("2024-12", 61.0, 5, (3, 8))},
        {"severity": standing("2024-12", 62.0, rank)},
    )
    assert [row["figure"] for row in found.rows] == ["severity_rank"] * is_told


def test_a_place_that_came_to_slow_burn_is_told_with_both_words(tmp_path: Path) -> None:
    was, now = {"tempo_episode": episode("slow_burn_with_surges")}, {"tempo_episode": episode("slow_burn")}
    row = only(between(tmp_path, was, now), "tempo")
    assert (row["word_was"], row["word_is"]) == ("slow_burn_with_surges", "slow_burn")


def test_an_episode_that_ended_is_told(tmp_path: Path) -> None:
    was, now = {"tempo_episode": episode("short")}, {"tempo_episode": episode("short", is_ongoing=False)}
    row = only(between(tmp_path, was, now), "episode")
    assert (row["word_was"], row["word_is"]) == ("ongoing", "ended")


def test_a_later_count_of_displaced_people_is_no_revision(tmp_path: Path) -> None:
    was = {"indicator_scores": counted("2024-12", 1000)}
    revised = only(between(tmp_path / "a", was, {"indicator_scores": counted("2024-12", 1100)}), "refugees_abroad")
    later = only(between(tmp_path / "b", was, {"indicator_scores": counted("2025-12", 1100)}), "refugees_abroad")
    assert (revised["how"], later["how"]) == ("revised", "moved_on")


def test_a_break_of_a_series_is_named(tmp_path: Path) -> None:
    was, now = counted("2024-12", 5_766_586), counted("2025-12", 2_671_560, "break_in_series")
    row = only(between(tmp_path, {"indicator_scores": was}, {"indicator_scores": now}), "refugees_abroad")
    assert row["how"] == "redefined"


@pytest.mark.parametrize(("was", "now", "is_told"), [(9, 20, False), (20, 9, False), (0, 20, True), (10, 20, True)])
def test_small_counts_of_living_people_are_left_out(tmp_path: Path, was: int, now: int, is_told: bool) -> None:
    found = between(
        tmp_path,
        {"indicator_scores": counted("2024-12", was)},
        {"indicator_scores": counted("2024-12", now)},
    )
    assert bool(found.rows) is is_told


@pytest.mark.parametrize(
    ("was", "now", "how"),
    [
        ({"newest_data": "2023"}, {"newest_data": "2024"}, "newer"),
        ({"newest_data": "2023-12"}, {"newest_data": "2023-06"}, "older"),
        ({"digest": "a"}, {"digest": "b"}, "other_content"),
        ({"stale_after_days": 380}, {"stale_after_days": 380}, "late"),  # 370 and 401 days after the end of 2024
    ],
)
def test_a_source_is_told_by_how_it_stands(tmp_path: Path, was: dict[str, str], now: dict[str, str], how: str) -> None:
    old = released(tmp_path, "2026-01-05", {}, {"a": {**RECORD, **was}})
    new = released(tmp_path, "2026-02-05", {}, {"a": {**RECORD, **now}})
    assert only(differences(old, new), "newest_data")["how"] == how


def test_a_source_that_came_and_one_that_went_are_told(tmp_path: Path) -> None:
    old, new = (released(tmp_path, f"2026-0{n}-05", {}, {name: RECORD}) for n, name in ((1, "a"), (2, "b")))
    assert {row["source_id"]: row["how"] for row in differences(old, new).rows} == {"a": "gone", "b": "new"}


def test_figures_that_differ_over_the_same_sources_come_from_the_method(tmp_path: Path) -> None:
    found = between(tmp_path, {"violence_year": years({2023: 5})}, {"violence_year": years({2023: 6})})
    assert found.is_by_method_alone


def test_a_source_that_is_only_late_does_not_hide_that_the_method_changed(tmp_path: Path) -> None:
    late = {"ucdp_country_year": {**RECORD, "stale_after_days": 380}}
    old = released(tmp_path, "2026-01-05", {"violence_year": years({2023: 5})}, late)
    new = released(tmp_path, "2026-02-05", {"violence_year": years({2023: 6})}, late)
    found = differences(old, new)
    assert only(found, "newest_data")["how"] == "late" and found.is_by_method_alone


def test_a_release_of_another_version_is_named_and_the_rest_compared(tmp_path: Path) -> None:
    narrow = standing("2024-12", 61.0, 5).drop(columns=["rank_low"])
    was = {"violence_year": years({2023: 5}), "severity": narrow}
    now = {"violence_year": years({2023: 6}), "severity": standing("2024-12", 99.0, 1)}
    found = between(tmp_path, was, now)
    assert found.not_compared == ("severity",)
    assert [row["figure"] for row in found.rows] == ["deaths_year"]


def test_the_largest_change_of_a_figure_stands_first(tmp_path: Path) -> None:
    was = pd.concat([years({2023: 5}), years({2023: 5}, "TCD")])
    now = pd.concat([years({2023: 6}), years({2023: 500}, "TCD")])
    found = between(tmp_path, {"violence_year": was}, {"violence_year": now})
    assert [row["place_id"] for row in found.rows] == ["TCD", "SDN"]
