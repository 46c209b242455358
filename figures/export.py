"""How does a chart leave the page? As a picture with its caption burnt in, or as a table that names its source.

Kaleido hands one thread's picture to another when two ask at once: one browser stands
behind one lock, which covers a whole picture. Plotly draws random letters for its ids;
they are replaced, so that the same chart is the same file.
"""

import csv
import io
import re
import threading
from pathlib import Path
from typing import Literal, Self

import pandas as pd

from figures._picture_browser import NoBrowserError, PictureBrowser, PictureError
from figures.caption import Caption
from figures.frame import bare, framed
from figures.theme import Figure
from language import Language

__all__ = ["Exporter", "Format", "NoBrowserError", "PictureError", "to_csv"]

Format = Literal["png", "svg"]
RESOLUTION = 2  # pixels of a PNG per pixel of the chart
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run such a cell


class Exporter:
    """One browser for one process, started at the first picture and stopped by close()."""

    def __init__(self, topojson: Path) -> None:
        """`topojson` is the folder that holds world_110m.json."""
        self._topojson = topojson.resolve().as_uri() + "/"
        self._lock = threading.Lock()
        self._browser: PictureBrowser | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def export(
        self,
        figure: Figure,
        caption: Caption | None,
        language: Language,
        format: Format,
        width: int = 1100,
        height: int = 560,
    ) -> bytes:
        """Draw chart and caption, or the chart alone, as a picture of width by height (a PNG has twice as many pixels)."""
        whole = framed(figure, caption, language, width, height) if caption else bare(figure, width, height)
        scale = RESOLUTION if format == "png" else 1
        with self._lock:
            drawn = self._draw(whole, {"format": format, "width": width, "height": height, "scale": scale})
        return _without_random_ids(drawn) if format == "svg" else drawn

    def close(self) -> None:
        """Stop the browser; a later picture starts a new one."""
        with self._lock:
            self._stop()

    def _draw(self, figure: Figure, options: dict[str, object]) -> bytes:
        if self._browser is None:
            starting = PictureBrowser()
            starting.start()
            self._browser = starting
        drawn = b""
        try:
            drawn = self._browser.draw(figure, options, self._topojson)
        finally:
            if not drawn:
                self._stop()  # a browser that failed is not trusted again; the next picture starts a new one
        return drawn

    def _stop(self) -> None:
        stopping, self._browser = self._browser, None
        if stopping is not None:
            stopping.stop()


def _without_random_ids(svg: bytes) -> bytes:
    """Plotly marks ids and the references to them with six random digits."""
    text = svg.decode()
    for uid in dict.fromkeys(re.findall(r'id="(?:topdefs-|defs-|clip)([0-9a-f]{6})', text)):
        text = re.sub(rf'((?:id="|url\([\'"]?#)[a-z-]*){uid}', r"\1slowburn", text)
    return text.encode()


def to_csv(table: pd.DataFrame, caption: Caption, unit: str) -> bytes:
    """Write a table as UTF-8 in which every row names unit, source, as-of date and release."""
    return rows_as_csv(
        table.assign(unit=unit, source=caption.source, as_of=caption.as_of.isoformat(), release=caption.release)
    )


def rows_as_csv(table: pd.DataFrame) -> bytes:
    """Write a table as UTF-8 that no spreadsheet takes for formulas."""
    columns = [_cells(table[column]) for column in table.columns]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*columns, strict=True))
    return written.getvalue().encode()


def _cells(column: pd.Series) -> list[object]:
    """Missing cells are empty, dates are ISO days, and a text that a spreadsheet would run is made inert."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return ["" if pd.isna(day) else day.date().isoformat() for day in column]
    if pd.api.types.is_numeric_dtype(column):
        return ["" if pd.isna(number) else number for number in column.tolist()]
    return ["" if pd.isna(cell) else _inert(str(cell)) for cell in column]


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
