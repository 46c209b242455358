"""Which parts matter most: those that lift a place above the middle, not the largest thirds."""

import numpy as np
import pandas as pd
import pytest

from scoring.leading_parts import leading_parts
from scoring.severity import severities
from tests.scoring.test_severity import WORLD, scored

INDICATORS = {"intensity": "fatalities_rate_year", "burden": "fatalities_year", "persistence": "persistence_10_years"}
SCORES = {  # intensity, burden, persistence
    "SDN": (80.0, 50.0, 20.0),
    "MLI": (20.0, 40.0, 40.0),
    "LKA": (10.0, 10.0, 80.0),
    "TUV": (0.0, 0.0, 0.0),
}


def parts() -> pd.DataFrame:
    month = pd.Timestamp(2021, 12, 1)
    rows = [
        {"place_id": place, "place_kind": "country", "month": month, "indicator_id": indicator, "score": score}
        | {"value": score / 100, "value_low": score / 100, "value_high": score / 100}
        for place, scores in SCORES.items()
        for indicator, score in zip(INDICATORS.values(), scores, strict=True)
    ]
    return severities(pd.DataFrame(rows)).parts


def of(place: str) -> list[str]:
    table = parts()
    return leading_parts(table[table["place_id"] == place].to_dict("records"))  # type: ignore[arg-type]


def test_the_lift_by_hand() -> None:
    # The middle of the three places with any severity: 20, 40 and 40. TUV does not count.
    lift = parts().set_index(["place_id", "pillar"])["lift"]
    assert lift["SDN", "intensity"] == pytest.approx(np.log(80 / 20) / 3)
    assert lift["SDN", "burden"] == pytest.approx(np.log(50 / 40) / 3)
    assert lift["SDN", "persistence"] == pytest.approx(np.log(20 / 40) / 3)


def test_the_two_that_lift_furthest_are_named_the_furthest_first() -> None:
    assert of("SDN") == ["intensity", "burden"]


def test_one_alone_or_none_may_lift() -> None:
    assert of("LKA") == ["persistence"]
    assert of("MLI") == []  # at the middle in every part


def test_a_place_without_severity_has_no_part_that_matters() -> None:
    table = parts()
    assert (table.loc[table["place_id"] == "TUV", "lift"] == 0).all() and of("TUV") == []


def test_the_order_of_rows_and_another_quiet_place_change_nothing() -> None:
    table = parts()
    rows = table[table["place_id"] == "SDN"]
    assert leading_parts(rows.iloc[::-1].to_dict("records")) == ["intensity", "burden"]  # type: ignore[arg-type]
    few = scored({place: series for place, series in WORLD.items() if place != "LKA"}).parts
    all_places = scored(WORLD).parts
    among = all_places[all_places["place_id"] != "LKA"].reset_index(drop=True)
    pd.testing.assert_frame_equal(among, few)
