"""Downloads against a publisher on loopback that errs on purpose."""

from pathlib import Path

import pytest

from ingest import SourceError
from ingest._http import Answer, HttpSettings, Known, polite_get
from ingest._source import NotPublishedError
from tests.asking import CUT, URL, WHOLE, client, in_turn
from tests.publisher import MODIFIED, Answering, Reply, Request, publisher


def tagged(tag: str, body: bytes = WHOLE) -> Answering:
    """A file with an ETag that honours Range and If-Range; its first answer breaks off after CUT bytes."""
    broken: list[bool] = []

    def answer(request: Request) -> Reply:
        headers = {"ETag": tag, "Last-Modified": MODIFIED}
        if request.headers.get("if-range") == tag:
            start = int(request.headers["range"].removeprefix("bytes=").removesuffix("-"))
            return Reply(body[start:], 206, headers | {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"})
        if broken:
            return Reply(body, 200, headers)
        broken.append(True)
        return Reply(body, 200, headers, cut=CUT)

    return answer


def test_the_bytes_come_as_published_and_the_answer_is_noted() -> None:
    with publisher(in_turn(Reply(WHOLE, headers={"ETag": '"a"', "Last-Modified": MODIFIED}))) as site:
        asking = client(site)
        assert asking.get(URL) == WHOLE
    assert asking.answers == {URL: Answer(URL, '"a"', MODIFIED, not_modified=False)}


def test_a_mirror_goes_before_the_whole_address_query_included() -> None:
    with publisher(in_turn(Reply(b"x"))) as site:
        client(site).get("https://api.example/v2/all?format=json&page=2")
    assert [request.path for request in site.asked] == ["/api.example/v2/all?format=json&page=2"]


def test_the_publisher_learns_who_asks_and_how_to_reach_them() -> None:
    with publisher(in_turn(Reply(b"x"))) as site:
        client(site, contact="someone@example.org").get(URL)
    said = site.asked[0].headers["user-agent"]
    assert said.startswith("Slowburn/") and "(+https://" in said and "someone@example.org" in said


def test_an_unchanged_file_is_asked_for_conditionally_and_read_from_disk(tmp_path: Path) -> None:
    stored = tmp_path / "0001.zip"
    stored.write_bytes(WHOLE)
    with publisher(in_turn(Reply(b"", 304))) as site:
        asking = client(site, known={URL: Known(stored, '"a"', MODIFIED)})
        assert asking.get(URL) == WHOLE
    assert site.asked[0].headers["if-none-match"] == '"a"'
    assert site.asked[0].headers["if-modified-since"] == MODIFIED
    assert asking.answers[URL].not_modified


def test_a_file_that_is_gone_from_disk_is_asked_for_whole(tmp_path: Path) -> None:
    with publisher(in_turn(Reply(WHOLE))) as site:
        assert client(site, known={URL: Known(tmp_path / "gone", '"a"', MODIFIED)}).get(URL) == WHOLE
    assert "if-none-match" not in site.asked[0].headers


@pytest.mark.parametrize("status", [400, 401, 403, 416])
def test_a_refusal_is_not_tried_again(status: int) -> None:
    with (
        publisher(in_turn(Reply(b"", status))) as site,
        pytest.raises(SourceError, match=rf"url={URL} answered {status}.*check"),
    ):
        client(site).get(URL)
    assert len(site.asked) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_published_has_an_error_of_its_own(status: int) -> None:
    with (
        publisher(in_turn(Reply(b"", status))) as site,
        pytest.raises(NotPublishedError, match=rf"url={URL} answered {status}"),
    ):
        client(site).get(URL)
    assert len(site.asked) == 1


def test_a_broken_download_goes_on_where_it_stopped() -> None:
    with publisher(tagged('"a"')) as site:
        asking = client(site)
        assert asking.get(URL) == WHOLE
    assert site.asked[1].headers["range"] == f"bytes={CUT}-"
    assert site.asked[1].headers["if-range"] == '"a"'
    assert asking.answers[URL].etag == '"a"'


def test_a_file_that_changed_meanwhile_begins_anew() -> None:
    changed = WHOLE[::-1]
    first = Reply(WHOLE, 200, {"ETag": '"a"'}, cut=CUT)
    with publisher(in_turn(first, Reply(changed, 200, {"ETag": '"b"'}))) as site:
        asking = client(site)
        assert asking.get(URL) == changed
    assert site.asked[1].headers["if-range"] == '"a"' and asking.answers[URL].etag == '"b"'


@pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"a"'}], ids=["no validator", "weak validator"])
def test_without_a_strong_validator_a_broken_download_begins_anew(headers: dict[str, str]) -> None:
    with publisher(in_turn(Reply(WHOLE, 200, headers, cut=CUT), Reply(WHOLE, 200, headers))) as site:
        assert client(site).get(URL) == WHOLE
    assert "range" not in site.asked[1].headers


def test_a_part_that_begins_elsewhere_is_not_glued_on() -> None:
    first = Reply(WHOLE, 200, {"ETag": '"a"'}, cut=CUT)
    elsewhere = Reply(WHOLE[100:], 206, {"ETag": '"a"', "Content-Range": f"bytes 100-{len(WHOLE) - 1}/{len(WHOLE)}"})
    with publisher(in_turn(first, elsewhere, Reply(WHOLE, 200, {"ETag": '"a"'}))) as site:
        assert client(site).get(URL) == WHOLE


def test_a_connection_that_always_breaks_gives_up_with_the_bytes_it_got() -> None:
    with (
        publisher(in_turn(Reply(WHOLE, cut=CUT))) as site,
        pytest.raises(SourceError, match=rf"url={URL} broke off after \d+ bytes .* after 3 tries"),
    ):
        client(site, tries=3).get(URL)
    assert len(site.asked) == 3


def test_a_publisher_that_is_not_there_is_named() -> None:
    with publisher(in_turn(Reply(b""))) as site:
        pass
    with pytest.raises(SourceError, match=rf"url={URL} .* after 2 tries"):
        client(site, tries=2).get(URL)


def test_a_web_page_with_status_200_is_refused() -> None:
    page = Reply(b"<html>are you human?</html>", 200, {"Content-Type": "text/html; charset=utf-8"})
    with publisher(in_turn(page)) as site, pytest.raises(SourceError, match=rf"url={URL} answered a web page.*browser"):
        client(site).get(URL)
    assert len(site.asked) == 1


def test_a_web_page_is_read_where_the_source_declares_that_it_means_one() -> None:
    page = Reply(b"<html>downloads</html>", 200, {"Content-Type": "text/html; charset=utf-8"})
    with publisher(in_turn(page)) as site:
        settings = HttpSettings(mirror=site.address, pace_seconds=0.0)
        assert polite_get(settings, {}, {}, {}, web_pages=(URL,))(URL) == b"<html>downloads</html>"
        with pytest.raises(SourceError, match="answered a web page"):
            polite_get(settings, {}, {}, {}, web_pages=(URL,))(URL + "?other")


def test_an_empty_body_is_refused() -> None:
    with publisher(in_turn(Reply(b""))) as site, pytest.raises(SourceError, match=rf"url={URL} .*empty body"):
        client(site).get(URL)
