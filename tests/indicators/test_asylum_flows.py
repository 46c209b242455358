"""New applications: one row for each person who asks for the first time, cases apart from persons."""

from typing import Any

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from indicators._asylum import new_applications, recognitions


def flows(*rows: tuple[str, str, str, str, int | None], flow: str = "applied") -> pd.DataFrame:
    """Rows of (asylum, type, level, counted in, number), all from Sudan in 2025; None is masked."""
    made: list[dict[str, Any]] = [
        {
            "origin_id": "SDN",
            "asylum_id": asylum,
            "reference_date": pd.Timestamp(2025, 12, 31),
            "source_id": "unhcr_applications",
            "flow": flow,
            "procedure": "government",
            "application_type": kind,
            "decision_level": level,
            "counted_in": counted_in,
            "number": number,
            "is_masked": number is None,
        }
        for asylum, kind, level, counted_in, number in rows
    ]
    return ASYLUM_FLOW_YEAR.validate(pd.DataFrame(made))


def numbers(table: pd.DataFrame) -> dict[tuple[str, str], int]:
    return {
        (asylum, counted): number for asylum, counted, number in table[["asylum_id", "counted_in", "number"]].values
    }


def test_only_first_claims_are_new() -> None:
    table = flows(
        ("CAN", "N", "FI", "persons", 290),
        ("CAN", "N", "AR", "persons", 7),  # new at review: the same people once more
        ("CAN", "N", "JR", "persons", 9),
        ("CAN", "A", "FI", "persons", 20),
        ("CAN", "J", "JR", "persons", 30),
        ("CAN", "R", "FI", "persons", 40),
        ("CAN", "RA", "RA", "persons", 50),
        ("CAN", "NR", "FA", "persons", 60),
    )
    assert numbers(new_applications(table)) == {("CAN", "persons"): 290}


def test_every_level_where_claims_begin_counts() -> None:
    levels = ("FI", "EO", "IN", "FA", "TA", "NA")
    table = flows(*(("USA", "N", level, "persons", 10) for level in levels))
    assert numbers(new_applications(table)) == {("USA", "persons"): 60}


def test_persons_and_cases_are_never_added_up() -> None:
    table = flows(("USA", "N", "EO", "persons", 170), ("USA", "N", "IN", "cases", 280_000))
    assert numbers(new_applications(table)) == {("USA", "persons"): 170, ("USA", "cases"): 280_000}


def test_a_masked_number_adds_nothing_and_a_country_without_claims_has_no_row() -> None:
    table = flows(("CAN", "N", "FI", "persons", None), ("TCD", "R", "FI", "persons", 5))
    assert numbers(new_applications(table)) == {}


def test_recognitions_are_what_was_granted_and_no_total() -> None:
    granted = flows(("CAN", "not_stated", "FI", "persons", 240), flow="recognized")
    other = flows(("CAN", "not_stated", "FI", "persons", 10), flow="other_protection")
    total = flows(("CAN", "not_stated", "FI", "persons", 282), flow="decided")
    assert numbers(recognitions(pd.concat([granted, other, total]))) == {("CAN", "persons"): 250}
