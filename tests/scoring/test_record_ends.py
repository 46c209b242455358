"""Late is told from quiet: where each place's record ends, and how far behind the others."""

from typing import Any

import pandas as pd
import pytest

from contracts.record_end import RECORD_END
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from scoring.record_ends import record_ends
from tests import builders

YEARS = builders.yearly({"SDN": [5] * 4, "UKR": [9] * 4}, 2018)


def test_a_record_that_stops_is_late_and_a_quiet_one_is_not() -> None:
    months = builders.monthly({"SDN": [5] * 36, "UKR": [5] * 24, "LKA": [0] * 36}, "2019-01-01")
    found = record_ends(months, YEARS).set_index("place_id")
    assert found["months_behind"].to_dict() == {"LKA": 0, "SDN": 0, "UKR": 12}
    assert found["is_late"].to_dict() == {"LKA": False, "SDN": False, "UKR": True}
    assert found.loc["UKR", "newest_month"] == pd.Timestamp(2020, 12, 1)


def test_a_place_without_months_is_late_and_keeps_its_years() -> None:
    found: Any = record_ends(builders.monthly({"SDN": [5] * 12}, "2019-01-01"), YEARS).set_index("place_id")
    assert bool(found.loc["UKR", "is_late"]) and pd.isna(found.loc["UKR", "months_behind"])
    assert found.loc["UKR", ["first_year", "newest_year"]].tolist() == [2018, 2021]


def test_months_missing_inside_are_counted() -> None:
    found = record_ends(builders.monthly({"SDN": [5, None, None, 0, 5]}, "2019-01-01"), YEARS)
    assert found.set_index("place_id").loc["SDN", "missing_months"] == 2


def test_state_based_months_are_not_a_record_of_all_types() -> None:
    narrow = builders.monthly({"SDN": [5] * 12}, "2020-01-01", types_covered="state_based")
    whole = builders.monthly({"SDN": [5] * 12}, "2019-01-01")
    found = record_ends(pd.concat([whole, narrow]), YEARS).set_index("place_id")
    assert found.loc["SDN", "newest_month"] == pd.Timestamp(2019, 12, 1)


@pytest.mark.parametrize("years", [YEARS, VIOLENCE_YEAR.empty()])
def test_no_months_at_all_make_a_valid_table(years: pd.DataFrame) -> None:
    found = record_ends(VIOLENCE_MONTH.empty(), years)
    pd.testing.assert_frame_equal(RECORD_END.validate(found), found)
    assert len(found) == years["place_id"].nunique()
