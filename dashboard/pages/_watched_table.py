"""How does each watched place stand? The words of the monthly watch, in the reader's own order, each with its own date."""

from collections.abc import Sequence

from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._compared_table import severity_now
from dashboard.pages._ranking import newest_cell
from dashboard.pages._watched_places import list_href
from figures.small_columns import ON_BOTH
from figures.sparkline import data_uri
from reading.recent_months import MONTHS, months_line
from reading.standing import Standing, standing


def standings(frame: Frame, places: Sequence[str]) -> list[Standing]:
    """Every place in words."""
    return [standing(frame.at(place).record, place, frame.words) for place in places]


def watched_table(frame: Frame, found: Sequence[Standing], caption: str) -> Rows:
    """One row a place."""
    words = frame.words
    headings = (
        words.text("Place"),
        words.text("Severity"),
        words.text("Direction"),
        words.text("{n} months", n=words.number(MONTHS)),
        words.text("Tempo"),
        words.text("Since when"),
        words.text("Figures behind it, newest"),
        words.text("Change"),
    )
    places = [one.place_id for one in found]
    return Rows(caption, headings, [_row(frame, one, places) for one in found], "watched stacked")


def _row(frame: Frame, one: Standing, places: Sequence[str]) -> list[Cell]:
    words, own = frame.words, frame.at(one.place_id)
    year = one.year or int(own.record.years[-1])
    drawn = months_line(own.record, one.place_id, one.name, words, ON_BOTH)
    return [
        Cell(one.name, href=frame.href(f"/place/{one.place_id}"), kind="place", heads="row"),
        Cell("–", kind="severity none") if one.year is None else severity_now(own, one.place_id, year),
        Cell(one.verdict, under=one.because, mark=one.mark, kind="direction"),
        Cell(drawn[1], image=data_uri(drawn[0]), kind="record") if drawn else Cell(words.text("no months")),
        Cell(one.tempo, kind="tempo"),
        Cell(one.since, kind="since"),
        Cell("–") if one.year is None else newest_cell(own.record, one.place_id, year, words),
        Cell(actions=tuple(_changes(frame, one, places)), kind="change"),
    ]


def _changes(frame: Frame, one: Standing, places: Sequence[str]) -> list[tuple[str, str, str]]:
    """Move it up, take it out: each is the address of the list that then stands."""
    words, at = frame.words, places.index(one.place_id)
    others = [place for place in places if place != one.place_id]
    out = ("×", words.text("Take out {place}", place=one.name), list_href(frame, others))
    if at == 0:
        return [out]
    higher = [*others[: at - 1], one.place_id, *others[at - 1 :]]
    return [("↑", words.text("Move {place} up", place=one.name), list_href(frame, higher)), out]
