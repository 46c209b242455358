"""The command as people and cron run it: what it writes, what it refuses, and what it leaves when it fails."""

import hashlib
import json
import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefing.writing import FORMATS
from releases.read import Release
from tests.briefing.conftest import DrawsDots

COMMAND = runpy.run_path(str(Path(__file__).parents[2] / "brief.py"))["main"]  # an entry point is run, not imported


@pytest.fixture(autouse=True)
def small_machine(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small world, drawn without a browser."""

    class Exporter(DrawsDots):
        def __init__(self, topojson: Path) -> None: ...
        def __enter__(self) -> "Exporter":
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setenv("SLOWBURN_DATA", str(data))
    monkeypatch.setitem(COMMAND.__globals__, "Exporter", Exporter)


def run(out: Path, *arguments: str) -> int:
    return int(COMMAND([*arguments, "--out", str(out)]))


def test_one_place_comes_in_every_format_with_citations_and_manifest(tmp_path: Path, data: Path) -> None:
    assert run(tmp_path, "Sudan") == 0
    (folder,) = tmp_path.iterdir()
    kinds = {path.suffix.removeprefix(".") for path in folder.iterdir()}
    assert set(FORMATS) <= kinds and {"bib", "json", "txt"} <= kinds
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    kept = data / "briefs" / manifest["id"] / "manifest.json"
    assert kept.read_bytes() == (folder / "manifest.json").read_bytes()
    newest = [v for v in manifest["values"] if v["year"] == 2024 and v["quantity"] == "fatalities_best"]
    assert newest == [{"place_id": "SDN", "quantity": "fatalities_best", "year": 2024, "value": 3000.0}]
    assert f"pack={manifest['id']}" in manifest["address"]
    assert {entry["type"] for entry in json.loads((folder / "citations.json").read_text("utf-8"))} == {
        "report",
        "dataset",
    }
    for svg in folder.glob("*.svg"):
        assert ElementTree.fromstring(svg.read_text("utf-8")).tag.endswith("svg")


def test_the_same_release_and_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    def digests(out: Path) -> dict[str, str]:
        assert run(out, "SDN", "COL", "--template", "comparison", "--to", "csv,svg") == 0
        (folder,) = out.iterdir()
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}

    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_a_watch_list_is_read_from_a_file(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("SDN  # the oldest\n\nRwanda\n", "utf-8")
    out = tmp_path / "out"
    assert run(out, "--template", "monthly-watch", "--watchlist", str(listed), "--to", "pdf") == 0
    (folder,) = out.iterdir()
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["places"] == ["SDN", "RWA"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("Sudna",), "SDN"),
        (("SDN", "--for", "Canadda"), "CAN"),
        (("SDN", "--template", "contry"), "country"),
        (("SDN", "--template", "comparison"), "2 to 8 places"),
        (("SDN", "--to", "pdf,doc"), "pptx, docx"),
        (("SDN", "--release", "2001-01-01-000000000000"), "Newest kept"),
        (("SDN", "--as-of", "1990-01-01"), "the oldest is of"),
        ((), "at least one place"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], named: str
) -> None:
    assert run(tmp_path / "out", *arguments) == 2
    assert named in capsys.readouterr().err and not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Soudann",), "Aucun lieu"),
        (("SDN", "--for", "Canadda"), "Aucun pays d’accueil"),
        (("SDN", "--template", "contry"), "Aucun modèle"),
        (("SDN", "--template", "comparison"), "Une comparaison demande"),
        (("SDN", "--to", "pdf,doc"), "Aucun format"),
        (("SDN", "--as-of", "1990-01-01"), "Aucune version sur disque"),
        (("SDN", "--release", "x"), "n’est conservée"),
        ((), "Nommez au moins un lieu"),
    ],
)
def test_what_is_refused_is_said_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(tmp_path / "out", *arguments, "--lang", "fr") == 2
    assert said in capsys.readouterr().err


def test_a_release_that_is_kept_can_be_named(tmp_path: Path, release: Release) -> None:
    assert run(tmp_path, "SDN", "--to", "csv", "--release", release.id) == 0
    (folder,) = tmp_path.iterdir()
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["release"] == release.id


def test_a_place_without_data_exits_as_written_and_says_so(tmp_path: Path) -> None:
    assert run(tmp_path, "FJI", "--to", "pptx,docx,xlsx,csv") == 0
    (folder,) = tmp_path.iterdir()
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["values"] == []
    assert {".pptx", ".docx", ".xlsx"} <= {path.suffix for path in folder.iterdir()}


def test_an_unwritable_folder_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert run(tmp_path / "file", "SDN", "--to", "csv") == 1
    assert "file" in capsys.readouterr().err


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.writing.os.fdopen", full)
    assert run(tmp_path, "SDN", "--to", "csv") == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_disk_that_fills_up_on_the_way_leaves_whole_files_and_no_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Path] = []
    put = Path.replace

    def until_full(self: Path, target: Path) -> Path:
        if len(replaced) == 2:
            raise OSError(28, "No space left on device", str(target))
        replaced.append(target)
        return put(self, target)

    monkeypatch.setattr(Path, "replace", until_full)
    assert run(tmp_path, "SDN", "--to", "csv,svg,xlsx", "--lang", "fr") == 1
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(replaced)
