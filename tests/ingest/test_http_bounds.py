"""Few tries, spaced as asked; a distance between requests; caps on size and time."""

import email.utils
import time
from datetime import UTC, datetime

import pytest

from ingest import SourceError
from ingest._http import HttpSettings, polite_get
from tests.asking import URL, WHOLE, client, in_turn
from tests.publisher import Reply, publisher


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
