"""Does the data interface keep to its own document? schemathesis asks all that the document allows, and much that it forbids.

Its questions are the same in every run, about 170 to each table, and nothing leaves this process.
"""

from collections.abc import Iterable
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from dashboard.api.openapi import document
from dashboard.application import create_app
from releases.read import ReleaseShelf
from tests.dashboard.api_world import publish_world
from tests.dashboard.conftest import TODAY, DrawsWords

EXAMPLES = 5  # drawn for each table, beside those at the ends of every range


class Served:
    """The application, named before it is there: what is asked is settled when tests are collected."""

    server: Flask | None = None
    release = ""

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        assert self.server
        return self.server(environ, start_response)


served = Served()
schema = schemathesis.openapi.from_dict(document())
schema.app = served


@pytest.fixture(scope="module", autouse=True)
def _small_world(tmp_path_factory: pytest.TempPathFactory) -> None:
    processed = tmp_path_factory.mktemp("schema") / "processed"
    served.release = publish_world(processed)
    served.server = create_app(ReleaseShelf(processed, processed / "starter"), DrawsWords(), TODAY).server


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_an_answer_is_what_the_document_says(case: Case[Any]) -> None:
    is_allowed = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
    if is_allowed and "release" in case.query:
        case.query["release"] = served.release  # a made-up one is not known: every other parameter would go unread
    is_reversed = is_allowed and str(case.query.get("from", "")) > str(case.query.get("to", "9999"))
    answer = case.call(headers={"Accept-Encoding": "identity"})
    # That `from` must not lie after `to` cannot be said in a schema, only in words.
    case.validate_response(answer, excluded_checks=[positive_data_acceptance] if is_reversed else [])
    assert not is_reversed or answer.status_code in (400, 404)  # 404: a made-up place was read first
