"""How does a place stand, in the few words that every template uses? Each word comes from a declared rule."""

import math
from dataclasses import dataclass

from briefing.desk import Desk
from briefing.pack import Fact
from reading.direction_words import DIRECTION_MARKS, direction_sentence, direction_word
from reading.names import hidden_in, name_of, unit_name
from reading.severity_words import rank_sentence
from reading.tempo_words import again_words, tempo_sentence, tempo_word

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


def standing(desk: Desk, place_id: str) -> Standing:
    """Direction, tempo and since when."""
    words, record = desk.words, desk.record(place_id)
    year = record.last_year(place_id)
    row, episodes = record.directions.newest(place_id), record.episodes.get(place_id, [])
    known = year is not None
    return Standing(
        place_id,
        desk.name(place_id),
        DIRECTION_MARKS[row["direction"]] if row else "",
        direction_word(row, words) if row else words.text("not known"),
        direction_sentence(row, words) if row else absent(desk, place_id),
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


def absent(desk: Desk, place_id: str) -> str:
    """Why there is no direction, or no figure at all."""
    words, record = desk.words, desk.record(place_id)
    if place_id in record.places:
        known = desk.release.has("direction.parquet")
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


def tempo_said(desk: Desk, place_id: str) -> str:
    """How long it has burnt, in sentences."""
    episodes = desk.record(place_id).episodes.get(place_id, [])
    if episodes:
        return tempo_sentence(desk.name(place_id), episodes, desk.words)
    return desk.words.text("No year on record reaches 25 deaths in organised violence, so no tempo is given.")


def facts(desk: Desk, place_id: str) -> tuple[Fact, ...]:
    """The figures that stand large, each with its year."""
    words, record = desk.words, desk.record(place_id)
    year = record.last_year(place_id)
    if year is None:
        return ()
    best, low, high = (record.deaths.at(name, place_id, year) for name in ("best", "low", "high"))
    severity, rate = record.severity.at("severity", place_id, year), record.rate.at("best", place_id, year)
    months = record.last_month.get(place_id)
    shown = str(year)
    return (
        Fact(
            words.text("Deaths in {year}", year=shown),
            words.number(best),
            words.text("range {band}", band=words.span(low, high)),
        ),
        Fact(
            words.text("Per 100,000 people in {year}", year=shown),
            words.text("no rate") if math.isnan(rate) else words.amount(rate),
            words.text("no population figure fits this row")
            if math.isnan(rate)
            else words.text("range {band}", band=words.amounts(*_rate_band(desk, place_id, year))),
        ),
        Fact(
            words.text("Severity, end of {year}", year=shown),
            words.text("not computed") if math.isnan(severity) else words.number(severity),
            rank_sentence(record, place_id, year, words),
        ),
        Fact(
            words.text("Newest figures"),
            words.text("year {year}", year=shown),
            words.text("months to {month}", month=words.month(months))
            if months is not None
            else words.text("no months"),
        ),
    )


def _rate_band(desk: Desk, place_id: str, year: int) -> tuple[float, float]:
    rate = desk.record(place_id).rate
    return rate.at("low", place_id, year), rate.at("high", place_id, year)
