"""Asylum flows and solutions: persons beside cases, stages beside one another, totals that are no sums."""

from datetime import date

import pandas as pd

from ingest import unhcr_applications, unhcr_decisions, unhcr_idmc, unhcr_solutions, unhcr_unrwa
from tests import published

JUNE_2026, NOVEMBER_2025 = date(2026, 6, 30), date(2025, 11, 30)


def applications(retrieved: date = JUNE_2026) -> pd.DataFrame:
    return unhcr_applications.parse(published.parts("unhcr_applications"), retrieved)


def decisions() -> pd.DataFrame:
    return unhcr_decisions.parse(published.parts("unhcr_decisions"), JUNE_2026)


def test_cases_are_no_persons() -> None:
    to_the_states = applications()[lambda rows: rows["asylum_id"] == "USA"].set_index("decision_level")
    assert to_the_states.loc["IN", ["counted_in", "number", "origin_id"]].tolist() == ["cases", 280_000, "UNK"]
    assert to_the_states.loc["EO", ["counted_in", "number"]].tolist() == ["persons", 170]


def test_every_stage_of_an_application_has_its_own_row() -> None:
    to_canada = applications()[lambda rows: (rows["asylum_id"] == "CAN") & (rows["reference_date"] == "2025-12-31")]
    stages = to_canada.set_index(["application_type", "decision_level"])["number"].to_dict()
    assert stages == {("N", "FI"): 290, ("A", "JR"): 41}


def test_a_type_that_is_spelled_na_is_no_missing_value() -> None:
    to_chad = applications()[lambda rows: rows["asylum_id"] == "TCD"].set_index("procedure")
    assert to_chad["application_type"].to_dict() == {"joint": "N", "unhcr": "NA"}


def test_before_june_the_newest_year_is_half_a_year() -> None:
    dates = applications(NOVEMBER_2025)["reference_date"].dt.strftime("%Y-%m-%d")
    assert dates.max() == "2025-06-30" and "2024-12-31" in set(dates)


def test_a_total_is_kept_as_published_even_where_it_is_no_sum() -> None:
    rounded = decisions()[lambda rows: rows["reference_date"] == "2020-12-31"].set_index("flow")["number"]
    assert rounded.to_dict() == {"recognized": 10, "other_protection": 5, "rejected": 0, "closed": 0, "decided": 20}


def test_a_total_without_outcomes_leaves_them_unknown_instead_of_zero() -> None:
    in_the_states = decisions()[lambda rows: rows["asylum_id"] == "USA"]
    assert in_the_states["flow"].tolist() == ["decided"]


def test_solutions_without_a_figure_have_no_row_and_zero_stays() -> None:
    table = unhcr_solutions.parse(published.parts("unhcr_solutions"), JUNE_2026)
    to_canada = table[(table["asylum_id"] == "CAN") & (table["reference_date"] == "2025-12-31")]
    assert to_canada.set_index("solution")["persons"].to_dict() == {"naturalisation": 0, "resettlement": 150}


def test_unrwa_and_idmc_have_types_of_their_own_so_that_no_sum_takes_them_in() -> None:
    unrwa = unhcr_unrwa.parse(published.parts("unhcr_unrwa"), JUNE_2026)
    idmc = unhcr_idmc.parse(published.parts("unhcr_idmc"), JUNE_2026)
    assert set(unrwa["population_type"]) == {"unrwa_refugees"} and set(idmc["population_type"]) == {"idmc_idps"}
    assert unrwa.loc[unrwa["asylum_id"] == "UNK", "persons"].tolist() == [5]  # known to UNRWA, not where
