"""The workbook: the published rows behind each chart, every table, and a sheet on sources and definitions.

Text is written as text: a cell that begins with = + - @ is never run as a formula.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from briefing.pack import Chart, Pack, Table

LONGEST_NAME = 31  # of a sheet, by the format
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
NARROWEST, WIDEST = 8, 48  # letters of a column
A4 = 9  # the format's number of it


def write_workbook(pack: Pack) -> bytes:
    """One file."""
    written = io.BytesIO()
    book = Workbook(written, SAFE)
    moment = datetime(pack.as_of.year, pack.as_of.month, pack.as_of.day)  # noqa: DTZ001  # the file format wants it without a zone
    book.set_properties({"title": pack.title, "author": "Slowburn", "created": moment, "comments": pack.id})
    names: set[str] = set()
    for chart in pack.charts():
        _sheet(book, names, chart.name, _chart_rows(chart, pack))
    for table in pack.tables():
        _sheet(book, names, table.name, _table_rows(table, pack))
    _sheet(book, names, pack.words.text("Sources and definitions"), _definitions(pack), wraps=True)
    book.close()
    return written.getvalue()


def _sheet(book: Any, names: set[str], name: str, rows: Iterable[Sequence[Any]], wraps: bool = False) -> None:
    """One sheet, its columns as wide as what stands in them, its head kept in sight and on every printed page."""
    sheet, held = book.add_worksheet(_free_name(names, name)), [list(row) for row in rows]
    head, plain = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": wraps, "valign": "top"})
    for column, width in enumerate(widths_of(held)):
        sheet.set_column(column, column, width)
    for at, row in enumerate(held):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value)
            elif value is not None:
                sheet.write_string(at, column, str(value), head if at == 0 else plain)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _free_name(names: set[str], name: str) -> str:
    wanted = re.sub(r"[\[\]:*?/\\]", "-", name)[:LONGEST_NAME]
    number, told = 2, wanted
    while told.casefold() in names:
        told, number = f"{wanted[: LONGEST_NAME - 3]}-{number}", number + 1
    names.add(told.casefold())
    return told


def widths_of(rows: Sequence[Sequence[Any]]) -> list[int]:
    """Letters a column; a line that stands alone in its row may run over its neighbours and asks for none."""
    asked: dict[int, int] = {}
    for row in rows:
        for column, value in enumerate(row):
            letters = 0 if value is None or len(row) == 1 else len(str(value)) + 2
            asked[column] = max(asked.get(column, NARROWEST), min(letters, WIDEST))
    return [asked[column] for column in sorted(asked)]


def _chart_rows(chart: Chart, pack: Pack) -> Iterable[Sequence[Any]]:
    origin = chart.origin
    yield (*chart.rows.columns, "unit", "source", "licence", "as_of", "release", "address")
    told = (chart.unit, origin.source, origin.licence, str(origin.as_of), origin.release, origin.address)
    for row in zip(*(chart.rows[name].tolist() for name in chart.rows.columns), strict=True):
        yield (*(_plain(value) for value in row), *told)


def _table_rows(table: Table, pack: Pack) -> Iterable[Sequence[Any]]:
    shown = [column for column in range(len(table.headings)) if column != table.line_at]
    yield [table.headings[column] for column in shown]
    for row in table.rows:
        yield [row[column] for column in shown]
    if table.origin:
        yield ()
        yield (table.origin.line(pack.words),)
        yield (table.origin.address,)


def _definitions(pack: Pack) -> Iterable[Sequence[Any]]:
    yield (pack.title,)
    yield (pack.subtitle, pack.release, pack.id)
    yield (pack.address,)
    for section in pack.last:
        yield ()
        yield (section.title,)
        yield from ((said,) for said in section.paragraphs)
        for table in section.tables:
            yield table.headings
            yield from table.rows
    yield ()
    for chart in pack.charts():
        yield (chart.name, chart.title, chart.measure, chart.note)


def _plain(value: Any) -> Any:
    """A cell as a workbook holds it; missing stays empty."""
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value
