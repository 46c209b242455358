"""INFORM Severity: how severe was each humanitarian crisis, month by month?

The scale went from 0-5 to 0-10 early in 2026: two measures, never one column without
its scale. Which one a month is on shows in its highest value (some crisis is always
near the top), and for the newest month the workbook says it too; if the two disagree,
nothing is read. "-" and "x" mean not assessed, not zero. A crisis is named by three
letters of its country and a number; REG is for several countries.
"""

import re
from datetime import date, datetime
from typing import Any

import pandas as pd

from contracts.crisis_severity_month import CRISIS_SEVERITY_MONTH, UP_TO_5, UP_TO_10
from ingest._hdx import fetch_file
from ingest._source import Get, Parts, Source, SourceError
from ingest._values import numbers, refuse, texts
from ingest._workbook import Sheets, sheets_of
from reference.countries import country_from_iso3

SOURCE = Source(
    id="inform_severity",
    title="INFORM Severity Index",
    provider="ACAPS with the INFORM partners",
    licence="CC BY 4.0",
    citation="INFORM Severity Index, ACAPS and the INFORM partners, through the Humanitarian Data Exchange.",
    homepage="https://data.humdata.org/dataset/inform-global-crisis-severity-index",
    table=CRISIS_SEVERITY_MONTH,
    stale_after_days=75,
    caveat="Crises as ACAPS cuts them; the scale changed from 0-5 to 0-10 early in 2026, and the two are not comparable.",
)
DATASET = "inform-global-crisis-severity-index"
FILE = r"\d{6}.*severity.*\.xlsx"  # 202601-inform-severity-january-2026.xlsx; the newest month sorts last
TRENDS, NOW = "Trends", "INFORM Severity - all crises"
CRISIS_ID, CRISIS, INDEX = "Crisis ID", "Crisis", "INFORM Severity Index"
NOT_ASSESSED = ("-", "x")
REGIONAL = "REG"
HEADER_WITHIN = 10  # rows from the top
TOP_OF = {UP_TO_5: 5.0, UP_TO_10: 10.0}


def fetch(get: Get, today: date) -> Parts:
    """Look up the newest month's workbook and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The newest month in the table of trends."""
    with sheets_of(parts[1]) as sheets:
        months = _months(_header(sheets.rows(TRENDS), CRISIS_ID, parts[1].url)[1])
    return f"{max(months.values()):%Y-%m}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the table of trends into crisis_severity_month."""
    part = parts[1]
    with sheets_of(part) as sheets:
        severity, stated = _trends(sheets, part.url), _stated_scale(sheets, part.url)
    scales = severity.groupby("month")["severity_score"].max().gt(TOP_OF[UP_TO_5]).map({True: UP_TO_10, False: UP_TO_5})
    if scales.iloc[-1] != stated:
        raise SourceError(
            f"url={part.url} says scale {stated}, but the values of {scales.index[-1]:%Y-%m} are on {scales.iloc[-1]}: ask ACAPS which one holds"
        )
    country = severity["source_crisis_id"].str[:3]
    is_regional = country.eq(REGIONAL)
    country_from_iso3(country[~is_regional], SOURCE.id)
    return CRISIS_SEVERITY_MONTH.validate(
        severity.assign(
            source_id=SOURCE.id,
            place_id=country.mask(is_regional),
            severity_scale=severity["month"].map(scales),
        )
    )


def _trends(sheets: Sheets, url: str) -> pd.DataFrame:
    """One row per crisis and assessed month."""
    rows = sheets.rows(TRENDS)
    start, header = _header(rows, CRISIS_ID, url)
    months, columns = _months(header), list(header)
    if CRISIS not in columns or not months:
        raise SourceError(f"url={url} sheet={TRENDS} lacks the column {CRISIS!r} or its months: the layout has changed")
    table = pd.DataFrame([row for row in rows[start + 1 :] if any(row)], columns=range(len(columns)), dtype="object")
    crisis_id = texts(table[columns.index(CRISIS_ID)])
    refuse(
        table[columns.index(CRISIS_ID)],
        ~crisis_id.str.fullmatch(r"[A-Z]{3}\d{3}").fillna(False),
        "no id",
        CRISIS_ID,
        url,
    )
    named = pd.DataFrame({"source_crisis_id": crisis_id, "crisis_name": texts(table[columns.index(CRISIS)])})
    long = pd.concat([named.assign(month=month, cell=table[at]) for at, month in months.items()], ignore_index=True)
    long = long[long["cell"].notna() & ~long["cell"].isin(NOT_ASSESSED)]
    score = numbers(long["cell"], "severity", url, 0, TOP_OF[UP_TO_10])
    return long.drop(columns="cell").assign(severity_score=score).reset_index(drop=True)


def _stated_scale(sheets: Sheets, url: str) -> str:
    """The scale that stands under the heading of the index, such as (1-5)."""
    rows = sheets.rows(NOW)
    start, header = _header(rows, INDEX, url)
    at = header.index(INDEX)
    below = [row[at] for row in rows[start + 1 : start + 5] if len(row) > at]
    tops = [float(found[1]) for cell in below if (found := re.fullmatch(r"\(\d+\s*[-–]\s*(\d+)\)", str(cell).strip()))]
    for scale, top in TOP_OF.items():
        if tops == [top]:
            return scale
    raise SourceError(
        f"url={url} sheet={NOW} states no scale of 5 or 10 under {INDEX!r} ({below}): adapt the ingest module to the new methodology"
    )


def _header(rows: list[tuple[Any, ...]], name: str, url: str) -> tuple[int, tuple[Any, ...]]:
    """Number and cells of the row that names the columns."""
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        if name in row:
            return number, row
    raise SourceError(f"url={url} lacks the column {name!r}: the layout has changed; adapt the ingest module")


def _months(header: tuple[Any, ...]) -> dict[int, pd.Timestamp]:
    """Position -> month of the columns that are headed by a day."""
    return {
        at: pd.Timestamp(cell).to_period("M").to_timestamp()
        for at, cell in enumerate(header)
        if isinstance(cell, datetime)
    }
