"""Which files become of a pack? Made aside and moved in one step each, so that no half file is ever left.

The manifest is written last: a folder with one is whole. A copy of it goes to the kept briefs, outside of
releases, so that an address that carries the pack's id can say later what was revised.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from briefing.desk import Desk
from briefing.last_page import source_ids
from briefing.make import VERSION
from briefing.pack import Chart, Pack
from briefing.pdf import write_pdf
from briefing.pictures import Pictures
from briefing.place_charts import stem
from briefing.powerpoint import write_powerpoint
from briefing.word import write_word
from briefing.workbook import write_workbook
from figures.caption import Caption
from figures.export import to_csv
from reading.citations import Work, as_bibtex, as_csl, as_text
from reading.printed import MANIFEST, as_rows
from releases.read import Release

FORMATS = ("pptx", "docx", "pdf", "xlsx", "png", "svg", "csv")
MADE_WITH = ("python-pptx", "python-docx", "XlsxWriter", "typst", "plotly")
SAME_BYTES = (".csv", ".svg")  # for the others the content is the same


@dataclass(frozen=True)
class Wanted:
    """How the files shall be."""

    formats: Sequence[str]
    paper: str = "a4"
    template_file: Path | None = None


def write_pack(
    pack: Pack, release: Release, desk: Desk, wanted: Wanted, pictures: Pictures, out: Path, briefs: Path
) -> list[Path]:
    """Write every file of a pack; the paths of those that came."""
    folder = out / folder_name(pack)
    folder.mkdir(parents=True, exist_ok=True)
    written = [_put(folder / name, content) for name, content in files(pack, wanted, pictures)]
    work, cited = work_of(pack), source_ids(desk, pack.places)
    for name, text in (
        ("citations.txt", as_text(work, release, cited)),
        ("citations.bib", as_bibtex(work, release, cited)),
        ("citations.json", as_csl(work, release, cited)),
    ):
        written.append(_put(folder / name, text.encode()))
    told = json.dumps(_manifest(pack, written), ensure_ascii=False, indent=1).encode() + b"\n"
    (briefs / pack.id).mkdir(parents=True, exist_ok=True)
    _put(briefs / pack.id / MANIFEST, told)
    return [*written, _put(folder / MANIFEST, told)]


def work_of(pack: Pack) -> Work:
    """The pack as something to cite."""
    stand = f"{pack.words.day(pack.as_of)}. {pack.release}, {pack.id}"
    return Work("report", pack.id, pack.title, stand, pack.as_of, pack.release, pack.address, pack.words.code)


def folder_name(pack: Pack) -> str:
    """`country-sdn-en-<id>`: what it is, and which one."""
    named = "-".join(stem(place) for place in pack.places[:3])
    return f"{pack.template}-{named}-{pack.words.code}-{pack.id}"


def files(pack: Pack, wanted: Wanted, pictures: Pictures) -> Iterator[tuple[str, bytes]]:
    """Names and contents, one after the other, so that memory holds one at a time."""
    name = f"slowburn-{pack.template}"
    for kind in wanted.formats:
        if kind == "pptx":
            yield f"{name}.pptx", write_powerpoint(pack)
        elif kind == "docx":
            yield f"{name}.docx", write_word(pack, pictures, wanted.template_file, wanted.paper)
        elif kind == "pdf":
            yield f"{name}.pdf", write_pdf(pack, pictures, wanted.paper)
        elif kind == "xlsx":
            yield f"{name}.xlsx", write_workbook(pack)
        elif kind == "csv":
            for chart in pack.charts():
                yield f"{chart.name}.csv", to_csv(chart.rows.assign(note=chart.note), _caption(chart), chart.unit)
        elif kind in ("png", "svg"):
            for chart in pack.charts():
                drawn = pictures.captioned(chart, pack.words, "png" if kind == "png" else "svg")
                if drawn is not None:
                    yield f"{chart.name}.{kind}", drawn


def _caption(chart: Chart) -> Caption:
    return Caption(chart.title, chart.measure, chart.origin.source, chart.origin.as_of, chart.origin.release)


def _manifest(pack: Pack, written: Sequence[Path]) -> dict[str, Any]:
    """What the pack is, what it printed and with what it was made."""
    return {
        "id": pack.id,
        "template": pack.template,
        "title": pack.title,
        "places": list(pack.places),
        "language": pack.words.code,
        "as_of": pack.as_of.isoformat(),
        "release": pack.release,
        "address": pack.address,
        "version": VERSION,
        "made_with": {name: metadata.version(name) for name in MADE_WITH},
        "files": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() if path.suffix in SAME_BYTES else None
            for path in written
        },
        "values": as_rows(pack.printed),
    }


def _put(path: Path, content: bytes) -> Path:
    """Write beside, then rename; where that fails nothing is left behind."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return path
