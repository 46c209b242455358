"""Which column of a published file would a source miss? Found by reading the source's own text and the file's own.

A name counts where the text of the source (with the private modules it imports)
writes it out and the file has it as a column, a JSON key or a cell of a workbook.
"""

import ast
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WORKBOOK_CELL = re.compile(rb"<t[^>]*>([^<]+)</t>")
JSON_KEY = re.compile(rb'"([^"\\]+)"\s*:')
SHORTEST = 4  # letters; the replica renames by plain replacement, and "id" is part of half of all words


def used_column(source_id: str, content: bytes) -> str | None:
    """The longest name that both the source and the file write out; None where there is none."""
    both = written_out(ROOT / "ingest" / f"{source_id}.py") & columns(content)
    return max((name for name in both if len(name) >= SHORTEST), key=lambda name: (len(name), name), default=None)


def written_out(module: Path) -> set[str]:
    """Every text in a module and in the modules of its room that it imports."""
    tree = ast.parse(module.read_text("utf-8"))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ingest._"):
            found |= written_out(ROOT / f"{str(node.module).replace('.', '/')}.py")
    return found


def columns(content: bytes) -> set[str]:
    """Column names of a CSV, keys of a JSON or cells of a workbook, also within a zip."""
    return {name.decode("utf-8", "replace").strip() for plain in _plain(content) for name in _names(plain)}


def _plain(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    else:
        yield content


def _names(plain: bytes) -> list[bytes]:
    if plain.lstrip()[:1] in (b"{", b"["):
        return JSON_KEY.findall(plain)
    if plain.lstrip()[:1] == b"<":
        return WORKBOOK_CELL.findall(plain)
    return plain.partition(b"\n")[0].lstrip(b"\xef\xbb\xbf").replace(b'"', b"").split(b",")
