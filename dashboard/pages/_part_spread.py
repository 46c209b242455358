"""Over how much ground is the dying spread, and does it reach new ground? Years for which events speak."""

from typing import Any

import pandas as pd

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.measures import Row, measures_of
from dashboard.native import Cell, Rows
from language import Language

SHOWN_YEARS = 10  # a reader asks how it is spread now; the whole series is in the release


def spread_card(frame: Frame, place: str) -> list[Any]:
    """Units and cells with deaths, their effective number and newcomers, newest year first; nothing without events."""
    words, years = frame.words, measures_of(frame.record).spread.get(place, [])[::-1]
    deadly = [row for row in years if row["fatalities_best"] > 0]
    if not deadly:
        return []
    measure = words.text(
        "Deaths of UCDP's events by first-order unit and by half-degree cell (about 55 km); an effective number says how "
        "many would share the deaths evenly; new: without a death in the five years before"
    )
    names = (
        words.text("Active units"),
        words.text("Effective units"),
        words.text("Active cells"),
        words.text("Effective cells"),
        words.text("New cells (beside earlier ones)"),
    )
    headings: list[str | Cell] = [words.text("Year"), *(Cell(name, kind="number") for name in names)]
    rows = [_row(row, words) for row in years[:SHOWN_YEARS]]
    title = finding(deadly[0], words)
    return [text_card("spread", title, [scrolling(Rows(title, headings, rows, "spread"))], measure)]


def finding(row: Row, words: Language) -> str:
    """The newest year with deaths in one sentence: units where they are named, else cells."""
    year = str(int(row["year"]))
    if row["active_units"] > 1 and is_known(row["effective_units"]):
        return words.texts(
            "In {year} deaths are recorded in {n} unit, as if shared evenly by {effective}",
            "In {year} deaths are recorded in {n} units, as if shared evenly by {effective}",
            int(row["active_units"]),
            year=year,
            effective=words.decimal(row["effective_units"]),
        )
    return words.texts(
        "In {year} deaths are recorded in {n} cell of half a degree",
        "In {year} deaths are recorded in {n} cells of half a degree",
        int(row["active_cells"]),
        year=year,
    )


def _row(row: Row, words: Language) -> list[Cell]:
    new = "–"
    if is_known(row["new_cells"]):
        new = words.text(
            "{n} ({beside})", n=words.number(row["new_cells"]), beside=words.number(row["new_cells_beside"])
        )
    return [
        Cell(str(int(row["year"])), heads="row"),
        Cell(words.number(row["active_units"]), kind="number"),
        Cell(_effective(row["effective_units"], words), kind="number"),
        Cell(words.number(row["active_cells"]), kind="number"),
        Cell(_effective(row["effective_cells"], words), kind="number"),
        Cell(new, kind="number"),
    ]


def is_known(value: Any) -> bool:
    """Whether the table has a number there: integers without one are NA, others NaN."""
    return bool(pd.notna(value))


def _effective(value: Any, words: Language) -> str:
    return words.decimal(value) if is_known(value) else "–"
