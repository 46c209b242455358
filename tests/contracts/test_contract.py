"""A table that crosses a folder either is what its contract says, or is refused with table, column, values and remedy."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts._columns import PLACE_ID, VIOLENCE_TYPE
from contracts._contract import Column, ContractError, TableContract

GRAIN = TableContract(
    name="example_month",
    grain="place, month, type",
    key=("place_id", "month", "violence_type"),
    time="month",
    columns=(
        PLACE_ID,
        Column("month", "month", "first day"),
        VIOLENCE_TYPE,
        Column("deaths", "count", "a count", minimum=0),
        Column("guessed", "count", "a count that may be missing", optional=True, minimum=0),
        Column("rate", "number", "a number that may be missing", optional=True),
        Column("is_late", "flag", "yes or no"),
        Column("note", "text", "words that may be missing", optional=True),
    ),
)
MISSING = float("nan")


def table(**changed: Any) -> pd.DataFrame:
    """Three valid rows, with other columns where named."""
    columns = {
        "place_id": ["SDN", "MEX", "MEX"],
        "month": pd.to_datetime(["2023-01-01", "2023-02-01", "2023-01-01"]),
        "violence_type": ["state_based", "non_state", "non_state"],
        "deaths": [3, 0, 2],
        "guessed": pd.array([1, None, 0], dtype="Int64"),
        "rate": [0.5, MISSING, 0.0],
        "is_late": [True, False, False],
        "note": ["written", None, ""],
    }
    return pd.DataFrame(columns | changed)


def refusal(broken: pd.DataFrame) -> str:
    with pytest.raises(ContractError) as error:
        GRAIN.validate(broken)
    return str(error.value)


def test_rows_come_sorted_by_key_and_columns_in_order_without_others() -> None:
    checked = GRAIN.validate(table(scratch=[1, 2, 3])[["scratch", *reversed(table().columns)]])
    assert list(checked.columns) == [column.name for column in GRAIN.columns]
    assert checked["place_id"].tolist() == ["MEX", "MEX", "SDN"]
    assert checked["deaths"].tolist() == [2, 0, 3]  # MEX January, MEX February, SDN
    assert checked.index.tolist() == [0, 1, 2]


def test_the_order_of_rows_changes_nothing() -> None:
    pd.testing.assert_frame_equal(GRAIN.validate(table()[::-1]), GRAIN.validate(table()))


def test_the_table_given_is_left_alone() -> None:
    given = table()
    before = given.copy(deep=True)
    GRAIN.validate(given)
    pd.testing.assert_frame_equal(given, before)


def test_missing_stays_missing_and_zero_stays_zero() -> None:
    checked = GRAIN.validate(table())
    assert checked["guessed"].isna().tolist() == [False, True, False] and checked["guessed"][0] == 0
    assert checked["rate"].isna().tolist() == [False, True, False] and checked["rate"][0] == 0.0
    assert checked["note"].isna().tolist() == [False, True, False] and checked["note"][0] == ""


def test_a_missing_column_is_named() -> None:
    said = refusal(table().drop(columns=["deaths", "rate"]))
    assert "table=example_month" in said and "'deaths', 'rate'" in said and "add them" in said


@pytest.mark.parametrize(
    ("column", "values", "shown"),
    [
        ("deaths", ["3", "many", "2"], "many"),
        ("deaths", [3.0, 0.5, 2.0], "0.5"),
        ("deaths", [3.0, float("inf"), 2.0], "inf"),
        ("guessed", [1.0, 2.5, MISSING], "2.5"),
        ("rate", [0.5, float("inf"), 0.0], "inf"),
        ("rate", ["0.5", "n/a", "0"], "n/a"),
        ("is_late", ["yes", "no", "no"], "yes"),
        ("is_late", [1, 0, 0], "1"),
        ("is_late", [True, None, False], "None"),
        ("month", [202301, 202302, 202301], "202302"),
        ("month", ["2023-01-01", "2023-13-01", "2023-01-01"], "2023-13-01"),
    ],
)
def test_a_value_of_another_kind_is_refused_not_bent(column: str, values: list[object], shown: str) -> None:
    said = refusal(table(**{column: values}))
    assert f"table=example_month column={column}" in said and shown in said and "in the module that makes it" in said


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("deaths", [3, None, 2]),
        ("month", [pd.Timestamp(2023, 1, 1), pd.NaT, pd.Timestamp(2023, 1, 1)]),
        ("place_id", ["SDN", None, "MEX"]),
        ("violence_type", ["state_based", None, "non_state"]),
    ],
)
def test_a_missing_value_is_refused_where_none_may_be(column: str, values: list[object]) -> None:
    said = refusal(table(**{column: values}))
    assert f"table=example_month column={column}" in said


def test_an_unknown_value_is_refused_beside_the_known_ones() -> None:
    said = refusal(table(violence_type=["state_based", "type 4", "non_state"]))
    assert "column=violence_type" in said and "type 4" in said and "one_sided" in said


@pytest.mark.parametrize("column", ["deaths", "guessed"])
def test_a_negative_count_is_refused(column: str) -> None:
    said = refusal(table(**{column: [3, -7, 2]}))
    assert f"column={column}" in said and "-7" in said and "below 0" in said


def test_a_month_is_its_first_day() -> None:
    said = refusal(table(month=pd.to_datetime(["2023-01-01", "2023-02-15", "2023-01-01"])))
    assert "column=month" in said and "2023-02-15" in said and "first" in said


def test_a_repeated_key_is_named_and_not_added_up() -> None:
    said = refusal(pd.concat([table(), table()[:1]]))
    assert "repeats its key" in said and "SDN" in said and "state_based" in said and "aggregate" in said


def test_an_error_names_a_few_values_and_counts_the_rest() -> None:
    many = pd.concat([table(place_id=[f"P{number}A", f"P{number}B", f"P{number}C"]) for number in range(3)])
    said = refusal(many.assign(deaths=range(-9, 0)))
    assert "-9, -8, -7, -6, -5 and 4 more" in said


def test_types_survive_the_way_through_parquet(tmp_path: Path) -> None:
    checked = GRAIN.validate(table())
    checked.to_parquet(tmp_path / "table.parquet", index=False)
    back = pd.read_parquet(tmp_path / "table.parquet")
    pd.testing.assert_frame_equal(back, checked)
    pd.testing.assert_frame_equal(GRAIN.validate(back), checked)


def test_an_empty_table_is_valid_and_typed() -> None:
    empty = GRAIN.empty()
    pd.testing.assert_frame_equal(GRAIN.validate(empty), empty)
    assert GRAIN.newest(empty) is None


@pytest.mark.parametrize(
    ("kind", "values", "newest"),
    [
        ("count", [2023, 2024], "2024"),
        ("month", [pd.Timestamp(2023, 11, 1), pd.Timestamp(2023, 12, 1)], "2023-12"),
        ("date", [pd.Timestamp(2023, 12, 31), pd.Timestamp(2023, 2, 1)], "2023-12-31"),
    ],
)
def test_the_newest_period_is_said_as_precisely_as_the_grain_knows_it(
    kind: Any, values: list[Any], newest: str
) -> None:
    grain = TableContract("one", "row", ("time",), (Column("time", kind, "when"),), time="time")
    assert grain.newest(pd.DataFrame({"time": values})) == newest
