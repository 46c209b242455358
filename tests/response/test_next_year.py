"""Next year's applications: the judgement by hand, no look-ahead, and breaks that nothing crosses."""

import math

import pandas as pd
import pytest

from response._next_year_methods import estimates, panel
from response.next_year import ENOUGH, application_tables, choice
from tests.response.asking_for import applied

AS_OF = pd.Timestamp("2026-03-01")
PLACES = ("CAN", "DEU", "FRA", "GBR", "SWE", "NOR", "ITA", "ESP")
ORIGINS = ("SDN", "SSD", "COD", "SYR", "AFG")


def growing(first: int, last: int, factor: float = 1.0) -> pd.DataFrame:
    """Forty pairs that start at 20 to 59 and move by a factor each year."""
    pairs = [
        (origin, place, 20 + number) for number, (origin, place) in enumerate((o, p) for o in ORIGINS for p in PLACES)
    ]
    return applied(
        *(
            (origin, place, year, "FI", "persons", round(start * factor ** (year - first)))
            for origin, place, start in pairs
            for year in range(first, last + 1)
        )
    )


def rows_of(flows: pd.DataFrame) -> pd.DataFrame:
    return flows.assign(year=flows["reference_date"].dt.year)


def test_each_method_by_hand() -> None:
    flows = applied(*(("SDN", "CAN", year, "FI", "persons", n) for year, n in ((2023, 10), (2024, 20), (2025, 40))))
    said = {name: float(x[0]) for name, x in estimates(panel(rows_of(flows)), 2).items()}
    a, b, c = (math.log1p(n) for n in (10, 20, 40))
    assert said == pytest.approx(
        {
            "same_as_last": c,
            "mean_2": (b + c) / 2,
            "mean_3": (a + b + c) / 3,
            "half_step": c + (c - b) / 2,
            "origin_step": c + (c - b) / 2,
        }
    )


def test_no_method_looks_across_a_change_of_stages() -> None:
    flows = applied(("SDN", "USA", 2024, "IN", "persons", 90), ("SDN", "USA", 2025, "EO", "persons", 20))
    said = estimates(panel(rows_of(flows)), 1)
    assert {float(x[0]) for x in said.values()} == {math.log1p(20)}


def test_a_world_that_stands_still_is_foreseen_without_error() -> None:
    tables = application_tables(growing(2003, 2025), AS_OF)
    outlook, errors = tables["asylum_outlook"], tables["asylum_outlook_error"]
    assert errors["mean_error"].max() < 1e-9 and len(outlook) == 40
    assert (outlook["year"] == 2026).all() and (outlook["method"] == "same_as_last").all()  # a draw goes to the simpler
    assert outlook["estimate"].to_numpy() == pytest.approx(outlook["last_number"].to_numpy())


def test_a_world_that_doubles_chooses_the_method_that_sees_it() -> None:
    errors = application_tables(growing(2003, 2025, 1.3), AS_OF)["asylum_outlook_error"]
    shown = errors.loc[errors["is_shown"], "method"].unique()
    assert set(shown) <= {"half_step", "origin_step"} and len(shown) == 1
    assert choice(errors)[1] == shown[0]


def test_later_years_change_no_earlier_judgement_and_no_estimate() -> None:
    whole, cut = growing(2003, 2025, 1.1), growing(2003, 2020, 1.1)
    then = application_tables(whole, pd.Timestamp("2021-06-30"))
    only = application_tables(cut, AS_OF)
    for name in then:
        pd.testing.assert_frame_equal(then[name], only[name])


def test_few_applications_or_few_past_errors_give_no_estimate() -> None:
    small = applied(*(("SDN", "CAN", year, "FI", "persons", 9) for year in range(2010, 2026)))
    alone = applied(*(("SDN", "CAN", year, "FI", "persons", 50) for year in range(2024, 2026)))
    assert ENOUGH > 1
    assert all(application_tables(flows, AS_OF)["asylum_outlook"].empty for flows in (small, alone))


def test_the_share_within_the_intervals_is_that_of_the_years_before_alone() -> None:
    # Still to 2024, then every number triples: no interval of 2025 holds it, every one of 2024 does.
    still, leap = growing(2003, 2024), growing(2025, 2025, 1.0)
    leap["number"] *= 3
    errors = application_tables(pd.concat([still, leap], ignore_index=True), AS_OF)["asylum_outlook_error"]
    last = errors[errors["method"] == "same_as_last"].set_index("year")["covered"]
    assert (last[2024], last[2025]) == (1.0, 0.0)
