"""Money, people in peace operations, outbreaks and attention: small cases counted by hand."""

from typing import Any

import pandas as pd

from contracts.funding_flow import FUNDING_FLOW
from contracts.mission_death import MISSION_DEATH
from contracts.mission_strength_month import MISSION_STRENGTH_MONTH
from contracts.news_volume_week import NEWS_VOLUME_WEEK
from contracts.outbreak_notice import OUTBREAK_NOTICE
from contracts.page_views_month import PAGE_VIEWS_MONTH
from contracts.risk_index_year import RISK_INDEX_YEAR
from response.attention import attention
from response.exposure_tables import mission_death_count, outbreak_month, own_money_year
from response.health import health
from response.own_money import own_money
from response.own_people import own_people
from tests.response.asking_for import asked


def flow(number: int, to: str, status: str, dollars: int, **changed: Any) -> dict[str, Any]:
    row = {
        "source_id": "fts_incoming",
        "flow_id": str(number),
        "usage_year": 2026,
        "date": pd.Timestamp("2026-02-01"),
        "budget_year": 2026,
        "flow_status": status,
        "amount_usd": dollars,
        "source_organisation": "Canada, Government of",
        "source_organisation_type": "Governments",
        "source_place_id": "CAN",
        "place_id": None if "," in to else to,
        "destinations": to,
        "plan_id": "none",
        "is_parked": False,
        "is_in_kind": False,
    }
    return row | changed


def test_money_by_status_is_never_added_and_shared_flows_stand_apart() -> None:
    flows = FUNDING_FLOW.validate(
        pd.DataFrame(
            [
                flow(1, "SDN", "paid", 100),
                flow(2, "SDN", "paid", 50, is_in_kind=True),
                flow(3, "SDN", "commitment", 300, is_parked=True),
                flow(4, "SDN,TCD", "paid", 40),
                flow(5, "TCD", "paid", 850),
                flow(6, "SDN", "paid", 7, source_organisation_type="NGOs"),
                flow(7, "SDN", "paid", 5000, source_place_id="USA"),
            ]
        )
    )
    found = {one.measure: one for one in own_money(asked(own_money_year=own_money_year(flows)))}
    assert {name: one.value for name, one in found.items()} == {
        "pledge": 0, "commitment": 300, "paid": 150, "shared_paid": 40, "others_paid": 7,
    }  # fmt: skip
    assert found["paid"].total == 1000 and found["paid"].share == 0.15 and found["paid"].period == "2026"
    assert "for single countries" in found["paid"].share_of  # the 40 to two countries are in no share
    assert [dict(note.values) for note in found["paid"].notes][1:] == [{"amount": 50}]
    silent = own_money(asked("NOR", own_money_year=own_money_year(flows)))
    assert {one.status for one in silent} == {"not_known"} and {one.value for one in silent} == {None}


def test_deaths_in_missions_by_nationality_malicious_acts_apart() -> None:
    cells = [
        ("UNMIS", "CAN", "illness"),
        ("UNMIS", "CAN", "malicious_act"),
        ("UNMIS", "IND", "malicious_act"),
        ("UNMIS", None, "accident"),
        ("MONUC", "CAN", "accident"),
    ]
    deaths = pd.DataFrame(cells, columns=["mission", "nationality_place_id", "death_cause"]).assign(
        source_id="un_fatalities", date=pd.Timestamp("2008-05-05"), place_id=None, service="military"
    )
    deaths["death_id"] = deaths.index.astype("str")
    counted = mission_death_count(MISSION_DEATH.validate(deaths))
    found = {
        (one.measure, one.label.values.get("mission")): one for one in own_people(asked(mission_death_count=counted))
    }
    died, malicious = found["died", "UNMIS"], found["malicious", "UNMIS"]
    assert (died.value, died.total, malicious.value, malicious.total) == (2, 4, 1, 2)
    assert found["died", "UNAMID"].value == 0 and ("died", "MONUC") not in found
    assert died.notes and found["died", "UNISFA"].notes  # they worked beyond Sudan


def test_who_serves_there_in_the_newest_month() -> None:
    cells = [
        ("UNISFA", "CAN", "2026-01", 3),
        ("UNISFA", "CAN", "2025-12", 90),
        ("UNISFA", "GHA", "2026-01", 57),
        ("MONUSCO", "CAN", "2026-01", 8),
    ]
    strength = pd.DataFrame(cells, columns=["mission", "contributor_place_id", "month", "men"])
    strength = strength.assign(
        month=pd.to_datetime(strength["month"]), personnel=strength["men"], women=0, source_id="un_personnel"
    )
    strength["contribution_id"] = strength.index.astype("str")
    table = MISSION_STRENGTH_MONTH.validate(strength.assign(place_id=None, uniformed_service="troops"))
    (one,) = [figure for figure in own_people(asked(un_personnel=table)) if figure.measure == "serving"]
    assert (one.value, one.total, one.period) == (3, 60, "2026-01")


def notices(*cells: tuple[str, str | None, str]) -> pd.DataFrame:
    """outbreak_notice from (disease, place, day)."""
    table = pd.DataFrame(cells, columns=["disease_id", "place_id", "date"]).assign(
        source_id="who_outbreaks", place_number=1
    )
    table["date"] = pd.to_datetime(table["date"])
    table["notice_id"] = [f"notice-{number}" for number in range(len(table))]
    return OUTBREAK_NOTICE.validate(table.assign(url="https://example.org/" + table["notice_id"]))


def test_outbreaks_in_24_months_there_and_next_door() -> None:
    table = notices(
        ("cholera", "SDN", "2024-02-28"),  # a month too early
        ("cholera", "SDN", "2024-03-01"),
        ("cholera", "SDN", "2026-02-20"),
        ("measles", "TCD", "2025-05-05"),
        ("mpox", "COD", "2025-05-05"),  # no neighbour
        ("mpox", None, "2025-05-05"),
    )
    here, chad, _ = health(asked(who_outbreaks=table, outbreak_month=outbreak_month(table)))
    assert (here.value, here.period, here.links) == (
        2,
        "2024-03..2026-02",
        ("https://example.org/notice-2", "https://example.org/notice-1"),
    )
    assert (chad.place_id, chad.value) == ("TCD", 1)
    counts_alone = health(asked(outbreak_month=outbreak_month(table)))
    assert counts_alone[0].value == 2 and counts_alone[0].links == ()


def test_no_notice_is_zero_and_the_epidemic_score_is_the_newest_or_not_known() -> None:
    table = outbreak_month(notices(("mpox", "COD", "2026-02-05")))
    scores = RISK_INDEX_YEAR.validate(
        pd.DataFrame(
            [
                {
                    "place_id": "SDN",
                    "place_kind": "country",
                    "year": year,
                    "risk_index": index,
                    "source_id": "inform_risk",
                    "risk_score": score,
                }
                for year, index, score in (
                    (2025, "HA.NAT.EPI", 6.5),
                    (2026, "HA.NAT.EPI", 7.1),
                    (2027, "HA.NAT.EPI", 9.9),
                    (2026, "HA", 5.0),
                )
            ]
        )
    )
    here, beside, score = health(asked(outbreak_month=table, inform_risk=scores))
    assert (here.value, beside.value, score.value, score.period) == (0, 0, 7.1, "2026")
    without = health(asked(inform_risk=scores[scores["risk_index"] == "HA"]))[-1]
    assert without.value is None and without.status == "not_known"


def test_attention_is_measured_by_language_and_groups_are_not_measured() -> None:
    views = pd.DataFrame(
        [
            ("SDN", "en", "2026-01-01", 30),
            ("TCD", "en", "2026-01-01", 70),
            ("SDN", "en", "2024-12-01", 999),
            ("SDN", "fr", "2026-01-01", 4),
        ],
        columns=["place_id", "language", "month", "views"],
    )
    views = PAGE_VIEWS_MONTH.validate(
        views.assign(month=pd.to_datetime(views["month"]), article="A", source_id="wikipedia_views")
    )
    news = pd.DataFrame(
        {
            "place_id": "SDN",
            "language": "en",
            "week": pd.to_datetime(["2026-01-05", "2026-01-12"]),
            "news_share": [1.0, 3.0],
        }
    )
    news = NEWS_VOLUME_WEEK.validate(news.assign(source_id="gdelt_volume", days_reported=7))
    found = attention(asked("USA", wikipedia_views=views, gdelt_volume=news))
    page, press, *groups = found
    assert (page.value, page.total, page.share, press.value) == (30, 100, 0.3, 2.0)
    assert {one.measure for one in groups} == {"religious_groups", "student_groups", "rights_groups"}
    assert {one.status for one in groups} == {"not_known"}
    assert [one.value for one in attention(asked("CAN", wikipedia_views=views))[:2]] == [30, 4]
    assert attention(asked("JPN", wikipedia_views=views))[0].status == "not_known"
