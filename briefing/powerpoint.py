"""The slides: 16:9, one message each, native charts with their data, method and caveats in the notes.

A gap in a chart is a period without a figure. Charts and lines carry an alternative text, which python-pptx
has no word for: it is written into the drawing's own properties.
"""

import io
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Emu, Inches, Pt

from briefing.pack import Chart, Fact, Origin, Pack, Section, Table
from briefing.pdf import line_words
from briefing.pictures import png_of
from figures.theme import ACCENT, HAIRLINE, INK, MUTED
from language import Language

WIDTH, HEIGHT, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
ROOM = Emu(WIDTH - 2 * EDGE)
FONT = "Inter"
TOP, FOOT = Inches(1.55), Inches(6.72)
ROWS = 12  # of a table that can be read from a chair
BLANK = 6  # the layout without placeholders; 5 has a title alone
TITLE_ONLY = 5
LABELS = 12  # category labels that fit under a chart


def write_powerpoint(pack: Pack) -> bytes:
    """One file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _described(deck, pack)
    first = _slide(deck, pack.title, (pack.words.text("Made from the release {release}.", release=pack.release),))
    _text(first, [pack.subtitle, f"{pack.words.text('Release')} {pack.release}"], EDGE, TOP, ROOM, Inches(1), 18, MUTED)
    _text(first, [pack.address], EDGE, FOOT, ROOM, Inches(0.4), 9, MUTED)
    for section in pack.sections:
        _message(deck, section, pack.words)
    for section in pack.last:
        _message(deck, section, pack.words)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _described(deck: Any, pack: Pack) -> None:
    told, moment = deck.core_properties, datetime(pack.as_of.year, pack.as_of.month, pack.as_of.day)  # noqa: DTZ001  # the file format wants it without a zone
    told.title, told.author, told.language, told.identifier = pack.title, "Slowburn", pack.words.code, pack.id
    told.created = told.modified = moment


def _message(deck: Any, section: Section, words: Language) -> None:
    """A slide for the words and facts, and one for each chart row and table of a message."""
    if section.facts or (section.paragraphs and not section.tables and not section.charts):
        slide = _slide(deck, section.title, section.notes)
        top = _facts(slide, section.facts) if section.facts else TOP
        _text(
            slide, list(section.paragraphs), EDGE, top, ROOM, Emu(FOOT - top), 16 if len(section.paragraphs) < 6 else 12
        )
    if len(section.charts) > 1:
        _charts(_slide(deck, section.title, section.notes), section.charts, words)
    for chart in section.charts if len(section.charts) == 1 else ():
        slide = _slide(deck, section.title, section.notes)
        _text(slide, [chart.measure], EDGE, Inches(1.3), ROOM, Inches(0.35), 12, MUTED)
        _chart(slide, chart, (EDGE, Inches(1.65), ROOM, Inches(4.75)))
        _origin(slide, chart.origin, words, chart.note)
    for table in section.tables:
        for start in range(0, len(table.rows), ROWS):
            shares = len(section.tables) > 1  # then the words of the message stand in the notes of each of its slides
            slide = _slide(deck, section.title, (*section.paragraphs, *section.notes) if shares else section.notes)
            said = [table.title] if shares else list(section.paragraphs)
            _text(slide, said, EDGE, Inches(1.15), ROOM, Inches(0.6), 11, MUTED)
            _table(slide, table, start)
            if table.origin:
                _origin(slide, table.origin, words, table.note)


def _slide(deck: Any, title: str, notes: tuple[str, ...]) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    held = slide.shapes.title
    held.left, held.top, held.width, held.height = EDGE, Inches(0.4), ROOM, Inches(0.85)
    held.text_frame.word_wrap = True
    held.text_frame.text = title
    paragraph = held.text_frame.paragraphs[0]
    paragraph.alignment = 1
    _font(paragraph.font, 26 if len(title) < 70 else 20, INK, is_bold=True)
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    return slide


def _text(
    slide: Any, said: list[str], left: int, top: int, width: int, height: int, size: int, colour: str = INK
) -> None:
    frame = slide.shapes.add_textbox(left, top, width, height).text_frame
    frame.word_wrap = True
    for number, text in enumerate(said):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.space_after = Pt(size / 2)
        _font(paragraph.font, size, colour)


def _facts(slide: Any, facts: tuple[Fact, ...]) -> int:
    width = ROOM // len(facts)
    for number, fact in enumerate(facts):
        left = EDGE + number * width
        _text(slide, [fact.label], left, TOP, width, Inches(0.3), 11, MUTED)
        _text(slide, [fact.value], left, TOP + Inches(0.28), width, Inches(0.6), 30, ACCENT)
        _text(slide, [fact.under], left, TOP + Inches(0.95), width, Inches(0.5), 11, MUTED)
    return int(TOP + Inches(1.7))


def _charts(slide: Any, charts: tuple[Chart, ...], words: Language) -> None:
    """Small multiples: as many native charts, on one scale."""
    across = 2 if len(charts) <= 4 else 4
    down = -(-len(charts) // across)
    width, height = ROOM // across, (FOOT - Inches(1.4)) // down
    for number, chart in enumerate(charts):
        left, top = EDGE + number % across * width, Inches(1.35) + number // across * height
        _text(slide, [chart.title], left, top, width, Inches(0.3), 10)
        _chart(slide, chart, (left, top + Inches(0.28), width, height - Inches(0.3)), is_small=True)
    _origin(slide, charts[0].origin, words, charts[0].measure)


def _chart(slide: Any, chart: Chart, where: tuple[int, int, int, int], is_small: bool = False) -> None:
    data = CategoryChartData(number_format="#,##0")
    data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *where, data)
    _alternative(frame, chart.title, chart.summary)
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(8 if is_small else 11), FONT
    drawn.has_title, drawn.has_legend = False, not is_small
    if not is_small:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 15, 100
    for series, told in zip(plot.series, chart.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(told.colour)
        series.invert_if_negative = False
    values, periods = drawn.value_axis, drawn.category_axis
    values.minimum_scale, values.major_gridlines.format.line.color.rgb = 0, _rgb(HAIRLINE)
    values.format.line.fill.background()
    if chart.top is not None:
        values.maximum_scale = chart.top
    periods.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    periods.has_major_gridlines = False
    skipped = periods._element.makeelement(
        f"{{{periods._element.nsmap['c']}}}tickLblSkip",
        {"val": str(max(1, len(chart.categories) // (LABELS // 3 if is_small else LABELS)))},
    )
    before = periods._element.find(f"{{{periods._element.nsmap['c']}}}noMultiLvlLbl")
    if before is not None:
        before.addprevious(skipped)


def _table(slide: Any, table: Table, start: int) -> None:
    rows = table.rows[start : start + ROWS]
    height = Inches(0.38)
    frame = slide.shapes.add_table(
        len(rows) + 1, len(table.headings), EDGE, Inches(1.8), ROOM, height * (len(rows) + 1)
    )
    _alternative(frame, table.title, ", ".join(table.headings))
    grid = frame.table
    grid.horz_banding = False
    widths = table.widths or (1 / len(table.headings),) * len(table.headings)
    for column, share in zip(grid.columns, widths, strict=True):
        column.width = int(ROOM * share)
    for number, row in enumerate((table.headings, *rows)):
        grid.rows[number].height = height
        for column, text in enumerate(row):
            _cell(grid.cell(number, column), text, number == 0, column in table.numbers)
    for number in range(len(rows)):
        if table.line_at >= 0 and (line := table.lines[start + number]):
            left = EDGE + sum(grid.columns[at].width for at in range(table.line_at)) + Inches(0.08)
            picture = slide.shapes.add_picture(
                io.BytesIO(png_of(line)),
                left,
                Inches(1.8) + height * (number + 1) + Inches(0.05),
                grid.columns[table.line_at].width - Inches(0.16),
                height - Inches(0.1),
            )
            _alternative(picture, table.title, line_words(line))


def _cell(cell: Any, text: str, is_heading: bool, is_number: bool) -> None:
    cell.text = text
    cell.fill.background()
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = 3 if is_number else 1
    _font(paragraph.font, 9 if len(text) > 60 else 10, MUTED if is_heading else INK, is_bold=is_heading)


def _origin(slide: Any, origin: Origin, words: Language, note: str) -> None:
    _text(
        slide,
        [part for part in (note, origin.line(words), origin.address) if part],
        EDGE,
        FOOT - Inches(0.25),
        ROOM,
        Inches(0.7),
        8,
        MUTED,
    )


def _alternative(shape: Any, title: str, text: str) -> None:
    told = shape._element.xpath(".//p:cNvPr")[0]
    told.set("title", title)
    told.set("descr", text)


def _font(font: Any, size: float, colour: str, is_bold: bool = False) -> None:
    font.size, font.name, font.bold = Pt(size), FONT, is_bold
    font.color.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
