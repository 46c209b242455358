"""Words on a slide: one typeface that every office program has, sizes that can be read from a chair."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from figures.theme import INK

FONT = "Arial"  # the reader's machine has it, or one of the same widths; Inter would be replaced by who knows what
WIDTH, HEIGHT, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
ROOM = Emu(WIDTH - 2 * EDGE)


def text_on(
    slide: Any,
    said: list[str],
    where: tuple[int, int, int, int],
    size: float,
    colour: str = INK,
    is_bold: bool = False,
) -> Any:
    """A box of paragraphs."""
    frame = slide.shapes.add_textbox(*where).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    for number, text in enumerate(said):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.space_after = Pt(size / 2)
        font_of(paragraph.font, size, colour, is_bold)
    return frame


def font_of(font: Any, size: float, colour: str, is_bold: bool = False) -> None:
    """The one typeface in a size and colour."""
    font.size, font.name, font.bold = Pt(size), FONT, is_bold
    font.color.rgb = rgb(colour)


def described(shape: Any, title: str, text: str) -> None:
    """An alternative text; python-pptx has no word for it."""
    told = shape._element.xpath(".//p:cNvPr")[0]
    told.set("title", title)
    told.set("descr", text)


def rgb(colour: str) -> RGBColor:
    """A colour of ours as the format's."""
    return RGBColor.from_string(colour.removeprefix("#").upper())
