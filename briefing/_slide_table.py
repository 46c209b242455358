"""A native table on a slide: few rows in large letters, hairlines between them, small lines as pictures."""

import io
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from briefing._slide_text import EDGE, ROOM, described, font_of, text_on
from briefing.pack import Fact, Table
from briefing.pdf import line_words
from briefing.pictures import png_of
from figures.theme import ACCENT, HAIRLINE, INK, MUTED

ROWS = 10  # of a table that can be read from a chair
TABLE_TOP, TABLE_FOOT = Inches(1.8), Inches(6.3)
LEAST_HEIGHT, MOST_HEIGHT = Inches(0.4), Inches(0.62)
SIZES = ((5, 16), (8, 13), (ROWS, 11))  # up to so many rows: points
LONG, OF_LONG = 60, 10  # letters of a cell from which all are smaller, and their points
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
FACT_WIDTH = Inches(4.2)


def facts_on(slide: Any, facts: tuple[Fact, ...], top: int) -> int:
    """Figures that stand large; where they end."""
    width = min(ROOM // len(facts), FACT_WIDTH)
    for number, fact in enumerate(facts):
        left, inner = EDGE + number * width, width - Inches(0.2)
        text_on(slide, [fact.label], (left, top, inner, Inches(0.5)), 13, MUTED)
        text_on(slide, [fact.value], (left, top + Inches(0.5), inner, Inches(0.8)), _fitting(fact.value), ACCENT, True)
        text_on(slide, [fact.under], (left, top + Inches(1.2), inner, Inches(0.6)), 12, MUTED)
    return int(top + Inches(2.1))


def _fitting(value: str) -> int:
    return 36 if len(value) <= 10 else 28 if len(value) <= 14 else 22


def table_on(slide: Any, table: Table, start: int) -> None:
    """The rows from `start` that one slide holds."""
    rows = table.rows[start : start + ROWS]
    most = min(len(table.rows), ROWS)  # so that the last slide of a long table looks like its first
    height = min(MOST_HEIGHT, max(LEAST_HEIGHT, Emu((TABLE_FOOT - TABLE_TOP) // (most + 1))))
    frame = slide.shapes.add_table(
        len(rows) + 1, len(table.headings), EDGE, TABLE_TOP, ROOM, Emu(height * (len(rows) + 1))
    )
    described(frame, table.title, ", ".join(table.headings))
    grid = frame.table
    grid.horz_banding = False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE
    widths = table.widths or (1 / len(table.headings),) * len(table.headings)
    for column, share in zip(grid.columns, widths, strict=True):
        column.width = int(ROOM * share / sum(widths))
    size = next(points for rows_of_size, points in SIZES if most <= rows_of_size)
    if any(len(cell) > LONG for row in table.rows for cell in row):
        size = min(size, OF_LONG)
    for number, row in enumerate((table.headings, *rows)):
        grid.rows[number].height = height
        for column, text in enumerate(row):
            _cell(grid.cell(number, column), text, number == 0, column in table.numbers, size)
    _lines(slide, table, grid, start, height)


def _cell(cell: Any, text: str, is_heading: bool, is_number: bool, size: int) -> None:
    cell.text = text
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    font_of(paragraph.font, min(size, 12) if is_heading else size, MUTED if is_heading else INK)
    _line_below(cell, INK if is_heading else HAIRLINE, 9525 if is_heading else 6350)


def _line_below(cell: Any, colour: str, width: int) -> None:
    told = cell._tc.get_or_add_tcPr()
    line = told.makeelement(qn("a:lnB"), {"w": str(width)})
    fill = line.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": colour.removeprefix("#").upper()}))
    line.append(fill)
    told.insert(0, line)


def _lines(slide: Any, table: Table, grid: Any, start: int, height: int) -> None:
    if table.line_at < 0:
        return
    left = EDGE + sum(grid.columns[at].width for at in range(table.line_at)) + Inches(0.06)
    width = grid.columns[table.line_at].width - Inches(0.12)
    for number, line in enumerate(table.lines[start : start + ROWS]):
        if line:
            top = TABLE_TOP + height * (number + 1) + Inches(0.05)
            picture = slide.shapes.add_picture(io.BytesIO(png_of(line)), left, top, width, height - Inches(0.1))
            described(picture, table.title, line_words(line))
