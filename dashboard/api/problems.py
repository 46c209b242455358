"""How is a question refused? As application/problem+json (RFC 9457): what, where, what to do, the nearest known."""

import difflib
from collections.abc import Iterable
from typing import Any

import orjson
from flask import Response

PROBLEM_TYPE = "application/problem+json"
OFFERED = 6
TITLES = {
    "unknown-parameter": "This parameter is not known here.",
    "repeated-parameter": "This parameter is given twice.",
    "bad-value": "This value cannot be read.",
    "unknown-value": "This value is not known here.",
    "unknown-place": "This place is not known here.",
    "not-separable": "This place cannot be told apart in this source.",
    "unknown-release": "This release is not kept here.",
    "unknown-address": "There is no such table.",
    "wrong-method": "Figures can only be read here.",
    "nothing-published": "Nothing is published here yet.",
}


class ProblemError(LookupError):
    """A question that cannot be answered, and why."""

    def __init__(
        self,
        status: int,
        name: str,
        what_to_do: str,
        parameter: str | None = None,
        given: str | None = None,
        nearest: Iterable[str] = (),
    ) -> None:
        super().__init__(TITLES[name])
        self.status = status
        self.said: dict[str, Any] = {
            "type": f"urn:slowburn:problem:{name}",
            "title": TITLES[name],
            "status": status,
            "detail": what_to_do,
            "parameter": parameter,
            "given": given,
            "nearest": list(nearest),
        }

    def answer(self, path: str) -> Response:
        body = orjson.dumps(self.said | {"instance": path})
        return Response(body, status=self.status, content_type=PROBLEM_TYPE)


def alike(given: str, known: Iterable[str]) -> list[str]:
    """The known words that are spelt most like the given one."""
    return difflib.get_close_matches(given, list(known), OFFERED, 0.5)
