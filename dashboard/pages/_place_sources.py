"""Which figure speaks for a place, where do the sources disagree, and who are they?"""

from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd
from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.words import REASON_WORDS, RUNG_LABELS
from language import Language
from reading.charts import POPULATION_SOURCE
from reading.parts import COUNTRY

Row = dict[str, Any]  # one row of violence_comparison


def speaking_card(frame: Frame, place: str) -> Any:
    """What speaks in how many years, and a table of the years in which sources disagree."""
    words = frame.words
    years = {
        year: list(rows) for year, rows in groupby(frame.record.comparison.get(place, []), key=lambda row: row["year"])
    }
    disputed = {year: rows for year, rows in years.items() if is_disputed(rows)}
    body = [html.P(sentence) for sentence in speaking_sentences(years, words)]
    if disputed:
        body.append(scrolling(disputed_table(disputed, frame)))
    rule = words.text(
        "Events speak for a year when their sum lies within 2% or 25 deaths of UCDP's annual record; "
        "otherwise the annual record speaks."
    )
    return text_card("speaking", words.text("Which figure speaks"), body, rule)


def is_disputed(rows: list[Row]) -> bool:
    """Whether a source does not speak although another one says something else."""
    return any(not row["speaks"] and row["reason"] == "differs" for row in rows)


def speaking_sentences(years: dict[int, list[Row]], words: Language) -> list[str]:
    """In how many years each kind of figure speaks, and in how many sources disagree."""
    if not years:
        return [words.text("No source here has figures for this place.")]
    speaking = [row for rows in years.values() for row in rows if row["speaks"]]
    by_rung = {rung: sum(row["rung"] == rung for row in speaking) for rung in RUNG_LABELS}
    said = [
        words.text(
            "{kind}: {years}",
            kind=words.text(RUNG_LABELS[rung]).capitalize(),
            years=words.texts("{n} year", "{n} years", n),
        )
        for rung, n in by_rung.items()
        if n
    ]
    said = [". ".join(said) + "."]
    alone = [year for year, rows in years.items() if is_alone(rows)]
    if alone:
        said.append(
            words.texts(
                "In {n} year deaths are on record, but the event file holds none of them: {years}.",
                "In {n} years deaths are on record, but the event file holds none of them: {years}.",
                len(alone),
                years=spans(alone),
            )
        )
    disputed = sum(is_disputed(rows) for rows in years.values())
    if disputed:
        said.append(
            words.texts(
                "In {n} year events or months are left out, because they differ from the annual record:",
                "In {n} years events or months are left out, because they differ from the annual record:",
                disputed,
            )
        )
    return said


def is_alone(rows: list[Row]) -> bool:
    """Whether the annual record counts deaths of which the event file says nothing."""
    is_annual = any(row["reason"] == "annual_record" and row["fatalities_best"] > 0 for row in rows)
    return is_annual and all(row["rung"] != "events" for row in rows)


def spans(years: list[int]) -> str:
    """Years as runs: 1994, 2020–2022."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def disputed_table(disputed: dict[int, list[Row]], frame: Frame) -> Rows:
    """Each year's figures side by side, newest first."""
    words = frame.words
    headings = (
        words.text("Year"),
        words.text("Source"),
        words.text("Deaths"),
        words.text("Low–high"),
        words.text("Why"),
    )
    body = []
    for year in sorted(disputed, reverse=True):
        rows = sorted(disputed[year], key=lambda row: not row["speaks"])
        heads = [[Cell(str(year), heads="rowgroup", rows=len(rows))], *([] for _ in rows[1:])]
        body += [head + _cells(row, frame) for head, row in zip(heads, rows, strict=True)]
    return Rows(words.text("Years in which sources disagree"), headings, body, "compared")


def sources_card(frame: Frame, place_id: str) -> Any:
    """Who publishes the figures of a place, under which licence, and how old they are."""
    words, behind = frame.words, _behind(frame, place_id)
    headings = (
        words.text("Source"),
        words.text("Version"),
        words.text("Licence"),
        words.text("Retrieved"),
        words.text("Newest data"),
    )
    rows = [
        [
            Cell(source.title, under=source.citation, href=source.homepage, heads="row"),
            Cell(source.release),
            Cell(source.licence),
            Cell(words.day(date.fromisoformat(source.retrieved_at[:10]))),
            Cell(newest_words(source.newest_data, words)),
        ]
        for source in frame.record.release.sources.values()
        if source.id in behind
    ]
    title = words.text("Sources")
    return text_card("sources", title, [scrolling(Rows(title, headings, rows, "sources stacked"))])


def _behind(frame: Frame, place_id: str) -> set[str]:
    """The sources that say anything of the place, and the one of populations; all annual ones where none does."""
    record = frame.record
    said = {str(row["source_id"]) for row in record.comparison.get(place_id, [])}
    said |= set(record.months_of(place_id)["source_id"]) | set(record.years_of(place_id)["source_id"])
    behind = said or set(frame.countries.table("violence_year")["source_id"].unique())
    return behind | ({POPULATION_SOURCE} if record.kind == COUNTRY else set())


def newest_words(newest: str | None, words: Language) -> str:
    """A year, month or day as a reader writes it."""
    if newest is None:
        return ""
    year, *month_and_day = (int(part) for part in newest.split("-"))
    if not month_and_day:
        return str(year)
    written = words.day if len(month_and_day) == 2 else words.month
    return written(date(year, month_and_day[0], month_and_day[-1] if len(month_and_day) == 2 else 1))


def _cells(row: Row, frame: Frame) -> list[Cell]:
    words, sources = frame.words, frame.record.release.sources
    title = sources[row["source_id"]].title if row["source_id"] in sources else row["source_id"]
    bounds = pd.Series([row["fatalities_low"], row["fatalities_high"]])
    band = words.span(*bounds) if bounds.notna().all() else ""  # VIEWS gives a best estimate alone
    kind = "" if row["speaks"] else "silent"
    return [
        Cell(title, badge=words.text("speaks") if row["speaks"] else "", kind=kind),
        Cell(words.number(row["fatalities_best"]), kind=f"number {kind}"),
        Cell(band, kind=f"number {kind}"),
        Cell(words.text(REASON_WORDS[row["reason"]]), kind=kind),
    ]
