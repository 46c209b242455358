"""What is made before somebody asks for it? One thread, which stands back while requests are answered.

The first page of a release lays its tables out, which takes a second or two; a chart
whose control is turned is drawn anew. Both are done ahead here, once a server is
running: the pages when it starts and when a release appears, the other views of a
chart when a reader opens its page. Without `begin` nothing is made ahead.
"""

import gc
import logging
import math
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Thread

import pyarrow as pa

LOG = logging.getLogger(__name__)
MOST_WAITING = 64  # what readers of a few pages may ask for next; beyond that it is drawn when it is asked for
PAUSE = 0.02  # seconds before each piece of work, so that an answer that is being written goes out first
LOOK_FOR_RELEASES = 20.0  # seconds

Work = Callable[[], object]


class Ahead:
    """Work that is done in the background; safe between threads."""

    def __init__(self) -> None:
        self._waiting: Queue[Work] | None = None

    def begin(self, newest: Callable[[], str], make_ready: Work) -> None:
        """Start the thread; `newest` names the published release, `make_ready` opens its pages."""
        self._waiting = Queue(MOST_WAITING)
        Thread(target=self._run, args=(self._waiting, newest, make_ready), name="ahead", daemon=True).start()

    def later(self, work: Work) -> None:
        """Do this soon; not at all where nothing is done ahead, or too much is waiting."""
        if self._waiting is not None:
            with suppress(Full):
                self._waiting.put_nowait(work)

    def finish(self) -> None:
        """Wait until all that was asked for is done."""
        if self._waiting is not None:
            self._waiting.join()

    def _run(self, waiting: "Queue[Work]", newest: Callable[[], str], make_ready: Work) -> None:
        ready, looked = "", -math.inf
        while True:
            if time.monotonic() - looked >= LOOK_FOR_RELEASES:
                looked, published = time.monotonic(), attempt(newest)
                if published and published != ready:
                    ready = str(published)
                    attempt(make_ready)
                    settle()
            with suppress(Empty):
                work = waiting.get(timeout=LOOK_FOR_RELEASES)
                time.sleep(PAUSE)
                attempt(work)
                waiting.task_done()


def attempt(work: Work) -> object:
    """What the work gives, or None: whoever asks for the same meets the fault and is told of it."""
    try:
        return work()
    except Exception:
        LOG.debug("not made ahead", exc_info=True)
        return None


def settle() -> None:
    """What is laid out now stays as long as its release: the collector need not walk it, what reading took goes back."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    gc.freeze()
