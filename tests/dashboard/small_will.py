"""What the small world did about its severe places, and whom they touch: every state of a cell occurs once."""

from collections.abc import Callable

import pandas as pd

from contracts._contract import TableContract
from contracts.mission_death_count import MISSION_DEATH_COUNT
from contracts.neglect_year import NEGLECT_YEAR
from contracts.own_money_year import OWN_MONEY_YEAR
from contracts.response_gap import RESPONSE_GAP
from contracts.response_year import RESPONSE_YEAR
from tests.dashboard.small_sources import LAST
from tests.response.asking_for import applied, stocks

COUNTED = f"{LAST}-12-31"


def refugees() -> pd.DataFrame:
    """Of Sudan's 2,000 refugees 936 are in Canada, of South Sudan's all 7; Ukraine's are hidden, Israel has no row."""
    return stocks(
        ("SDN", "CAN", "refugees", COUNTED, 936),
        ("SDN", "TCD", "refugees", COUNTED, 1064),
        ("SSD", "CAN", "refugees", COUNTED, 7),
        ("PSE", "CAN", "refugees", COUNTED, 837),
        ("UKR", "CAN", "refugees", COUNTED, None),
        ("ISR", "TCD", "refugees", COUNTED, 5),
    )


def new_applications() -> pd.DataFrame:
    return applied(
        ("SDN", "CAN", LAST, "FI", "persons", 288),
        ("SDN", "CAN", LAST, "FI", "cases", 3),
        ("SSD", "CAN", LAST, "FI", "persons", 0),
        ("UNK", "CAN", LAST, "IN", "cases", 282_594),
    )


def own_money() -> pd.DataFrame:
    rows = [("SDN", "paid", 9_500_000), ("SDN", "commitment", 17_400_000)]
    table = pd.DataFrame(rows, columns=["place_id", "flow_status", "amount_usd"])
    stated = table.assign(source_id="fts_incoming", donor_place_id="CAN", giver_kind="government", reach="alone")
    dated = stated.assign(usage_year=LAST, newest_date=pd.Timestamp(COUNTED))
    return OWN_MONEY_YEAR.validate(dated.assign(flows=1, parked_usd=0, in_kind_usd=0))


def own_deaths() -> pd.DataFrame:
    """Two Canadians died in South Sudan."""
    row = {"source_id": "un_fatalities", "mission": "UNMISS", "nationality_place_id": "CAN", "death_cause": "illness"}
    return MISSION_DEATH_COUNT.validate(pd.DataFrame([row | {"deaths": 2, "newest_date": pd.Timestamp(COUNTED)}]))


def responses() -> pd.DataFrame:
    """response_year: 40 of 100 million dollars for Sudan, 0 of 50 for South Sudan; no row of Israel."""
    rows = [
        {"place_id": "SDN", "appeal_state": "funded", "requirements_usd": 100_000_000, "funding_usd": 40_000_000},
        {"place_id": "SSD", "appeal_state": "unfunded", "requirements_usd": 50_000_000, "funding_usd": 0},
        {"place_id": "UKR", "appeal_state": "no_appeal"},
        {"place_id": "PSE", "appeal_state": "regional_only"},
    ]
    table = pd.DataFrame(rows).assign(source_id="fts_requirements", plans=1, is_provisional=False)
    return _whole(table.assign(coverage=table["funding_usd"] / table["requirements_usd"]), RESPONSE_YEAR)


def gaps() -> pd.DataFrame:
    """response_gap: severity stands higher than the money in Sudan; South Sudan is compared with too few."""
    rows = [
        {"place_id": "SDN", "appeal_state": "funded", "gap": 0.31, "gap_low": -0.02, "gap_high": 0.45},
        {"place_id": "SSD", "appeal_state": "unfunded"},
        {"place_id": "UKR", "appeal_state": "no_appeal"},
    ]
    table = pd.DataFrame(rows).assign(response_measure="received_usd", severity=60.0, is_provisional=False)
    return _whole(table, RESPONSE_GAP)


def neglects() -> pd.DataFrame:
    rows = [
        {"place_id": "SDN", "appeal_state": "funded", "little_response": "yes", "neglect": "yes"},
        {"place_id": "SSD", "appeal_state": "unfunded", "little_response": "yes", "neglect": "no"},
        {"place_id": "UKR", "appeal_state": "no_appeal", "little_response": "no_appeal", "neglect": "no_appeal"},
    ]
    table = pd.DataFrame(rows).assign(severity=60.0, severity_bound=50.0, is_severe=True, is_persistent=True)
    return _whole(table.assign(is_provisional=False), NEGLECT_YEAR)


def _whole(table: pd.DataFrame, contract: TableContract) -> pd.DataFrame:
    """The table of the last year with every column of its contract; those that are not given are missing."""
    stated = table.assign(year=LAST, place_kind="country")
    return contract.validate(stated.reindex(columns=[column.name for column in contract.columns]))


COMPUTED: dict[str, Callable[[], pd.DataFrame]] = {
    "own_money_year": own_money,
    "mission_death_count": own_deaths,
    "response_year": responses,
    "response_gap": gaps,
    "neglect_year": neglects,
}
SOURCES: dict[str, Callable[[], pd.DataFrame]] = {
    "unhcr_population": refugees,
    "unhcr_applications": new_applications,
}
