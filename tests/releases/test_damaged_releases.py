"""What is missing, damaged, half written or asked for by a strange name is named with what to do, or is nothing."""

import json
import os
from pathlib import Path

import pytest

from releases import write
from releases._layout import ReleaseError, current_folder
from releases.read import open_release
from releases.write import point_to
from tests.small_release import bytes_of, published, shelf


@pytest.mark.parametrize(
    "asked",
    [
        "../secret",
        "../../secret",
        "..",
        ".",
        "",
        "../releases",
        "/",
        "a/../../secret",
        "\0",
        "a" * 5000,
        "é" * 300,
        "%2e%2e",
    ],
)
def test_an_id_that_tries_to_leave_the_folder_finds_nothing(tmp_path: Path, asked: str) -> None:
    release_id = published(tmp_path / "processed")
    secret = tmp_path / "secret"
    (tmp_path / "processed" / "releases" / release_id).rename(secret)
    said = json.loads((secret / "manifest.json").read_text("utf-8"))
    (secret / "manifest.json").write_text(json.dumps({**said, "id": asked}), encoding="utf-8")
    assert shelf(tmp_path / "processed").get(asked) is None


def test_an_absolute_path_is_no_id(tmp_path: Path) -> None:
    published(tmp_path / "processed")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "manifest.json").write_text(
        json.dumps({"id": str(folder), "as_of": "2026-03-01", "sources": {}, "files": {}}), encoding="utf-8"
    )
    assert shelf(tmp_path / "processed").get(str(folder)) is None


def test_without_a_release_the_shelf_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"holds no release yet: run `python refresh\.py`"):
        shelf(tmp_path).current()


def test_current_without_its_folder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("2026-01-01-aaaaaaaaaaaa\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"CURRENT names 2026-01-01-aaaaaaaaaaaa.*run `python refresh.py`"):
        current_folder(tmp_path)


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"id": "x"}', "\x00\x01"])
def test_a_damaged_manifest_is_named_with_what_to_do(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    (folder / "manifest.json").write_text(damage, encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"manifest\.json .*run `python refresh\.py`"):
        open_release(folder)


def test_a_missing_table_is_named_with_what_to_do(tmp_path: Path) -> None:
    release = open_release(tmp_path / "releases" / published(tmp_path))
    with pytest.raises(ReleaseError, match=r"has no severity\.parquet.*run `python refresh\.py`"):
        release.table("severity")


def test_a_damaged_table_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    file = folder / "violence_year.parquet"
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(ReleaseError, match=r"violence_year\.parquet.*run `python refresh\.py`"):
        open_release(folder).table("violence_year")


def test_publishing_again_mends_a_damaged_release(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    before = bytes_of(folder)
    for file in ("manifest.json", "violence_year.parquet"):
        (folder / file).write_bytes(b"damaged")
        assert published(tmp_path) == folder.name
        assert bytes_of(folder) == before


def test_a_damaged_release_stays_until_the_whole_one_can_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "releases" / published(tmp_path)
    (folder / "violence_year.parquet").write_bytes(b"damaged")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(write, "_sync_folder", crash)
        with pytest.raises(KeyboardInterrupt):
            published(tmp_path)
    assert open_release(folder).id == folder.name


def test_a_crash_before_the_switch_leaves_the_old_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = published(tmp_path)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    for broken in ("_sync_folder", "point_to"):
        with monkeypatch.context() as patched:
            patched.setattr(write, broken, crash)
            with pytest.raises(KeyboardInterrupt):
                published(tmp_path, deaths=6)
        assert shelf(tmp_path).current().id == first
    assert published(tmp_path, deaths=6) != first
    assert shelf(tmp_path).current().id != first


def test_current_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = published(tmp_path), published(tmp_path, deaths=6)
    point_to(tmp_path, first)

    def crash(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="disk full"):
        point_to(tmp_path, second)
    assert (tmp_path / "CURRENT").read_text("utf-8") == f"{first}\n"
