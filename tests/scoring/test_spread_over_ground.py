"""Over how much ground: cells and Hill numbers by hand, newcomers and their neighbours, what is left out."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from contracts.spread_year import SPREAD_YEAR
from scoring.spread import COLUMNS, cell_of, spread_years
from tests import builders


def event(year: int, best: int, at: tuple[float, float] = (12.25, 25.25), **more: Any) -> dict[str, Any]:
    return {"place_id": "SDN", "start": f"{year}-05-05", "best": best, "latitude": at[0], "longitude": at[1], **more}


def spread(*rows: dict[str, Any], years: range = range(2015, 2022), unit: str | None = "adm1:SDN:west-darfur") -> Any:
    covered = pd.DataFrame({"place_id": "SDN", "place_kind": "country", "year": list(years)})
    events = builders.events(*rows)
    units = [row.get("unit", unit) for row in rows]
    table = spread_years(events.assign(unit_id=pd.Series(units, dtype="str")), covered)
    pd.testing.assert_frame_equal(SPREAD_YEAR.validate(table), table)
    return table.set_index("year")


def test_cells_are_half_a_degree_wide_and_numbered_as_in_prio_grid() -> None:
    # PRIO-GRID counts from the south-west corner, from one: 12.25 N 25.25 E is cell 147291
    number = cell_of(np.array([12.25, 12.49, 12.5, 12.25]), np.array([25.25, 25.01, 25.25, 25.5]))
    assert number[0] + 1 == 147291
    assert (number - number[0]).tolist() == [0, 0, COLUMNS, 1]


def test_one_cell_counts_one_and_even_cells_count_in_full() -> None:
    found = spread(event(2020, 30), event(2021, 10), event(2021, 10, (13.25, 25.25)), event(2021, 10, (14.25, 25.25)))
    assert found.loc[2020, ["active_cells", "active_cells_25", "effective_cells"]].tolist() == [1, 1, 1.0]
    assert found.loc[2021, ["active_cells", "active_cells_25"]].tolist() == [3, 0]
    assert found.loc[2021, "effective_cells"] == pytest.approx(3)


def test_the_hill_number_by_hand() -> None:
    # shares 3/4 and 1/4: exp(-(.75 ln .75 + .25 ln .25)) = 1.7548
    found = spread(event(2020, 30), event(2020, 10, (13.25, 25.25)))
    assert found.loc[2020, "effective_cells"] == pytest.approx(1.754765, abs=1e-6)


def test_a_year_without_deaths_has_no_cells_and_no_hill_number() -> None:
    found = spread(event(2020, 30), event(2021, 0))
    assert found.loc[[2015, 2021], ["fatalities_best", "active_cells", "active_units"]].to_numpy().sum() == 0
    assert found.loc[[2015, 2021], "effective_cells"].isna().all()


def test_events_placed_to_the_province_or_worse_count_for_units_not_for_cells() -> None:
    found = spread(event(2020, 30, place_precision=4), event(2020, 5, place_precision=3))
    row = found.loc[2020]
    assert (row["fatalities_best"], row["fatalities_placed"], row["active_cells"]) == (35, 5, 1)
    assert (row["fatalities_in_units"], row["active_units_25"]) == (35, 1)


def test_events_without_a_unit_or_coordinates_are_left_out_and_counted() -> None:
    found = spread(event(2020, 30, unit=None), event(2020, 5, (np.nan, np.nan)))
    row = found.loc[2020]
    assert (row["fatalities_best"], row["fatalities_placed"], row["fatalities_in_units"]) == (35, 30, 5)


def test_a_newcomer_is_a_cell_without_a_death_in_five_years() -> None:
    there, touching, far = (12.25, 25.25), (12.75, 25.75), (18.25, 30.25)
    found = spread(event(2015, 9, there), event(2020, 9, there), event(2020, 9, touching), event(2020, 9, far))
    assert found.loc[2020, ["new_cells", "new_cells_beside"]].tolist() == [2, 1]


def test_a_cell_is_new_again_after_five_quiet_years() -> None:
    found = spread(event(2014, 9), event(2020, 9), years=range(2010, 2022))
    assert found.loc[2020, ["new_cells", "new_cells_beside"]].tolist() == [1, 0]
    assert spread(event(2015, 9), event(2020, 9)).loc[2020, "new_cells"] == 0


def test_without_five_years_on_record_before_nobody_knows_what_is_new() -> None:
    found = spread(event(2019, 9), event(2020, 9))
    assert found.loc[2015:2019, ["new_cells", "new_cells_beside"]].isna().all(axis=None)
    assert found.loc[2020, "new_cells"] == 0


def test_cells_touch_across_the_date_line() -> None:
    found = spread(event(2019, 9, (10.25, 179.75)), event(2020, 9, (10.25, -179.75)))
    assert found.loc[2020, ["new_cells", "new_cells_beside"]].tolist() == [1, 1]


def test_another_place_s_cells_are_not_one_s_own() -> None:
    rows = builders.events(event(2019, 9), event(2020, 9, place_id="SSD"))
    covered = pd.DataFrame([(place, "country", year) for place in ("SDN", "SSD") for year in range(2015, 2021)])
    table = spread_years(rows.assign(unit_id=None), covered.set_axis(["place_id", "place_kind", "year"], axis=1))
    assert table.set_index(["place_id", "year"]).loc[("SSD", 2020), "new_cells"] == 1


def test_an_event_split_in_two_and_the_order_of_rows_change_nothing() -> None:
    whole = spread(event(2019, 8), event(2020, 30), event(2020, 10, (13.25, 25.25)))
    split = spread(event(2020, 10, (13.25, 25.25)), event(2020, 12), event(2020, 18), event(2019, 8))
    pd.testing.assert_frame_equal(whole, split)


def test_later_events_change_no_earlier_year() -> None:
    before = spread(event(2019, 9), event(2020, 9))
    after = spread(event(2019, 9), event(2020, 9), event(2021, 99, (18.25, 30.25)))
    pd.testing.assert_frame_equal(before.loc[:2020], after.loc[:2020])


def test_nothing_covered_gives_no_rows() -> None:
    assert spread(years=range(0)).empty
