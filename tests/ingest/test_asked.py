"""What a failed source had answered is asked for conditionally the next time, and believed no more than before."""

from pathlib import Path

from ingest._asked import asked_before, forget_asked, keep_asked
from ingest._http import Answer

URL, LOOSE = "https://x/list", "https://x/loose"


def keep(raw: Path, content: bytes = b"page") -> None:
    answers = {URL: Answer(URL, '"a"', None, not_modified=False), LOOSE: Answer(LOOSE, None, None, not_modified=False)}
    keep_asked(raw, "peers", {URL: content, LOOSE: b"no tag", "https://x/broken": b"half"}, answers)


def test_an_answer_with_a_tag_is_kept_byte_for_byte_and_counts_as_unchecked(tmp_path: Path) -> None:
    keep(tmp_path)
    known = asked_before(tmp_path, "peers")
    assert set(known) == {URL}  # without a tag, or broken off, there is nothing to ask with
    assert known[URL].path.read_bytes() == b"page" and known[URL].etag == '"a"' and not known[URL].is_whole


def test_a_later_failure_replaces_an_earlier_one(tmp_path: Path) -> None:
    keep(tmp_path)
    keep(tmp_path, b"newer")
    assert asked_before(tmp_path, "peers")[URL].path.read_bytes() == b"newer"


def test_nothing_is_kept_of_a_source_that_answered_whole_or_was_never_asked(tmp_path: Path) -> None:
    keep(tmp_path)
    forget_asked(tmp_path, "peers")
    assert asked_before(tmp_path, "peers") == {} == asked_before(tmp_path, "others")


def test_a_damaged_list_counts_as_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    (tmp_path / "peers" / ".asked" / "answers.json").write_text("{")
    assert asked_before(tmp_path, "peers") == {}
