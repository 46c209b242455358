"""What the hand-made world did: SDN asked 4,162.5 and received 1,645.6 million dollars in 2025; 2026 is still open.

2000 had a plan, 1999 is not known, 2001 was without an appeal, 2002 regional only, 2003 unfunded. ISR has no appeal, PSE,
whose deaths it counts, has one.
"""

from typing import Any

import pandas as pd

from contracts.neglect_year import NEGLECT_YEAR
from contracts.response_gap import RESPONSE_GAP
from contracts.response_year import RESPONSE_YEAR
from tests.dashboard.small_sources import LAST

ASKED: dict[tuple[str, int], tuple[str, int | None, int | None]] = {
    ("SDN", 1999): ("not_known", None, None),
    ("SDN", 2000): ("funded", 100_000_000, 80_000_000),
    ("SDN", 2001): ("no_appeal", None, None),
    ("SDN", 2002): ("regional_only", None, None),
    ("SDN", 2003): ("unfunded", 5_000_000, 0),
    ("SDN", 2025): ("funded", 4_162_518_656, 1_645_600_872),
    ("SDN", 2026): ("funded", 2_866_228_593, 488_147_337),
    ("ISR", 2025): ("no_appeal", None, None),
    ("PSE", 2025): ("funded", 400_000_000, 200_000_000),
    ("TUV", 2025): ("no_appeal", None, None),
}


def response_years() -> pd.DataFrame:
    rows = [
        {
            "place_id": place,
            "place_kind": "country",
            "year": year,
            "source_id": "fts_requirements",
            "appeal_state": state,
        }
        | {"plans": int(asked is not None), "requirements_usd": asked, "funding_usd": came}
        | {"coverage": came / asked if asked and came is not None else None}
        | {"regional_requirements_usd": 7_000_000 if state == "regional_only" else None}
        | {"regional_funding_usd": 2_000_000 if state == "regional_only" else None, "outside_plans_usd": None}
        | {"resolutions": None, "statements": None, "operations": None, "is_provisional": year == 2026}
        for (place, year), (state, asked, came) in ASKED.items()
    ]
    whole = dict.fromkeys(("requirements_usd", "funding_usd", "regional_requirements_usd"), "Int64")
    whole |= dict.fromkeys(("regional_funding_usd", "outside_plans_usd", "resolutions", "statements"), "Int64")
    return RESPONSE_YEAR.validate(pd.DataFrame(rows).astype(whole))


def response_gaps() -> pd.DataFrame:
    """Of 30, rank 2 in severity: rank 3 in dollars, 7 in coverage; gaps 1/29 and 5/29. A residual of -ln 3.29."""
    where: dict[str, Any] = {"place_id": "SDN", "place_kind": "country", "year": LAST, "appeal_state": "funded"}
    ranks = {"severity": 95.2, "severity_rank": 2, "n_compared": 30, "is_provisional": False, "n_fitted": 164}
    dollars = {"response_measure": "received_usd", "response_value": 1.9e9, "response_rank": 3, "gap": 1 / 29}
    dollars |= {"gap_low": -2 / 29, "gap_high": 2 / 29, "expected_value": 5.8e8}
    dollars |= {"residual_gap": -1.19, "residual_gap_low": -1.62, "residual_gap_high": -0.87}
    share = {"response_measure": "coverage", "response_value": 0.7, "response_rank": 7, "gap": 5 / 29}
    share |= {"gap_low": 2 / 29, "gap_high": 6 / 29, "expected_value": 0.5}
    share |= {"residual_gap": -0.3, "residual_gap_low": -0.4, "residual_gap_high": -0.2}
    return RESPONSE_GAP.validate(pd.DataFrame([where | ranks | dollars, where | ranks | share]))


def neglect_years() -> pd.DataFrame:
    states = {"SDN": ("funded", 0.7, "no"), "ISR": ("no_appeal", None, "no_appeal")}
    rows = [
        {"place_id": place, "place_kind": "country", "year": LAST, "severity": 95.2, "severity_bound": 78.2}
        | {"is_severe": True, "active_share": 1.0, "is_persistent": place == "SDN", "appeal_state": state}
        | {"coverage": coverage, "residual_gap": None, "little_response": little, "neglect": "no"}
        | {"is_provisional": False}
        for place, (state, coverage, little) in states.items()
    ]
    return NEGLECT_YEAR.validate(pd.DataFrame(rows))
