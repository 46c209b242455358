"""What do our packs cost beside the bare libraries? One country, all formats, with the same figures in one run.

The bare side gets everything ready made: it only draws the same pictures with the same browser, puts the same
numbers into charts and cells and compiles the same layout.
"""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import typst
from docx import Document
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from xlsxwriter import Workbook

from benchmarks.pairs import paired
from briefing import pdf, pictures, word
from briefing.desk import Desk
from briefing.make import Request, make
from briefing.pack import Pack
from briefing.pictures import Pictures
from briefing.writing import FORMATS, Wanted, write_pack
from dashboard.application import TOPOJSON
from figures.caption import Caption
from figures.export import Exporter, NoBrowserError
from language import language
from releases.read import ReleaseShelf

PLACE = "SDN"


def measured(processed: Path, rounds: int) -> list[str]:
    """The ratio as a line to print."""
    release, words = ReleaseShelf(processed, processed / "starter").current(), language("en")
    request = Request("country", (PLACE,), words)
    desk = Desk(words, release, request.id(release))
    with tempfile.TemporaryDirectory() as scratch, Exporter(TOPOJSON) as exporter:
        out, drawn, pack = Path(scratch), Pictures(exporter), make(request, release)
        layout = pdf.told(pack, drawn, "a4")
        if drawn.missing:
            return ["briefing pack: no browser found, not measured"]
        ratio = paired(
            lambda: write_pack(make(request, release), release, desk, Wanted(FORMATS), drawn, out, out / "briefs"),
            lambda: bare(pack, exporter, layout, out),
            rounds,
        )
    return [
        f"briefing pack, one country in all formats: {ratio.ratio:.2f} times the bare libraries"
        f" ({ratio.measured:.2f} s against {ratio.against:.2f} s)"
    ]


def bare(pack: Pack, exporter: Exporter, layout: dict[str, Any], out: Path) -> None:
    """The libraries alone."""
    try:
        images = [image for chart in pack.charts() for image in _images(chart, exporter, pack)]
    except NoBrowserError:
        images = []
    for make_file in (_slides, _sheets):
        (out / make_file.__name__).write_bytes(make_file(pack))
    document = Document()
    for section in (*pack.pages, *pack.last):
        document.add_heading(section.title, 2)
        for said in section.paragraphs:
            document.add_paragraph(said)
        for table in section.tables:
            grid = document.add_table(rows=len(table.rows) + 1, cols=len(table.headings))
            for line, row in zip(grid.rows, (table.headings, *table.rows), strict=True):
                for cell, text in zip(line.cells, row, strict=True):
                    cell.text = text
    for image in images[2::4]:
        document.add_picture(io.BytesIO(image))
    document.save(str(out / "bare.docx"))
    typst.compile(
        pdf.LAYOUT.read_bytes(), format="pdf", sys_inputs={"pack": json.dumps(layout)}, pdf_standards=["ua-1"]
    )


def _images(chart: Any, exporter: Exporter, pack: Pack) -> list[bytes]:
    """The four pictures of a chart: two that stand alone, one for Word, one for the PDF."""
    origin = chart.origin
    caption = Caption(chart.title, chart.measure, origin.source, origin.as_of, origin.release, chart.note)
    return [
        exporter.export(chart.figure, caption, pack.words, "png", *pictures.SIZE),
        exporter.export(chart.figure, caption, pack.words, "svg", *pictures.SIZE),
        exporter.export(chart.figure, None, pack.words, "png", *word.SIZE),
        exporter.export(chart.figure, None, pack.words, "svg", *pdf.SIZES["a4"]),
    ]


def _slides(pack: Pack) -> bytes:
    deck, written = Presentation(), io.BytesIO()
    for section in (*pack.sections, *pack.last):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = section.title
        slide.notes_slide.notes_text_frame.text = "\n".join(section.notes)
        for chart in section.charts:
            data = CategoryChartData()
            data.categories = chart.categories
            for series in chart.series:
                data.add_series(series.name, series.values)
            slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, 0, 0, Inches(9), Inches(5), data)
        for table in section.tables:
            grid = slide.shapes.add_table(len(table.rows) + 1, len(table.headings), 0, 0, Inches(9), Inches(4)).table
            for number, row in enumerate((table.headings, *table.rows)):
                for column, text in enumerate(row):
                    grid.cell(number, column).text = text
    deck.save(written)
    return written.getvalue()


def _sheets(pack: Pack) -> bytes:
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    for chart in pack.charts():
        sheet = book.add_worksheet()
        for number, row in enumerate(chart.rows.astype(str).itertuples(index=False)):
            sheet.write_row(number, 0, row)
    book.close()
    return written.getvalue()
