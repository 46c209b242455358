"""Page views and news: what was asked for and nothing else, and no more asking after a refusal."""

from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, gdelt_volume, sources, wikipedia_views
from tests import published

SOURCES = ("wikipedia_views", "gdelt_volume")


def parsed(source_id: str) -> Any:
    return sources()[source_id].parse(published.parts(source_id), published.TODAY)


def test_each_watched_place_has_views_in_both_languages() -> None:
    table = parsed("wikipedia_views").set_index(["place_id", "language", "month"])["views"]
    january = pd.Timestamp("2026-01-01")
    assert table["SDN", "en", january] == 104_000 and table["SDN", "fr", january] == 52_000
    assert len(table) == len(published.answers("wikipedia_views")) * 3


def test_the_title_of_an_article_is_written_as_an_address() -> None:
    addresses = list(published.answers("wikipedia_views"))
    assert any("/fr.wikipedia/all-access/user/R%C3%A9publique_centrafricaine/monthly/" in one for one in addresses)
    assert all(one.endswith("/2015070100/2026022800") for one in addresses)  # the month of today is not over


def test_news_of_a_week_is_the_mean_of_its_days() -> None:
    table = parsed("gdelt_volume").set_index(["place_id", "language", "week"])
    first = table.loc[("SSD", "en", pd.Timestamp("2026-02-09"))]
    assert first["days_reported"] == 6  # a day without an answer is not a day without news
    assert first["news_share"] == pytest.approx((0.10 + 0.11 + 0.12 + 0.13 + 0.14 + 0.15) / 6)


def test_news_are_asked_for_in_whole_weeks_up_to_last_sunday() -> None:
    asked = next(iter(published.answers("gdelt_volume")))
    assert "startdatetime=20250224000000&enddatetime=20260222235959" in asked and "sourcelang%3Aenglish" in asked
    assert gdelt_volume.release(published.parts("gdelt_volume")) == "2026-02-22"
    assert wikipedia_views.release(published.parts("wikipedia_views")) == "2026-02"


@pytest.mark.parametrize("source_id", SOURCES)
def test_nothing_more_is_asked_after_a_refusal(source_id: str) -> None:
    asked = []

    def get(url: str) -> bytes:
        asked.append(url)
        return b"Please limit requests to one every 5 seconds"

    with pytest.raises(SourceError, match="is no JSON"):
        sources()[source_id].fetch(get, published.TODAY)
    assert len(asked) == 1


@pytest.mark.parametrize("source_id", SOURCES)
def test_an_answer_on_a_place_that_is_no_longer_watched_is_passed_over(source_id: str) -> None:
    parts = published.parts(source_id)
    old = type(parts[0])(parts[0].url.replace("Afghanistan", "Atlantis"), parts[0].content)
    table = sources()[source_id].parse([old, *parts[1:]], published.TODAY)
    assert set(table.loc[table["place_id"] == "AFG", "language"]) == {"fr"}


def test_news_are_asked_for_at_the_pace_that_the_service_wants() -> None:
    assert gdelt_volume.SOURCE.pace_seconds >= 8
