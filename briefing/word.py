"""The Word file: native headings and tables, pictures with alternative text, on an organisation's own template if given.

A country's brief has two pages, and a third for sources, methods and limits where a receiving country fills the second.
"""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from briefing._word_table import facts_in, pictures_in, table_in
from briefing._word_text import described, styled, write
from briefing.pack import Chart, Origin, Pack, Section
from briefing.pictures import Pictures
from figures.theme import ACCENT, INK, MUTED
from language import Language

SIZE = (650, 230)  # pixels of a chart, for a text 17 cm wide
MARGIN, LETTER = Cm(1.9), (Mm(215.9), Mm(279.4))
PAPERS = {"a4": (Mm(210), Mm(297)), "letter": LETTER}
SMALL, TEXT = Pt(6.5), Pt(9)
STYLES = (
    ("Normal", TEXT, INK, 0.0, 2.0),
    ("Heading 1", Pt(18), INK, 0.0, 2.0),
    ("Heading 2", Pt(12), INK, 9.0, 3.0),
    ("Heading 3", Pt(9), ACCENT, 6.0, 2.0),
)


def write_word(pack: Pack, pictures: Pictures, template_file: Path | None = None, paper: str = "a4") -> bytes:
    """One file; a template keeps its own paper, styles, margins, head and foot."""
    document = Document(str(template_file)) if template_file else Document()
    if template_file is None:
        _plain(document, *PAPERS[paper])
        _foot(document, pack)
    _described(document, pack)
    document.add_heading(pack.title, 1)
    _paragraph(document, f"{pack.subtitle} · {pack.words.text('Release')} {pack.release}", SMALL, MUTED)
    for section in pack.pages:
        _message(document, section, pack.words, pictures)
    for number, section in enumerate(pack.last):
        _message(document, replace(section, begins_page=number == 0 and not pack.flows), pack.words, pictures)
    _paragraph(document, pack.address, SMALL, MUTED)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _described(document: Any, pack: Pack) -> None:
    told = document.core_properties
    told.title, told.author, told.language, told.identifier = pack.title, "Slowburn", pack.words.code, pack.id
    told.created = told.modified = datetime(pack.as_of.year, pack.as_of.month, pack.as_of.day)  # noqa: DTZ001  # the file format wants it without a zone


def _plain(document: Any, width: int, height: int) -> None:
    """Narrow margins, one typeface; without the copy of the styles that python-docx's own template brings along."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(name)
    for section in document.sections:
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = MARGIN
        section.top_margin = section.bottom_margin = Cm(1.6)
        section.footer_distance = Cm(0.8)
    for name, size, colour, before, after in STYLES:
        style = document.styles[name]
        styled(style, size, colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0


def _foot(document: Any, pack: Pack) -> None:
    """Release, pack and the number of the page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    said = pack.words.text("Slowburn · release {release} · pack {pack}", release=pack.release, pack=pack.id)
    write(paragraph, f"{said} · ", SMALL, MUTED)
    for kind, told in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        run.font.size = SMALL
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = told
        run._r.append(mark)


def _message(document: Any, section: Section, words: Language, pictures: Pictures) -> None:
    document.add_heading(section.title, 2).paragraph_format.page_break_before = section.begins_page
    for said in section.paragraphs:
        _paragraph(document, said)
    if section.facts:
        facts_in(document, section.facts, _room(document))
    if len(section.charts) > 1 and all(chart.svg for chart in section.charts):
        pictures_in(document, section.charts, _room(document))
        _paragraph(document, section.charts[0].measure, SMALL, MUTED)
        for chart in section.charts:
            _origin(document, chart.origin, words)
    else:
        for chart in section.charts:
            _chart(document, chart, words, pictures, is_named=len(section.charts) > 1)
    for table in section.tables:
        if len(section.tables) > 1:
            document.add_heading(table.title, 3)
        table_in(document, table, _room(document))
        _origin(document, table.origin, words)


def _room(document: Any) -> int:
    page = document.sections[-1]
    return int(page.page_width - page.left_margin - page.right_margin)


def _chart(document: Any, chart: Chart, words: Language, pictures: Pictures, is_named: bool) -> None:
    if is_named:
        document.add_heading(chart.title, 3)
    _paragraph(document, chart.measure, SMALL, MUTED)
    drawn = pictures.bare(chart, words, "png", SIZE)
    if drawn:
        document.add_picture(io.BytesIO(drawn), width=_room(document))
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        described(document.inline_shapes[-1]._inline, chart.title, chart.summary)
    else:
        _paragraph(document, chart.summary)
        _paragraph(document, pictures.missing_words(words), SMALL, MUTED)
    if chart.note:
        _paragraph(document, chart.note, SMALL, MUTED)
    _origin(document, chart.origin, words)


def _origin(document: Any, origin: Origin | None, words: Language) -> None:
    if origin is not None:
        _paragraph(document, f"{origin.line(words)}\n{origin.address}", SMALL, MUTED)


def _paragraph(document: Any, text: str, size: Any = TEXT, colour: str = INK) -> None:
    write(document.add_paragraph(), text, size, colour)
