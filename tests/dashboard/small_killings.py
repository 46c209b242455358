"""To whom the killings of the hand-made world are attributed: of SDN's 900 a year 300 to the government, 600 to groups.

UKR has deaths by another government in one year; RWA's row is of zero and makes no card.
"""

from typing import Any

import pandas as pd

from contracts.attribution_year import ATTRIBUTED_TO, ATTRIBUTION_YEAR
from tests.dashboard.small_places import ANNUAL, EVENTS, YEARS
from tests.dashboard.small_sources import LAST

NONE = dict.fromkeys(ATTRIBUTED_TO, 0)
KILLED: dict[tuple[str, str], dict[int, dict[str, int]]] = {
    ("SDN", "country"): {year: NONE | {"government": 300, "named_groups": 600} for year in YEARS},
    ("UKR", "country"): {LAST: NONE | {"government": 10, "other_governments": 90}},
    ("RWA", "country"): {LAST: NONE},
    ("crisis:darfur", "crisis"): {LAST: NONE | {"named_groups": 40}},
}


def attributions() -> pd.DataFrame:
    """Low is half and high is twice the best estimate."""
    flags = {"is_bounds_inconsistent": False, "is_sum_inconsistent": False, "is_provisional": False}
    rows = [
        {"place_id": place, "place_kind": kind, "year": year, "attributed_to": whom}
        | {"source_id": EVENTS if place == "SDN" else ANNUAL}
        | {"fatalities_best": best, "fatalities_low": best // 2, "fatalities_high": best * 2, **flags}
        for (place, kind), by_year in KILLED.items()
        for year, by_whom in by_year.items()
        for whom, best in by_whom.items()
    ]
    return ATTRIBUTION_YEAR.validate(pd.DataFrame(rows))


def group_scores() -> list[dict[str, Any]]:
    """Rows of indicator_scores: SDN's share and groups, each in a year of its own; too few deaths for RWA's share."""
    return [
        score("SDN", "one_sided_share_2_years", LAST, 0.3, 0.251, 0.352),
        score("SDN", "armed_groups_active", LAST - 1, 12, 11, 14),
        score("SDN", "armed_groups_effective", LAST - 1, 1.22, 1.22, 1.22),
        score("SDN", "state_conflict_groups", LAST, 1, 1, 1),
        score("UKR", "one_sided_share_2_years", LAST, None, None, None, "sparse"),
    ]


def score(
    place: str,
    indicator: str,
    year: int,
    value: float | None,
    low: float | None,
    high: float | None,
    status: str = "ok",
) -> dict[str, Any]:
    """One row of indicator_scores in the December of a year."""
    where = {"place_id": place, "place_kind": "country", "month": pd.Timestamp(year, 12, 1), "indicator_id": indicator}
    known = {"value": value, "value_low": low, "value_high": high, "score": None}
    return where | known | {"n_observed": 1, "coverage": 1.0, "status": status, "is_provisional": False}
