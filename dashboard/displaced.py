"""What does the chart of displaced people say of a place: finding, figure, words and table from the same rows?

Refugees, asylum-seekers, others in need, the internally displaced by two sources, and those whom UNRWA counts: each
count has a line of its own, and a figure keeps the state that its row has.
"""

import pandas as pd

from dashboard import ids
from dashboard.frame import Frame
from dashboard.place_rows import Row, listed, rows_of
from figures.caption import Caption
from figures.displaced_years import COLOURS, Count, Point, State, displaced_years, twin
from indicators import indicators
from language import Language, message
from reading.charts import Drawn, sources_named
from reading.flow_files import written
from reading.flow_sentences import STOCK_NOTE
from reading.flow_words import count as counted
from reading.names import country_name
from reading.parts import COUNTRY, kind_of

MID_YEAR_MONTH = 6
BEHIND = {"unrwa_refugees": "unhcr_unrwa", "internally_displaced_idmc": "unhcr_idmc"}
STATES: dict[str, State] = {"break_in_series": "break", "masked": "hidden"}
SUBTITLE = message("Persons at the end of each year, {first} to {last}; each count by itself, never added")


def draw_displaced(frame: Frame, place_id: str, with_twin: bool = False) -> Drawn | None:
    """The counts of a country of origin by year; None where none has a number."""
    if kind_of(place_id) != COUNTRY:
        return None
    words, release = frame.words, frame.record.release
    rows = rows_of(release, "indicator_scores", place_id)
    rows = rows[rows["indicator_id"].isin(COLOURS)].sort_values("month", kind="stable")
    counts = counts_of(rows, words)
    if not counts:
        return None
    years = [point.year for count in counts for point in count.points]
    behind = {BEHIND.get(count.id, "unhcr_population") for count in counts}
    caption = Caption(
        title=finding(counts, country_name(place_id, words), words),
        subtitle=words.text(SUBTITLE, first=str(min(years)), last=str(max(years))),
        source=sources_named(frame.record, behind),
        as_of=release.as_of,
        release=release.id,
        note=words.text(STOCK_NOTE),
        source_ids=tuple(sorted(behind)),
    )
    return Drawn(
        ids.DISPLACED_YEARS,
        caption,
        displaced_years(counts, words),
        summary(counts, words),
        twin(counts, words) if with_twin else None,
        lambda: file_rows(rows),
    )


def file_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as a file holds them: small counts of people are not told exactly there."""
    names = ("value", "value_low", "value_high")
    numbers = {name: [written(None if pd.isna(one) else int(one)) for one in rows[name]] for name in names}
    return rows[["place_id", "month", "indicator_id", *names, "status", "is_provisional"]].assign(**numbers)


def counts_of(rows: pd.DataFrame, words: Language) -> list[Count]:
    """The counts that have a number above zero in some year, in their fixed order."""
    by_count: dict[str, list[Row]] = {}
    for row in listed(rows):
        by_count.setdefault(str(row["indicator_id"]), []).append(row)
    found = {one: points_of(by_count.get(one, [])) for one in COLOURS}
    return [
        Count(one, words.text(indicators()[one].INDICATOR.title), points)
        for one, points in found.items()
        if any(point.number for point in points)
    ]


def points_of(rows: list[Row]) -> tuple[Point, ...]:
    """Ends of years from the first number above zero, and a mid-year where it is newer than every end."""
    ends = [row for row in rows if row["month"].month != MID_YEAR_MONTH]
    told = [row for row in rows if row["month"].month != MID_YEAR_MONTH or not ends or row["month"] > ends[-1]["month"]]
    points = [_point(row) for row in told]
    first = next((at for at, point in enumerate(points) if point.number), len(points))
    return tuple(points[first:])


def finding(counts: list[Count], place: str, words: Language) -> str:
    """Which count is the largest at the newest date."""
    newest = max((count.points[-1] for count in counts), key=lambda point: point.x)
    now = [count for count in counts if count.points[-1].x == newest.x and count.points[-1].number is not None]
    if not now:
        return words.text("{place}: displaced people by kind of count", place=place)
    most = max(now, key=lambda count: count.points[-1].number or 0)
    return words.text(
        "{place}: the largest count for {year} is “{count}”, {n}",
        place=place,
        year=str(newest.year),
        count=most.name,
        n=counted(most.points[-1].number, words),
    )


def summary(counts: list[Count], words: Language) -> str:
    """The newest figure of each count with its year, and the years of breaks."""
    parts = [
        words.text(
            "{counted}: {n} {when}",
            counted=count.name,
            n=words.text("hidden") if count.points[-1].number is None else counted(count.points[-1].number, words),
            when=f"({count.points[-1].year})",
        )
        for count in counts
    ]
    said = [f"{'; '.join(parts)}."]
    breaks = sorted({point.year for count in counts for point in count.points if point.state == "break"})
    if breaks:
        said.append(
            words.text("Breaks in the number of refugees: {years}.", years=", ".join(str(year) for year in breaks))
        )
    return " ".join(said)


def _point(row: Row) -> Point:
    state: State = STATES.get(row["status"], "known")
    if row["month"].month == MID_YEAR_MONTH:
        state = "mid_year"
    value = row["value"]
    return Point(int(row["month"].year), None if pd.isna(value) else int(value), state)
