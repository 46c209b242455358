"""Which charts of a place stand in a briefing? Its years since the record began, and its last sixty months.

The numbers of a native chart are those of the published table, period by period and type by type; a
period without a row is left out of the chart's data and never written as zero.
"""

from dataclasses import dataclass

import pandas as pd

from briefing.desk import Desk
from briefing.pack import Chart, Series
from contracts._columns import ALL_TYPES, VIOLENCE_TYPES
from figures import violence_months_words
from figures.findings import months_finding
from figures.labels import DEATHS_NOTE, VIOLENCE_LABELS
from figures.theme import VIOLENCE_COLOURS
from figures.violence_months import violence_months
from language import Language
from reading.charts import draw_annual
from reading.recent_months import last_months
from reading.spans import annual_span


@dataclass(frozen=True)
class Years:
    """Deaths by year, on an axis from zero."""

    unit: str = "deaths"
    scale: str = "linear"
    period: tuple[int, int] | None = None


def annual_chart(desk: Desk, place_id: str) -> Chart:
    """The years of a place by type of violence."""
    words, opened = desk.words, desk.opened(place_id)
    drawn = draw_annual(opened, place_id, Years())
    first, last = annual_span(opened.record, place_id)
    rows = opened.record.years_of(place_id)
    years = range(first, last + 1)
    return Chart(
        name=f"years-{stem(place_id)}",
        title=drawn.caption.title,
        measure=drawn.caption.subtitle,
        summary=drawn.summary,
        origin=desk.origin(rows["source_id"].unique(), place_id),
        categories=tuple(map(str, years)),
        series=by_type(rows, "year", list(years), words),
        rows=rows,
        unit=words.text("recorded deaths a year"),
        note=words.text(DEATHS_NOTE),
        figure=drawn.figure,
    )


def months_chart(desk: Desk, place_id: str) -> Chart | None:
    """The last sixty months of a place by type; None where no source gives any of them."""
    words, record = desk.words, desk.record(place_id)
    span = last_months(record, place_id)
    if span is None:
        return None
    months = record.months_of(place_id)
    months = months[(months["month"] >= pd.Timestamp(span[0])) & (months["month"] <= pd.Timestamp(span[1]))]
    if months.empty or not months["fatalities_best"].any():
        return None
    comparable = months[(months["types_covered"] == ALL_TYPES) & ~months["is_provisional"]]
    totals = comparable.groupby("month")["fatalities_best"].sum()
    title = months_finding(
        desk.name(place_id),
        {pd.Timestamp(str(month)): int(n) for month, n in totals.items()},
        pd.Timestamp(span[1]),
        words,
    )
    moments = list(pd.date_range(span[0], span[1], freq="MS"))
    return Chart(
        name=f"months-{stem(place_id)}",
        title=title,
        measure=words.text(
            "Recorded direct deaths a month by type of violence, {first} to {last}",
            first=words.month(span[0]),
            last=words.month(span[1]),
        ),
        summary=violence_months_words.summary(months, span, words),
        origin=desk.origin(months["source_id"].unique(), place_id),
        categories=tuple(f"{moment:%Y-%m}" for moment in moments),
        series=by_type(months, "month", moments, words),
        rows=months,
        unit=words.text("recorded deaths a month"),
        note=words.text(DEATHS_NOTE),
        figure=violence_months(months, span, words),
    )


def by_type(
    rows: pd.DataFrame, period: str, periods: list[int] | list[pd.Timestamp], words: Language
) -> tuple[Series, ...]:
    """One series a type of violence; a period without any row has no figure, one with rows of other types has zero."""
    there = set(rows[period])
    found = []
    for kind in VIOLENCE_TYPES:
        of_kind = rows[rows["violence_type"] == kind]
        deaths = of_kind.groupby(period)["fatalities_best"].sum().to_dict()
        if of_kind.empty:
            continue
        values = tuple(float(deaths.get(one, 0)) if one in there else None for one in periods)
        found.append(Series(words.text(VIOLENCE_LABELS[kind]), values, VIOLENCE_COLOURS[kind]))
    return tuple(found)


def stem(place_id: str) -> str:
    """A place in the name of a file."""
    return place_id.replace(":", "-").lower()
