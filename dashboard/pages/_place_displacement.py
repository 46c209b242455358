"""How many people of a place fled, within it and abroad, how many returned, and where are those who are abroad?

Counts of different kinds stand in rows of their own and are never added. No row of a source is no zero; a row
older than the source's newest is late; a hidden figure is small; a place counted under another's name has none.
"""

import datetime
from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard import ids
from dashboard.card import card, scrolling, text_card
from dashboard.displaced import draw_displaced
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._place_asylum import asylum_parts
from dashboard.pages._place_killings import known
from dashboard.place_rows import Row, listed, newest_scores, reaches, rows_of
from figures.caption import Caption, source_line
from indicators import indicators
from language import Language, message
from reading.charts import sources_named
from reading.names import name_of
from reading.parts import CRISIS, kind_of, lies_in
from reference.territories import coded_under
from response.not_separable import NOT_SEPARABLE

MID_YEAR_MONTH = 6
STOCKS, FLOWS = ("unhcr_population",), ("unhcr_applications", "unhcr_decisions")
BEHIND: dict[str, tuple[str, ...]] = {  # the sources of each row, in the order of the rows
    "refugees_abroad": STOCKS,
    "asylum_seekers_abroad": STOCKS,
    "oip_abroad": STOCKS,
    "unrwa_refugees": ("unhcr_unrwa",),
    "new_outflow": FLOWS,
    "internally_displaced": STOCKS,
    "internally_displaced_idmc": ("unhcr_idmc",),
    "returned_refugees": STOCKS,
    "returned_idps": STOCKS,
    "protracted_situations": STOCKS,
    "protracted_refugees": STOCKS,
}
SELDOM = ("oip_abroad", "unrwa_refugees")  # counted of few origins: no row of them says nothing
UNHCR = message("UNHCR")
COUNTED_BY = {
    "unrwa_refugees": message("UNRWA, through UNHCR"),
    "internally_displaced_idmc": message("IDMC, through UNHCR"),
}
NO_FIGURE = message("No figure is on record, which need not be zero.")
STATUS_WORDS = {
    "break_in_series": message("Break in the series: it jumps from the year before without flows that explain it."),
    "cases_left_out": message("Countries that count cases, not persons, are left out: the true number may be higher."),
    "half_year": message("Half a year, which stands beside no whole one."),
    "masked": message("The source hides this small figure."),
    "no_data": message("Only cases are on record, no persons."),
}


def displacement_card(frame: Frame, place_id: str) -> list[Any]:
    """The card; nothing where no source has a row and none counts the place under another name."""
    if kind_of(place_id) == CRISIS:
        return counted_by_country(frame, place_id)
    words, release = frame.words, frame.record.release
    scores = last_told(release_rows(frame, place_id))
    if not any(one in scores for one in BEHIND):
        return not_separable(frame, place_id) if reaches(release, "refugees_abroad") is not None else []
    shown = [one for one in BEHIND if one in scores or one not in SELDOM]
    title = words.text("Displacement: people who fled, stayed away or returned")
    headings = (
        words.text("Counted"),
        Cell(words.text("Number"), kind="number"),
        Cell(words.text("Per 1,000 inhabitants"), kind="number"),
        words.text("Date"),
        words.text("Source"),
    )
    rows = [figure_row(one, scores, reaches(release, one), words) for one in shown]
    body = [scrolling(Rows(title, headings, rows, "displaced")), *asylum_parts(frame, place_id), origin(frame, shown)]
    measure = words.text("Newest figure of each count; counts stand apart and are never added")
    return [*years_card(frame, place_id), text_card(ids.DISPLACED, finding(scores, words) or title, body, measure)]


def years_card(frame: Frame, place_id: str) -> list[Any]:
    """The chart of all years; nothing where no count has a number."""
    drawn = draw_displaced(frame, place_id)
    if drawn is None:
        return []
    links = hrefs(frame, ids.DISPLACED_YEARS, {"place": place_id})
    return [card(ids.DISPLACED_YEARS, drawn, links, frame.words)]


def release_rows(frame: Frame, place_id: str) -> pd.DataFrame:
    return rows_of(frame.record.release, "indicator_scores", place_id)


def last_told(rows: pd.DataFrame) -> dict[str, Row]:
    """The newest row by indicator; where that is half a year without a value, the newest whole one, as is said."""
    rows = rows.sort_values("month", kind="stable")
    newest, whole = (
        listed(some.drop_duplicates("indicator_id", keep="last"))
        for some in (rows, rows[rows["status"] != "half_year"])
    )
    return {str(row["indicator_id"]): row for row in (*newest, *whole)}


def finding(scores: dict[str, Row], words: Language) -> str:
    """How many are abroad as refugees and displaced within, of one date; nothing where one of them is unknown.

    Nothing either where UNRWA counts most of the refugees: UNHCR's number alone would mislead.
    """
    abroad, within = scores.get("refugees_abroad"), scores.get("internally_displaced")
    if abroad is None or not known(abroad["value"]) or "unrwa_refugees" in scores:
        return ""
    day, refugees = words.day(reference_day(abroad)), words.number(abroad["value"])
    if within is None or not known(within["value"]) or within["month"] != abroad["month"]:
        return words.text("{refugees} refugees abroad on {day}", refugees=refugees, day=day)
    return words.text(
        "{refugees} refugees abroad and {within} people displaced within the country on {day}",
        refugees=refugees,
        within=words.number(within["value"]),
        day=day,
    )


def figure_row(one: str, scores: dict[str, Row], newest: datetime.date | None, words: Language) -> list[Cell]:
    """One count with its state, interval, rate, reference date and source."""
    row, rate = scores.get(one), scores.get(f"{one}_rate")
    title = words.text(indicators()[one].INDICATOR.title)
    by = words.text(COUNTED_BY.get(one, UNHCR))
    if row is None:
        absent = NO_FIGURE if newest is not None else message("not in this release")
        return [Cell(title, under=words.text(absent), heads="row"), Cell("–", kind="number"), Cell(), Cell(), Cell(by)]
    fits = rate is not None and rate["month"] == row["month"] and known(rate["value"])
    carried = fits and rate is not None and rate["status"] == "carried_population"
    return [
        Cell(title, under=" ".join(states(row, newest, words)), heads="row"),
        Cell(number(row["value"], words), under=band(row, words), kind="number"),
        Cell(
            words.decimal(rate["value"]) if fits and rate is not None else "",
            under=words.text("population of an earlier year") if carried else "",
            kind="number",
        ),
        Cell(words.text("in {year}", year=str(row["month"].year)) if is_flow(one) else words.day(reference_day(row))),
        Cell(by),
    ]


def states(row: Row, newest: datetime.date | None, words: Language) -> list[str]:
    """Why there is no value, what is odd about it, and whether the source has newer ones for other places."""
    odd = STATUS_WORDS.get(row["status"])
    said = [words.text(odd)] if odd else []
    if row["month"].month == MID_YEAR_MONTH and row["status"] != "half_year":
        said.append(words.text("A mid-year figure; it is not compared with year-ends and still changes."))
    if newest is not None and row["month"] < newest and newest.month != MID_YEAR_MONTH:
        late = message("Late: the source has no newer figure here, though it reaches to {year}.")
        said.append(words.text(late, year=str(newest.year)))
    return said


def is_flow(one: str) -> bool:
    return one == "new_outflow" or one.startswith("returned")


def number(value: Any, words: Language) -> str:
    return words.number(value) if known(value) else "–"


def band(row: Row, words: Language) -> str:
    """The interval, where it is one."""
    low, high = row["value_low"], row["value_high"]
    return words.span(low, high) if known(low) and known(high) and low != high else ""


def reference_day(row: Row) -> datetime.date:
    """The day of the count: the last of its month."""
    return pd.Timestamp(row["month"] + pd.offsets.MonthEnd(0)).date()


def origin(frame: Frame, shown: list[str]) -> Any:
    """Sources with versions, as-of and release; differences of stocks are no arrivals."""
    words, release = frame.words, frame.record.release
    behind = {source for one in shown for source in BEHIND[one]} | {"unhcr_solutions", "worldbank_population"}
    source = sources_named(frame.record, behind)
    caption = Caption(title="", subtitle="", source=source, as_of=release.as_of, release=release.id, note="")
    note = words.text(
        "A difference of two dates is not a number of arrivals: people also return, become citizens or are counted anew."
    )
    return html.P([note, " ", source_line(caption, words)], className="note")


def not_separable(frame: Frame, place_id: str) -> list[Any]:
    """A card that says under which name the source counts the place; nothing where it counts under its own."""
    words, unit = frame.words, coded_under(place_id, frame.record.release.as_of.year, "unhcr")
    if unit is None:
        return []
    said = words.text(NOT_SEPARABLE, unit_place=name_of(unit.place_id, words))
    title = words.text("Displacement: people who fled, stayed away or returned")
    return [text_card(ids.DISPLACED, title, [html.P(said, className="caveat"), origin(frame, ["refugees_abroad"])])]


def counted_by_country(frame: Frame, place_id: str) -> list[Any]:
    """Of a crisis: links to its countries, under which fleeing people are counted."""
    words = frame.words
    links: list[Any] = []
    for country in lies_in(place_id):
        if any(one in newest_scores(frame.record.release, country) for one in BEHIND):
            links += [", ", dcc.Link(name_of(country, words), href=frame.href(f"/place/{country}"))]
    if not links:
        return []
    said = words.text("Displaced people are counted by country of origin:")
    return [html.P([said, " ", *links[1:]], className="note", id=ids.DISPLACED)]
