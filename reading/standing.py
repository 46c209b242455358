"""How does a place stand, in the few words that pages and briefings use? Each word comes from a declared rule."""

from dataclasses import dataclass

from language import Language
from reading.direction_words import DIRECTION_MARKS, direction_sentence, direction_word
from reading.names import hidden_in, name_of, place_name, unit_name
from reading.record import Record
from reading.tempo_words import again_words, tempo_word

ORDER = ("worse", "no_clear_change", "better", "not_known")  # of a watch; within each by the newest deaths


@dataclass(frozen=True)
class Standing:
    """One place in words."""

    place_id: str
    name: str
    mark: str
    verdict: str
    because: str
    tempo: str
    since: str
    direction: str
    year: int | None  # of the newest annual figure
    deaths: float  # of that year; NaN where there is none


def standing(record: Record, place_id: str, words: Language) -> Standing:
    """Direction, tempo and since when; `record` is that of the kind of place that this is."""
    year = record.last_year(place_id)
    row, episodes = record.directions.newest(place_id), record.episodes.get(place_id, [])
    known = year is not None
    return Standing(
        place_id,
        place_name(place_id, int(record.years[-1]), words),
        DIRECTION_MARKS[row["direction"]] if row else "",
        direction_word(row, words) if row else words.text("not known"),
        direction_sentence(row, words) if row else absent(record, place_id, words),
        tempo_word(next(one for one in episodes if one["is_deadliest"]), words)
        if episodes
        else words.text("no year with 25 deaths")
        if known
        else words.text("no figure"),
        again_words(episodes, words) if episodes else "–",
        row["direction"] if row else "not_known",
        year,
        record.deaths.at("best", place_id, year) if year is not None else float("nan"),
    )


def absent(record: Record, place_id: str, words: Language) -> str:
    """Why there is no direction, or no figure at all."""
    if place_id in record.places:
        known = record.release.has("direction.parquet")
        return words.text("no figures of all types to say it from") if known else words.text("not in this release")
    unit = hidden_in(place_id, int(record.years[-1]))
    if unit is not None:
        return words.text(
            "{place} is not separable in this source; its figures are counted under {unit}.",
            place=name_of(place_id, words),
            unit=unit_name(unit, words),
        )
    return words.text(
        "No source here has figures for this place. That is not zero: it is not on record under a name of its own."
    )
