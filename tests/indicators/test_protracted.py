"""Protracted situations by UNHCR's definition: 25,000 of one origin in one country at five ends of year in a row."""

from typing import Any

import pandas as pd
import pytest

from indicators import indicators
from tests.displaced import stocks

AS_OF = pd.Timestamp(2026, 10, 1)
Cell = tuple[str, str, str, str, int | None]


def series(asylum: str, *persons: int | None, first: int = 2021, origin: str = "SDN") -> list[Cell]:
    return [(origin, asylum, "refugees", f"{first + at}-12-31", count) for at, count in enumerate(persons)]


def told(indicator_id: str, *cells: Cell) -> Any:
    """Values of Sudan by month."""
    table = indicators()[indicator_id].compute({"displacement_year": stocks(*cells)}, AS_OF)
    return table[table["place_id"] == "SDN"].set_index("month")["value"]


@pytest.mark.parametrize(
    ("persons", "situations"),
    [
        ((25_000, 25_000, 25_000, 25_000, 25_000), 1),
        ((25_000, 25_000, 24_999, 25_000, 25_000), 0),
        ((24_999, 90_000, 90_000, 90_000, 90_000), 0),
        ((90_000, 90_000, 90_000, 90_000, 24_999), 0),
        ((90_000, 90_000, None, 90_000, 90_000), 0),
    ],
)
def test_every_one_of_five_ends_of_year_counts(persons: tuple[int | None, ...], situations: int) -> None:
    assert told("protracted_situations", *series("TCD", *persons))[pd.Timestamp(2025, 12, 1)] == situations


def test_each_pair_stands_alone_and_people_are_those_of_the_last_year() -> None:
    cells = [
        *series("TCD", 30_000, 30_000, 30_000, 30_000, 60_000),
        *series("EGY", 40_000, 40_000, 40_000, 40_000, 25_000),
        *series("UGA", 20_000, 20_000, 20_000, 20_000, 20_000),  # together many, in one country too few
        *series("KEN", 20_000, 20_000, 20_000, 20_000, 20_000),
        *series("TCD", 90_000, 90_000, 90_000, 90_000, 90_000, origin="CAF"),
    ]
    assert told("protracted_situations", *cells).tolist() == [2]
    assert told("protracted_refugees", *cells).tolist() == [85_000]


def test_the_first_row_is_at_the_fifth_end_of_year_on_record() -> None:
    years = told("protracted_situations", *series("TCD", *[30_000] * 7, first=2019))
    assert years.to_dict() == {pd.Timestamp(year, 12, 1): 1 for year in (2023, 2024, 2025)}


def test_a_year_without_a_figure_breaks_the_row() -> None:
    cells = [*series("TCD", 30_000, 30_000, first=2019), *series("TCD", 30_000, 30_000, 30_000, 30_000, first=2022)]
    assert told("protracted_situations", *cells)[pd.Timestamp(2025, 12, 1)] == 0


def test_a_young_state_has_no_zero_before_five_ends_of_year_are_its_own() -> None:
    cells = series("UGA", 0, 90_000, 90_000, 90_000, 90_000, 90_000, first=2011, origin="SSD")
    older = series("UGA", 90_000, first=2007, origin="SDN")  # so that the record itself reaches back far enough
    table = indicators()["protracted_situations"].compute({"displacement_year": stocks(*cells, *older)}, AS_OF)
    found = table[table["place_id"] == "SSD"].sort_values("month")
    assert found["status"].tolist() == ["short_history"] * 4 + ["ok"] * 2
    assert found["value"].isna().tolist() == [True] * 4 + [False] * 2
    assert found["value"].tolist()[4:] == [0, 1]


def test_a_record_too_short_for_any_situation_has_no_row() -> None:
    assert told("protracted_situations", *series("TCD", 30_000, 30_000)).empty


def test_a_mid_year_completes_no_year_and_has_no_value() -> None:
    four = series("TCD", 30_000, 30_000, 30_000, 30_000, first=2021)
    table = indicators()["protracted_situations"].compute(
        {"displacement_year": stocks(*four, ("SDN", "TCD", "refugees", "2025-06-30", 30_000))}, AS_OF
    )
    assert table["status"].tolist() == ["half_year"] and table["value"].isna().all() and table["is_provisional"].all()
