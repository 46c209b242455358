"""How do several places compare, on one scale, by the calendar or by the years since each began to burn?

Aligned by onset, each place starts in the first year of its deadliest episode, the one
that names its tempo. A place whose onset is not known, or that has no figure of this kind,
keeps its panel and says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pandas as pd

from figures import compared_years_words
from figures._deaths_by_type import DeathsByType
from figures.caption import Caption
from figures.chosen_period import outside_words, with_axis_words
from figures.compared_years import Panel, compared_years
from figures.labels import DEATHS_NOTE
from figures.violence_years import RATE_DIGITS, deaths_by_year
from language import Language, message
from reading.charts import POPULATION_SOURCE, Drawn, Reader, sources_named
from reading.names import place_name, territory_changes
from reading.parts import COUNTRY, kind_of
from reading.record import Record, record_of
from reading.spans import whole_record, within

SEVERITY_TOP = 100.0
SUBTITLES = {
    "deaths": message("Recorded direct deaths in organised violence a year, on one scale"),
    "rate": message("Recorded direct deaths a year per 100,000 people, on one scale"),
    "severity": message("Severity, 0 (no recorded death) to 100, at the end of each year"),
}
AXES = {
    "calendar": message("{measure}; {first} to {last}"),
    "onset": message("{measure}; by years since the first year of each place’s deadliest episode"),
}
FINDINGS = {
    "deaths": message("The deadliest year among these places: {place} in {year}, with {number} recorded deaths"),
    "rate": message("The deadliest year for its people: {place} in {year}, with {number} deaths per 100,000"),
    "severity": message("The highest severity among these places: {place} in {year}, at {number} of 100"),
}
NO_ONSET = message("No year reaches 25 deaths, so there is no onset.")
OF_COUNTRIES_ALONE = {
    "rate": message("No source counts the people in it, so there is no rate."),
    "severity": message("Severity is computed of countries alone."),
}


class ComparisonView(Protocol):
    """How places are held against each other."""

    @property
    def axis(self) -> str: ...

    @property
    def measure(self) -> str: ...

    @property
    def scale(self) -> str: ...

    @property
    def period(self) -> tuple[int, int] | None: ...  # the years shown; None for all


@dataclass(frozen=True)
class Compared:
    """One place over the common axis."""

    place_id: str
    panel: Panel
    first_year: int  # the year that stands at the beginning of the axis
    record: Record


def draw_comparison(frame: Reader, places: Sequence[str], view: ComparisonView, with_twin: bool = False) -> Drawn:
    """The years of several places, a panel each."""
    words = frame.words
    compared, span = compare(frame, places, view)
    panels = [one.panel for one in compared]
    digits = RATE_DIGITS if view.measure == "rate" else 0
    is_by_onset = view.axis == "onset"
    starts = [one.first_year for one in compared]
    shown, whole = shown_years(frame, view), whole_record(frame.record)
    outside = outside_words(shown, whole, words)
    measure = words.text(SUBTITLES[view.measure])
    release = frame.record.release
    behind = {source for one in compared for source in one.record.years_of(one.place_id)["source_id"].unique()}
    behind |= {POPULATION_SOURCE} if view.measure != "deaths" else set()
    is_severity = view.measure == "severity"
    is_log = view.scale == "log" and not is_severity
    linear = words.text("Severity is drawn on a linear scale.") if is_severity and view.scale == "log" else ""
    caption = Caption(
        title=period_title(finding(compared, view, digits, words), shown, whole, words),
        subtitle=words.text(AXES[view.axis], measure=measure, first=str(shown[0]), last=str(shown[1])),
        source=sources_named(frame.record, behind),
        as_of=release.as_of,
        release=release.id,
        note=f"{words.text(DEATHS_NOTE)} {linear}".strip(),
        source_ids=tuple(sorted(behind)),
    )
    top, counted = (SEVERITY_TOP, words.text("Severity")) if is_severity else (None, "")
    return Drawn(
        f"compare panels{len(panels)}",
        caption,
        with_axis_words(
            compared_years(panels, span, words, digits=digits, top=top, counted=counted, is_logarithmic=is_log), outside
        ),
        f"{compared_years_words.summary(panels, view.measure, words)} {outside}".strip(),
        compared_years_words.twin(panels, span, starts, is_by_onset, digits, words) if with_twin else None,
        lambda: compared_rows(compared, span, view),
    )


def shown_years(frame: Reader, view: ComparisonView) -> tuple[int, int]:
    """The years of the calendar that are shown; by onset each place has years of its own, so all are."""
    whole = whole_record(frame.record)
    return within(whole, view.period) if view.axis == "calendar" else whole


def period_title(said: str, shown: tuple[int, int], whole: tuple[int, int], words: Language) -> str:
    """A finding holds for the years it was found in."""
    if shown == whole:
        return said
    return words.text("{first} to {last}: {finding}", first=str(shown[0]), last=str(shown[1]), finding=said)


def compare(frame: Reader, places: Sequence[str], view: ComparisonView) -> tuple[list[Compared], tuple[int, int]]:
    """Each place laid out over the axis, and the axis: its first and last point."""
    whole = shown_years(frame, view)
    onsets = {place: _onset(frame, place) if view.axis == "onset" else whole[0] for place in places}
    known = [onset for onset in onsets.values() if onset is not None]
    span = (0, whole[1] - min(known, default=whole[1])) if view.axis == "onset" else whole
    return [_compared(frame, place, onsets[place], span, view) for place in places], span


def finding(compared: Sequence[Compared], view: ComparisonView, digits: int, words: Language) -> str:
    """The highest year of all."""
    peaks = [(_peak(one.panel.figures), one) for one in compared]
    found = [(peak, one) for peak, one in peaks if peak is not None]
    if not found:
        return words.text("No figure of this kind for these places")
    at, highest = max(found, key=lambda pair: pair[1].panel.figures.total[pair[0]])
    value = float(highest.panel.figures.total[at])
    if value == 0:
        return words.text("No recorded death in any of these places")
    year = str(highest.first_year + at)
    return words.text(FINDINGS[view.measure], place=highest.panel.name, year=year, number=words.amount(value, digits))


def compared_rows(compared: Sequence[Compared], span: tuple[int, int], view: ComparisonView) -> pd.DataFrame:
    """Every point as a row, those without a figure too."""
    rows: list[dict[str, Any]] = []
    for one in compared:
        figures, changed = one.panel.figures, [point for point, _ in one.panel.changes]
        for at in range(span[1] - span[0] + 1):
            known, point = bool(figures.is_known[at]), span[0] + at
            status = "known" if known else "no_figure"
            rows.append(
                {
                    "place_id": one.place_id,
                    "place": one.panel.name,
                    "year": one.first_year + at,
                    "years_since_onset": point if view.axis == "onset" else None,
                    "measure": view.measure,
                    "value": float(figures.total[at]) if known else None,
                    "low": float(figures.low[at]) if known else None,
                    "high": float(figures.high[at]) if known else None,
                    "status": status,
                    "types_covered": "state_based" if figures.is_state_based_only[at] else "all" if known else "",
                    "is_provisional": bool(figures.is_provisional[at]),
                    "territories_before": sum(change <= point for change in changed),
                }
            )
    return pd.DataFrame(rows)


def _onset(frame: Reader, place: str) -> int | None:
    episode = _record(frame, place).deadliest(place)
    return None if episode is None else int(episode["first_year"])


def _compared(frame: Reader, place: str, start: int | None, span: tuple[int, int], view: ComparisonView) -> Compared:
    words, record, whole = frame.words, _record(frame, place), shown_years(frame, view)
    first, name = start if start is not None else whole[0], place_name(place, whole[1], words)
    offset = first - span[0]
    figures, remark = _figures(record, place, view.measure, whole), ""
    if kind_of(place) != COUNTRY and view.measure in OF_COUNTRIES_ALONE:
        remark = words.text(OF_COUNTRIES_ALONE[view.measure])
    if start is None:
        remark = words.text(NO_ONSET)
    laid = shifted(figures, first - whole[0], span[1] - span[0] + 1, is_silent=bool(remark))
    changes = [(year - offset, label) for year, label in territory_changes(place, whole, words)]
    peak = _peak(laid)
    digits = RATE_DIGITS if view.measure == "rate" else 0
    said = ""
    if peak is not None and laid.total[peak] > 0:
        number = words.amount(float(laid.total[peak]), digits)
        said = words.text("max. {number} in {year}", number=number, year=str(first + peak))
    heading = f"<b>{name}</b>"
    if view.axis == "onset" and start is not None:
        episode = record.deadliest(place)
        is_older = episode is not None and bool(episode["is_left_censored"])
        since = message("from {year} or before") if is_older else message("from {year}")
        heading = f"{heading}, {words.text(since, year=str(start))}"
    return Compared(place, Panel(name, heading, said, laid, tuple(changes), remark), first, record)


def _record(frame: Reader, place: str) -> Record:
    return record_of(frame.record.release, kind_of(place))


def _figures(record: Record, place: str, measure: str, whole: tuple[int, int]) -> DeathsByType:
    laid_out = record.laid_out(place, whole)
    deaths = laid_out if laid_out is not None else deaths_by_year(record.years_of(place), whole)
    if kind_of(place) != COUNTRY and measure in OF_COUNTRIES_ALONE:
        return deaths
    if measure == "rate":
        return deaths_by_year(deaths, whole, record.persons_of(place))
    if measure == "deaths":
        return deaths
    part = slice(whole[0] - int(record.years[0]), whole[1] - int(record.years[0]) + 1)
    named = ("severity", "severity_low", "severity_high")
    value, low, high = (record.severity.of(name, place)[part] for name in named)
    known = np.isfinite(value)
    return DeathsByType(
        np.nan_to_num(value)[np.newaxis], low, high, known, deaths.is_provisional, np.zeros(len(known), dtype=bool)
    )


def shifted(figures: DeathsByType, first: int, n_points: int, is_silent: bool = False) -> DeathsByType:
    """`n_points` columns from `first` on; where the record ends before, there is no figure."""
    columns = np.arange(first, first + n_points)
    inside = (columns >= 0) & (columns < len(figures.is_known))
    at = np.where(inside, columns, 0)
    known = figures.is_known[at] & inside & (not is_silent)
    return DeathsByType(
        np.where(known, figures.best[:, at], 0.0),
        np.where(known, figures.low[at], np.nan),
        np.where(known, figures.high[at], np.nan),
        known,
        figures.is_provisional[at] & known,
        figures.is_state_based_only[at] & known,
    )


def _peak(figures: DeathsByType) -> int | None:
    return int(np.where(figures.is_known, figures.total, -1).argmax()) if figures.is_known.any() else None
