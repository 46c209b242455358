"""What others publish, by hand: outbreak notices, INFORM on its scales, people in acute hunger."""

from typing import Any

import pandas as pd

from contracts.crisis_severity_month import CRISIS_SEVERITY_MONTH
from contracts.food_insecurity import FOOD_INSECURITY
from contracts.outbreak_notice import OUTBREAK_NOTICE
from contracts.risk_index_year import RISK_INDEX_YEAR
from indicators import indicators

AS_OF = pd.Timestamp(2026, 10, 1)


def computed(indicator_id: str, table: pd.DataFrame) -> Any:
    reads = indicators()[indicator_id].INDICATOR.reads
    return indicators()[indicator_id].compute({reads[0]: table}, AS_OF).set_index(["place_id", "month"])


def notices(*rows: tuple[str | None, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["place_id", "date"]).assign(source_id="who_outbreaks", disease_id="cholera")
    table["date"] = pd.to_datetime(table["date"])
    table["place_number"] = table["place_id"].notna().astype("int64")
    return OUTBREAK_NOTICE.validate(
        table.assign(notice_id=[f"n{at}" for at in range(len(table))], url="https://example.org")
    )


def test_notices_count_for_24_months_and_the_list_ends_with_its_newest_notice() -> None:
    table = computed(
        "outbreak_notices_24_months",
        notices(("SDN", "2020-01-10"), ("SDN", "2021-12-30"), ("TCD", "2021-12-31"), (None, "2022-01-02")),
    )
    assert table["value"].to_dict() == {
        ("SDN", pd.Timestamp(2021, 12, 1)): 2,  # January 2020 is the first of the 24 months
        ("SDN", pd.Timestamp(2022, 1, 1)): 1,
        ("TCD", pd.Timestamp(2021, 12, 1)): 1,
        ("TCD", pd.Timestamp(2022, 1, 1)): 1,
    }


def test_a_list_younger_than_the_window_says_nothing() -> None:
    assert computed("outbreak_notices_24_months", notices(("SDN", "2020-02-10"), ("SDN", "2021-12-30"))).empty


def crises(*rows: tuple[str, str | None, str, str, float]) -> pd.DataFrame:
    names = ["source_crisis_id", "place_id", "month", "severity_scale", "severity_score"]
    table = pd.DataFrame(rows, columns=names).assign(source_id="inform_severity", crisis_name=None)
    table["month"] = pd.to_datetime(table["month"])
    return CRISIS_SEVERITY_MONTH.validate(table)


def test_each_scale_is_a_series_of_its_own_and_a_change_of_scale_is_flagged() -> None:
    table = crises(
        ("SDN001", "SDN", "2026-01-01", "0-5", 4.5),
        ("SDN002", "SDN", "2026-01-01", "0-5", 3.0),
        ("SDN001", "SDN", "2026-02-01", "0-10", 8.9),
        ("SDN001", "SDN", "2026-03-01", "0-10", 9.0),
        ("TCD001", "TCD", "2026-03-01", "0-10", 5.0),
        ("REG001", None, "2026-03-01", "0-10", 9.9),
    )
    five, ten = computed("inform_severity_5", table), computed("inform_severity_10", table)
    assert five["value"].tolist() == [4.5] and five["status"].tolist() == ["ok"] and five["n_observed"].tolist() == [2]
    assert ten["value"].to_dict() == {
        ("SDN", pd.Timestamp(2026, 2, 1)): 8.9,
        ("SDN", pd.Timestamp(2026, 3, 1)): 9.0,
        ("TCD", pd.Timestamp(2026, 3, 1)): 5.0,
    }
    assert ten["status"].tolist() == ["change_of_scale", "ok", "ok"]


def test_inform_risk_is_the_whole_index_in_the_month_of_its_release() -> None:
    rows = [("SDN", 2026, "INFORM", 7.8), ("SDN", 2026, "HA", 9.0), ("SDN", 2027, "INFORM", 7.9)]
    index = pd.DataFrame(rows, columns=["place_id", "year", "risk_index", "risk_score"])
    table = computed(
        "inform_risk", RISK_INDEX_YEAR.validate(index.assign(place_kind="country", source_id="inform_risk"))
    )
    assert table["value"].to_dict() == {("SDN", pd.Timestamp(2026, 3, 1)): 7.8}


def hunger(*rows: tuple[str, str, int, str, int | None]) -> pd.DataFrame:
    names = ["validity", "period_start", "analysis_number", "phase", "people_in_phase"]
    table = pd.DataFrame(rows, columns=names).astype({"people_in_phase": "Int64"})
    table["period_start"] = pd.to_datetime(table["period_start"])
    place: dict[str, Any] = {
        "place_id": "SDN",
        "place_kind": "country",
        "source_id": "ipc_phases",
        "month": pd.Timestamp(2025, 4, 1),
    }
    return FOOD_INSECURITY.validate(table.assign(**place, period_end=pd.Timestamp(2025, 9, 30), share_in_phase=None))


def test_hunger_is_phase_3_or_worse_as_found_in_the_newest_period() -> None:
    table = computed(
        "acute_hunger",
        hunger(
            ("current", "2025-04-01", 1, "3+", 900),
            ("current", "2025-04-01", 2, "3+", 100),
            ("current", "2025-04-01", 1, "4", 300),
            ("current", "2025-04-01", 1, "all", 5000),
            ("current", "2025-01-01", 1, "3+", 700),
            ("first_projection", "2025-06-01", 1, "3+", 1500),
        ),
    )
    assert table["value"].to_dict() == {("SDN", pd.Timestamp(2025, 4, 1)): 1000}


def test_hunger_without_a_number_is_no_value_and_without_the_source_there_is_no_row() -> None:
    row = computed("acute_hunger", hunger(("current", "2025-04-01", 1, "3+", None))).iloc[0]
    assert row["status"] == "no_data" and pd.isna(row["value"]) and row["coverage"] == 0
    assert computed("acute_hunger", FOOD_INSECURITY.empty()).empty
