"""How does a program reach the tables? One rule below /api/v1 looks the address up in what is declared."""

import hashlib
from collections.abc import Callable

import orjson
from flask import Flask, Response, request

from dashboard.api._resource import Resource
from dashboard.api.answers import BASE, answer
from dashboard.api.asking import FORMATS, read_question
from dashboard.api.openapi import VERSION, document
from dashboard.api.problems import ProblemError, alike
from dashboard.api.resources import RESOURCES
from dashboard.api.rows import find_rows
from dashboard.store import Shelf, Store
from releases.order import earlier
from releases.read import Release, ReleaseError

READING = ("GET", "HEAD", "OPTIONS")
REFUSED = ("POST", "PUT", "PATCH", "DELETE", "TRACE")
DOCUMENT = "openapi.json"
EXPOSED = "Link, ETag, X-Slowburn-Release, X-Slowburn-As-Of, X-Slowburn-Sources, X-Total-Count"


def register(server: Flask, store: Store) -> None:
    """Add the addresses of the data interface."""
    methods = [*READING, *REFUSED]
    view = _view(store)
    for rule in (BASE, f"{BASE}/", f"{BASE}/<path:asked>"):
        server.add_url_rule(rule, "api", view, methods=methods, provide_automatic_options=False, strict_slashes=False)


def _view(store: Store) -> Callable[..., Response]:
    def view(asked: str = "") -> Response:
        try:
            response = _deliver(asked, store.shelf)
        except ProblemError as error:
            response = error.answer(request.path)
        except ReleaseError:
            told = "Run `python refresh.py` where Slowburn is installed."
            response = ProblemError(503, "nothing-published", told).answer(request.path)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        if response.status_code == 405:
            response.headers["Allow"] = ", ".join(READING)
        return response

    return view


def _deliver(asked: str, shelf: Shelf) -> Response:
    if request.method in REFUSED:
        raise ProblemError(405, "wrong-method", f"Use {' or '.join(READING[:2])}.")
    if request.method == "OPTIONS":
        return _options()
    if asked in ("", DOCUMENT):
        said = (
            document()
            if asked
            else {"openapi": f"{BASE}/{DOCUMENT}", "tables": [f"{BASE}/{path}" for path in RESOURCES]}
        )
        return _kept(Response(orjson.dumps(said), content_type=FORMATS["json"]), orjson.dumps(said))
    if asked not in RESOURCES:
        told = f"Known: {', '.join(RESOURCES)}."
        raise ProblemError(404, "unknown-address", told, None, asked[:200], alike(asked, RESOURCES))
    return _rows(RESOURCES[asked], shelf)


def _rows(resource: Resource, shelf: Shelf) -> Response:
    current = shelf.current()
    release = _release("release", request.args.getlist("release"), current, shelf)
    kept = _beside(resource, release, shelf)
    question = read_question(resource, request.args, release)
    query = {name: request.args[name] for name in sorted(request.args)}
    is_current = release.id == current.id
    said = (VERSION, release.id, is_current, repr(resource.columns), query, [one.id for one in kept])
    unread = Response(content_type=FORMATS[question.format])
    unchanged = _kept(unread, repr((resource.path, *said)).encode())
    if unchanged.status_code == 304:
        return unchanged
    found = find_rows(resource, question, release, kept)
    return _kept(answer(resource, question, query, found, release, is_current), repr((resource.path, *said)).encode())


def _beside(resource: Resource, release: Release, shelf: Shelf) -> tuple[Release, ...]:
    """The other releases that the rows are about: all that are kept, or the older one that is compared."""
    if resource.path == "releases":
        return shelf.kept()
    if not resource.is_compared:
        return ()
    before = earlier(release, shelf.kept())
    named = _release("since", request.args.getlist("since"), release, shelf)
    if named.id == release.id:
        return before[:1] if "since" not in request.args else (release,)
    if named.id not in {one.id for one in before}:
        told = f"It does not stand before {release.id}."
        raise ProblemError(400, "bad-value", told, "since", named.id, [one.id for one in before[:1]])
    return (named,)


def _release(name: str, asked: list[str], current: Release, shelf: Shelf) -> Release:
    """The release an address names, else the current one."""
    if len(asked) != 1:
        return current  # given twice is refused with the other parameters
    release = shelf.get(asked[0])
    if release is None:
        known = [one.id for one in shelf.kept()]
        told = "Take an id from /api/v1/releases; older ones are removed after a while."
        raise ProblemError(404, "unknown-release", told, name, asked[0][:200], alike(asked[0][:80], known) or known[:1])
    return release


def _kept(response: Response, said: bytes) -> Response:
    """With an ETag over what the answer is made of; 304 where the asker has it already."""
    response.set_etag(hashlib.sha256(said).hexdigest()[:32], weak=True)  # weak: it may be sent packed or plain
    response.headers["Cache-Control"] = "no-cache"
    if request.if_none_match.contains_weak(response.get_etag()[0] or ""):
        response.status_code = 304
        response.set_data(b"")
    return response


def _options() -> Response:
    response = Response(status=204)
    response.headers["Allow"] = response.headers["Access-Control-Allow-Methods"] = ", ".join(READING)
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response
