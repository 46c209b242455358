"""Downloads against a publisher on loopback that errs on purpose; nothing here sleeps for real."""

import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest import SourceError
from ingest._http import Answer, HttpSettings, Known, polite_get
from ingest._source import NotPublishedError
from tests.publisher import MODIFIED, Answering, Publisher, Reply, Request, publisher

URL = "https://ucdp.example/downloads/ged.zip"
PATH = "/ucdp.example/downloads/ged.zip"
WHOLE = b"".join(number.to_bytes(4) for number in range(25_600))  # 102,400 bytes, no two parts alike
CUT = 70_000


@dataclass
class Client:
    """One `get` with what it noted and, pause by pause, how long it would have slept."""

    get: Callable[[str], bytes]
    answers: dict[str, Answer]
    slept: list[float] = field(default_factory=list)


def client(of: Publisher, known: dict[str, Known] | None = None, **settings: object) -> Client:
    answers: dict[str, Answer] = {}
    slept: list[float] = []
    polite = HttpSettings(**{"mirror": of.address + "/", "pace_seconds": 0.0, "backoff_seconds": 2.0, **settings})  # type: ignore[arg-type]
    get = polite_get(polite, known or {}, answers, {}, sleep=lambda pause: slept.append(pause) if pause else None)
    return Client(get, answers, slept)


def in_turn(*replies: Reply) -> Answering:
    """Answer with each reply once, the last one for ever."""
    left = list(replies)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


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


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_tried_again(status: int) -> None:
    with publisher(in_turn(Reply(b"", status), Reply(WHOLE))) as site:
        asking = client(site)
        assert asking.get(URL) == WHOLE
    assert len(site.asked) == 2 and len(asking.slept) == 1


def test_tries_are_bounded_and_spaced_ever_wider() -> None:
    with publisher(in_turn(Reply(b"", 503))) as site:
        asking = client(site, tries=4)
        with pytest.raises(SourceError, match=rf"url={URL} answered 503 after 4 tries.*try later"):
            asking.get(URL)
    assert len(site.asked) == 4
    # Backoff 2 s doubles each time, between half and one and a half of it.
    assert [low <= pause <= 3 * low for pause, low in zip(asking.slept, (1, 2, 4), strict=True)] == [True] * 3


def test_the_publisher_says_in_seconds_when_to_come_back() -> None:
    with publisher(in_turn(Reply(b"", 429, {"Retry-After": "17"}), Reply(WHOLE))) as site:
        asking = client(site)
        asking.get(URL)
    assert asking.slept == [17.0]


def test_the_publisher_says_by_a_date_when_to_come_back() -> None:
    past = email.utils.format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)
    with publisher(in_turn(Reply(b"", 503, {"Retry-After": past}), Reply(WHOLE))) as site:
        asking = client(site)
        assert asking.get(URL) == WHOLE
    assert sum(asking.slept) == 0


@pytest.mark.parametrize("wait", ["soon", "-5", "nan", "1000000000"])
def test_a_strange_wish_to_wait_is_neither_an_error_nor_for_ever(wait: str) -> None:
    with publisher(in_turn(Reply(b"", 503, {"Retry-After": wait}), Reply(WHOLE))) as site:
        asking = client(site, max_seconds=60.0)
        assert asking.get(URL) == WHOLE
    assert all(0 <= pause <= 60 for pause in asking.slept)


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
    assert site.asked[1].headers["range"] == "bytes=65536-"  # the last whole piece of 16 kB before CUT
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


def test_a_file_beyond_the_size_cap_is_refused_with_the_setting_to_raise() -> None:
    with publisher(in_turn(Reply(WHOLE))) as site:
        with pytest.raises(SourceError, match=rf"url={URL} is larger than 102399 bytes.*SLOWBURN_MAX_BYTES"):
            client(site, max_bytes=len(WHOLE) - 1).get(URL)
        assert client(site, max_bytes=len(WHOLE)).get(URL) == WHOLE


def test_the_time_cap_ends_the_tries_with_the_setting_to_raise() -> None:
    with (
        publisher(in_turn(Reply(WHOLE))) as site,
        pytest.raises(SourceError, match=rf"url={URL} total time cap.*SLOWBURN_MAX_SECONDS"),
    ):
        client(site, max_seconds=-1.0).get(URL)
    assert site.asked == []


def test_a_slow_publisher_is_cut_off_by_the_time_cap() -> None:
    began = time.monotonic()
    with publisher(in_turn(Reply(WHOLE * 16, pause=0.05))) as site, pytest.raises(SourceError, match="total time cap"):
        client(site, max_seconds=0.2, timeout_seconds=5.0).get(URL)
    assert time.monotonic() - began < 2.5  # the whole would take 5 seconds


def test_requests_to_one_host_keep_their_distance_and_other_hosts_do_not_wait() -> None:
    with publisher(in_turn(Reply(b"x"))) as site:
        asking = client(site, pace_seconds=50.0)
        asking.get(URL)
        assert asking.slept == []
        asking.get("https://api.example/other")
        assert asking.slept == []
        asking.get(URL)
        assert asking.slept == [pytest.approx(50, abs=5)]


def test_two_sources_at_one_host_share_the_distance() -> None:
    last_request: dict[str, float] = {}
    slept: list[float] = []
    with publisher(in_turn(Reply(b"x"))) as site:
        polite = HttpSettings(mirror=site.address, pace_seconds=50.0)
        for path in ("ged", "organizedviolencecy"):
            polite_get(polite, {}, {}, last_request, sleep=lambda pause: slept.append(pause) if pause else None)(
                f"https://ucdp.example/{path}"
            )
    assert slept == [pytest.approx(50, abs=5)]
