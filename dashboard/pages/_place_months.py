"""What happened in which month, and for which years does nobody say?"""

from typing import Any

from dash import html

from contracts._columns import STATE_BASED_ONLY
from dashboard import ids
from dashboard.card import card, text_card
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.pages._place_sources import spans
from dashboard.url_state import PERIOD, PlaceView, place_choices
from reading.charts import draw_months
from reading.parts import COUNTRY, CRISIS, kind_of
from reading.spans import is_state_based_only


def months_card(frame: Frame, place_id: str, view: PlaceView) -> Any:
    """The months of a place in a period, or why there are none, and in which years none stand behind it."""
    words, years = frame.words, shown_years(frame, view)
    without = [year for year in years if is_without_months(frame, place_id, year)]
    if kind_of(place_id) == COUNTRY:
        said = [partial_months(frame, place_id, years), months_missing(frame, place_id, without)]
    else:
        said = [part_months_missing(frame, place_id, without)]
    drawn = draw_months(frame, place_id, period=view.period)
    if drawn is None:
        title = words.text("No monthly figures stand behind this place")
        none = words.text("The record knows no month with a death here.")
        if draw_months(frame, place_id) is not None:
            title = words.text("No monthly figures from {first} to {last}", first=view.first, last=view.last)
            none = words.text("The months on record lie outside the period chosen.")
        return text_card(ids.MONTHS, title, [html.P(said[-1] or none)])
    about = [html.P(sentence, className="caveat") for sentence in said if sentence]
    choices = place_choices(place_id, frame.record.years.tolist())
    period = {name: value for name, value in view.parameters(choices).items() if name in PERIOD}
    return card(ids.MONTHS, drawn, hrefs(frame, "months", {"place": place_id, **period}), words, about)


def shown_years(frame: Frame, view: PlaceView) -> list[int]:
    """The years on record that lie in the period."""
    first, last = view.period or (0, 9999)
    return [year for year in frame.record.years.tolist() if first <= year <= last]


def is_without_months(frame: Frame, place_id: str, year: int) -> bool:
    """Whether deaths are on record for the year, and no source that speaks gives its months."""
    has_months = (place_id, year) in frame.record.covered_by_months
    return not has_months and frame.record.deaths.at("best", place_id, year) > 0


def partial_months(frame: Frame, place_id: str, shown: list[int]) -> str:
    """Say in which years the months hold state-based violence only, and how little of the record that is."""
    words, record = frame.words, frame.record
    years = [y for y in shown if record.covered_by_months.get((place_id, y)) == STATE_BASED_ONLY]
    if not years:
        return ""
    months = record.months_of(place_id)
    held = months.loc[months["month"].dt.year.isin(years), "fatalities_best"].sum()
    total = sum(record.deaths.at("best", place_id, year) for year in years)
    return words.text(
        "The months of {years} hold state-based violence only: {held} of {total} on record in these years. "
        "The other types are missing there, not zero.",
        years=spans(years),
        held=words.number(held),
        total=words.texts("{n} death", "{n} deaths", int(total)),
    )


def months_missing(frame: Frame, place_id: str, years: list[int]) -> str:
    """Say for which years no monthly figures stand behind the record yet, how many deaths that is, and why."""
    if not years:
        return ""
    words, deaths = frame.words, frame.record.deaths
    total = sum(deaths.at("best", place_id, year) for year in years)
    differ = {row["year"] for row in frame.record.comparison.get(place_id, []) if row["reason"] == "differs"}
    if differ >= set(years):
        why = words.text("the events or months on file differ from the annual record by more than the tolerance")
    elif differ.isdisjoint(years):
        why = words.text("no file of events or months holds these deaths")
    else:
        why = words.text("the events or months on file differ from the annual record or are not there")
    return words.text(
        "No monthly figures stand behind {years} yet ({deaths}): {why}. "
        "Annual figures are not spread over months, so those months are shown as missing, not as zero.",
        years=spans(years),
        deaths=words.texts("{n} death", "{n} deaths", int(total)),
        why=why,
    )


def part_months_missing(frame: Frame, place: str, without: list[int]) -> str:
    """Say for which years no months stand behind a crisis or unit, and why."""
    words, record = frame.words, frame.record
    if is_state_based_only(record, place):
        return words.text(
            "UCDP publishes battle deaths by dyad for whole years. Annual figures are not spread over months."
        )
    if not without:
        return ""
    if record.kind != CRISIS:
        return words.text(
            "Months of units are kept for the last ten years on record; {years}: years alone.", years=spans(without)
        )
    total = sum(record.deaths.at("best", place, year) for year in without)
    return words.text(
        "No monthly figures of all types stand behind {years} ({deaths}). "
        "Annual figures are not spread over months, so those months are shown as missing, not as zero.",
        years=spans(without),
        deaths=words.texts("{n} death", "{n} deaths", int(total)),
    )
