"""What does a briefing say of a place at a glance: its tempo in sentences, and the figures that stand large?"""

import math

from briefing.desk import Desk
from briefing.pack import Fact
from reading.severity_words import rank_sentence
from reading.tempo_words import tempo_sentence
from reading.usual import range_beside_usual


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
    severity, rate = record.severity.at("severity", place_id, year), record.rate.at("best", place_id, year)
    months = record.last_month.get(place_id)
    shown = str(year)
    return (
        Fact(
            words.text("Deaths in {year}", year=shown),
            words.number(record.deaths.at("best", place_id, year)),
            range_beside_usual(record, place_id, year, words),
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
