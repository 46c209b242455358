"""At which addresses does a page ask for a briefing, learn how it stands and fetch it?

POST /briefs with JSON {template, places, formats, paper, lang, release, for} starts one; everything in it is compared
with what is known before anything starts. GET /briefs/<key> says how it stands, GET /briefs/<key>/briefing.zip is it.
"""

import re
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, jsonify, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from dashboard.brief_jobs import BriefJobs, BusyError, Told
from dashboard.document import asked_language
from dashboard.downloads import refused
from dashboard.store import Store
from language import LANGUAGES, Language, language, message
from reading.names import is_place
from reading.receiving import is_receiving
from reading.watchlist import MOST

TEMPLATES = {"country": (1, 1), "comparison": (2, 8), "monthly-watch": (1, MOST)}  # how many places
FORMATS = ("pptx", "docx", "pdf", "xlsx", "png", "svg", "csv")
PAPERS = ("a4", "letter")
LONGEST = 4_096  # bytes of a request
ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\-\[\]]{1,200}")
SAID = {
    "waiting": message("The briefing is being made; that can take a minute."),
    "ready": message("The briefing is ready."),
    "no_pictures": message(
        "The briefing is ready, but without pictures and charts in text and PDF: they need a Chrome or Chromium on the "
        "machine that runs Slowburn (Debian: apt-get install chromium)."
    ),
    "time": message("The briefing took too long and was stopped: ask for fewer formats, or use the command."),
    "size": message("The briefing grew too large to be sent: ask for fewer formats, or use the command."),
    "stopped": message("The briefing was interrupted: ask again."),
    "fault": message("The briefing could not be made: ask again, or use the command, which says why."),
}


class NotKnownError(ValueError):
    """Something asked for is not known here."""


def register(server: Flask, store: Store, jobs: BriefJobs) -> None:
    """Add the three addresses."""
    server.add_url_rule("/briefs", "order_brief", lambda: _order(store, jobs), methods=["POST"])
    server.add_url_rule("/briefs/<key>", "brief_told", lambda key: _answer(jobs, key, asked_language()))
    server.add_url_rule("/briefs/<key>/briefing.zip", "brief_file", lambda key: _deliver(jobs, key))


def _order(store: Store, jobs: BriefJobs) -> AnyResponse:
    # A page of another site can neither send JSON unasked nor hide where it comes from.
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin" or not request.is_json:
        return refused("Ask for briefings from a page of this dashboard.", 403)
    if (request.content_length or 0) > LONGEST:
        return refused("This asks for too much.", 413)
    asked = request.get_json(silent=True)
    given = asked if isinstance(asked, dict) else {}
    words = language(given["lang"] if given.get("lang") in LANGUAGES else None)
    try:
        key = jobs.order(arguments_of(given, store), _own_address())
    except NotKnownError:
        said = words.text("This briefing cannot be made: a place, format or release in it is not known here.")
        return _json("failed", said, 400)
    except BusyError:
        busy = _json("failed", words.text("Other briefings are being made: ask again in a minute."), 503)
        busy.headers["Retry-After"] = "60"
        return busy
    except OSError:
        return _json("failed", words.text(_said(Told("failed", "fault"))), 503)
    return _answer(jobs, key, words)


def arguments_of(asked: Mapping[str, Any], store: Store) -> list[str]:
    """The command line of brief.py, of known words only; NotKnownError when one is not."""
    template, places, formats = asked.get("template"), asked.get("places"), asked.get("formats")
    paper, code, release, receiver = (asked.get(name) for name in ("paper", "lang", "release", "for"))
    least, most = TEMPLATES.get(template, (1, 0)) if isinstance(template, str) else (1, 0)
    known = (
        isinstance(places, list)
        and least <= len(places) <= most
        and all(isinstance(place, str) and is_place(place) for place in places)
        and isinstance(formats, list)
        and 0 < len(formats) <= len(FORMATS)
        and all(kind in FORMATS for kind in formats)
        and paper in PAPERS
        and code in LANGUAGES
        and isinstance(release, str)
        and store.shelf.get(release) is not None
        and (receiver is None or (isinstance(receiver, str) and is_receiving(receiver)))
    )
    if not known:
        raise NotKnownError
    kinds = ",".join(kind for kind in FORMATS if kind in (formats or ()))
    said = ["--template", str(template), "--to", kinds, "--lang", str(code), "--paper", str(paper)]
    said += ["--release", str(release)]
    return [*said, *(["--for", receiver] if receiver else []), "--", *(places or ())]


def _answer(jobs: BriefJobs, key: str, words: Language) -> Response:
    told = jobs.told(key)
    if told is None:
        return _json("failed", words.text("No such briefing is kept here: ask for it again."), 404)
    return _json(told.state, words.text(_said(told)), 202 if told.state == "waiting" else 200, key)


def _said(told: Told) -> str:
    return SAID[told.reason or told.state]


def _json(state: str, said: str, status: int, key: str = "") -> Response:
    answer = jsonify(
        {
            "state": state,
            "said": said,
            "told": f"/briefs/{key}" if key else "",
            "file": f"/briefs/{key}/briefing.zip" if state == "ready" else "",
        }
    )
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _deliver(jobs: BriefJobs, key: str) -> Response:
    path = jobs.file(key)
    if path is None or not path.is_file():
        return refused(asked_language().text("No such briefing is kept here: ask for it again."), 404)
    answer = send_file(path, mimetype="application/zip", as_attachment=True, download_name="slowburn-briefing.zip")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _own_address() -> str:
    """Where this dashboard is, as the reader's browser calls it; a host that is no host is left out."""
    own = request.host_url.rstrip("/")
    return own if ADDRESS.fullmatch(own) else ""
