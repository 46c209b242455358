"""UCDP's interface: pages from 0, all that is announced, and the same events as the bulk file."""

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, ucdp_api
from ingest._source import NotPublishedError
from tests import published

FIRST, SECOND = published.answers("ucdp_api")


def served(page: str = FIRST, **changed: object) -> dict[str, bytes]:
    answers = published.answers("ucdp_api")
    return answers | {page: json.dumps(json.loads(answers[page]) | changed).encode()}


def fetched(answers: dict[str, bytes]) -> Any:
    parts = ucdp_api.fetch(published.get_from(answers), published.TODAY)
    return ucdp_api.parse(parts, published.TODAY).set_index("event_id")


def test_pages_count_from_zero_and_none_is_lost() -> None:
    table = fetched(served())
    assert FIRST.endswith("page=0") and table.index.tolist() == ["801", "802", "803", "804", "805"]
    assert table.loc["801", ["place_id", "violence_type", "fatalities_best"]].tolist() == ["SDN", "state_based", 61]


def test_an_empty_or_absent_first_order_unit_is_missing() -> None:
    assert fetched(served())["admin1_published"].isna().tolist() == [False, True, True, False, False]


def test_days_are_days() -> None:
    village = fetched(served()).loc["802"]
    assert (village["date_start"], village["date_end"]) == (pd.Timestamp(2011, 12, 28), pd.Timestamp(2012, 1, 6))


@pytest.mark.parametrize("announced", [4, 6, 1005])
def test_as_many_events_must_come_as_are_announced(announced: int) -> None:
    with pytest.raises(SourceError, match=rf"url=.*announces {announced} events, but its 2 pages hold 5"):
        fetched(served(TotalCount=announced))


def test_a_confused_number_of_pages_does_not_keep_us_asking() -> None:
    with pytest.raises(SourceError, match="announces 100000 pages"):
        fetched(served(TotalPages=100_000))


def test_a_version_without_events_is_not_the_newest_release() -> None:
    newer = FIRST.replace("25.1", "26.1")
    empty = json.dumps({"TotalCount": 0, "TotalPages": 0, "Result": []}).encode()
    parts = ucdp_api.fetch(published.get_from(served() | {newer: empty}), date(2026, 7, 1))
    assert ucdp_api.release(parts) == "25.1"


def test_a_page_that_is_gone_does_not_lead_to_an_older_release() -> None:
    asked: list[str] = []

    def get(url: str) -> bytes:
        asked.append(url)
        if url != FIRST:
            raise NotPublishedError(f"url={url} answered 404")
        return served()[FIRST]

    with pytest.raises(SourceError):
        ucdp_api.fetch(get, published.TODAY)
    assert not [url for url in asked if "24.1" in url]


def test_the_source_is_off_without_a_token_and_never_feeds_the_series() -> None:
    declared = ucdp_api.SOURCE
    assert declared.key is not None and declared.key.variable == "UCDP_API_TOKEN"
    assert declared.role == "comparison" and not declared.enters_release
