"""Headers: nothing foreign may load, lasting files are kept, large ones are packed."""

import gzip
import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class Addresses(HTMLParser):
    """Collects what a document loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "img"):
            self.found += [value for name, value in attributes if name in ("src", "href") and value]


def fetch(client: FlaskClient, address: str, **headers: str) -> TestResponse:
    """An answer, read to its end: files of the assets folder are sent while they are read."""
    answer = client.get(address, headers=headers)
    answer.get_data()
    answer.close()
    return answer


@pytest.mark.parametrize(
    "path", ["/", "/place/SDN", "/export/annual.csv?place=SDN", "/names.json", "/assets/slowburn.css"]
)
def test_every_answer_carries_the_policy(client: FlaskClient, path: str) -> None:
    headers = fetch(client, path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'self'" in policy
    assert "http" not in policy and "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"


def test_every_inline_script_of_the_index_is_allowed_by_its_digest(client: FlaskClient) -> None:
    answer = fetch(client, "/")
    inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", answer.text)
    assert answer.headers["Content-Security-Policy"].count("'sha256-") >= len(inline) > 0


def test_the_index_loads_nothing_from_elsewhere_and_all_of_it_is_there(client: FlaskClient) -> None:
    document = Addresses()
    document.feed(fetch(client, "/").text)
    assert document.found and all(
        address.startswith("/") and not address.startswith("//") for address in document.found
    )
    for address in document.found:
        assert fetch(client, address).status_code == 200, address
    assert not any("plotly" in address and "assets" not in address for address in document.found)


def test_the_document_says_its_language(client: FlaskClient) -> None:
    assert '<html lang="en">' in fetch(client, "/").text and '<html lang="fr">' in fetch(client, "/?lang=fr").text


def test_files_with_a_time_of_change_are_kept_and_others_are_not(client: FlaskClient) -> None:
    assert "immutable" in fetch(client, "/assets/slowburn.css?m=1").headers["Cache-Control"]
    assert "immutable" not in fetch(client, "/assets/slowburn.css").headers["Cache-Control"]
    assert "immutable" not in fetch(client, "/").headers.get("Cache-Control", "")


def test_a_large_file_is_packed_for_who_reads_gzip(client: FlaskClient) -> None:
    plain, packed = (
        fetch(client, "/assets/plotly.min.js", **{"Accept-Encoding": coding}) for coding in ("identity", "gzip")
    )
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data and len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_an_unknown_place_answers_404(client: FlaskClient) -> None:
    assert fetch(client, "/place/SDN").status_code == 200 and fetch(client, "/place/PSE").status_code == 200
    assert fetch(client, "/place/Atlantis").status_code == 404
