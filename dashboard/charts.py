"""Which chart of the world is there, and what does it find? One description for page, picture and table.

The charts of one place are described in reading.charts, where a briefing finds them too.
"""

import pandas as pd

from dashboard.frame import Frame
from dashboard.recent import recent
from dashboard.url_state import MEASURES, Measure, OverviewView
from dashboard.world import world_rows
from figures import world_map_words
from figures.caption import Caption
from figures.findings import map_finding, severity_finding
from figures.labels import DEATHS_NOTE
from figures.lasting_findings import every_year_finding, long_spell_finding
from figures.world_map import world_map
from indicators.persistence_20_years import WINDOW_YEARS as LASTING_YEARS
from language import Language, message
from reading.charts import POPULATION_SOURCE, Drawn, sources_named
from reading.record import Record

NAMED = 3  # places named in the title of the map
WORLD_SUBTITLES: dict[Measure, str] = {
    "severity": message("Severity, 0 (no recorded death) to 100, end of {year}"),
    "persistence": message("Share of the years {first} to {year} with 25 or more recorded deaths"),
    "spell": message(
        "Years from the first to the newest year with 25 or more recorded deaths of the spell going on at the end of {year}, "
        "pauses of up to two years inside"
    ),
    "deaths": message("Recorded direct deaths in organised violence, {year}"),
    "rate": message("Recorded direct deaths in organised violence per 100,000 people, {year}"),
}


def draw_world(frame: Frame, view: OverviewView, with_twin: bool = False) -> Drawn:
    """The map of one measure in one year."""
    if with_twin:
        return _draw_world(frame, view, with_twin)
    asked = (view.measure, view.year, frame.words.code)
    return recent(frame.record.release, "world", asked, lambda: _draw_world(frame, view, with_twin))


def _draw_world(frame: Frame, view: OverviewView, with_twin: bool) -> Drawn:
    words, year, measure = frame.words, int(view.year), _measure(view.measure)
    rows, behind = world_rows(frame.record, measure, year, words), _behind_world(frame.record, measure)
    first = max(int(frame.record.years[0]), year - LASTING_YEARS + 1)
    caption = Caption(
        title=map_title(rows, measure, words, first),
        subtitle=words.text(WORLD_SUBTITLES[measure], year=str(year), first=str(first)),
        source=sources_named(frame.record, behind),
        as_of=frame.record.release.as_of,
        release=frame.record.release.id,
        note=words.text(DEATHS_NOTE),
        source_ids=tuple(sorted(behind)),
    )
    return Drawn(
        "world",
        caption,
        world_map(rows, measure, words),
        world_map_words.summary(rows, measure, words),
        world_map_words.twin(rows, measure, words) if with_twin else None,
        lambda: rows,
    )


def map_title(rows: pd.DataFrame, measure: str, words: Language, first: int) -> str:
    """The finding of the map; `first` is where the twenty years of persistence begin."""
    if measure == "persistence":
        return every_year_finding(rows, first, words)
    if measure == "spell":
        return long_spell_finding(rows, words)
    if measure == "severity":
        return severity_finding(rows, words)
    if measure == "deaths":
        return map_finding(rows, words)
    known = rows[(rows["status"] == "ok") & (rows["value"] > 0)].nlargest(NAMED, "value")
    if known.empty:
        return words.text("No recorded death in any place with a figure")
    return words.text("Most recorded deaths for their population: {places}", places=", ".join(known["name"]))


def _measure(name: str) -> Measure:
    return next(measure for measure in MEASURES if measure == name)


def _behind_world(record: Record, measure: Measure) -> set[str]:
    counted = set(record.table("violence_year")["source_id"].unique())
    return counted | {POPULATION_SOURCE} if measure in ("severity", "rate") else counted
