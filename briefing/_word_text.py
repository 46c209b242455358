"""Words in Word: one typeface that every office program has, and descriptions of what is drawn."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from figures.theme import INK

FONT = "Arial"  # the reader's machine has it, or one of the same widths: two pages stay two
THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def write(paragraph: Any, text: str, size: Any, colour: str = INK, after: float = 2) -> None:
    """A run of its own size and colour; the typeface is that of the document."""
    paragraph.paragraph_format.space_after = Pt(after)
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = size, rgb(colour)


def styled(style: Any, size: Any, colour: str) -> None:
    """A style in our typeface; the theme's would win over it and is taken out."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, size, rgb(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in THEMES:
        fonts.attrib.pop(qn(theme), None)
    fonts.set(qn("w:cs"), FONT)


def described(inline: Any, title: str, text: str) -> None:
    """An alternative text."""
    inline.docPr.set("title", title)
    inline.docPr.set("descr", text)


def rgb(colour: str) -> RGBColor:
    """A colour of ours as the format's."""
    return RGBColor.from_string(colour.removeprefix("#").upper())
