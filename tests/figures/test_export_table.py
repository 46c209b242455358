"""A table that leaves the page names its source in every row and cannot run anything in a spreadsheet."""

import csv
import io
from typing import Any

import pandas as pd
import pytest

from figures.export import to_csv


def rows_of(table: Any, caption: Any) -> Any:
    return list(csv.DictReader(io.StringIO(to_csv(table, caption, "deaths").decode("utf-8"))))


def test_every_row_names_unit_source_date_and_release(caption: Any) -> None:
    rows = rows_of(pd.DataFrame({"year": [2022, 2023], "fatalities_best": [5, 7170]}), caption)
    assert [row["fatalities_best"] for row in rows] == ["5", "7170"]
    for row in rows:
        assert (row["unit"], row["source"]) == ("deaths", "UCDP GED 25.1")
        assert (row["as_of"], row["release"]) == ("2026-11-23", "2026-11-23-1a2b3c4d5e6f")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_that_a_spreadsheet_would_run_is_made_inert(caption: Any, start: Any) -> None:
    assert rows_of(pd.DataFrame({"name": [f"{start}1+1"]}), caption)[0]["name"] == f"'{start}1+1"


def test_negative_numbers_stay_numbers(caption: Any) -> None:
    rows = rows_of(pd.DataFrame({"change": [-5], "share": [-0.25]}), caption)
    assert (rows[0]["change"], rows[0]["share"]) == ("-5", "-0.25")


def test_missing_cells_are_empty_and_months_are_days(caption: Any) -> None:
    table = pd.DataFrame(
        {
            "month": [pd.Timestamp("2023-10-01"), pd.NaT],
            "value": [1.5, float("nan")],
            "rank": pd.array([3, None], dtype="Int64"),
            "tempo": ["sudden", None],
        }
    )
    rows = rows_of(table, caption)
    assert [rows[0][name] for name in table] == ["2023-10-01", "1.5", "3", "sudden"]
    assert [rows[1][name] for name in table] == ["", "", "", ""]


def test_accents_and_line_breaks_survive(caption: Any) -> None:
    assert rows_of(pd.DataFrame({"name": ["Côte d’Ivoire,\n“Abyei”"]}), caption)[0]["name"] == "Côte d’Ivoire,\n“Abyei”"
