"""The browser that draws pictures: an event loop in a thread of its own, started late and stopped for certain.

Kaleido's own background server waits forever when its browser does not start.
"""

import asyncio
import atexit
import threading
from collections.abc import Coroutine
from typing import Any

import kaleido
from kaleido.errors import BrowserFailedError, ChromeNotFoundError, JavascriptError, KaleidoError

from figures.theme import Figure

THREAD_NAME = "slowburn-export"
TIMEOUT_SECONDS = 60.0


class NoBrowserError(RuntimeError):
    """No Chrome or Chromium draws the pictures; the message says what to install."""


class PictureError(RuntimeError):
    """The browser could not draw this picture; the message holds what it said."""


class PictureBrowser:
    """A running browser; not safe for threads, its owner holds a lock."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=THREAD_NAME, daemon=True)
        self._browser: Any = None

    def start(self) -> None:
        """Start, or leave nothing running."""
        self._thread.start()
        try:
            self._browser = self._wait(_started())
        except (ChromeNotFoundError, BrowserFailedError) as error:
            raise NoBrowserError(
                "no Chrome or Chromium starts on this machine, pictures cannot be drawn: "
                "install one (Debian: apt-get install chromium) or set BROWSER_PATH to it"
            ) from error
        finally:
            if self._browser is None:
                self.stop()
        atexit.register(self.stop)  # a browser must not outlive its process, nor its temporary folders

    def draw(self, figure: Figure, options: dict[str, object], topojson: str) -> bytes:
        """Draw one picture."""
        try:
            return bytes(self._wait(self._browser.calc_fig(figure, options, topojson=topojson)))
        except (KaleidoError, JavascriptError) as error:
            raise PictureError(f"the picture cannot be drawn: {error}") from error
        except TimeoutError as error:
            raise PictureError(f"the picture was not drawn within {TIMEOUT_SECONDS:g} seconds; try again") from error

    def stop(self) -> None:
        """Stop browser, loop and thread, whatever state they are in."""
        atexit.unregister(self.stop)
        try:
            if self._browser is not None:
                self._wait(self._browser.close())
        finally:
            self._browser = None
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(TIMEOUT_SECONDS)
            self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT_SECONDS)


async def _started() -> Any:
    browser = kaleido.Kaleido(n=1, timeout=TIMEOUT_SECONDS, mathjax=False)
    await browser.open()
    return browser
