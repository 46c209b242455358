"""What publishers would send: the fixtures of tests/fixtures/<source_id>/, hand-made in the published layout.

`answers.json` says which file stands at which address, whether it travels in a zip, and
whether an empty list there may be right (`may_be_empty`: nothing was published yet). A
file named .xlsx.json holds the sheets of a workbook, {name: rows}, days as 2026-01-31;
`faults.json` lists edits of those files that a source has to refuse. A new source
needs a folder, no code here.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeGuard

import openpyxl

from ingest._source import NotPublishedError, Part, Parts

FIXTURES = Path(__file__).parent / "fixtures"
Edit = Callable[[str, str], str]  # (file name, text) -> text
TODAY = date(2026, 3, 1)  # the newest release that the addresses of the fixtures name is 25.1


def unedited(file: str, text: str) -> str:
    return text


def answers(source_id: str, edit: Edit = unedited) -> dict[str, bytes]:
    """Address -> body, in the order in which the source asks; `edit` changes the text before it is zipped."""
    folder = FIXTURES / source_id
    served = {}
    for answer in json.loads((folder / "answers.json").read_text("utf-8")):
        text = edit(answer["file"], (folder / answer["file"]).read_text("utf-8"))
        body = workbook(text) if answer["file"].endswith(".xlsx.json") else text.encode()
        served[answer["url"]] = zipped(answer["file"], body) if answer.get("is_zipped") else body
    return served


def may_be_empty(source_id: str) -> set[str]:
    """The addresses at which an empty list says something."""
    listed = json.loads((FIXTURES / source_id / "answers.json").read_text("utf-8"))
    return {answer["url"] for answer in listed if answer.get("may_be_empty")}


def parts(source_id: str, edit: Edit = unedited) -> Parts:
    """The answers as a source's parse receives them."""
    return [Part(url, body) for url, body in answers(source_id, edit).items()]


def faults(source_id: str) -> list[dict[str, Any]]:
    """The edits that the source has to refuse: fault, file, old, new, and what the error says."""
    return list(json.loads((FIXTURES / source_id / "faults.json").read_text("utf-8")))


def replacing(file: str, old: str, new: str) -> Edit:
    """An edit of one file that must find what it replaces."""

    def edit(name: str, text: str) -> str:
        if name != file:
            return text
        assert old in text, f"{file} does not hold {old!r}"
        return text.replace(old, new)

    return edit


def zipped(name: str, content: bytes) -> bytes:
    """A zip with one file, the same bytes at every call."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, (2025, 6, 11, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(text: str) -> bytes:
    """The sheets as an Excel file, the same bytes at every call."""
    book, out = openpyxl.Workbook(write_only=True), io.BytesIO()
    for title, rows in json.loads(text).items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([date.fromisoformat(cell) if is_day(cell) else cell for cell in row])
    book.save(out)
    with zipfile.ZipFile(out) as written:
        members = {name: written.read(name) for name in written.namelist()}
    core = members["docProps/core.xml"]  # says when it was written
    members["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-31T00:00:00Z", core)
    fixed = io.BytesIO()
    with zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 31, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def is_day(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell) is not None


def get_from(served: Mapping[str, bytes]) -> Callable[[str], bytes]:
    """A `get` that knows these addresses and answers 404 to every other."""

    def get(url: str) -> bytes:
        if url not in served:
            raise NotPublishedError(f"url={url} answered 404")
        return served[url]

    return get
