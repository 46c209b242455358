"""The PDF: real text, bookmarks and tags (PDF/UA-1), A4 or Letter, from one layout that gets words and numbers as data."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import typst

from briefing.pack import Chart, Origin, Pack, Section, Table
from briefing.pictures import Pictures
from language import Language

LAYOUT = Path(__file__).with_name("pdf.typ")
PAPERS = {"a4": "a4", "letter": "us-letter"}
SIZES = {"a4": (650, 215), "letter": (650, 190)}  # pixels of a chart in 17.2 cm, so that letters keep their size
PAGE_TITLES = re.compile(r"<title>(.*?)</title>", re.S)


def write_pdf(pack: Pack, pictures: Pictures, paper: str = "a4") -> bytes:
    """One file; without a browser its charts are told in words and the file says what to install."""
    data = json.dumps(told(pack, pictures, paper))
    written = typst.compile(LAYOUT.read_bytes(), format="pdf", sys_inputs={"pack": data}, pdf_standards=["ua-1"])
    return bytes(written if isinstance(written, bytes) else written[0])


def told(pack: Pack, pictures: Pictures, paper: str) -> dict[str, Any]:
    """What the layout is given."""
    return {
        "title": pack.title,
        "subtitle": f"{pack.subtitle} · {pack.words.text('Release')} {pack.release}",
        "kind": "Slowburn",
        "lang": pack.words.code,
        "flows": pack.flows,
        "paper": PAPERS[paper],
        "footer": pack.words.text("Slowburn · release {release} · pack {pack}", release=pack.release, pack=pack.id),
        "cite": pack.words.text(
            "Reopen this briefing, and see what was revised since: {address}", address=pack.address
        ),
        "sections": [_section(one, pack.words, pictures, SIZES[paper]) for one in pack.pages],
        "last": [_section(one, pack.words, pictures, SIZES[paper]) for one in pack.last],
    }


def _section(one: Section, words: Language, pictures: Pictures, size: tuple[int, int]) -> dict[str, Any]:
    return {
        "title": one.title,
        "begins_page": one.begins_page,
        "paragraphs": list(one.paragraphs),
        "facts": [vars(fact) for fact in one.facts],
        "charts": [_chart(chart, words, pictures, size) for chart in one.charts],
        "tables": [_table(table, words, len(one.tables) > 1) for table in one.tables],
    }


def _chart(one: Chart, words: Language, pictures: Pictures, size: tuple[int, int]) -> dict[str, Any]:
    drawn = pictures.bare(one, words, "svg", size)
    return {
        "title": one.title,
        "measure": one.measure,
        "summary": one.summary,
        "svg": drawn.decode() if drawn else "",
        "small": bool(one.svg),
        "note": one.note,
        "missing": pictures.missing_words(words) if drawn is None else "",
        "origin": _origin(one.origin, words),
    }


def _table(one: Table, words: Language, shows_title: bool) -> dict[str, Any]:
    return {
        "title": one.title,
        "shows_title": shows_title,
        "headings": list(one.headings),
        "rows": [list(row) for row in one.rows],
        "numbers": sorted(one.numbers),
        "lines": list(one.lines),
        "line_words": [line_words(line) for line in one.lines],
        "line_at": one.line_at,
        "widths": list(one.widths),
        "origin": _origin(one.origin, words),
    }


def line_words(svg: str) -> str:
    """What a small line shows, as it says itself."""
    said = PAGE_TITLES.search(svg)
    return unescape(said.group(1)) if said else ""


def _origin(one: Origin | None, words: Language) -> dict[str, str] | None:
    return None if one is None else {"line": one.line(words), "address": one.address}
