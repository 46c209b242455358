"""Which charts of a place are there, and what does each find? One description for page, picture, table and briefing.

A title states the finding and a subtitle what is measured, in which unit and when;
both are made from the figures drawn, so they cannot say something else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from contracts._columns import ALL_TYPES, STATE_BASED_ONLY
from figures import violence_months_words, violence_years_words
from figures.caption import Caption
from figures.findings import months_finding, year_totals, years_finding
from figures.labels import DEATHS_NOTE
from figures.theme import Figure
from figures.twin import Twin
from figures.violence_months import violence_months
from figures.violence_years import deaths_by_year, violence_years
from language import Language, message
from reading.names import place_name, territory_changes, territory_since
from reading.record import BOUNDS, Record
from reading.spans import annual_span, counted_span, is_state_based_only, month_span, silence_word

PER = 100_000
ANNUAL_SUBTITLES = {
    ALL_TYPES: message("Recorded direct deaths a year by type of violence, {first} to {last}"),
    STATE_BASED_ONLY: message("Recorded state-based deaths a year, {first} to {last}; other types are not in it"),
    "rate": message("Recorded direct deaths a year per 100,000 people, {first} to {last}"),
}
POPULATION_SOURCE = "worldbank_population"  # stands behind every rate, and so behind severity
CARRIED_POPULATION = message("population of one or two years before, the newest on record")


class Reader(Protocol):
    """Who reads: in which language, which record."""

    @property
    def words(self) -> Language: ...

    @property
    def record(self) -> Record: ...


class AnnualView(Protocol):
    """How the years are drawn."""

    @property
    def unit(self) -> str: ...

    @property
    def scale(self) -> str: ...


@dataclass(frozen=True)
class Drawn:
    """One chart with all that belongs to it; `table` holds the figures as numbers."""

    name: str
    caption: Caption
    figure: Figure
    summary: str
    twin: Twin | None
    table: Callable[[], pd.DataFrame]  # made only for a download


def draw_months(frame: Reader, place_id: str, with_twin: bool = False) -> Drawn | None:
    """The months of a place by type; None where no source gives any."""
    words, record = frame.words, frame.record
    months = record.months_of(place_id)
    span = month_span(record, place_id)
    if months.empty or span is None or not months["fatalities_best"].any():
        return None
    name = place_name(place_id, int(record.years[-1]), words)
    comparable = months[(months["types_covered"] == ALL_TYPES) & ~months["is_provisional"]]
    totals = comparable.groupby("month")["fatalities_best"].sum()
    title = months_finding(
        name, {pd.Timestamp(str(month)): int(n) for month, n in totals.items()}, pd.Timestamp(span[1]), words
    )
    subtitle = words.text(
        "Recorded direct deaths a month by type of violence, {first} to {last}",
        first=str(span[0].year),
        last=words.month(span[1]),
    )
    return Drawn(
        "months",
        _caption(frame, title, subtitle, months["source_id"].unique()),
        violence_months(months, span, words),
        violence_months_words.summary(months, span, words),
        violence_months_words.twin(months, span, words) if with_twin else None,
        lambda: months,
    )


def draw_annual(frame: Reader, place_id: str, view: AnnualView, with_twin: bool = False) -> Drawn:
    """The annual record of a place since the first year."""
    words, record = frame.words, frame.record
    span = annual_span(record, place_id)
    laid_out = record.laid_out(place_id, span)
    persons = record.persons_of(place_id) if view.unit == "rate" else None
    years = laid_out if laid_out is not None else deaths_by_year(record.years_of(place_id), span)
    name = place_name(place_id, span[1], words)
    figure = violence_years(
        years,
        span,
        words,
        scale="log" if view.scale == "log" else "linear",
        persons=persons,
        episodes=record.episodes.get(place_id, ()),
        territory_changes=territory_changes(place_id, span, words),
        silence=silence_word(record, place_id, words),
    )
    counted = counted_span(record, place_id)  # years drawn around a short crisis are not counted, so not told either
    told = record.laid_out(place_id, counted) or deaths_by_year(record.years_of(place_id), counted)
    measured = ANNUAL_SUBTITLES["rate" if persons is not None else _coverage(record, place_id)]
    subtitle = words.text(measured, first=str(counted[0]), last=str(counted[1]))
    return Drawn(
        "annual",
        _caption(
            frame,
            years_finding(
                name, year_totals(years, span[0]), int(record.years[0]), words, territory_since(place_id, span)
            ),
            subtitle,
            {*record.sources_of_years.get(place_id, ()), *([POPULATION_SOURCE] if persons is not None else [])},
        ),
        figure,
        violence_years_words.summary(told, counted, words, persons),
        violence_years_words.twin(told, counted, words, persons) if with_twin else None,
        lambda: _annual_table(record, place_id, persons, words),
    )


def _annual_table(record: Record, place_id: str, persons: Mapping[int, float] | None, words: Language) -> pd.DataFrame:
    rows = record.years_of(place_id)
    return rows if persons is None else with_rates(rows, persons, record, words)


def _coverage(record: Record, place_id: str) -> str:
    return STATE_BASED_ONLY if is_state_based_only(record, place_id) else ALL_TYPES


def with_rates(years: pd.DataFrame, persons: Mapping[int, float], record: Record, words: Language) -> pd.DataFrame:
    """Annual deaths with the people behind them and deaths per 100,000; empty where there is no population."""
    carried = [
        record.is_carried(str(place), int(year)) for place, year in zip(years["place_id"], years["year"], strict=True)
    ]
    people = years["year"].map(persons)
    rates = {f"rate_per_100k_{bound}": years[f"fatalities_{bound}"] / people * PER for bound in BOUNDS}
    return years.assign(
        persons=people, **rates, remark=[words.text(CARRIED_POPULATION) if flag else "" for flag in carried]
    )


def sources_named(record: Record, source_ids: Iterable[str]) -> str:
    """The sources that stand behind a chart, each with the version it published."""
    behind = set(source_ids)
    return ", ".join(
        f"{source.title} {source.release}".strip() for source in record.release.sources.values() if source.id in behind
    )


def _caption(frame: Reader, title: str, subtitle: str, source_ids: Iterable[str]) -> Caption:
    release, behind = frame.record.release, set(source_ids)
    return Caption(
        title=title,
        subtitle=subtitle,
        source=sources_named(frame.record, behind),
        as_of=release.as_of,
        release=release.id,
        note=frame.words.text(DEATHS_NOTE),
        source_ids=tuple(sorted(behind)),
    )
