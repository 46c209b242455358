"""A file that a person writes: what is right in it stands, what is wrong is named with what to do, nothing breaks."""

import datetime
import os
from pathlib import Path

import pytest

from language import language
from team.dates import FILE as CALENDAR
from team.folder import TeamFolder, Written
from team.notes import FILE as NOTES

ROOT = Path(__file__).parents[2]
NOTE = '[[note]]\nplaces = ["SDN"]\ndate = 2026-11-20\ntext = "Said."\n'


def read(folder: Path, **files: str | bytes) -> Written:
    for name, content in files.items():
        (folder / f"{name}.toml").write_bytes(content.encode() if isinstance(content, str) else content)
    return TeamFolder(folder).now()


def said(written: Written, code: str = "en") -> list[str]:
    return [problem.sentence(language(code)) for problem in written.problems]


def test_the_example_files_are_right() -> None:
    written = TeamFolder(ROOT / "docs" / "team").now()
    assert said(written) == [] and len(written.notes) == 1 and len(written.dates) == 3
    assert written.files == (NOTES, CALENDAR)


def test_where_no_team_writes_there_is_nothing_and_nothing_wrong(tmp_path: Path) -> None:
    assert TeamFolder(None).now() == TeamFolder(tmp_path).now() == TeamFolder(tmp_path / "gone").now() == Written()


def test_a_wrong_entry_is_named_and_the_others_stand(tmp_path: Path) -> None:
    written = read(tmp_path, notes=NOTE + '[[note]]\nplaces = ["Sudan"]\ndate = 2026-11-20\ntext = "x"\n' + NOTE)
    assert len(written.notes) == 2
    assert len(said(written)) == 1 and said(written)[0].startswith("notes.toml, entry 2: no place has the id “Sudan”")
    assert "SDN" in said(written)[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('date = "2026-11-20"', "date must be a day without quotes"),
        ("date = 2026-11-20T10:00:00", "date must be a day without quotes"),
        ('text = ""', "text must be a text in quotes"),
        ("text = 5", "text must be a text in quotes"),
        ('text = "a\\u202Eb"', "text holds an invisible character"),
        ('text = "a\\u0007b"', "text holds an invisible character"),
        ("author = []", "author must be a text"),
        ('tetx = "x"', "“tetx” is no field"),
        ("places = []", "places must be a list of ids"),
        ('places = "SDN"', "places must be a list of ids"),
        ("places = [1]", "places must be a list of ids"),
        ('link = "javascript:alert(1)"', "link must begin with https://"),
        ('link = "JaVaScRiPt://x/%0aalert(1)"', "link must begin with https://"),
        ('link = "data:text/html,x"', "link must begin with https://"),
        ('link = "//evil.example"', "link must begin with https://"),
        ('link = "https://good@evil.example/"', "link must begin with https://"),
        ('link = "https://"', "link must begin with https://"),
        ('link = "https://[bad"', "link must begin with https://"),
        ('link = "https://a.example/ b"', "link must begin with https://"),
    ],
)
def test_a_field_that_cannot_be_shown_safely_is_refused_with_its_name(tmp_path: Path, line: str, why: str) -> None:
    name = line.split(" = ")[0]
    kept = "\n".join(field for field in NOTE.splitlines() if not field.startswith(f"{name} ="))
    written = read(tmp_path, notes=f"{kept}\n{line}\n")
    assert written.notes == () and why in said(written)[0] and said(written)[0].startswith("notes.toml, entry 1: ")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'[[note]]\ntext = "caf\xe9"', "line 2 is not UTF-8"),
        (b"[[note]]\n\ntext = unquoted", "line 3 is not TOML"),
        (b'[[note]]\ntext = "open', "is not TOML"),
        (b"a = " + b"[" * 100_000, "cannot"),
        (b"[note]\ntext = 'x'", "in two brackets"),
        (b"note = 5", "in two brackets"),
        (b"[[notes]]\ntext = 'x'", "“notes” is not known here: begin each entry with [[note]]"),
        (b"#" * 500_001, "larger than 500 kB"),
        (b"[[note]]\n" * 2_001, "more than 2000 entries"),
        (b"\x00\x01\x02", "is not TOML"),
    ],
)
def test_a_file_that_is_no_such_file_says_so_and_takes_nothing_down(tmp_path: Path, content: bytes, why: str) -> None:
    written = read(tmp_path, notes=content, calendar='[[date]]\nwhat = "x"\nmonthly = 5\n')
    assert written.notes == () and len(written.dates) == 1 and len(written.problems) == 1
    sentence = said(written)[0]
    assert sentence.startswith("notes.toml: ") and (why in sentence or (why == "cannot" and "too deeply" in sentence))
    assert said(written, "fr")[0].startswith("notes.toml\u00a0: ")


def test_an_editor_that_writes_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert len(read(tmp_path, notes=b"\xef\xbb\xbf" + NOTE.encode()).notes) == 1


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / NOTES).mkdir()
    os.mkfifo(tmp_path / CALENDAR)  # opening it would wait for ever
    written = TeamFolder(tmp_path).now()
    assert [sentence.split(":")[0] for sentence in said(written)] == [NOTES, CALENDAR]
    assert all("no plain file" in sentence for sentence in said(written))


def test_a_setting_that_names_a_file_is_said(tmp_path: Path) -> None:
    slip = tmp_path / "team"
    slip.write_text("x")
    assert "SLOWBURN_TEAM names the folder" in said(TeamFolder(slip).now())[0]


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    folder = TeamFolder(tmp_path)
    assert folder.now().notes == ()
    (tmp_path / NOTES).write_text(NOTE)
    first = folder.now()
    assert len(first.notes) == 1 and folder.now() is first
    (tmp_path / NOTES).write_text(NOTE + NOTE)
    assert len(folder.now().notes) == 2
    (tmp_path / NOTES).unlink()
    assert folder.now().notes == ()


def test_notes_stand_newest_first(tmp_path: Path) -> None:
    written = read(tmp_path, notes=NOTE.replace("2026-11-20", "2025-01-31") + NOTE)
    found = [note.date for note in written.notes_on(["SDN", "COD"])]
    assert found == [datetime.date(2026, 11, 20), datetime.date(2025, 1, 31)] and written.notes_on(["COD"]) == []
