"""What changed, as pages say it: since the last release, since the one an address names, or nothing to compare with."""

import json
from pathlib import Path

import pytest

from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.conftest import TODAY, DrawsWords, OlderRelease, Opened, Page, client_of, open_page
from tests.dashboard.small_world import publish_release


def card_of(page: Page, card: str = "changes") -> str:
    """The words of one card."""
    found = [part for part in page.parts("Section") if part.get("aria-labelledby") == f"{card}-title"]
    assert len(found) == 1
    return Page(found[0]["children"], "").text()


def opened_over(processed: Path, path: str, search: str = "") -> Page:
    app = create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY)
    return open_page(client_of(app), path, search)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release without the later tables, and a newer one with them."""
    folder: Path = tmp_path_factory.mktemp("grown") / "processed"
    publish_release(folder, "2025-06-01", with_parts=False, with_measures=False)
    publish_release(folder)
    return folder


def test_a_first_release_says_that_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    publish_release(tmp_path)
    assert "There is no earlier release here to compare with yet" in card_of(opened_over(tmp_path, "/"))


def test_two_releases_that_hold_the_same_say_in_one_sentence_that_nothing_changed(tmp_path: Path) -> None:
    publish_release(tmp_path, "2026-11-01")
    publish_release(tmp_path)
    assert "What changed since the last release, of 1 November 2026 Nothing changed." in card_of(
        opened_over(tmp_path, "/")
    )
    for place in ("SDN", "crisis:darfur"):
        assert "Nothing changed for this place." in card_of(opened_over(tmp_path, f"/place/{place}"))


def test_sources_that_became_late_meanwhile_are_told_though_no_figure_differs(opened: Opened) -> None:
    said = card_of(opened("/"))  # 400 days after December 2024 lie between 1 June 2025 and 23 November 2026
    assert "No figure differs; sources stand otherwise than they did" in said
    assert "Nothing newer than December 2024, which is now later than usual for it." in said


def test_a_release_that_is_gone_is_named_and_the_oldest_stands_for_it(opened: Opened, older: OlderRelease) -> None:
    said = opened("/", "?since=2020-01-01-gone").text()
    assert "2020-01-01-gone” in the address is not available here" in said
    assert f"{older} is shown instead" in said and "What changed since the release of 1 June 2025" in said


def test_the_compared_release_stays_in_the_address_of_pages_that_tell_changes(
    opened: Opened, older: OlderRelease
) -> None:
    hrefs = opened("/", f"?since={older}").hrefs()
    assert f"/place/SDN?since={older}" in hrefs and "/sources" in hrefs


def test_an_address_that_names_the_shown_release_compares_with_the_one_before(opened: Opened) -> None:
    current = opened("/").parts("Seen")[0]["release"]
    page = opened("/", f"?since={current}")
    assert "What changed since the last release, of 1 June 2025" in card_of(page)
    assert "not available" not in page.text()


def test_a_table_that_one_release_lacks_is_named_and_nothing_breaks(tmp_path: Path) -> None:
    older = tmp_path / "releases" / publish_release(tmp_path, "2025-06-01") / "manifest.json"
    publish_release(tmp_path)
    manifest = json.loads(older.read_text("utf-8"))
    del manifest["files"]["severity.parquet"]
    older.write_text(json.dumps(manifest), "utf-8")
    for path in ("/", "/place/SDN", "/place/crisis:darfur"):
        assert "is of another version and does not hold them: severity." in card_of(opened_over(tmp_path, path))


def test_what_a_newer_release_adds_to_a_crisis_stands_on_its_page_and_not_in_the_list_of_countries(grown: Path) -> None:
    assert "not published yet" in card_of(opened_over(grown, "/place/crisis:darfur"))
    assert "Darfur" not in card_of(opened_over(grown, "/"))


def test_a_damaged_older_release_is_passed_over(tmp_path: Path) -> None:
    older = publish_release(tmp_path, "2025-06-01", with_measures=False)
    publish_release(tmp_path)
    (tmp_path / "releases" / older / "manifest.json").write_text("{", "utf-8")
    assert "There is no earlier release" in card_of(opened_over(tmp_path, "/"))


def test_the_ages_say_how_far_each_source_reaches_and_when_it_was_read(opened: Opened) -> None:
    said = card_of(opened("/"), "ages")
    # 28 December 2024 to 23 November 2026 is 695 days, 22.8 months
    assert "Events to December 2024 · 23 months old · retrieved today · stale" in said.replace("  ", " ")


def test_the_card_is_in_french_too(opened: Opened) -> None:
    assert "Ce qui a changé depuis la dernière version, du 1er juin 2025" in card_of(opened("/", "?lang=fr"))
