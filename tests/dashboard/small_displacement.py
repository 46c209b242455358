"""Who fled in the hand-made world: SDN with every state a figure can have, PSE with UNRWA beside, UKR of a mid-year.

SDN's refugees jump, its outflow leaves cases out, its asylum-seekers are hidden, IDMC is a year late and
nothing is on record of returned people.
"""

from typing import Any

import pandas as pd

from contracts.destination_year import DESTINATION_YEAR
from contracts.series_break import SERIES_BREAK
from tests.dashboard.small_killings import score
from tests.dashboard.small_sources import LAST

END = pd.Timestamp(LAST, 12, 31)
HOSTS: dict[str, tuple[int | None, int | None, int | None]] = {  # refugees, asylum-seekers, others in need
    "TCD": (500_000, 100, None),
    "EGY": (300_000, 200, None),
    "USA": (100_000, None, 50),
    **{place: (10_000 - 1_000 * n, None, None) for n, place in enumerate(("SSD", "DEU", "FRA", "GBR", "ITA", "KEN"))},
}


def displaced_scores() -> list[dict[str, Any]]:
    """Rows of indicator_scores of people who fled, and of the indices of others."""
    mid_year = {"month": pd.Timestamp(LAST, 6, 1), "is_provisional": True}
    return [
        score("SDN", "refugees_abroad", LAST, 945_000, 945_000, 945_000, "break_in_series"),
        score("SDN", "refugees_abroad_rate", LAST, 18.9, 18.9, 18.9, "carried_population"),
        score("SDN", "asylum_seekers_abroad", LAST, None, None, None, "masked"),
        score("SDN", "new_outflow", LAST, 5_000, 4_000, 5_000, "cases_left_out"),
        score("SDN", "new_outflow", LAST + 1, None, None, None, "half_year") | {"month": pd.Timestamp(LAST + 1, 6, 1)},
        score("SDN", "internally_displaced", LAST, 7_000_000, 7_000_000, 7_000_000),
        score("SDN", "internally_displaced_idmc", LAST - 1, 6_500_000, 6_500_000, 6_500_000),
        score("UKR", "internally_displaced_idmc", LAST, 3_000_000, 3_000_000, 3_000_000),
        score("SDN", "protracted_situations", LAST, 0, 0, 0),
        score("SDN", "inform_risk", LAST, 7.8, 7.8, 7.8) | {"month": pd.Timestamp(LAST, 3, 1)},
        score("SDN", "outbreak_notices_24_months", LAST - 1, 2, 2, 2),
        score("SDN", "acute_hunger", LAST, 18_400_000, 18_400_000, 18_400_000) | {"month": pd.Timestamp(LAST, 11, 1)},
        score("SSD", "acute_hunger", LAST, None, None, None, "no_data"),
        score("UKR", "outbreak_notices_24_months", LAST, 1, 1, 1),
        score("UKR", "refugees_abroad", LAST, 6_000_000, 6_000_000, 6_000_000) | mid_year,
        score("UKR", "returned_refugees", LAST, 10, 10, 10),
        score("PSE", "refugees_abroad", LAST, 48_000, 48_000, 48_000),
        score("PSE", "unrwa_refugees", LAST, 5_900_000, 5_900_000, 5_900_000),
    ]


def countries_of_asylum() -> pd.DataFrame:
    """Nine countries for SDN; Chad hides a figure."""
    total = sum(sum(count or 0 for count in counts) for counts in HOSTS.values())
    rows = [
        {"origin_id": "SDN", "asylum_id": place, "reference_date": END, "is_masked": place == "TCD"}
        | dict(zip(("refugees", "asylum_seekers", "oip"), counts, strict=True))
        | {"share_of_refugees": None, "share_of_all": sum(count or 0 for count in counts) / total}
        | {"rank": rank, "is_provisional": False}
        for rank, (place, counts) in enumerate(HOSTS.items(), start=1)
    ]
    return DESTINATION_YEAR.validate(pd.DataFrame(rows))


def jumps() -> pd.DataFrame:
    """Of SDN as a whole and of Chad alone in the last year, and one of long ago."""
    dates = ((None, END), ("TCD", END), (None, pd.Timestamp(LAST - 20, 12, 31)))
    rows = [
        {"origin_id": "SDN", "asylum_id": asylum, "reference_date": date, "persons_before": 600_000}
        | {"persons": 945_000, "matching_flow": 5_000, "is_provisional": False}
        for asylum, date in dates
    ]
    return SERIES_BREAK.validate(pd.DataFrame(rows))
