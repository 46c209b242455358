"""In which countries of asylum are the people of a place, and where does their number jump without flows to explain it?"""

from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard.card import scrolling
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._place_killings import known
from dashboard.place_rows import Row, listed, rows_of
from dashboard.search import FLOWS_PATH
from language import Language, message
from reading.names import name_of
from reference.borders import borders
from response.hosted import BREAK, ORIGIN_BREAK

SHOWN = 8  # countries of asylum
NUMBERS = (
    message("Refugees"),
    message("Asylum-seekers"),
    message("Others in need"),
    message("Share of the three together"),
)
COUNTED_BY_UNRWA = "PSE"  # its neighbours host millions whom UNHCR does not count: a share of the others would mislead
BREAK_YEARS = 3  # before the newest reference date; older jumps stand in the data


def asylum_parts(frame: Frame, place_id: str) -> list[Any]:
    """The main countries of asylum and the newest jumps; what the release does not hold is not there."""
    return [*asylum_table(frame, place_id), *break_notes(frame, place_id)]


def asylum_table(frame: Frame, place_id: str) -> list[Any]:
    """The countries with most people at the newest date, with neighbours marked."""
    words = frame.words
    table = rows_of(frame.record.release, "destination_year", place_id, key="origin_id")
    ranked = table[(table["reference_date"] == table["reference_date"].max()) & table["rank"].notna()].sort_values(
        "rank"
    )
    if ranked.empty:
        return []
    near, day = borders().get(place_id, ()), words.day(ranked["reference_date"].iloc[0])
    shown, n = words.number(min(SHOWN, len(ranked))), words.number(len(ranked))
    title = words.text("Main countries of asylum on {day}: {shown} of {n}", day=day, shown=shown, n=n)
    numbers = (Cell(words.text(name), kind="number") for name in NUMBERS)
    headings: list[str | Cell] = [words.text("Country of asylum"), *numbers]
    rows = [asylum_row(row, row["asylum_id"] in near, frame) for row in listed(ranked.head(SHOWN))]
    said = [html.H3(title), scrolling(Rows(title, headings, rows, "asylum"))]
    if near and place_id != COUNTED_BY_UNRWA:
        share = float(ranked.loc[ranked["asylum_id"].isin(near), "share_of_all"].astype("float64").sum())
        told = words.text("{share} of those abroad are in neighbouring countries.", share=words.percent(share))
        said.append(html.P(told, className="summary"))
    onward = words.text("All countries of asylum, by year and on a map")
    said.append(html.P(dcc.Link(onward, href=frame.href(FLOWS_PATH, {"origin": place_id})), className="summary"))
    return said


def asylum_row(row: Row, is_near: bool, frame: Frame) -> list[Cell]:
    """One country: three counts apart, a hidden one told from one that is not on record."""
    words, asylum = frame.words, str(row["asylum_id"])
    under = [words.text("neighbour")] if is_near else []
    under += [words.text("a small figure is hidden")] if row["is_masked"] else []
    counts = (row[kind] for kind in ("refugees", "asylum_seekers", "oip"))
    return [
        Cell(name_of(asylum, words), under=" · ".join(under), href=frame.href(f"/place/{asylum}"), heads="row"),
        *(Cell(words.number(count) if is_count(count) else "–", kind="number") for count in counts),
        Cell(words.percent(row["share_of_all"], 1) if known(row["share_of_all"]) else "–", kind="number"),
    ]


def is_count(value: Any) -> bool:
    return not pd.isna(value)


def break_notes(frame: Frame, place_id: str) -> list[Any]:
    """The newest jumps of the whole origin and of single countries of asylum, newest first."""
    words = frame.words
    table = rows_of(frame.record.release, "series_break", place_id, key="origin_id")
    if table.empty:
        return []
    since = pd.Timestamp(frame.record.release.as_of) - pd.DateOffset(years=BREAK_YEARS)
    newest = table[table["reference_date"] > since].sort_values(
        ["reference_date", "asylum_id"], ascending=[False, True], na_position="first"
    )
    notes = [html.Li(break_sentence(row, words)) for row in listed(newest)]
    return [html.H3(words.text("Breaks in the series")), html.Ul(notes, className="said")] if notes else []


def break_sentence(row: Row, words: Language) -> str:
    """When, of which country of asylum if of one, and from what to what."""
    day, is_whole = words.day(row["reference_date"]), pd.isna(row["asylum_id"])
    numbers = {"before": words.number(row["persons_before"]), "now": words.number(row["persons"])}
    said = words.text(ORIGIN_BREAK if is_whole else BREAK, **numbers)
    return f"{day} · {said}" if is_whole else f"{day} · {name_of(str(row['asylum_id']), words)} · {said}"
