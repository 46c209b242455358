"""The slides: 16:9, one message each, native charts with their data, method and caveats in the notes."""

import io
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from briefing._slide_chart import chart_on
from briefing._slide_table import ROWS, facts_on, table_on
from briefing._slide_text import EDGE, FONT, HEIGHT, ROOM, WIDTH, font_of, rgb, text_on
from briefing.pack import Chart, Origin, Pack, Section, Table
from figures.theme import ACCENT, INK, MUTED
from language import Language

TOP, FOOT = Inches(1.7), Inches(6.42)
TITLE_ONLY = 5  # the layout with a title alone
NUMBER_WIDTH = Inches(0.6)
SIZES_OF_WORDS = ((4, 18), (6, 15), (10, 12), (99, 10))  # up to so many paragraphs: points


def write_powerpoint(pack: Pack) -> bytes:
    """One file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _described(deck, pack)
    _first(deck, pack)
    for section in (*pack.slides, *pack.last):
        _message(deck, section, pack.words)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _described(deck: Any, pack: Pack) -> None:
    told, moment = deck.core_properties, datetime(pack.as_of.year, pack.as_of.month, pack.as_of.day)  # noqa: DTZ001  # the file format wants it without a zone
    told.title, told.author, told.language, told.identifier = pack.title, "Slowburn", pack.words.code, pack.id
    told.created = told.modified = moment


def _first(deck: Any, pack: Pack) -> None:
    """The title, what it is known as, and what its slides say."""
    slide = _slide(deck, pack.title, (pack.words.text("Made from the release {release}.", release=pack.release),))
    held = slide.shapes.title
    held.top, held.height = Inches(1.0), Inches(1.5)
    font_of(held.text_frame.paragraphs[0].font, 38, INK, is_bold=True)
    _bar(slide, EDGE, Inches(0.75), Inches(1.1), Inches(0.08))
    known = [pack.subtitle, f"{pack.words.text('Release')} {pack.release}"]
    text_on(slide, known, (EDGE, Inches(2.65), ROOM, Inches(0.9)), 16, MUTED)
    messages = list(dict.fromkeys(section.title for section in pack.slides))[:6]
    text_on(slide, messages, (EDGE, Inches(3.8), ROOM, Inches(2.4)), 16)
    text_on(slide, [pack.address], (EDGE, Inches(6.75), ROOM, Inches(0.4)), 9, MUTED)


def _message(deck: Any, section: Section, words: Language) -> None:
    """A slide for the words and facts, and one for each chart row and table of a message."""
    if section.facts or (section.paragraphs and not section.tables and not section.charts):
        _words(_slide(deck, section.title, section.notes), section)
    if len(section.charts) > 1:
        _charts(_slide(deck, section.title, section.notes), section.charts, words)
    for chart in section.charts if len(section.charts) == 1 else ():
        slide = _slide(deck, section.title, section.notes)
        text_on(slide, [chart.measure], (EDGE, Inches(1.25), ROOM, Inches(0.35)), 14, MUTED)
        chart_on(slide, chart, (EDGE, Inches(1.65), ROOM, Inches(4.7)))
        _origin(slide, chart.origin, words, chart.note)
    for table in section.tables:
        _table(deck, section, table, words)


def _words(slide: Any, section: Section) -> None:
    top = facts_on(slide, section.facts, TOP) if section.facts else TOP
    size = next(points for most, points in SIZES_OF_WORDS if len(section.paragraphs) <= most)
    text_on(slide, list(section.paragraphs), (EDGE, top, ROOM, Emu(HEIGHT - top - Inches(0.5))), size)


def _table(deck: Any, section: Section, table: Table, words: Language) -> None:
    """Of several tables each is a message of its own; the words they share stand in the notes of each."""
    shares = len(section.tables) > 1
    notes = (*section.paragraphs, *section.notes) if shares else section.notes
    title, said = (table.title, [section.title]) if shares else (section.title, list(section.paragraphs))
    for start in range(0, len(table.rows), ROWS):
        shown = title if start == 0 else words.text("{title}, continued", title=title)
        slide = _slide(deck, shown, notes)
        text_on(slide, said, (EDGE, Inches(1.2), ROOM, Inches(0.55)), 12, MUTED)
        if table.facts:
            below = facts_on(slide, table.facts, Inches(2.1))
            text_on(slide, [table.note], (EDGE, below, ROOM, Emu(FOOT - below)), 16)
        else:
            table_on(slide, table, start)
        if table.origin:
            _origin(slide, table.origin, words, "" if table.facts else table.note)


def _slide(deck: Any, title: str, notes: tuple[str, ...]) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    held = slide.shapes.title
    held.left, held.top, held.width, held.height = EDGE, Inches(0.35), ROOM, Inches(0.85)
    held.text_frame.word_wrap = True
    held.text_frame.margin_left = held.text_frame.margin_right = 0
    held.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    held.text_frame.text = title
    paragraph = held.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    font_of(paragraph.font, 28 if len(title) < 60 else 22, INK, is_bold=True)
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    if len(deck.slides) > 1:
        _bar(slide, 0, Inches(0.45), Inches(0.12), Inches(0.65))
        _numbered(slide)
    return slide


def _bar(slide: Any, left: int, top: int, width: int, height: int) -> None:
    drawn = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = rgb(ACCENT)
    drawn.line.fill.background()
    drawn.shadow.inherit = False


def _numbered(slide: Any) -> None:
    """The number of the slide as a field, so that it stays right when slides are moved."""
    where = (WIDTH - EDGE - NUMBER_WIDTH, HEIGHT - Inches(0.4), NUMBER_WIDTH, Inches(0.3))
    paragraph = text_on(slide, [""], where, 9, MUTED).paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = paragraph._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    told = field.makeelement(qn("a:rPr"), {"sz": "900"})
    told.append(told.makeelement(qn("a:latin"), {"typeface": FONT}))
    field.append(told)
    text = field.makeelement(qn("a:t"), {})
    text.text = str(len(slide.part.package.presentation_part.presentation.slides))
    field.append(text)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, field)


def _charts(slide: Any, charts: tuple[Chart, ...], words: Language) -> None:
    """Small multiples: as many native charts, on one scale."""
    across = 2 if len(charts) <= 4 else 4
    down = -(-len(charts) // across)
    width, height = ROOM // across, (FOOT - Inches(1.35)) // down
    for number, chart in enumerate(charts):
        left, top = EDGE + number % across * width, Inches(1.3) + number // across * height
        text_on(slide, [chart.title], (left, top, width, Inches(0.3)), 12, INK, is_bold=True)
        chart_on(slide, chart, (left, top + Inches(0.28), width - Inches(0.15), height - Inches(0.32)), is_small=True)
    _origin(slide, charts[0].origin, words, charts[0].measure)


def _origin(slide: Any, origin: Origin, words: Language, note: str) -> None:
    said = [part for part in (note, origin.line(words), origin.address) if part]
    frame = text_on(slide, said, (EDGE, FOOT, Emu(ROOM - NUMBER_WIDTH), Inches(0.9)), 9, MUTED)
    for paragraph in frame.paragraphs:
        paragraph.space_after = 0
