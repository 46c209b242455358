"""Displaced people by origin, by hand: stocks, flows, rates, and what none of them may hide."""

from typing import Any

import pandas as pd
import pytest

from contracts.series_break import SERIES_BREAK
from indicators import indicators
from tests import builders
from tests.displaced import flows, solutions, stocks

AS_OF = pd.Timestamp(2026, 10, 1)


def computed(indicator_id: str, **tables: pd.DataFrame) -> Any:
    """Rows by place and month."""
    given = {"series_break": SERIES_BREAK.empty(), **tables}
    return indicators()[indicator_id].compute(given, AS_OF).set_index(["place_id", "month"])


def only(indicator_id: str, **tables: pd.DataFrame) -> Any:
    table = computed(indicator_id, **tables)
    assert len(table) == 1
    return table.reset_index().iloc[0]


def test_refugees_are_summed_over_countries_and_other_types_are_not_in() -> None:
    row = only(
        "refugees_abroad",
        displacement_year=stocks(
            ("SDN", "TCD", "refugees", "2025-12-31", 700),
            ("SDN", "EGY", "refugees", "2025-12-31", 300),
            ("SDN", "EGY", "asylum_seekers", "2025-12-31", 50),
            ("SDN", "SDN", "idps", "2025-12-31", 9000),
            ("XXA", "EGY", "refugees", "2025-12-31", 80),
        ),
    )
    assert (row["place_id"], row["month"], row["value"]) == ("SDN", pd.Timestamp(2025, 12, 1), 1000)
    assert (row["n_observed"], row["coverage"], row["status"]) == (2, 1, "ok")


def test_a_hidden_figure_widens_the_range_and_alone_it_is_no_value() -> None:
    hidden = ("SDN", "CAN", "refugees", "2025-12-31", None)
    row = only("refugees_abroad", displacement_year=stocks(("SDN", "TCD", "refugees", "2025-12-31", 700), hidden))
    assert (row["value"], row["value_low"], row["value_high"], row["coverage"]) == (700, 700, 704, 0.5)
    alone = only("refugees_abroad", displacement_year=stocks(hidden))
    assert alone["status"] == "masked" and pd.isna(alone["value"])


def test_a_0_on_record_is_0_and_no_figure_is_no_row() -> None:
    table = computed(
        "internally_displaced",
        displacement_year=stocks(("SDN", "SDN", "idps", "2025-12-31", 0), ("SSD", "UGA", "idps", "2025-12-31", 0)),
    )
    assert table["value"].to_dict() == {("SDN", pd.Timestamp(2025, 12, 1)): 0}


def test_mid_year_stands_in_june_and_is_provisional() -> None:
    table = computed(
        "refugees_abroad",
        displacement_year=stocks(
            ("SDN", "TCD", "refugees", "2025-12-31", 700), ("SDN", "TCD", "refugees", "2026-06-30", 800)
        ),
    )
    assert table["is_provisional"].to_dict() == {
        ("SDN", pd.Timestamp(2025, 12, 1)): False,
        ("SDN", pd.Timestamp(2026, 6, 1)): True,
    }


def test_a_break_of_the_whole_origin_is_flagged_in_its_year_and_keeps_its_value() -> None:
    jump = {"reference_date": pd.Timestamp(2025, 12, 31), "persons_before": 5_766_586, "persons": 2_671_560}
    rows = [{"origin_id": "AFG", "asylum_id": None} | jump, {"origin_id": "SYR", "asylum_id": "TUR"} | jump]
    breaks = SERIES_BREAK.validate(pd.DataFrame(rows).assign(matching_flow=0, is_provisional=False))
    cells = [(place, "IRN", "refugees", f"{year}-12-31", 100) for place in ("AFG", "SYR") for year in (2024, 2025)]
    table = computed("refugees_abroad", displacement_year=stocks(*cells), series_break=breaks)
    assert table["status"].tolist() == ["ok", "break_in_series", "ok", "ok"] and table["value"].eq(100).all()


def test_outflow_adds_applications_and_recognitions_of_persons_and_counts_cases_apart() -> None:
    row = only(
        "new_outflow",
        asylum_flow_year=flows(
            ("SDN", "CAN", "applied", "2025-12-31", "persons", 290),
            ("SDN", "CAN", "recognized", "2025-12-31", "persons", 240),
            ("SDN", "CAN", "rejected", "2025-12-31", "persons", 42),
            ("SDN", "TCD", "other_protection", "2025-12-31", "persons", 1000),
            ("SDN", "USA", "applied", "2025-12-31", "cases", 9000),
        ),
    )
    assert (row["value"], row["value_low"], row["value_high"]) == (1530, 1290, 1530)  # 240 may be among the 290
    assert (row["n_observed"], row["status"], row["coverage"]) == (2, "cases_left_out", pytest.approx(2 / 3))


@pytest.mark.parametrize(("nowhere", "status", "coverage"), [(900, "cases_left_out", 0.5), (4, "ok", 1)])
def test_cases_without_an_origin_may_be_of_every_origin_of_their_country(
    nowhere: int, status: str, coverage: float
) -> None:
    row = only(
        "new_outflow",
        asylum_flow_year=flows(
            ("SDN", "CAN", "applied", "2025-12-31", "persons", 290),
            ("SDN", "USA", "applied", "2025-12-31", "persons", 100),
            ("UNK", "USA", "applied", "2025-12-31", "cases", nowhere),
            ("UNK", "USA", "applied", "2024-12-31", "cases", 900),  # another year
        ),
    )
    assert (row["value"], row["n_observed"], row["status"], row["coverage"]) == (390, 2, status, coverage)


def test_an_outflow_in_cases_alone_has_no_value_and_half_a_year_neither() -> None:
    cases = only("new_outflow", asylum_flow_year=flows(("SDN", "USA", "applied", "2025-12-31", "cases", 9000)))
    assert cases["status"] == "no_data" and pd.isna(cases["value"])
    half = only("new_outflow", asylum_flow_year=flows(("SDN", "CAN", "applied", "2026-06-30", "persons", 100)))
    assert half["status"] == "half_year" and pd.isna(half["value"]) and half["is_provisional"]
    hidden = only("new_outflow", asylum_flow_year=flows(("SDN", "CAN", "applied", "2025-12-31", "persons", None)))
    assert hidden["status"] == "masked" and pd.isna(hidden["value"])


def test_returns_of_refugees_and_of_the_displaced_are_two_figures() -> None:
    table = solutions(
        ("SDN", "TCD", "returned_refugees", "2025-12-31", 40),
        ("SDN", "EGY", "returned_refugees", "2025-12-31", 2),
        ("SDN", "SDN", "returned_idps", "2025-12-31", 900),
        ("SDN", "CAN", "resettlement", "2025-12-31", 7),
    )
    assert only("returned_refugees", solution_year=table)["value"] == 42
    assert only("returned_idps", solution_year=table)["value"] == 900


def test_unrwa_and_idmc_stand_beside_unhcr() -> None:
    table = stocks(
        ("PSE", "JOR", "unrwa_refugees", "2025-12-31", 2_398_179),
        ("PSE", "PSE", "unrwa_refugees", "2025-12-31", 2_484_580),
        ("PSE", "EGY", "refugees", "2025-12-31", 70),
        ("PSE", "PSE", "idps", "2025-12-31", 0),
        ("PSE", "PSE", "idmc_idps", "2025-12-31", 2_000_000),
    )
    assert only("unrwa_refugees", displacement_year=table)["value"] == 4_882_759
    assert only("refugees_abroad", displacement_year=table)["value"] == 70
    assert only("internally_displaced", displacement_year=table)["value"] == 0
    assert only("internally_displaced_idmc", displacement_year=table)["value"] == 2_000_000


def test_a_rate_is_per_1_000_inhabitants_of_what_unhcr_counts_under_the_name() -> None:
    cells = [("SDN", "TCD", "refugees", f"{year}-12-31", 1000) for year in (2010, 2011, 2013, 2014)]
    people = builders.population({"SDN": 30_000, "SSD": 10_000}, range(2009, 2012))
    table = computed("refugees_abroad_rate", displacement_year=stocks(*cells), population_year=people)
    assert table["value"].tolist()[:3] == pytest.approx([1000 / 40, 1000 / 30, 1000 / 30])  # the south is in until 2010
    assert table["status"].tolist() == ["ok", "ok", "carried_population", "no_population"]
    assert pd.isna(table["value"].iloc[3])
