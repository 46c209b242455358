"""What others say, for comparison only: newest forecasts, hindsight left out, alerts, and an account of one's own."""

import json
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, acled, conflictforecast, hdx_signals, sources, views_forecasts
from ingest._source import Part
from tests import published

PEERS = ("views_forecasts", "conflictforecast", "hdx_signals", "acled", "ucdp_api")


def parsed(source_id: str) -> Any:
    return sources()[source_id].parse(published.parts(source_id), published.TODAY)


@pytest.mark.parametrize("source_id", PEERS)
def test_a_peer_is_a_comparison_and_never_an_input(source_id: str) -> None:
    assert sources()[source_id].SOURCE.role == "comparison"


@pytest.mark.parametrize("source_id", ["views_forecasts", "acled"])
def test_what_may_not_be_passed_on_enters_no_release(source_id: str) -> None:
    assert not sources()[source_id].SOURCE.enters_release


def test_views_months_are_counted_from_the_newest_month_of_data() -> None:
    table = parsed("views_forecasts").set_index(["place_id", "horizon", "measure"])
    assert set(table["made_in"]) == {pd.Timestamp(2026, 1, 1)}
    assert table.at[("SDN", 1, "deaths_state_based"), "value"] == 265.9778
    assert table.at[("SSD", 3, "probability_of_conflict"), "value"] == 0.75


@pytest.mark.parametrize(
    ("runs", "newest"),
    [
        (["fatalities002_2025_10_t01", "fatalities003_2025_10_t01"], "fatalities003_2025_10_t01"),
        (["fatalities003_2025_10_t01", "fatalities002_2025_11_t01"], "fatalities002_2025_11_t01"),
        (["fatalities003_2026_09_t02", "fatalities003_2026_09_t01", "current"], "fatalities003_2026_09_t02"),
        (["fatalities001_2022_00_t01", "fatalities001_2021_12_t01"], "fatalities001_2021_12_t01"),
    ],
)
def test_the_newest_run_has_the_newest_month_of_data(runs: list[str], newest: str) -> None:
    assert (
        views_forecasts.release([Part("https://api.viewsforecasting.org/", json.dumps({"runs": runs}).encode())])
        == newest
    )


def test_without_a_run_of_forecasts_nothing_is_guessed() -> None:
    answers = published.answers("views_forecasts")
    listing = next(iter(answers))
    answers[listing] = json.dumps({"runs": ["predictors_fatalities002_0000_00", "current"]}).encode()
    with pytest.raises(SourceError, match=r"url=https://api\.viewsforecasting\.org/ lists no run"):
        views_forecasts.fetch(published.get_from(answers), published.TODAY)


def test_of_conflictforecast_only_the_newest_month_is_a_forecast() -> None:
    table = parsed("conflictforecast").set_index(["place_id", "horizon", "measure"])
    assert len(table) == 3 * 4 and set(table["made_in"]) == {pd.Timestamp(2026, 1, 1)}
    assert table.at[("SSD", 3, "risk_of_armed_conflict"), "value"] == 0.625
    assert table.at[("SSD", 12, "risk_of_armed_conflict"), "value"] == 0.5625


def test_a_country_at_war_has_no_risk_of_an_outbreak_and_not_zero() -> None:
    table = parsed("conflictforecast").set_index("place_id")
    assert table.loc["SDN", "value"].isna().all()


def test_the_files_are_told_apart_by_their_names_not_their_order() -> None:
    parts = conflictforecast.fetch(published.get_from(published.answers("conflictforecast")), published.TODAY)
    assert [part.url.rsplit("_", 2)[-2:] for part in parts[1:]] == [
        ["armedconf", "03.csv"],
        ["armedconf", "12.csv"],
        ["anyviolence", "03.csv"],
        ["anyviolence", "12.csv"],
    ]


def test_alerts_keep_their_day_and_a_missing_value_stays_missing() -> None:
    table = parsed("hdx_signals").set_index(["place_id", "watched", "raised_on"])
    assert table.at[("SDN", "acled_conflict", pd.Timestamp(2026, 2, 10)), "level"] == "high"
    assert table["value"].isna().sum() == 1
    assert hdx_signals.release(published.parts("hdx_signals")) == "2026-02-20"


def test_acled_events_are_counted_and_none_is_kept() -> None:
    table = parsed("acled").set_index(["place_id", "month", "event_type"])
    battles = table.loc[("SDN", pd.Timestamp(2026, 1, 1), "battles")]
    assert (battles["events"], battles["fatalities"]) == (2, 12)
    assert ("XKX", pd.Timestamp(2026, 2, 1), "protests") in table.index
    assert acled.SOURCE.key is not None and acled.SOURCE.key.prefix == "Bearer "


def test_a_full_page_of_acled_is_followed_by_another() -> None:
    def answer(page: int, rows: int) -> bytes:
        event = {
            "event_date": "2026-01-05",
            "event_type": "Battles",
            "iso": "729",
            "country": "Sudan",
            "fatalities": "1",
        }
        data = [{"event_id_cnty": f"SUD{page}-{number}", **event} for number in range(rows)]
        return json.dumps({"success": True, "count": rows, "data": data}).encode()

    sizes = {1: acled.ROWS, 2: 3}
    parts = acled.fetch(lambda url: answer(int(url[-1]), sizes[int(url[-1])]), published.TODAY)
    assert len(parts) == 2
    assert acled.parse(parts, published.TODAY)["events"].tolist() == [acled.ROWS + 3]
