"""Candidate months: which files are there and needed, which of two rows with one id counts, and a page meant to be read."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, ucdp_candidate
from ingest._source import NotPublishedError, Part
from ingest._ucdp_candidate_files import FOLDER, PAGE, described, listed, needed, worth_asking_for
from tests import published

NOVEMBER = date(2026, 11, 22)


def files(*names: str) -> list[Any]:
    return [described(f"GEDEvent_v{name}.csv") for name in names]


def names(found: list[Any]) -> list[str]:
    return [file.name.removeprefix("GEDEvent_v").removesuffix(".csv") for file in found]


def page(*names: str) -> Part:
    links = "".join(f'<a href="{FOLDER}GEDEvent_v{name}.csv">' for name in names)
    return Part(PAGE, f"<html>{links}</html>".encode())


def events() -> Any:
    return ucdp_candidate.parse(published.parts("ucdp_candidate"), published.TODAY).set_index("event_id")


def test_the_later_file_counts_where_an_id_comes_back() -> None:
    table = events()
    assert len(table) == 7 and table.loc["903", "fatalities_best"] == 9 and table.loc["903", "is_clear"]


def test_every_event_is_provisional_and_says_which_months_its_file_covers() -> None:
    table = events()
    assert table["is_provisional"].all()
    january_2025, december_2025, january_2026 = (
        pd.Timestamp(day) for day in ("2025-01-01", "2025-12-01", "2026-01-01")
    )
    assert table.loc["901", ["covers_from", "covers_to"]].tolist() == [january_2025, december_2025]
    assert table.loc["905", ["covers_from", "covers_to"]].tolist() == [january_2026, january_2026]


def test_the_release_is_the_newest_month() -> None:
    assert ucdp_candidate.release(published.parts("ucdp_candidate")) == "26.0.1"


def test_a_file_of_several_months_replaces_its_single_months() -> None:
    found = files("26_0_5", "26_01_26_03", "26_0_7", "26_01_26_06", "26_0_8", "25_01_25_12", "25_0_3", "24_0_9")
    assert names(needed(found)) == ["25_01_25_12", "26_01_26_06", "26_0_7", "26_0_8"]


def test_single_months_of_a_year_come_in_the_order_of_the_calendar() -> None:
    assert names(needed(files("23_0_10", "23_0_9", "22_0_12"))) == ["22_0_12", "23_0_9", "23_0_10"]


def test_newer_files_than_the_links_are_asked_for_newest_first() -> None:
    asked = worth_asking_for(NOVEMBER, files("26_01_26_06", "26_0_9"))
    assert names(asked) == ["26_0_12", "26_0_11", "26_0_10", "26_01_26_09"]


def test_over_the_turn_of_the_year_months_are_counted_right() -> None:
    asked = worth_asking_for(date(2026, 1, 5), files("25_0_8"))
    assert names(asked) == ["26_0_2", "26_0_1", "25_0_12", "25_0_11", "25_0_10", "25_0_9", *ends("25", 12, 9, 6, 3)]


def ends(year: str, *months: int) -> list[str]:
    return [f"{year}_01_{year}_{month:02d}" for month in months]


def test_a_file_that_no_link_names_yet_is_found_and_comes_last() -> None:
    old, new = FOLDER + "GEDEvent_v26_0_9.csv", FOLDER + "GEDEvent_v26_0_10.csv"
    served = {PAGE: page("26_0_9").content, old: b"september", new: b"october"}
    parts = ucdp_candidate.fetch(published.get_from(served), NOVEMBER)
    assert [part.url for part in parts] == [PAGE, old, new]


def test_a_link_to_a_file_that_is_gone_is_an_error() -> None:
    with pytest.raises(NotPublishedError, match="v26_0_9"):
        ucdp_candidate.fetch(published.get_from({PAGE: page("26_0_9").content}), NOVEMBER)


@pytest.mark.parametrize("name", ["26_0_13", "26_0_8b", "26_8", "26_01_26"])
def test_a_name_that_does_not_say_its_months_is_refused(name: str) -> None:
    with pytest.raises(SourceError, match=r"url=https://ucdp\.uu\.se/downloads/.*month"):
        listed(page(name))


def test_the_downloads_page_is_the_only_web_page_that_is_read() -> None:
    assert ucdp_candidate.SOURCE.web_pages == (PAGE,)


def test_the_real_month_reads_whole(shared_data: Any) -> None:
    content = (shared_data / "ucdp" / "GEDEvent_v23_0_10.csv").read_bytes()
    parts = [page("23_0_10"), Part(FOLDER + "GEDEvent_v23_0_10.csv", content)]
    table = ucdp_candidate.parse(parts, NOVEMBER)
    assert (len(table), (~table["is_clear"]).sum(), table["fatalities_best"].sum()) == (2_391, 438, 12_603)
    assert table["is_bounds_inconsistent"].sum() == 15


def test_a_folder_of_another_name_is_not_taken_for_the_candidates() -> None:
    moved = Part(PAGE, page("26_0_9").content.replace(b"candidateged", b"old_candidateged"))
    with pytest.raises(SourceError, match="links to candidate files"):
        listed(moved)
