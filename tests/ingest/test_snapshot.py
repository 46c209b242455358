"""Raw files: stored whole or not at all, never edited, and each damage seen before it becomes a number."""

import hashlib
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest import SourceError, ucdp_ged
from ingest._http import Answer
from ingest._snapshot import Snapshot, digest_of, known_answers, note_check, read_parts, save_snapshot, snapshots
from ingest._source import Part, Parts

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
PARTS = [
    Part("https://ucdp.example/ged/ged241-csv.zip", b"first"),
    Part("https://api.example/v2/all?page=2", b"second"),
]
ANSWERS = {PARTS[0].url: Answer(PARTS[0].url, '"a"', "Mon, 02 Mar 2026 08:00:00 GMT", not_modified=False)}


def saved(raw: Path, parts: Parts = PARTS, now: datetime = NOW, clock_is_set: bool = False) -> Snapshot:
    return save_snapshot(raw, ucdp_ged.SOURCE, "24.1", parts, ANSWERS, now, clock_is_set)


def test_the_digest_is_over_the_digests_of_the_parts_in_order() -> None:
    # sha256 over the concatenated hexadecimal sha256 of "first" and of "second"
    lines = hashlib.sha256(b"first").hexdigest() + hashlib.sha256(b"second").hexdigest()
    assert digest_of(PARTS) == hashlib.sha256(lines.encode()).hexdigest()
    assert digest_of(PARTS[::-1]) != digest_of(PARTS)
    assert digest_of([Part("", b"firs"), Part("", b"tsecond")]) != digest_of(PARTS)


def test_a_catalogue_that_counts_its_visitors_is_no_new_data() -> None:
    def with_visitors(count: bytes) -> Parts:
        return [Part("https://data.example/api/3/action/package_show?id=x", b'{"visitors": ' + count + b"}"), *PARTS]

    assert digest_of(with_visitors(b"1")) == digest_of(with_visitors(b"2")) == digest_of(PARTS)


def test_the_bytes_come_back_as_published(tmp_path: Path) -> None:
    assert read_parts(saved(tmp_path)) == PARTS


def test_the_manifest_says_where_the_bytes_came_from(tmp_path: Path) -> None:
    manifest = json.loads((saved(tmp_path).folder / "manifest.json").read_text("utf-8"))
    assert manifest["source_id"] == "ucdp_ged" and manifest["release"] == "24.1"
    assert manifest["retrieved_at"] == "2026-03-01T08:30:00Z" and manifest["licence"] == "CC BY 4.0"
    first = manifest["parts"][0]
    assert (first["url"], first["bytes"], first["etag"]) == (PARTS[0].url, 5, '"a"')
    assert first["sha256"] == hashlib.sha256(b"first").hexdigest()


def test_a_clock_that_was_set_is_said_and_one_that_was_not_is_not(tmp_path: Path) -> None:
    assert saved(tmp_path / "set", clock_is_set=True).manifest["clock"] == "set"
    assert "clock" not in saved(tmp_path / "real").manifest


def test_the_folder_is_named_by_moment_and_digest(tmp_path: Path) -> None:
    assert saved(tmp_path).folder.name == f"2026-03-01T083000Z_{digest_of(PARTS)[:12]}"


@pytest.mark.parametrize("damage", [b"firsT", b"firs", b"", None], ids=["changed", "cut", "emptied", "deleted"])
def test_damage_is_seen_with_the_file_and_what_to_do(tmp_path: Path, damage: bytes | None) -> None:
    snapshot = saved(tmp_path)
    file = snapshot.folder / "0001.zip"
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    with pytest.raises(SourceError, match=r"0001\.zip is damaged or missing: delete its folder and run refresh"):
        read_parts(snapshot)


def test_snapshots_come_oldest_first_and_no_later_than_known_at(tmp_path: Path) -> None:
    later = datetime(2026, 6, 9, tzinfo=UTC)
    saved(tmp_path, [Part("https://x.example/a", b"new")], later)
    saved(tmp_path)
    moments = ["2026-03-01T08:30:00Z", "2026-06-09T00:00:00Z"]
    assert [one.retrieved_at for one in snapshots(tmp_path, "ucdp_ged")] == moments
    assert [one.retrieved_at for one in snapshots(tmp_path, "ucdp_ged", date(2026, 6, 9))] == moments
    assert [one.retrieved_at for one in snapshots(tmp_path, "ucdp_ged", date(2026, 6, 8))] == moments[:1]
    assert snapshots(tmp_path, "ucdp_ged", date(2026, 2, 28)) == []
    assert snapshots(tmp_path, "another") == []


def test_saving_the_same_again_edits_nothing(tmp_path: Path) -> None:
    first = saved(tmp_path)
    before = {file: file.stat().st_mtime_ns for file in first.folder.iterdir()}
    saved(tmp_path)
    assert {file: file.stat().st_mtime_ns for file in first.folder.iterdir()} == before
    assert len(snapshots(tmp_path, "ucdp_ged")) == 1


def test_a_crash_while_saving_leaves_no_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("json.dumps", crash)
        with pytest.raises(KeyboardInterrupt):
            saved(tmp_path)
    assert snapshots(tmp_path, "ucdp_ged") == []
    assert read_parts(saved(tmp_path)) == PARTS
    assert [folder.name[:10] for folder in (tmp_path / "ucdp_ged").iterdir()] == ["2026-03-01"]


def test_what_need_not_be_sent_again_is_known_by_address(tmp_path: Path) -> None:
    known = known_answers(saved(tmp_path))
    assert known.keys() == {part.url for part in PARTS}
    first = known[PARTS[0].url]
    assert first.path.read_bytes() == b"first" and first.etag == '"a"'
    assert known[PARTS[1].url].etag is None
    assert known_answers(None) == {}


def test_a_look_that_brought_nothing_is_a_line_beside_the_snapshots(tmp_path: Path) -> None:
    snapshot = saved(tmp_path)
    before = (snapshot.folder / "manifest.json").read_bytes()
    note_check(tmp_path, "ucdp_ged", NOW, "unchanged", snapshot.digest)
    note_check(tmp_path, "ucdp_ged", NOW, "failed", None)
    lines = [json.loads(line) for line in (tmp_path / "ucdp_ged" / "checks.jsonl").read_text("utf-8").splitlines()]
    assert [line["outcome"] for line in lines] == ["unchanged", "failed"]
    assert lines[0] == {"checked_at": "2026-03-01T08:30:00Z", "outcome": "unchanged", "digest": snapshot.digest}
    assert (snapshot.folder / "manifest.json").read_bytes() == before
