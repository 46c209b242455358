"""The monthly watch: for each place of a list its arrow, verdict, sixty months, tempo and since when.

The order is a rule: places that have worsened first, then without clear change, eased, not known; within
each by the deaths of the newest year.
"""

from collections.abc import Sequence

from briefing.desk import Desk
from briefing.pack import Section, Table
from briefing.place_charts import months_chart
from figures.labels import DEATHS_NOTE
from reading.recent_months import MONTHS, months_line
from reading.standing import ORDER, Standing, standing
from reading.watchlist import directions_sentence, line_sentence, looks_back, watched_title


def watch_sections(desk: Desk, place_ids: Sequence[str]) -> list[Section]:
    """The list on one page, then its charts."""
    words = desk.words
    places = sorted((standing(desk.record(place), place, words) for place in place_ids), key=_order)
    title = watched_title(len(places), words)
    notes = (looks_back(words), words.text(DEATHS_NOTE))
    said = (directions_sentence(places, words), line_sentence(words))
    found = Section(title, said, tables=(_table(desk, places),), notes=notes)
    charts = [chart for one in places if (chart := months_chart(desk, one.place_id)) is not None]
    return [found, *(Section(chart.title, charts=(chart,), notes=notes, is_slide_only=True) for chart in charts)]


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
    drawn = months_line(desk.record(one.place_id), one.place_id, one.name, desk.words)
    return drawn[0] if drawn else ""
