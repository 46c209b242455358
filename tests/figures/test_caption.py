"""Words around a chart: the same on page and picture, and they fit the picture."""

from typing import Any

from figures._drawn_legend import flow
from figures._letter_widths import broken, text_width
from figures.caption import file_stem, source_line
from figures.legend import LegendEntry
from language import language


def test_the_source_line_names_source_day_and_release_in_the_language(caption: Any) -> None:
    assert (
        source_line(caption, language("en"))
        == "Source: UCDP GED 25.1 · as of 23 November 2026 · release 2026-11-23-1a2b3c4d5e6f"
    )
    assert "23 novembre 2026" in source_line(caption, language("fr"))


def test_a_downloaded_file_says_what_it_is(caption: Any) -> None:
    assert (
        file_stem(caption, "years-adm1:SDN:west-darfur")
        == "slowburn-years-adm1-sdn-west-darfur-2026-11-23-1a2b3c4d5e6f"
    )


def test_lines_are_broken_to_fit_and_no_word_is_lost() -> None:
    text = "Recorded direct deaths in organised violence; true tolls are higher."
    lines = broken(text, 200, 12)
    assert " ".join(lines) == text
    assert len(lines) > 1 and all(text_width(line, 12) <= 200 for line in lines)
    assert broken("", 200, 12) == []


def test_legend_entries_flow_into_as_many_rows_as_they_need() -> None:
    entries = [
        LegendEntry(label, "#000000") for label in ("State-based", "Non-state", "One-sided", "No monthly figure")
    ]
    assert {row for _, row, _ in flow(entries, 1000)} == {0}
    narrow = flow(entries, 150)
    assert [row for _, row, _ in narrow] == sorted(row for _, row, _ in narrow)
    assert narrow[-1][1] > 0 and all(left == 0 for left, row, _ in narrow if row == narrow[-1][1])
