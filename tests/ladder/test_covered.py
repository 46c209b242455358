"""Parts of countries: zero where the source would have recorded a death, no row elsewhere."""

from typing import Any

import pandas as pd

from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from ladder.covered import months_of, years_of
from tests import builders

COVERED = pd.DataFrame(
    {"place_id": ["north", "south"], "year": [2020, 2020], "place_kind": "adm1", "source_id": "ucdp_ged"}
)


def event(best: int, place_id: str = "north", **more: Any) -> dict[str, Any]:
    return {"place_id": place_id, "start": "2020-05-05", "best": best, **more}


def test_a_covered_year_without_an_event_is_zero_for_every_type() -> None:
    years = VIOLENCE_YEAR.validate(years_of(builders.events(event(7)), COVERED))
    deaths = years.pivot_table(index="place_id", columns="violence_type", values="fatalities_best", aggfunc="sum")
    assert deaths.loc["north"].to_dict() == {"non_state": 0, "one_sided": 0, "state_based": 7}
    assert deaths.loc["south"].to_dict() == {"non_state": 0, "one_sided": 0, "state_based": 0}
    assert set(years["types_covered"]) == {"all"} and len(years) == 6


def test_months_add_up_to_the_year_and_a_long_event_falls_into_all_of_its_months() -> None:
    spread = event(10, "south", start="2020-01-31", end="2020-02-09")  # one day of ten in January
    months = VIOLENCE_MONTH.validate(months_of(builders.events(event(7), spread), COVERED))
    assert len(months) == 2 * 12 * 3
    south = months[months["place_id"] == "south"].groupby(months["month"].dt.month)["fatalities_best"].sum()
    assert (south[1], south[2], south.sum()) == (1, 9, 10)


def test_flags_stay_with_their_place_and_type() -> None:
    rows = builders.events(event(7, is_bounds_inconsistent=True), event(1, "south", is_provisional=True))
    years = years_of(rows, COVERED)
    assert years[years["is_bounds_inconsistent"]][["place_id", "violence_type"]].to_numpy().tolist() == [
        ["north", "state_based"]
    ]
    assert years[years["is_provisional"]]["place_id"].tolist() == ["south"]
    assert set(months_of(rows, COVERED).query("is_provisional")["month"].dt.month) == {5}


def test_nothing_covered_gives_no_rows() -> None:
    nothing = COVERED.iloc[:0]
    assert VIOLENCE_YEAR.validate(years_of(builders.events(), nothing)).empty
    assert VIOLENCE_MONTH.validate(months_of(builders.events(), nothing)).empty
