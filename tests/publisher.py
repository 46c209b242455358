"""A publisher on loopback: answers what a test tells it to, and remembers what it was asked."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PIECE = 1 << 14  # bytes sent at once where there is a pause between pieces
MODIFIED = "Mon, 02 Mar 2026 08:00:00 GMT"


@dataclass(frozen=True)
class Request:
    """What was asked: the path with its query, and the headers by lower-case name."""

    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """What to answer; `cut` breaks the connection after so many bytes, `pause` lies between pieces."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    pause: float = 0.0


Answering = Callable[[Request], Reply]


@dataclass
class Publisher:
    """A running server: its address, and the requests and statuses so far."""

    address: str
    answer: Answering
    asked: list[Request] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    def forget(self) -> None:
        self.asked.clear()
        self.statuses.clear()


@contextmanager
def publisher(answer: Answering) -> Iterator[Publisher]:
    """Serve `answer` on a free port of loopback until the block ends."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    running = Publisher(f"http://127.0.0.1:{server.server_port}", answer)
    server.RequestHandlerClass = _handler(running)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def file_server(served: Mapping[str, bytes]) -> Answering:
    """Serve `https://HOST/PATH` at `/HOST/PATH` with ETag, Last-Modified and 304, as the publishers do."""
    by_path = {url.removeprefix("https:/"): body for url, body in served.items()}

    def answer(request: Request) -> Reply:
        if request.path not in by_path:
            return Reply(b"not here", 404)
        body = by_path[request.path]
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        validators = {"ETag": tag, "Last-Modified": MODIFIED}
        if request.headers.get("if-none-match") == tag:
            return Reply(b"", 304, validators)
        return Reply(body, 200, validators)

    return answer


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client may hang up whenever it likes."""


def _handler(running: Publisher) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            request = Request(self.path, {name.lower(): value for name, value in self.headers.items()})
            running.asked.append(request)
            reply = running.answer(request)
            running.statuses.append(reply.status)
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.close_connection = reply.cut is not None
            with suppress(ConnectionError):  # a client that has had enough hangs up
                self.send(reply)

        def send(self, reply: Reply) -> None:
            body = reply.body[: reply.cut]
            pieces = range(0, len(body), PIECE) if reply.pause else [0]
            for start in pieces:
                self.wfile.write(body[start : start + PIECE] if reply.pause else body)
                self.wfile.flush()
                time.sleep(reply.pause)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a test's output is its own."""

    return Handler
