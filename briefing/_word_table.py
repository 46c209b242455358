"""A native table in Word: hairlines between rows, a head that stands again on the next page, columns as wide as they need.

Borders and widths are its own, so that it looks the same in an organisation's template, whatever styles that has.
"""

import io
from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from briefing._word_text import described, write
from briefing.pack import Chart, Fact, Table
from briefing.pdf import line_words
from briefing.pictures import png_of
from figures.theme import ACCENT, HAIRLINE, INK, MUTED

LABEL, CELL, DENSE = Pt(7), Pt(8), Pt(7)
DENSE_FROM = 20  # rows
ACROSS = 2  # small charts
LEAST, MOST = 6, 40  # letters that a column asks for
EIGHTHS = {"head": "6", "row": "2"}  # of a point, for lines


def table_in(document: Any, table: Table, width: int) -> None:
    """One table over the whole width."""
    widths = [Emu(round(width * share)) for share in shares_of(table)]
    grid = _grid(document, len(table.rows) + 1, widths)
    _repeated(grid.rows[0])
    size = DENSE if len(table.rows) > DENSE_FROM else CELL
    for number, row in enumerate((table.headings, *table.rows)):
        cells = grid.rows[number].cells
        _whole(grid.rows[number])
        for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
            cell.width = widths[column]
            if number and column == table.line_at and table.lines[number - 1]:
                line, run = table.lines[number - 1], cell.paragraphs[0].add_run()
                shape = run.add_picture(io.BytesIO(png_of(line)), width=Emu(round(widths[column] * 0.92)))
                described(shape._inline, table.title, line_words(line))
            else:
                write(cell.paragraphs[0], text, LABEL if number == 0 else size, INK if number else MUTED, after=0)
            if column in table.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _line_below(cell, *((INK, EIGHTHS["head"]) if number == 0 else (HAIRLINE, EIGHTHS["row"])))


def facts_in(document: Any, facts: tuple[Fact, ...], width: int) -> None:
    """Figures that stand large, side by side."""
    widths = [Emu(width // len(facts))] * len(facts)
    grid = _grid(document, 1, widths)
    for cell, fact in zip(grid.rows[0].cells, facts, strict=True):
        write(cell.paragraphs[0], fact.label, LABEL, MUTED, after=0)
        write(cell.add_paragraph(), fact.value, Pt(17), ACCENT, after=0)
        write(cell.add_paragraph(), fact.under, LABEL, MUTED, after=3)
        _line_below(cell, HAIRLINE, EIGHTHS["head"])


def pictures_in(document: Any, charts: Sequence[Chart], width: int) -> None:
    """Our own small charts, two beside one another, each under its title."""
    for start in range(0, len(charts), ACROSS):
        grid = _grid(document, 1, [Emu(width // ACROSS)] * ACROSS)
        for cell, chart in zip(grid.rows[0].cells, charts[start : start + ACROSS], strict=False):
            write(cell.paragraphs[0], chart.title, CELL, INK)
            run = cell.add_paragraph().add_run()
            shape = run.add_picture(io.BytesIO(png_of(chart.svg)), width=Emu(round(width / ACROSS * 0.92)))
            described(shape._inline, chart.title, chart.summary)


def shares_of(table: Table) -> list[float]:
    """The declared shares of the columns, or by the longest word of each."""
    if table.widths:
        return [share / sum(table.widths) for share in table.widths]
    asked = [_letters([row[column] for row in (table.headings, *table.rows)]) for column in range(len(table.headings))]
    return [letters / sum(asked) for letters in asked]


def _letters(cells: Sequence[str]) -> int:
    return max(LEAST, min(MOST, max(map(len, cells))))


def _grid(document: Any, rows: int, widths: Sequence[int]) -> Any:
    grid = document.add_table(rows=rows, cols=len(widths))
    grid.autofit = False
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for cell in grid.rows[0].cells if rows == 1 else ():
        cell.width = widths[0]
    return grid


def _repeated(row: Any) -> None:
    """The head of a table stands again on its next page, and says that it is one."""
    _mark(row, "w:tblHeader")


def _whole(row: Any) -> None:
    _mark(row, "w:cantSplit")


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _line_below(cell: Any, colour: str, eighths: str) -> None:
    told, borders, line = cell._tc.get_or_add_tcPr(), OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", eighths), ("space", "0"), ("color", colour[1:].upper())):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    told.append(borders)
