"""How does a chart leave the page? As a picture with its caption burnt in, or as a table that names its source.

Kaleido hands one thread's picture to another when two ask at once, and its own
background server waits forever when no browser starts. Therefore one browser, one event
loop and one lock here; the lock covers a whole picture. Plotly draws random letters
for its ids: they are replaced, so that the same chart is the same file.
"""

import asyncio
import atexit
import csv
import io
import re
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Literal, Self

import kaleido
import pandas as pd
from kaleido.errors import BrowserFailedError, ChromeNotFoundError, JavascriptError, KaleidoError

from figures.caption import Caption
from figures.frame import framed
from figures.theme import Figure
from language import Language

Format = Literal["png", "svg"]
THREAD_NAME = "slowburn-export"
RESOLUTION = 2  # pixels of a PNG per pixel of the chart
TIMEOUT_SECONDS = 60.0
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run such a cell


class NoBrowserError(RuntimeError):
    """No Chrome or Chromium draws the pictures; the message says what to install."""


class PictureError(RuntimeError):
    """The browser could not draw this picture; the message holds what it said."""


class Exporter:
    """One browser for one process, started at the first picture and stopped by close()."""

    def __init__(self, topojson: Path) -> None:
        """`topojson` is the folder that holds world_110m.json."""
        self._topojson = topojson.resolve().as_uri() + "/"
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._browser: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def export(
        self, figure: Figure, caption: Caption, language: Language, format: Format, width: int = 1100, height: int = 560
    ) -> bytes:
        """Draw chart and caption as a picture of width by height (a PNG has twice as many pixels)."""
        whole = framed(figure, caption, language, width, height)
        options = {"format": format, "width": width, "height": height, "scale": RESOLUTION if format == "png" else 1}
        with self._lock:
            browser = self._running()
            drawn = b""
            try:
                drawn = self._wait(browser.calc_fig(whole, options, topojson=self._topojson))
            except (KaleidoError, JavascriptError) as error:
                raise PictureError(f"{format} of {caption.title!r} cannot be drawn: {error}") from error
            finally:
                if not drawn:
                    self._stop()  # a browser that failed is not trusted again; the next picture starts a new one
        return _without_random_ids(drawn) if format == "svg" else drawn

    def close(self) -> None:
        """Stop the browser; a later picture starts a new one."""
        with self._lock:
            self._stop()

    def _running(self) -> Any:
        if self._browser is not None:
            return self._browser
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=THREAD_NAME, daemon=True)
        self._thread.start()
        try:
            self._browser = self._wait(_started())
        except (ChromeNotFoundError, BrowserFailedError) as error:
            self._stop()
            raise NoBrowserError(
                "no Chrome or Chromium starts on this machine, pictures cannot be drawn: "
                "install one (Debian: apt-get install chromium) or set BROWSER_PATH to it"
            ) from error
        atexit.register(self.close)  # a browser must not outlive its process, nor its temporary folders
        return self._browser

    def _wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        if self._loop is None:
            raise RuntimeError("no event loop runs: start the browser first")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT_SECONDS)

    def _stop(self) -> None:
        loop, thread, browser = self._loop, self._thread, self._browser
        self._loop = self._thread = self._browser = None
        if loop is None or thread is None:
            return
        atexit.unregister(self.close)
        try:
            if browser is not None:
                asyncio.run_coroutine_threadsafe(browser.close(), loop).result(TIMEOUT_SECONDS)
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(TIMEOUT_SECONDS)
            loop.close()


async def _started() -> Any:
    browser = kaleido.Kaleido(n=1, timeout=TIMEOUT_SECONDS, mathjax=False)
    await browser.open()
    return browser


def _without_random_ids(svg: bytes) -> bytes:
    text = svg.decode()
    for uid in dict.fromkeys(re.findall(r'id="(?:clip|topdefs-|defs-)([0-9a-f]{6})', text)):
        text = text.replace(uid, "slowburn")
    return text.encode()


def to_csv(table: pd.DataFrame, caption: Caption, unit: str) -> bytes:
    """Write a table as UTF-8 in which every row names unit, source, as-of date and release."""
    named = table.assign(unit=unit, source=caption.source, as_of=caption.as_of.isoformat(), release=caption.release)
    columns = [_cells(named[column]) for column in named.columns]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(named.columns)
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
