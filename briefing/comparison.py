"""The comparison: two to eight places side by side, their years on one scale, every figure with its own year."""

import math
from collections.abc import Sequence
from dataclasses import replace

from briefing.desk import Desk
from briefing.pack import Chart, Section, Table
from briefing.place_charts import annual_chart
from figures.labels import DEATHS_NOTE
from figures.small_columns import small_columns
from reading.standing import Standing, absent, standing

LEAST, MOST = 2, 8
SIZE = (300, 92)


def comparison_sections(desk: Desk, place_ids: Sequence[str]) -> list[Section]:
    """One table, then each place's years on the common scale."""
    words = desk.words
    with_figures = [place for place in place_ids if place in desk.record(place).places]
    note = words.text(DEATHS_NOTE)
    silent = tuple(
        words.text("{place}: {reason}", place=desk.name(place), reason=absent(desk.record(place), place, desk.words))
        for place in place_ids
        if place not in with_figures
    )
    title = words.text("Side by side: {places}", places=", ".join(desk.name(place) for place in place_ids))
    said = words.text("Each figure bears its own year; where the years differ, the figures do not compare.")
    table = Section(title, (said, note, *silent), tables=(_table(desk, place_ids),), notes=(said, note))
    charts = on_one_scale(desk, with_figures)
    if not charts:
        return [table]
    top = words.number(charts[0].top or 0)
    shared = words.text("Every chart ends at {n} deaths a year", n=top)
    return [table, Section(shared, charts=tuple(charts), notes=(shared, note))]


def on_one_scale(desk: Desk, place_ids: Sequence[str]) -> list[Chart]:
    """The years of each place, drawn small, with the same upper end."""
    charts = [annual_chart(desk, place) for place in place_ids]
    totals = [totals_of(chart) for chart in charts]
    top = max((value for values in totals for value in values if value is not None), default=0.0) or 1.0
    return [
        replace(
            chart,
            top=top,
            figure=None,
            svg=small_columns(
                values,
                chart.summary,
                top,
                SIZE,
                (chart.categories[0], chart.categories[-1], desk.words.number(top)),
                marked_from=len(values) - 1,
            ),
        )
        for chart, values in zip(charts, totals, strict=True)
    ]


def totals_of(chart: Chart) -> list[float | None]:
    """All types of each period together; None where there is no figure."""
    by_period = zip(*(series.values for series in chart.series), strict=True)
    return [
        None if all(value is None for value in values) else sum(value or 0 for value in values) for values in by_period
    ]


def _table(desk: Desk, place_ids: Sequence[str]) -> Table:
    words = desk.words
    return Table(
        "comparison",
        words.text("Places side by side"),
        (
            words.text("Place"),
            words.text("Year"),
            words.text("Deaths"),
            words.text("Low–high"),
            words.text("Per 100,000"),
            words.text("Severity"),
            words.text("Direction"),
            words.text("Tempo"),
            words.text("Since when"),
        ),
        tuple(_row(desk, standing(desk.record(place), place, words)) for place in place_ids),
        desk.origin({source for place in place_ids for source in desk.sources_of(place)}),
        frozenset({1, 2, 3, 4, 5}),
        widths=(0.15, 0.06, 0.09, 0.14, 0.09, 0.08, 0.13, 0.12, 0.14),
    )


def _row(desk: Desk, one: Standing) -> tuple[str, ...]:
    words, record = desk.words, desk.record(one.place_id)
    if one.year is None:
        return one.name, "–", words.text("no figure"), "–", "–", "–", one.verdict, one.tempo, one.since
    low, high = (record.deaths.at(name, one.place_id, one.year) for name in ("low", "high"))
    rate = record.rate.at("best", one.place_id, one.year)
    severity = record.severity.at("severity", one.place_id, one.year)
    return (
        one.name,
        str(one.year),
        words.number(one.deaths),
        words.span(low, high),
        words.text("no rate") if math.isnan(rate) else words.amount(rate),
        words.text("not computed") if math.isnan(severity) else words.number(severity),
        f"{one.mark} {one.verdict}".strip(),
        one.tempo,
        one.since,
    )
