"""Which countries stand at the other end, with every measure beside the one that is shown, each of its own date?"""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import html

from dashboard.card import scrolling, text_card
from dashboard.flow_view import parameters
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.search import FLOWS_PATH
from dashboard.words import FLOW_LABELS
from language import Language
from reading.flow_charts import told_pairs
from reading.flow_pairs import Asked, Pair, Pairs
from reading.flow_words import count, difference, measured, remarks, share, when
from reading.flows import MEASURES, flows_of
from reading.names import country_name

CARD = "flow-list"
LISTED, PAIRS_LISTED = 15, 25


def table_of(frame: Frame, asked: Asked, years: tuple[int, ...]) -> list[Any]:
    """The card; nothing where the year has no pair."""
    pairs = told_pairs(frame, asked)
    if pairs is None or not pairs.ranked:
        return []
    words = frame.words
    if asked.place is None:
        name = words.text("The largest pairs of origin and country of asylum")
        table = world_table(name, frame, pairs, years)
        return [text_card(CARD, name, [scrolling(table)], measured(pairs, words))]
    name = words.text("The measures beside each other")
    note = words.text("Each column has its own date; counts of different kinds are never added.")
    table = place_table(name, frame, pairs, years)
    return [text_card(CARD, name, [scrolling(table), html.P(note, className="note")])]


def world_table(name: str, frame: Frame, pairs: Pairs, years: tuple[int, ...]) -> Rows:
    """The largest pairs; each end leads to its own view."""
    words, headings = frame.words, [frame.words.text("Country of origin"), frame.words.text("Country of asylum")]
    numbers = [words.text("Persons"), words.text("Share of all"), words.text("Difference to the year before")]
    rows = [
        [
            _end(frame, pairs, years, origin=pair.origin),
            _end(frame, pairs, years, asylum=pair.asylum, under=" · ".join(remarks(pair, words))),
            Cell(count(pair.number, words), kind="number"),
            Cell(share(pair, words), kind="number"),
            Cell(difference(pair, words), kind="number"),
        ]
        for pair in pairs.ranked[:PAIRS_LISTED]
    ]
    return Rows(name, [*headings, *(Cell(number, kind="number") for number in numbers)], rows, "pairs")


def place_table(name: str, frame: Frame, pairs: Pairs, years: tuple[int, ...]) -> Rows:
    """The largest countries at the other end, each with all measures of the year or the nearest before."""
    words, asked = frame.words, pairs.asked
    shown = list(pairs.ranked[:LISTED])
    marked = pairs.marked()
    shown += [marked] if marked is not None and marked not in shown else []
    columns = {measure: _column(frame, asked, measure) for measure in MEASURES}
    heads = [
        Cell(f"{words.text(FLOW_LABELS[measure])}, {said}" if said else words.text(FLOW_LABELS[measure]), kind="number")
        for measure, (said, _) in columns.items()
    ]
    first = words.text("Country of asylum") if asked.origin else words.text("Country of origin")
    rows = [_row(frame, pairs, pair, years, [numbers for _, numbers in columns.values()]) for pair in shown]
    return Rows(name, [first, *heads], rows, "pairs")


def _row(
    frame: Frame, pairs: Pairs, pair: Pair, years: tuple[int, ...], columns: list[dict[str, int | None]]
) -> list[Cell]:
    other = str(pair.other(pairs.asked))
    end = {"asylum": other} if pairs.asked.origin else {"origin": other}
    under = " · ".join(remarks(pair, frame.words))
    numbers = [Cell(count(numbers.get(other), frame.words), kind="number") for numbers in columns]
    return [_end(frame, pairs, years, under=under, **end), *numbers]


def _end(frame: Frame, pairs: Pairs, years: tuple[int, ...], under: str = "", **end: str) -> Cell:
    """A place as a link to its own view."""
    view = replace(pairs.asked, origin=end.get("origin"), asylum=end.get("asylum"), marked=None)
    name = country_name(view.place or "", frame.words)
    heads = "row" if under or "origin" in end or pairs.asked.origin else ""
    return Cell(name, under=under, href=frame.href(FLOWS_PATH, parameters(view, years)), heads=heads)


def _column(frame: Frame, asked: Asked, measure: str) -> tuple[str, dict[str, int | None]]:
    """The date of a measure, and its numbers by the place at the other end."""
    flows = flows_of(frame.record.release, measure)
    year = flows.year_shown(asked.year)
    if year is None or year > asked.year:
        return "", {}
    rows = flows.in_year(year, asked.origin, None if asked.origin else asked.asylum)
    key = "asylum_id" if asked.origin else "origin_id"
    numbers = {
        str(place): None if pd.isna(number) else int(number)
        for place, number in zip(rows[key], rows["number"], strict=True)
    }
    return _period(replace(asked, measure=measure, year=year), flows.days[year], frame.words), numbers


def _period(asked: Asked, day: pd.Timestamp, words: Language) -> str:
    return when(Pairs(asked, day, (), 0, None, False, 0, 0), words)
