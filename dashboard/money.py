"""What does the chart of money asked and received say of a place: finding, figure, words and table from the same rows?

Money stands under the place that the source names. UCDP's unit of Israel and Palestine counts deaths of both,
the appeals are for Palestine: there the chart names Palestine.
"""

import datetime

import pandas as pd

from contracts.response_year import FUNDED, NO_APPEAL, NOT_KNOWN, UNFUNDED
from dashboard import ids
from dashboard.frame import Frame
from dashboard.place_rows import Row, listed, rows_of
from figures.caption import Caption
from figures.money_years import money_years, twin
from figures.response_words import money_sentence
from language import Language
from reading.charts import Drawn, sources_named
from reading.names import PROVIDER, name_of
from reference.territories import unit_of
from releases.read import Release

SOURCE = "fts_requirements"


def draw_money(frame: Frame, place_id: str, with_twin: bool = False) -> Drawn | None:
    """Money asked and received by year; None for a place for which nothing was ever asked on record."""
    words, release = frame.words, frame.record.release
    place = place_of_money(release, place_id)
    rows = covered_years(rows_of(release, "response_year", place)) if place else None
    if place is None or rows is None:
        return None
    day, name = day_of_source(release), name_of(place, words)
    said = listed(rows)
    caption = Caption(
        title=money_sentence(last_whole(said), name, day, words),
        subtitle=words.text(
            "Humanitarian money asked and received, millions of US dollars of the day, budget years {first} to {last}",
            first=str(said[0]["year"]),
            last=str(said[-1]["year"]),
        ),
        source=sources_named(frame.record, [SOURCE]),
        as_of=release.as_of,
        release=release.id,
        note=words.text(
            "Reported voluntarily. Coverage rises when appeals shrink; money outside plans and in regional plans stands apart."
        ),
        source_ids=(SOURCE,),
    )
    return Drawn(
        ids.MONEY,
        caption,
        money_years(rows, words),
        summary(said, name, day, words),
        twin(rows, words) if with_twin else None,
        lambda: rows,
    )


def place_of_money(release: Release, place_id: str) -> str | None:
    """The place itself, or the one that UCDP counts with it, where an appeal is on record."""
    years = rows_of(release, "response_year", place_id)
    newest = int(years["year"].max()) if len(years) else 0
    unit = unit_of(place_id, newest, PROVIDER)
    for place in (place_id, *(unit.covers if unit is not None else ())):
        states = set(rows_of(release, "response_year", place)["appeal_state"])
        if states - {NO_APPEAL, NOT_KNOWN}:
            return place
    return None


def covered_years(rows: pd.DataFrame) -> pd.DataFrame:
    """From the first year that the source covers."""
    rows = rows.sort_values("year")
    return rows[rows["year"] >= rows.loc[rows["appeal_state"] != NOT_KNOWN, "year"].min()]


def day_of_source(release: Release) -> datetime.date:
    """The day of the source's file, which says what was reported by then."""
    source = release.sources.get(SOURCE)
    try:
        return datetime.date.fromisoformat(source.release) if source is not None else release.as_of
    except ValueError:
        return release.as_of


def last_whole(rows: list[Row]) -> Row:
    """The newest year that has ended; the newest of all where none has."""
    return next((row for row in reversed(rows) if not row["is_provisional"]), rows[-1])


def summary(rows: list[Row], place: str, day: datetime.date, words: Language) -> str:
    """In how many years which state held, and how the newest year stands while it fills up."""
    asked = [row for row in rows if row["appeal_state"] in (FUNDED, UNFUNDED)]
    said = [
        words.texts(
            "Plans for the country asked in {n} year of {all} that the source covers.",
            "Plans for the country asked in {n} years of {all} that the source covers.",
            len(asked),
            all=words.number(len(rows)),
        )
    ]
    if rows[-1]["is_provisional"]:
        said.append(money_sentence(rows[-1], place, day, words))
        said.append(words.text("That year still fills up."))
    return " ".join(said)
