"""Deaths by cell: centres by hand, what is too vaguely placed is in no cell and is counted, years without deaths stay."""

from typing import Any

import pandas as pd

from scoring.cells import cell_years, located_years
from scoring.spread import spread_years
from tests import builders


def event(year: int, best: int, at: tuple[float, float] = (12.25, 25.25), **more: Any) -> dict[str, Any]:
    return {"place_id": "SDN", "start": f"{year}-05-05", "best": best, "latitude": at[0], "longitude": at[1], **more}


def covered(*years: int) -> pd.DataFrame:
    return pd.DataFrame({"place_id": "SDN", "place_kind": "country", "year": list(years)})


def test_a_cell_sums_the_deaths_of_its_year_and_has_its_number_and_centre() -> None:
    # 12.0-12.5 N, 25.0-25.5 E is cell 147291 of PRIO-GRID
    found = cell_years(builders.events(event(2020, 30), event(2020, 5, (12.49, 25.01)), event(2021, 7)), covered(2020))
    assert found[["year", "cell", "latitude", "longitude", "fatalities_best"]].to_numpy().tolist() == [
        [2020, 147291, 12.25, 25.25, 35]
    ]


def test_deaths_that_are_placed_too_vaguely_are_in_no_cell_but_are_counted_by_how_vaguely() -> None:
    events = builders.events(
        *(event(2020, best, place_precision=precision) for precision, best in enumerate((1, 2, 4, 8, 16, 32, 64), 1))
    )
    assert cell_years(events, covered(2020))["fatalities_best"].tolist() == [1 + 2 + 4]
    row = located_years(events, covered(2020)).iloc[0]
    assert row["fatalities_best"] == 127
    assert row["fatalities_in_cells"] == 7
    assert row["fatalities_in_provinces"] == 8 + 16
    assert row["fatalities_in_country"] == 32 + 64


def test_a_covered_year_without_an_event_is_a_row_of_zeros_and_an_uncovered_one_is_none() -> None:
    found = located_years(builders.events(event(2020, 30)), covered(2020, 2021)).set_index("year")
    assert found["fatalities_best"].to_dict() == {2020: 30, 2021: 0}


def test_the_cells_are_those_that_the_spread_counts() -> None:
    events = builders.events(event(2020, 30), event(2020, 10, (13.25, 25.25)), event(2020, 9, place_precision=4))
    events = events.assign(unit_id=pd.Series(["adm1:SDN:north-darfur"] * 3, dtype="str"))
    spread = spread_years(events, covered(2020)).iloc[0]
    cells = cell_years(events, covered(2020))
    assert len(cells) == spread["active_cells"]
    assert cells["fatalities_best"].sum() == spread["fatalities_placed"]


def test_a_later_year_changes_no_earlier_cell() -> None:
    events = builders.events(event(2020, 30), event(2021, 10, (13.25, 25.25)))
    before = cell_years(events[events["year"] == 2020], covered(2020))
    after = cell_years(events, covered(2020, 2021))
    pd.testing.assert_frame_equal(after[after["year"] == 2020], before)


def test_without_events_there_are_no_rows() -> None:
    events, none = builders.events(), covered()
    assert cell_years(events, none).empty and located_years(events, none).empty
