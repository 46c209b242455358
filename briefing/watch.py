"""The monthly watch: for each place of a list its arrow, verdict, sixty months, tempo and since when.

The order is a rule: places that have worsened first, then without clear change, eased, not known; within
each by the deaths of the newest year.
"""

from collections.abc import Sequence

from briefing.desk import Desk
from briefing.pack import Section, Table
from briefing.place_charts import MONTHS, month_totals, months_chart
from briefing.standing import ORDER, Standing, standing
from figures.labels import DEATHS_NOTE
from figures.small_columns import small_columns
from language import message

NEWEST = 12  # months drawn in the accent, as the newest year of the line
A_SLIDE = 10  # rows of a table that can be read on a slide
COUNTED = {
    "worse": message("has worsened: {n}"),
    "no_clear_change": message("no clear change: {n}"),
    "better": message("has eased: {n}"),
    "not_known": message("not known: {n}"),
}


def watch_sections(desk: Desk, place_ids: Sequence[str]) -> list[Section]:
    """The list on one page, then its charts."""
    words = desk.words
    places = sorted((standing(desk, place) for place in place_ids), key=_order)
    counts = [
        words.text(COUNTED[direction], n=words.number(n))
        for direction in ORDER
        if (n := sum(one.direction == direction for one in places))
    ]
    title = words.texts("{n} place on watch", "{n} places on watch", len(places))
    notes = (
        words.text(
            "Direction looks back: by the pace of three months against twelve, and by trends that are told from chance. "
            "It says nothing of what comes."
        ),
        words.text(DEATHS_NOTE),
    )
    said = (
        words.text("Direction of recorded deaths, by each place’s own last month: {counts}.", counts=", ".join(counts)),
        words.text(
            "The line shows the deaths of {n} months, each place on its own scale; grey: no figure of all types.",
            n=words.number(MONTHS),
        ),
    )
    found = [
        Section(
            title if start == 0 else words.text("{title}, continued", title=title),
            said if start == 0 else (),
            tables=(_table(desk, places[start : start + A_SLIDE]),),
            notes=notes,
        )
        for start in range(0, len(places), A_SLIDE)
    ]
    charts = [chart for one in places if (chart := months_chart(desk, one.place_id)) is not None]
    return [*found, *(Section(chart.title, charts=(chart,), notes=notes, is_slide_only=True) for chart in charts)]


def _order(one: Standing) -> tuple[int, float, str]:
    deaths = one.deaths if one.year is not None else -1.0
    return ORDER.index(one.direction), -deaths, one.place_id


def _table(desk: Desk, places: Sequence[Standing]) -> Table:
    words = desk.words
    rows = tuple(
        (f"{one.mark} {one.verdict}".strip(), one.name, "", one.tempo, one.since, one.because) for one in places
    )
    behind = {source for one in places for source in desk.sources_of(one.place_id)}
    return Table(
        "watch",
        words.text("Watch list"),
        (
            words.text("Direction"),
            words.text("Place"),
            words.text("{n} months", n=words.number(MONTHS)),
            words.text("Tempo"),
            words.text("Since when"),
            words.text("Why"),
        ),
        rows,
        desk.origin(behind),
        lines=tuple(_line(desk, one) for one in places),
        line_at=2,
        widths=(0.15, 0.15, 0.18, 0.11, 0.13, 0.28),
    )


def _line(desk: Desk, one: Standing) -> str:
    words, record = desk.words, desk.record(one.place_id)
    values, span = month_totals(record, one.place_id)
    known = [value for value in values if value is not None]
    if span is None or not known:
        return ""
    title = words.text(
        "{place}: deaths a month, {first} to {last}, at most {n}",
        place=one.name,
        first=words.month(span[0]),
        last=words.month(span[1]),
        n=words.number(max(known)),
    )
    return small_columns(values, title, max(known), marked_from=len(values) - NEWEST)
