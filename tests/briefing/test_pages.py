"""Word, PDF and workbook open again, say what they must, and run nothing."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from briefing.pack import Pack
from briefing.pdf import write_pdf
from briefing.pictures import Pictures
from briefing.word import write_word
from briefing.workbook import write_workbook
from tests.briefing.conftest import HasNoBrowser, MakePack

PACKS = (("country", ("SDN",)), ("comparison", ("SDN", "COL")), ("monthly-watch", ("SDN", "TUV", "crisis:darfur")))


def words_of(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize(("template", "places"), PACKS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_pdf_is_tagged(made: MakePack, pictures: Pictures, template: str, places: tuple[str], paper: str) -> None:
    written = write_pdf(made(*places, template=template), pictures, paper)
    assert written.startswith(b"%PDF-") and b"/StructTreeRoot" in written and b"/MarkInfo" in written
    assert (b"[0 0 612 792]" in written) == (paper == "letter")


def test_the_text_of_a_pdf_can_be_searched_and_its_bookmarks_lead_to_it(made: MakePack, pictures: Pictures) -> None:
    pack = made("SDN", code="fr")
    read = PdfReader(io.BytesIO(write_pdf(pack, pictures)))
    said = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    bookmarks = [mark.title for mark in _flat(read.outline)]
    assert (
        bookmarks[0] == pack.title
        and [one.title for one in (*pack.pages, *pack.last)] == bookmarks[1:][: len(pack.pages)] + bookmarks[-3:]
    )
    assert "3000" in said.replace("\u202f", "").replace(" ", "") and read.metadata.title == pack.title
    root = read.trailer["/Root"]
    assert root["/Lang"] == "fr" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert len(read.pages) == 2


def _flat(marks: Any) -> list[Any]:
    return [one for mark in marks for one in (_flat(mark) if isinstance(mark, list) else [mark])]


def test_a_word_file_has_native_headings_and_tables_and_described_pictures(made: MakePack, pictures: Pictures) -> None:
    document = Document(io.BytesIO(write_word(made("SDN"), pictures)))
    levels = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert levels[0] == "Heading 1" and levels.count("Heading 2") >= 5 and len(document.tables) >= 3
    assert len(document.inline_shapes) == 2
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)


def test_an_organisation_s_own_template_keeps_its_margins(made: MakePack, pictures: Pictures, tmp_path: Path) -> None:
    own, path = Document(), tmp_path / "own.docx"
    own.sections[0].left_margin = 1_234_440
    own.sections[0].footer.paragraphs[0].text = "Ministry of Weather"
    own.save(str(path))
    document = Document(io.BytesIO(write_word(made("SDN"), pictures, path)))
    assert document.sections[0].left_margin == 1_234_440
    assert document.sections[0].footer.paragraphs[0].text == "Ministry of Weather"


def test_without_a_browser_the_rest_still_comes_and_says_what_to_install(made: MakePack) -> None:
    pictures = Pictures(HasNoBrowser())
    written = write_pdf(made("SDN"), pictures)
    document = Document(io.BytesIO(write_word(made("SDN"), pictures)))
    assert b"/StructTreeRoot" in written and "install" in pictures.missing
    assert "apt-get install chromium" in words_of(document) and len(document.inline_shapes) == 0


def test_a_place_without_data_gives_a_pack_that_says_so(made: MakePack, pictures: Pictures) -> None:
    pack = made("FJI")
    said = words_of(Document(io.BytesIO(write_word(pack, pictures))))
    assert "No source here has figures for this place. That is not zero" in said
    assert not list(pack.charts()) and not pack.printed and write_pdf(pack, pictures).startswith(b"%PDF-")


def test_a_place_that_is_not_separable_names_the_row_that_holds_it(made: MakePack) -> None:
    assert "not separable" in made("PSE").sections[0].paragraphs[0]


def test_cells_that_a_spreadsheet_would_run_are_text(made: MakePack) -> None:
    pack = made("SDN")
    chart = next(pack.charts())
    bad = ["=1+1", "+1", "-1", "@x"]
    chart = replace(chart, rows=pd.DataFrame({"name": bad, "deaths": [1, 2, 3, 4]}))
    section = replace(pack.sections[0], charts=(chart,), tables=())
    book = load_workbook(io.BytesIO(write_workbook(replace(pack, sections=(section,)))))
    cells = [row[0] for row in book[chart.name].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == bad and {cell.data_type for cell in cells} == {"s"}


def test_the_workbook_ends_with_sources_and_definitions(made: MakePack) -> None:
    book = load_workbook(io.BytesIO(write_workbook(made("SDN"))))
    said = " ".join(str(cell.value) for row in book[book.sheetnames[-1]].iter_rows() for cell in row if cell.value)
    assert book.sheetnames[-1] == "Sources and definitions" and "CC BY" in said and "true tolls are higher" in said


def test_the_workbook_holds_the_published_rows(made: MakePack) -> None:
    pack: Pack = made("COL")
    book, chart = load_workbook(io.BytesIO(write_workbook(pack))), next(pack.charts())
    rows = list(book[chart.name].iter_rows(values_only=True))
    at = rows[0].index("fatalities_best")
    assert sum(row[at] for row in rows[1:]) == chart.rows["fatalities_best"].sum()


def test_a_crisis_names_only_what_stands_behind_its_figures(made: MakePack) -> None:
    pack = made("crisis:darfur")
    sources = next(table for section in pack.last for table in section.tables)
    assert not any("People" in row[0] for row in sources.rows) and len(sources.rows) == 1
    assert "severity is made of" not in " ".join(section.title for section in pack.sections)


def test_the_columns_of_the_workbook_are_as_wide_as_what_stands_in_them(made: MakePack) -> None:
    book = load_workbook(io.BytesIO(write_workbook(made("SDN"))))
    sheet = book[book.sheetnames[0]]
    for column in sheet.iter_cols(max_col=8):
        longest = max(len(str(cell.value)) for cell in column if cell.value is not None)
        assert sheet.column_dimensions[column[0].column_letter].width >= min(longest, 40)
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$1:$1"


@pytest.mark.usefixtures("touched")
def test_on_paper_a_long_component_is_cut_and_says_how_much_the_workbook_has_more(made: MakePack) -> None:
    pack = made("SDN", receiver="CAN")
    paper = next(table for one in pack.sections if one.is_paper_only for table in one.tables)
    assert [row[1] for row in paper.rows if "more" in row[1]] == ["and 3 more figures in the workbook"]
    whole = next(table for table in pack.tables() if table.name == "exposure-elsewhere")
    book = load_workbook(io.BytesIO(write_workbook(pack)))
    assert len(whole.rows) == 9 and book[whole.name].max_row >= 10
