"""The Word file: native headings and tables, pictures with alternative text, on an organisation's own template if given."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from briefing.pack import Chart, Fact, Origin, Pack, Section, Table
from briefing.pdf import line_words
from briefing.pictures import Pictures, png_of
from figures.theme import ACCENT, INK, MUTED
from language import Language

SIZE = (650, 230)  # pixels of a chart, for a text 17 cm wide
MARGIN, LINE_WIDTH = Cm(1.9), Cm(2.7)
SMALL, TABLE, TEXT = Pt(7), Pt(8), Pt(9.5)


def write_word(pack: Pack, pictures: Pictures, template_file: Path | None = None) -> bytes:
    """One file; a template keeps its own styles, margins, head and foot."""
    document = Document(str(template_file)) if template_file else Document()
    if template_file is None:
        _plain(document)
    _described(document, pack)
    document.add_heading(pack.title, 1)
    _paragraph(document, f"{pack.subtitle} · {pack.words.text('Release')} {pack.release}", SMALL, MUTED)
    for section in pack.pages:
        _message(document, section, pack.words, pictures)
    document.add_page_break()
    for section in pack.last:
        _message(document, section, pack.words, pictures)
    _paragraph(document, pack.address, SMALL, MUTED)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _described(document: Any, pack: Pack) -> None:
    told = document.core_properties
    told.title, told.author, told.language, told.identifier = pack.title, "Slowburn", pack.words.code, pack.id
    told.created = told.modified = datetime(pack.as_of.year, pack.as_of.month, pack.as_of.day)  # noqa: DTZ001  # the file format wants it without a zone


def _plain(document: Any) -> None:
    """A4, narrow margins, one typeface."""
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size, colour in (
        ("Normal", TEXT, INK),
        ("Heading 1", Pt(18), INK),
        ("Heading 2", Pt(12), INK),
        ("Heading 3", Pt(9.5), ACCENT),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Inter", size, _rgb(colour)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        fonts = style.element.rPr.rFonts
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        style.paragraph_format.space_after = Pt(4)


def _message(document: Any, section: Section, words: Language, pictures: Pictures) -> None:
    document.add_heading(section.title, 2)
    for said in section.paragraphs:
        _paragraph(document, said)
    if section.facts:
        _facts(document, section.facts)
    for chart in section.charts:
        _chart(document, chart, words, pictures, is_named=len(section.charts) > 1)
    for table in section.tables:
        if len(section.tables) > 1:
            document.add_heading(table.title, 3)
        _table(document, table)
        _origin(document, table.origin, words)


def _facts(document: Any, facts: tuple[Fact, ...]) -> None:
    grid = document.add_table(rows=1, cols=len(facts))
    for cell, fact in zip(grid.rows[0].cells, facts, strict=True):
        _write(cell.paragraphs[0], fact.label, SMALL, MUTED)
        _write(cell.add_paragraph(), fact.value, Pt(17), ACCENT)
        _write(cell.add_paragraph(), fact.under, SMALL, MUTED)


def _chart(document: Any, chart: Chart, words: Language, pictures: Pictures, is_named: bool) -> None:
    if is_named:
        document.add_heading(chart.title, 3)
    _paragraph(document, chart.measure, SMALL, MUTED)
    drawn = pictures.bare(chart, words, "png", SIZE)
    if drawn:
        usable = (
            document.sections[-1].page_width - document.sections[-1].left_margin - document.sections[-1].right_margin
        )
        document.add_picture(io.BytesIO(drawn), width=usable // 2 if chart.svg else usable)
        _alternative(document.inline_shapes[-1]._inline, chart.title, chart.summary)
    else:
        _paragraph(document, chart.summary)
        _paragraph(document, pictures.missing_words(words), SMALL, MUTED)
    if chart.note:
        _paragraph(document, chart.note, SMALL, MUTED)
    _origin(document, chart.origin, words)


def _table(document: Any, table: Table) -> None:
    grid = document.add_table(rows=1, cols=len(table.headings))
    if "Light List" in {style.name for style in document.styles}:
        grid.style = "Light List"
    _repeated(grid.rows[0])
    for cell, text in zip(grid.rows[0].cells, table.headings, strict=True):
        _write(cell.paragraphs[0], text, SMALL, MUTED)
    for number, row in enumerate(table.rows):
        for column, (cell, text) in enumerate(zip(grid.add_row().cells, row, strict=True)):
            if column == table.line_at and table.lines[number]:
                run = cell.paragraphs[0].add_run()
                shape = run.add_picture(io.BytesIO(png_of(table.lines[number])), width=LINE_WIDTH)
                _alternative(shape._inline, table.title, line_words(table.lines[number]))
            else:
                _write(cell.paragraphs[0], text, TABLE, INK)
            if column in table.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeated(row: Any) -> None:
    """The head of a table stands again on its next page, and says that it is one."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _origin(document: Any, origin: Origin | None, words: Language) -> None:
    if origin is not None:
        _paragraph(document, f"{origin.line(words)}\n{origin.address}", SMALL, MUTED)


def _paragraph(document: Any, text: str, size: Any = TEXT, colour: str = INK) -> None:
    _write(document.add_paragraph(), text, size, colour)


def _write(paragraph: Any, text: str, size: Any, colour: str) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = size, _rgb(colour)


def _alternative(inline: Any, title: str, text: str) -> None:
    inline.docPr.set("title", title)
    inline.docPr.set("descr", text)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
