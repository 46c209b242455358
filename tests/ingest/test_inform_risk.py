"""INFORM Risk: main releases among drafts, mid-year and national ones; a year that is not out yet."""

import json
from typing import Any

import pytest

from ingest import SourceError, inform_risk
from tests import published

ANSWERS = published.answers("inform_risk")
LIST_2026, LIST_2025, LIST_2024 = list(ANSWERS)[:3]
NEWEST_SCORES = next(url for url in ANSWERS if "Scores" in url)


def fetched(served: dict[str, bytes]) -> Any:
    return inform_risk.fetch(published.get_from(served), published.TODAY)


def scores() -> Any:
    table = inform_risk.parse(published.parts("inform_risk"), published.TODAY)
    return table.set_index(["place_id", "year", "risk_index"])["risk_score"]


def test_the_main_release_is_chosen_among_mid_year_drafts_and_countries() -> None:
    assert "WorkflowId=500&" in NEWEST_SCORES
    assert inform_risk.release(published.parts("inform_risk")) == "INFORM Risk 2025"


def test_scores_stand_under_the_year_of_their_release() -> None:
    assert scores()["SSD", 2025, "INFORM"] == 8.5 and scores()["SSD", 2021, "INFORM"] == 8.1


def test_the_epidemic_score_is_there_only_in_the_years_that_have_it() -> None:
    years = set(scores().xs("HA.NAT.EPI", level="risk_index").index.get_level_values("year"))
    assert years == {2024, 2025}


def test_four_years_without_a_release_are_refused() -> None:
    lists = [url for url in ANSWERS if "GetByYear" in url][:4]
    with pytest.raises(SourceError, match=r"GetByYear/2023 lists no published main release"):
        fetched(ANSWERS | dict.fromkeys(lists, b"[]"))


def test_a_year_missing_in_the_middle_is_refused() -> None:
    with pytest.raises(SourceError, match=r"url=.*GetByYear/2024 lists no published main release"):
        fetched(ANSWERS | {LIST_2024: b"[]"})


def test_a_list_with_unpublished_releases_only_counts_as_empty() -> None:
    rows = [row | {"FlagGnaPublished": None} for row in json.loads(ANSWERS[LIST_2024])]
    with pytest.raises(SourceError, match="GetByYear/2024"):
        fetched(ANSWERS | {LIST_2024: json.dumps(rows).encode()})
