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
from figures.chosen_period import outside_words, period_finding, with_axis_words
from figures.findings import months_finding, year_totals, years_finding
from figures.labels import DEATHS_NOTE
from figures.theme import Figure
from figures.twin import Twin
from figures.violence_months import violence_months
from figures.violence_years import RATE_DIGITS, deaths_by_year, violence_years
from language import Language, message
from reading.names import is_other_territory, place_name, territory_changes, territory_since
from reading.record import BOUNDS, Record
from reading.spans import (
    annual_span,
    counted_span,
    is_state_based_only,
    month_span,
    months_within,
    silence_word,
    within,
)

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

    @property
    def period(self) -> tuple[int, int] | None: ...  # the years shown; None for all


@dataclass(frozen=True)
class Drawn:
    """One chart with all that belongs to it; `table` holds the figures as numbers."""

    name: str
    caption: Caption
    figure: Figure
    summary: str
    twin: Twin | None
    table: Callable[[], pd.DataFrame]  # made only for a download


def draw_months(
    frame: Reader, place_id: str, with_twin: bool = False, period: tuple[int, int] | None = None
) -> Drawn | None:
    """The months of a place by type; None where no source gives any, or none in the period."""
    words, record = frame.words, frame.record
    months, whole = record.months_of(place_id), month_span(record, place_id)
    span = months_within(record, whole, period) if whole else None
    if months.empty or whole is None or span is None or not months["fatalities_best"].any():
        return None
    if span != whole:
        months = months[months["month"].between(pd.Timestamp(span[0]), pd.Timestamp(span[1]))]
        if months.empty:
            return None
    outside = outside_words((span[0].year, span[1].year), (whole[0].year, whole[1].year), words)
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
        with_axis_words(violence_months(months, span, words), outside),
        f"{violence_months_words.summary(months, span, words)} {outside}".strip(),
        violence_months_words.twin(months, span, words) if with_twin else None,
        lambda: months,
    )


def draw_annual(frame: Reader, place_id: str, view: AnnualView, with_twin: bool = False) -> Drawn:
    """The annual record of a place, all of it or over a period."""
    words, record = frame.words, frame.record
    whole = annual_span(record, place_id)
    span = within(whole, view.period)
    outside = outside_words(span, whole, words)
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
    counted = within(counted_span(record, place_id), view.period)  # years drawn around a short crisis are not told
    told = record.laid_out(place_id, counted) or deaths_by_year(record.years_of(place_id), counted)
    shown = counted if outside else None
    if shown:
        now, digits = int(record.years[-1]), RATE_DIGITS if persons is not None else 0
        is_other = is_other_territory(place_id, *counted, now)
        title = period_finding(name, deaths_by_year(told, counted, persons), counted, words, digits, is_other)
    else:
        since = territory_since(place_id, span)
        title = years_finding(name, year_totals(years, span[0]), int(record.years[0]), words, since)
    measured = ANNUAL_SUBTITLES["rate" if persons is not None else _coverage(record, place_id)]
    subtitle = words.text(measured, first=str(counted[0]), last=str(counted[1]))
    return Drawn(
        "annual",
        _caption(
            frame,
            title,
            subtitle,
            {*_sources_of_years(record, place_id, shown), *([POPULATION_SOURCE] if persons is not None else [])},
        ),
        with_axis_words(figure, outside),
        f"{violence_years_words.summary(told, counted, words, persons)} {outside}".strip(),
        violence_years_words.twin(told, counted, words, persons) if with_twin else None,
        lambda: _annual_table(record, place_id, shown, persons, words),
    )


def _annual_table(
    record: Record,
    place_id: str,
    shown: tuple[int, int] | None,
    persons: Mapping[int, float] | None,
    words: Language,
) -> pd.DataFrame:
    """The rows behind the annual chart; of a period, where one is chosen."""
    rows = record.years_of(place_id)
    rows = rows if shown is None else rows[rows["year"].between(*shown)]
    return rows if persons is None else with_rates(rows, persons, record, words)


def _sources_of_years(record: Record, place_id: str, shown: tuple[int, int] | None) -> Iterable[str]:
    if shown is None:
        return record.sources_of_years.get(place_id, ())
    rows = record.years_of(place_id)
    found: Iterable[str] = rows.loc[rows["year"].between(*shown), "source_id"].unique()
    return found


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
