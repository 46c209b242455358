"""What do other projects publish of a place: risk, severity of crises, outbreak notices? Each with scale and own date.

They stand beside our severity and are never in it. A list of outbreak notices without one on the place
within its window is a 0 of that list, not of outbreaks.
"""

from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._place_killings import known
from dashboard.place_rows import Row, newest_scores, reaches
from figures.caption import Caption, source_line
from indicators import indicators
from language import message
from reading.charts import sources_named
from reading.parts import COUNTRY, kind_of

OUTBREAKS = "outbreak_notices_24_months"
BEHIND = {
    "inform_risk": "inform_risk",
    "inform_severity_10": "inform_severity",
    "inform_severity_5": "inform_severity",
    OUTBREAKS: "who_outbreaks",
}
SCALES = {
    "inform_risk": message("on a scale from 0 to 10"),
    "inform_severity_10": message("on a scale from 0 to 10"),
    "inform_severity_5": message("on a scale from 0 to 5"),
    OUTBREAKS: message("notices whose title names the place"),
}


def indices_card(frame: Frame, place_id: str) -> list[Any]:
    """The table; nothing where none of them is on record."""
    words, release = frame.words, frame.record.release
    scores = newest_scores(release, place_id) if kind_of(place_id) == COUNTRY else {}
    shown = [one for one in BEHIND if one in scores and known(scores[one]["value"])]
    if not shown:
        return []
    title = words.text("Risk, crises and outbreaks as others count them")
    headings = (words.text("Counted"), Cell(words.text("Number"), kind="number"), words.text("Date"))
    rows = [index_row(one, scores[one], frame) for one in shown]
    source = sources_named(frame.record, {BEHIND[one] for one in shown})
    caption = Caption(title="", subtitle="", source=source, as_of=release.as_of, release=release.id, note="")
    measure = words.text("Figures of other projects, each of its own date; none of them is in our severity")
    body = [scrolling(Rows(title, headings, rows, "groups")), html.P(source_line(caption, words), className="note")]
    return [text_card("indices", title, body, measure)]


def index_row(one: str, row: Row, frame: Frame) -> list[Cell]:
    """One figure with its scale and month; notices are counted up to the end of the list."""
    words, newest = frame.words, reaches(frame.record.release, one)
    value, month, under = row["value"], row["month"], ""
    if one == OUTBREAKS and newest is not None:
        value, month = (value if month == newest else 0), newest
        under = words.text("end of the list")
    elif newest is not None and month < newest:
        under = words.text("newest here; others to {month}", month=words.month(newest))
    if row["status"] == "change_of_scale":
        under = words.text("first on a new scale; not compared with earlier ones")
    written = words.number(value) if one == OUTBREAKS else words.decimal(value)
    return [
        Cell(words.text(indicators()[one].INDICATOR.title), under=words.text(SCALES[one]), heads="row"),
        Cell(written, kind="number"),
        Cell(words.month(month), under=under),
    ]
