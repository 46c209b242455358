"""Where do the sources of deaths contradict each other or themselves, and which kind of figure speaks how often?

UCDP's annual record is the measure: a source of events or months whose year lies
outside the tolerance does not speak for it. Months of VIEWS before 2018 hold
state-based violence only, so they are compared with that part of the record.
"""

import math
from itertools import groupby
from typing import Any

import pandas as pd
from dash import html

from contracts._columns import ALL_TYPES
from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.words import RUNG_LABELS
from language import Language
from reading.names import place_name

Row = dict[str, Any]  # one row of violence_comparison
EVENT_TABLES = ("ucdp_ged", "ucdp_candidate")  # single events; the starter release leaves them out


def mismatches_card(frame: Frame) -> Any:
    """Every year of a country in which a source lies outside the tolerance, with both figures."""
    words, found = frame.words, mismatches(frame)
    name = words.texts(
        "In {n} year of a country sources contradict each other",
        "In {n} years of countries sources contradict each other",
        len(found),
    )
    rule = words.text(
        "A source whose year differs from UCDP's annual record by more than 2% and 25 deaths does not speak for it; "
        "figures with their low–high range"
    )
    headings = (words.text("Place"), words.text("Year"), words.text("Speaks"), words.text("Does not speak"))
    rows = [
        [
            Cell(name_of, href=frame.href(f"/place/{place}"), heads="row"),
            Cell(str(year)),
            _figures(speaking, place, frame),
            _figures(silent, place, frame),
        ]
        for place, name_of, year, speaking, silent in found
    ]
    table = html.Div(Rows(name, headings, rows, "mismatches"), className="scroll twin", tabIndex="0")
    return text_card("mismatches", name, [table] if rows else [html.P(words.text("None is on record."))], rule)


def mismatches(frame: Frame) -> list[tuple[str, str, int, list[Row], list[Row]]]:
    """Place, its name, year, the rows that speak and those that differ; by name, newest year first."""
    found = []
    for place, rows in frame.record.comparison.items():
        for year, in_year in groupby(rows, key=lambda row: int(row["year"])):
            said = list(in_year)
            silent = [row for row in said if row["reason"] == "differs" and not row["speaks"]]
            if silent:
                speaking = [row for row in said if row["speaks"]]
                found.append((place, place_name(place, year, frame.words), year, speaking, silent))
    return sorted(found, key=lambda one: (one[1], one[0], -one[2]))


def rungs_card(frame: Frame) -> Any:
    """For how many places and years each kind of figure speaks."""
    words, counted = frame.words, frame.record.counts_by_rung
    headings = (words.text("Kind of figure"), words.text("Places"), words.text("Years of places"), words.text("Deaths"))
    rows = [
        [
            Cell(words.text(label).capitalize(), heads="row"),
            *(Cell(words.number(n), kind="number") for n in counted[rung]),
        ]
        for rung, label in RUNG_LABELS.items()
        if rung in counted
    ]
    name = words.text("Which kind of figure speaks")
    measure = words.text("Countries and territories; a place counts under each kind that speaks for one of its years")
    return text_card("rungs", name, [scrolling(Rows(name, headings, rows, "rungs"))], measure)


def bounds_card(frame: Frame) -> Any:
    """How many figures have a best estimate outside their own range."""
    words, release = frame.words, frame.record.release
    rows = [
        [
            Cell(words.text("Deaths by place, year and type"), heads="row"),
            *_share(*frame.record.outside_bounds("violence_year"), words),
        ]
    ]
    for source_id in EVENT_TABLES:
        if release.has(f"sources/{source_id}.parquet"):
            counted = frame.record.outside_bounds(source_id, is_source=True)
            rows.append([Cell(release.sources[source_id].title, heads="row"), *_share(*counted, words)])
    name = words.text("Best estimates outside their own low–high range")
    measure = words.text(
        "Kept as published, with the range widened to hold all three; a file with more than 3% is refused"
    )
    headings = (words.text("Table"), words.text("Outside the range"), words.text("All rows"))
    return text_card("bounds", name, [scrolling(Rows(name, headings, rows, "rungs"))], measure)


def _share(outside: int, rows: int, words: Language) -> tuple[Cell, Cell]:
    return Cell(words.number(outside), kind="number"), Cell(words.number(rows), kind="number")


def _figures(rows: list[Row], place: str, frame: Frame) -> Cell:
    """The figures of one side: the number first, then whose it is."""
    words, sources = frame.words, frame.record.release.sources
    numbers, names = [], []
    for row in rows:
        has_range = bool(pd.notna([row["fatalities_low"], row["fatalities_high"]]).all())
        band = words.span(row["fatalities_low"], row["fatalities_high"]) if has_range else words.text("no range given")
        numbers.append(f"{words.number(row['fatalities_best'])} ({band})")
        title = sources[row["source_id"]].title if row["source_id"] in sources else row["source_id"]
        names.append(title if row["types_covered"] == ALL_TYPES else _partly(title, place, int(row["year"]), frame))
    return Cell(" · ".join(numbers), under=" · ".join(names))


def _partly(title: str, place: str, year: int, frame: Frame) -> str:
    part = frame.record.deaths.at("state_based", place, year)
    if math.isnan(part):
        return frame.words.text("{source}, state-based only", source=title)
    return frame.words.text(
        "{source}, state-based only: the annual record has {deaths} of that type",
        source=title,
        deaths=frame.words.number(part),
    )
