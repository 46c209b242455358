"""Severity: two scales in one history, crises that come and go, regional ones."""

from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, inform_severity
from tests import published

FILE = "workbook.xlsx.json"


def crises(edit: published.Edit = published.unedited) -> Any:
    table = inform_severity.parse(published.parts("inform_severity", edit), published.TODAY)
    return table.set_index(["source_crisis_id", "month"])


def test_every_month_is_on_its_own_scale() -> None:
    table = crises().reset_index()
    scales = table.groupby("month")["severity_scale"].unique().map(list).to_dict()
    assert [scales[month] for month in sorted(scales)] == [["0-5"], ["0-5"], ["0-5"], ["0-10"]]
    assert table.loc[table["severity_scale"] == "0-5", "severity_score"].max() <= 5


def test_a_month_without_assessment_has_no_row_instead_of_zero() -> None:
    table = crises()
    assert ("SSD001", pd.Timestamp("2025-12-01")) not in table.index
    assert ("TCD005", pd.Timestamp("2026-01-01")) not in table.index
    assert len(table) == 4 + 3 + 3 + 1 + 3 and (table["severity_score"] > 0).all()


def test_a_crisis_that_is_no_longer_assessed_keeps_its_past_and_its_country() -> None:
    row = crises().loc[("LKA002", pd.Timestamp("2025-11-01"))]
    assert row["place_id"] == "LKA" and pd.isna(row["crisis_name"])


def test_a_regional_crisis_has_no_country() -> None:
    assert crises().loc["REG003", "place_id"].isna().all()


def test_the_newest_month_is_chosen_by_its_name_not_by_its_last_change() -> None:
    described, workbook = published.parts("inform_severity")
    assert "202602" in workbook.url and b"202601" in described.content
    assert inform_severity.release([described, workbook]) == "2026-02"


def test_values_on_the_old_scale_under_the_new_heading_are_refused() -> None:
    def halved(file: str, text: str) -> str:
        for new, old in (("9.6", "4.8"), ("9.1", "4.5"), ("7.2", "3.6")):
            text = text.replace(new, old)
        return text

    with pytest.raises(SourceError, match="says scale 0-10, but the values of 2026-02 are on 0-5"):
        crises(halved)
