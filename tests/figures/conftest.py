"""Small made-up tables of one place, in the layout of the contracts."""

import datetime
from collections.abc import Callable, Mapping

import pandas as pd
import pytest

from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from figures.caption import Caption

Counts = tuple[int, int, int]  # best, low, high
MakeTable = Callable[..., pd.DataFrame]


@pytest.fixture
def make_months() -> MakeTable:
    def make(
        deaths: Mapping[tuple[str, str], Counts],
        provisional: tuple[str, ...] = (),
        state_based_only: tuple[str, ...] = (),
    ) -> pd.DataFrame:
        """Deaths by (month, violence type); months are written 2023-01."""
        rows = [
            {
                "place_id": "SDN",
                "place_kind": "country",
                "month": pd.Timestamp(month),
                "violence_type": violence_type,
                "source_id": "ucdp_ged",
                "types_covered": "state_based" if month in state_based_only else "all",
                "fatalities_best": best,
                "fatalities_low": low,
                "fatalities_high": high,
                "is_provisional": month in provisional,
            }
            for (month, violence_type), (best, low, high) in deaths.items()
        ]
        return VIOLENCE_MONTH.validate(pd.DataFrame(rows)) if rows else VIOLENCE_MONTH.empty()

    return make


@pytest.fixture
def make_years() -> MakeTable:
    def make(deaths: Mapping[tuple[int, str], Counts], provisional: tuple[int, ...] = ()) -> pd.DataFrame:
        """Deaths by (year, violence type)."""
        rows = [
            {
                "place_id": "SDN",
                "place_kind": "country",
                "year": year,
                "violence_type": violence_type,
                "source_id": "ucdp_country_year",
                "types_covered": "all",
                "fatalities_best": best,
                "fatalities_low": low,
                "fatalities_high": high,
                "is_bounds_inconsistent": False,
                "is_provisional": year in provisional,
            }
            for (year, violence_type), (best, low, high) in deaths.items()
        ]
        return VIOLENCE_YEAR.validate(pd.DataFrame(rows)) if rows else VIOLENCE_YEAR.empty()

    return make


@pytest.fixture
def make_places() -> MakeTable:
    def make(values: Mapping[str, float | str], tempo: str | None = "slow_burn") -> pd.DataFrame:
        """A value for each ISO3 code, or the reason why there is none."""
        rows = []
        for iso3, value in values.items():
            is_ok = not isinstance(value, str)
            number = float(value) if is_ok else float("nan")
            row = {
                "place_id": iso3,
                "iso3": iso3,
                "name": f"Name of {iso3}",
                "value": number,
                "value_low": number * 0.5,
            }
            row |= {
                "value_high": number * 2,
                "period": "2023",
                "tempo": tempo,
                "status": "ok" if is_ok else value,
                "remark": "",
                "is_provisional": False,
                "is_lasting": False,
            }
            rows.append(row)
        return pd.DataFrame(rows)

    return make


@pytest.fixture
def caption() -> Caption:
    return Caption(
        title="Sudan: 7,170 deaths recorded in 2023, most since 2004",
        subtitle="Recorded deaths by year and type of violence, 1989–2023",
        source="UCDP GED 25.1",
        as_of=datetime.date(2026, 11, 23),
        release="2026-11-23-1a2b3c4d5e6f",
        note="Recorded direct deaths in organised violence; true tolls are higher.",
    )
