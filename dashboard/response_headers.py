"""What may a page of ours load, and how long may a browser keep it?

Nothing comes from another host. Dash writes two inline scripts into its index;
they are allowed by their digests, every other inline script is refused. Styles
set by React and plotly are inline, so style-src must allow them. Files whose
address carries a time of change may be kept for a year; Dash does the same for its
own bundles.
"""

import gzip
from collections.abc import Callable, Sequence

from flask import Flask, Response, request

YEAR_IN_SECONDS = 31_536_000
LASTING = ("/assets/fonts/",)  # named by typeface and subset; a new drawing of one would get a new name
COMPRESSED_TYPES = ("text/", "application/javascript", "application/json", "image/svg+xml")
WORTH_COMPRESSING = 20_000  # bytes; below it the packet saved costs more time than it wins
STATIC_LEVEL, ANSWER_LEVEL = 9, 3  # static files are packed once, answers each time
KEPT_FILES = 64  # packed static files held in memory; the app has about forty


def policy(script_hashes: Sequence[str]) -> str:
    """The Content-Security-Policy of every answer."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        )
    )


def register(server: Flask, script_hashes: Callable[[], Sequence[str]]) -> None:
    """Set the headers of every answer, and pack what is large."""
    packed: dict[str, bytes] = {}

    def dress(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy(script_hashes())
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if response.status_code == 200 and is_lasting(request.path, request.args.get("m")):
            response.headers["Cache-Control"] = f"public, max-age={YEAR_IN_SECONDS}, immutable"
        return pack(response, packed)

    server.after_request(dress)


def is_lasting(path: str, changed: str | None) -> bool:
    """Whether this address will always answer with the same bytes."""
    return path.startswith(LASTING) or (path.startswith("/assets/") and changed is not None)


def pack(response: Response, packed: dict[str, bytes]) -> Response:
    """Compress a large text answer for a browser that reads gzip; static files only once."""
    if response.status_code != 200 or request.method == "HEAD" or "Content-Encoding" in response.headers:
        return response
    if not (response.content_type or "").startswith(COMPRESSED_TYPES):
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"] or (response.content_length or 0) < WORTH_COMPRESSING:
        return response
    response.direct_passthrough = False
    etag, _ = response.get_etag()
    is_static = not request.path.startswith("/api/")  # an answer has an ETag too, and is as varied as questions are
    key = f"{request.path} {etag}" if request.method == "GET" and etag and is_static else None
    body = packed.get(key) if key else None
    if body is not None:
        response.call_on_close(getattr(response.response, "close", lambda: None))  # the file that is not read this time
    else:
        body = gzip.compress(response.get_data(), STATIC_LEVEL if key else ANSWER_LEVEL, mtime=0)
        if key and len(packed) < KEPT_FILES:
            packed[key] = body
    response.set_data(body)
    response.headers["Content-Encoding"] = "gzip"
    return response
