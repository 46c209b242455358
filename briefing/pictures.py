"""How does a chart become a picture? Those of the dashboard by its one browser, our own small ones without any.

The first time no browser is found, none is asked for again: what is missing is said once.
"""

from typing import Literal, Protocol

import typst

from briefing.pack import Chart
from figures.caption import Caption
from figures.export import NoBrowserError
from figures.theme import Figure
from language import Language

SVG_DPI = 300
SIZE = (1000, 500)  # pixels of a chart that stands alone, with its caption
PAGE = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


class Draws(Protocol):
    """What draws a picture; figures.export.Exporter is one."""

    def export(
        self,
        figure: Figure,
        caption: Caption | None,
        language: Language,
        format: Literal["png", "svg"],
        width: int,
        height: int,
    ) -> bytes:
        """The chart as a picture; NoBrowserError when nothing can draw it."""


class Pictures:
    """The pictures of some packs."""

    def __init__(self, draws: Draws | None) -> None:
        self._draws = draws
        self.missing = ""  # why pictures are missing; empty as long as none is

    def missing_words(self, words: Language) -> str:
        """What to install, for who reads the file."""
        return words.text(
            "This picture needs a Chrome or Chromium on the machine that makes the briefing: install one "
            "(Debian: apt-get install chromium) and make it again. Its figures are in the workbook and the CSV."
        )

    def captioned(self, chart: Chart, words: Language, format: Literal["png", "svg"]) -> bytes | None:
        """A picture that travels alone: title, source and release are burnt in; None without a browser."""
        if chart.figure is None:
            return chart.svg.encode() if format == "svg" else png_of(chart.svg)
        caption = Caption(
            chart.title, chart.measure, chart.origin.source, chart.origin.as_of, chart.origin.release, chart.note
        )
        return self._drawn(chart.figure, caption, words, format, SIZE)

    def bare(self, chart: Chart, words: Language, format: Literal["png", "svg"], size: tuple[int, int]) -> bytes | None:
        """A picture for a page that says the rest in its own words."""
        if chart.figure is None:
            return chart.svg.encode() if format == "svg" else png_of(chart.svg)
        return self._drawn(chart.figure, None, words, format, size)

    def _drawn(
        self,
        figure: Figure,
        caption: Caption | None,
        words: Language,
        format: Literal["png", "svg"],
        size: tuple[int, int],
    ) -> bytes | None:
        if self._draws is None or self.missing:
            return None
        try:
            return self._draws.export(figure, caption, words, format, *size)
        except NoBrowserError as error:
            self.missing = str(error)
            return None


def png_of(svg: str) -> bytes:
    """Our own SVG as a picture for programs that show none."""
    drawn = typst.compile(PAGE.encode(), format="png", ppi=SVG_DPI, sys_inputs={"svg": svg})
    return bytes(drawn if isinstance(drawn, bytes) else drawn[0])
