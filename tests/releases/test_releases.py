"""Publishing and reading: the same tables are the same release, and a reader never sees half of one."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pandas as pd

from releases._layout import read_manifest
from releases.prune import prune
from releases.read import open_release
from releases.starter import make_starter
from releases.write import point_to
from tests import builders
from tests.small_release import bytes_of, deaths_in, published, shelf


def test_the_same_tables_give_the_same_name_and_the_same_bytes(tmp_path: Path) -> None:
    first, second = published(tmp_path / "a"), published(tmp_path / "b")
    assert first == second and first.startswith("2026-03-01-") and len(first) == len("2026-03-01-") + 12
    assert bytes_of(tmp_path / "a/releases" / first) == bytes_of(tmp_path / "b/releases" / second)


def test_one_death_more_or_another_day_is_another_release(tmp_path: Path) -> None:
    names = {published(tmp_path), published(tmp_path, deaths=6), published(tmp_path, as_of="2026-03-02")}
    assert len(names) == 3


def test_publishing_the_same_again_edits_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    published(tmp_path)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before
    assert [one.name for one in (tmp_path / "releases").iterdir()] == [folder.name]


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    listed = read_manifest(folder)["files"]
    files = {name: content for name, content in bytes_of(folder).items() if name != "manifest.json"}
    assert listed.keys() == files.keys()
    for name, content in files.items():
        assert (listed[name]["bytes"], listed[name]["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_tables_come_back_as_they_were_given(tmp_path: Path) -> None:
    release = open_release(tmp_path / "releases" / published(tmp_path))
    pd.testing.assert_frame_equal(release.table("violence_year"), builders.yearly({"SDN": [5, 7]}, 2023))
    events = builders.events({"start": "2023-05-05", "best": 5})
    pd.testing.assert_frame_equal(release.source_table("ucdp_ged"), events)
    assert release.table("violence_year", ["place_id", "year"]).columns.tolist() == ["place_id", "year"]


def test_a_release_says_what_it_is_and_where_it_came_from(tmp_path: Path) -> None:
    release = open_release(tmp_path / "releases" / published(tmp_path))
    assert release.as_of == date(2026, 3, 1) and release.id == release.folder.name
    said = release.sources["ucdp_country_year"]
    assert (said.id, said.licence, said.newest_data, said.release) == ("ucdp_country_year", "CC BY 4.0", "2024", "25.1")


def test_a_table_is_read_once(tmp_path: Path) -> None:
    release = open_release(tmp_path / "releases" / published(tmp_path))
    assert release.table("violence_year") is release.table("violence_year")


def test_the_shelf_follows_current_and_keeps_the_older_one(tmp_path: Path) -> None:
    seen = shelf(tmp_path)
    first = published(tmp_path)
    old = seen.current()
    assert old.id == first and seen.current() is old
    second = published(tmp_path, deaths=6)
    assert (seen.current().id, deaths_in(seen.current())) == (second, 6)
    assert deaths_in(old) == 5  # an answer begun on the older one ends on it
    point_to(tmp_path, first)
    assert seen.current() is old


def test_an_older_release_is_opened_by_its_id(tmp_path: Path) -> None:
    first, second = published(tmp_path), published(tmp_path, deaths=6)
    found = shelf(tmp_path).get(first)
    assert found is not None and found.id == first and deaths_in(found) == 5
    assert shelf(tmp_path).current().id == second
    assert shelf(tmp_path).get("2020-01-01-000000000000") is None


def test_the_starter_is_what_stands_before_the_first_refresh(tmp_path: Path) -> None:
    release_id = published(tmp_path / "made")
    make_starter(tmp_path / "made/releases" / release_id, tmp_path / "processed/starter")
    seen = shelf(tmp_path / "processed")
    assert seen.current().id == release_id and deaths_in(seen.current()) == 5
    refreshed = published(tmp_path / "processed", deaths=6)
    assert seen.current().id == refreshed
    back = seen.get(release_id)
    assert back is not None and deaths_in(back) == 5


def test_the_starter_holds_no_single_events_but_all_that_was_computed(tmp_path: Path) -> None:
    make_starter(tmp_path / "releases" / published(tmp_path), tmp_path / "starter")
    starter = open_release(tmp_path / "starter")
    assert not starter.has("sources/ucdp_ged.parquet") and starter.has("sources/ucdp_country_year.parquet")
    assert bytes_of(tmp_path / "starter").keys() == {*starter.manifest["files"], "manifest.json"}
    assert "ucdp_ged" in starter.sources


def test_old_releases_go_and_the_published_one_stays(tmp_path: Path) -> None:
    names = [published(tmp_path, deaths=deaths) for deaths in range(4)]
    for age, name in enumerate(names):
        os.utime(tmp_path / "releases" / name / "manifest.json", (1_700_000_000 + age,) * 2)
    point_to(tmp_path, names[0])
    assert sorted(prune(tmp_path, keep=2)) == sorted(names[1:2])
    assert {folder.name for folder in (tmp_path / "releases").iterdir()} == {names[0], *names[2:]}
    assert shelf(tmp_path).current().id == names[0]
