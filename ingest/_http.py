"""Polite, bounded downloads: one `get(url)` for every source.

Publishers answer errors with status 200, break off in the middle, and ask to be
left alone for a while. So: a User-Agent that says who asks, a pause between
requests to one host, few and spaced tries, broken downloads resumed, and caps on
size and time. A 304 gives back the bytes that are already here.
"""

import random
import time
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests
import urllib3

from ingest._source import Get, NotPublishedError, SourceError, Unchanged

CHUNK = 1 << 14  # what is lost of a broken download, and how often caps are looked at
WORTH_ANOTHER_TRY = {408, 425, 429, 500, 502, 503, 504}


@dataclass(frozen=True)
class HttpSettings:
    """How we behave towards publishers; every value can be set from the environment (.env.example)."""

    mirror: str = ""  # goes before every address: https://HOST/PATH becomes MIRROR/HOST/PATH
    contact: str = ""
    pace_seconds: float = 1.0
    tries: int = 4
    backoff_seconds: float = 2.0
    timeout_seconds: float = 60.0
    max_bytes: int = 500_000_000
    max_seconds: float = 1800.0

    @property
    def user_agent(self) -> str:
        contact = f"; {self.contact}" if self.contact else ""
        return f"Slowburn/0.1 (+https://github.com/slowburn-dashboard/slowburn{contact})"


@dataclass(frozen=True)
class Known:
    """An answer that is already on disk, with what a publisher needs to say that it has not changed."""

    path: Path
    etag: str | None
    last_modified: str | None
    is_whole: bool = True  # False: it came before a failure, and nobody has found it in order yet


@dataclass
class Answer:
    """What came back for one address; the snapshot's manifest keeps it."""

    url: str
    etag: str | None
    last_modified: str | None
    not_modified: bool


@dataclass
class _Download:
    """A body under way: what is here, and how long the publisher says it is."""

    body: bytearray = field(default_factory=bytearray)
    validator: str | None = None
    answer: Answer | None = None


def polite_get(
    settings: HttpSettings,
    known: Mapping[str, Known],
    answers: dict[str, Answer],
    last_request: dict[str, float],
    headers: Mapping[str, str] | None = None,
    sleep: Callable[[float], None] = time.sleep,
    web_pages: Container[str] = (),
) -> Get:
    """A `get` that fills `answers`, shares `last_request` (host -> moment) with others, and raises SourceError."""
    session = requests.Session()
    session.headers.update({"User-Agent": settings.user_agent, **(headers or {})})
    deadline = time.monotonic() + settings.max_seconds

    def get(url: str) -> bytes:
        download, trouble, pause = _Download(), "", 0.0
        for attempt in range(settings.tries):
            sleep(min(pause, max(0.0, deadline - time.monotonic())))
            _keep_pace(urlsplit(url).netloc, settings.pace_seconds, last_request, sleep)
            if time.monotonic() > deadline:
                raise SourceError(
                    f"url={url} total time cap of {settings.max_seconds:g} s reached; raise SLOWBURN_MAX_SECONDS or try later"
                )
            try:
                return _once(session, url, settings, known.get(url), download, answers, deadline, url in web_pages)
            except _TryAgain as again:
                trouble = str(again)
                pause = _pause(attempt + 1, settings) if again.asked_pause is None else again.asked_pause
        raise SourceError(f"url={url} {trouble} after {settings.tries} tries; the publisher may be down: try later")

    return get


class _TryAgain(Exception):
    """A failure that may pass, and the seconds the publisher asks us to wait, where it does."""

    def __init__(self, said: str, asked_pause: float | None = None) -> None:
        super().__init__(said)
        self.asked_pause = asked_pause


def _once(
    session: requests.Session,
    url: str,
    settings: HttpSettings,
    known: Known | None,
    download: _Download,
    answers: dict[str, Answer],
    deadline: float,
    may_be_web_page: bool,
) -> bytes:
    headers = _conditions(known, download)
    try:
        with session.get(
            _address(url, settings.mirror), headers=headers, stream=True, timeout=settings.timeout_seconds
        ) as reply:
            if reply.status_code == 304 and known is not None:
                answers[url] = Answer(url, known.etag, known.last_modified, not_modified=True)
                reply.raw.drain_conn()  # there is no body; this keeps the connection for the next address
                content = known.path.read_bytes()
                return Unchanged(content) if known.is_whole else content
            _refuse_status(reply, url)
            if reply.status_code != 206:
                download.body.clear()
            elif not reply.headers.get("Content-Range", "").startswith(f"bytes {len(download.body)}-"):
                download.body.clear()
                raise _TryAgain("answered with another part of the file than was asked for")
            download.validator = reply.headers.get("ETag") or reply.headers.get("Last-Modified")
            download.answer = Answer(
                url, reply.headers.get("ETag"), reply.headers.get("Last-Modified"), not_modified=False
            )
            if not may_be_web_page:
                _refuse_web_page(reply, url)
            # read1 returns what has arrived: a server that drips cannot outlast the caps
            while chunk := reply.raw.read1(CHUNK, decode_content=True):
                download.body += chunk
                if len(download.body) > settings.max_bytes:
                    raise SourceError(
                        f"url={url} is larger than {settings.max_bytes} bytes; raise SLOWBURN_MAX_BYTES if that is right"
                    )
                if time.monotonic() > deadline:
                    raise SourceError(
                        f"url={url} total time cap of {settings.max_seconds:g} s reached; raise SLOWBURN_MAX_SECONDS or try later"
                    )
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as error:
        raise _TryAgain(f"did not answer within {settings.timeout_seconds:g} s") from error
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _TryAgain(f"broke off after {len(download.body)} bytes ({type(error).__name__})") from error
    if not download.body:
        raise SourceError(f"url={url} answered with an empty body; the publisher may be rebuilding: try later")
    answers[url] = download.answer or Answer(url, None, None, not_modified=False)
    return bytes(download.body)


def _conditions(known: Known | None, download: _Download) -> dict[str, str]:
    if download.body and download.validator and not download.validator.startswith("W/"):
        return {"Range": f"bytes={len(download.body)}-", "If-Range": download.validator, "Accept-Encoding": "identity"}
    download.body.clear()
    headers = {"Accept-Encoding": "identity"}
    if known is not None and known.path.is_file():
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
    return headers


def _address(url: str, mirror: str) -> str:
    return f"{mirror.rstrip('/')}/{url.removeprefix('https://')}" if mirror else url


def _refuse_status(reply: requests.Response, url: str) -> None:
    if reply.status_code in (404, 410):
        raise NotPublishedError(
            f"url={url} answered {reply.status_code}: not published there; look at the source's page for a new address"
        )
    if reply.status_code in WORTH_ANOTHER_TRY:
        raise _TryAgain(f"answered {reply.status_code}", _asked_pause(reply.headers))
    if reply.status_code not in (200, 206):
        raise SourceError(
            f"url={url} answered {reply.status_code}: refused; check the address, a key or the contact setting"
        )


def _refuse_web_page(reply: requests.Response, url: str) -> None:
    if "text/html" in reply.headers.get("Content-Type", "").lower():
        raise SourceError(
            f"url={url} answered a web page (text/html) with status {reply.status_code} instead of data; open it in a browser to see what it asks for"
        )


def _keep_pace(host: str, pace: float, last_request: dict[str, float], sleep: Callable[[float], None]) -> None:
    wait = last_request.get(host, float("-inf")) + pace - time.monotonic()
    if wait > 0:
        sleep(wait)
    last_request[host] = time.monotonic()


def _pause(attempt: int, settings: HttpSettings) -> float:
    """Seconds to wait: exponential, with jitter so that clients do not march in step."""
    return settings.backoff_seconds * 2 ** (attempt - 1) * random.uniform(0.5, 1.5)


def _asked_pause(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds; a date is read against the reply's own Date, so that no clock of ours is needed."""
    asked = headers.get("Retry-After")
    if not asked:
        return None
    try:
        seconds = float(asked)
        return seconds if seconds >= 0 else None  # "nan" is not
    except ValueError:
        try:
            until, answered = parsedate_to_datetime(asked), parsedate_to_datetime(headers["Date"])
        except (ValueError, KeyError):
            return None
        return max(0.0, (until - answered).total_seconds())
