"""What is a place's severity made of, and which episodes are on record?"""

import math
from typing import Any

from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._ranking import severity_cell
from dashboard.words import PILLAR_MEANINGS
from language import Language
from reading.severity_words import PILLAR_LABELS
from reading.tempo_now_words import live_tempo
from reading.tempo_words import since_words, tempo_word


def parts_card(frame: Frame, place: str) -> Any:
    """Severity split into its pillars."""
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    parts = [part for part in record.parts(place, year) if not math.isnan(part["score"])]
    title = words.text("What severity is made of")
    if not parts or math.isnan(record.severity.at("severity", place, year)):
        said = words.text("Severity is not computed: one of its pillars has no figure here.")
        return text_card("parts", title, [html.P(said)])
    rows = [
        [
            Cell(words.text(PILLAR_LABELS[part["pillar"]]), under=_meaning(part, words), heads="row"),
            Cell(words.number(part["score"]), bar=(round(part["score"], 1),), kind="severity"),
            Cell(words.percent(part["weight"])),
        ]
        for part in parts
    ]
    total = [Cell(words.text("Severity"), heads="row"), severity_cell(record, place, year, words), Cell()]
    measure = words.text(
        "Pillars scored 0 to 100 against country-years of 1990–2019; severity is their geometric mean, {year}",
        year=str(year),
    )
    headings = (words.text("Pillar"), words.text("Score"), words.text("Weight"))
    return text_card("parts", title, [Rows(title, headings, [*rows, total], "parts")], measure)


def episodes_card(frame: Frame, place: str) -> Any:
    """Every episode on record with its tempo, and below them the tempo as it looked from inside."""
    words, episodes = frame.words, frame.record.episodes.get(place, [])
    title = words.texts("{n} episode on record", "{n} episodes on record", len(episodes))
    measure = words.text("Years with 25 or more deaths, gaps of up to two quiet years; the deadliest names the place")
    if not episodes:
        said = words.text("No year on record reaches 25 deaths, so there is no episode and no tempo.")
        return text_card("episodes", title, [html.P(said)], measure)
    headings = (
        words.text("Years"),
        words.text("Tempo"),
        words.text("Deaths"),
        words.text("Active years"),
        words.text("Effective years"),
    )
    rows = [
        [
            Cell(since_words(episode, words), heads="row"),
            Cell(tempo_word(episode, words), badge=_badge(episode, len(episodes), words)),
            Cell(
                words.number(episode["fatalities_best"]),
                under=words.span(episode["fatalities_low"], episode["fatalities_high"]),
            ),
            Cell(
                words.text(
                    "{n} of {all}", n=words.number(episode["active_years"]), all=words.number(episode["recorded_years"])
                )
            ),
            Cell(words.decimal(episode["effective_years"])),
        ]
        for episode in episodes
    ]
    live = live_tempo(frame.record, place, words)
    below = [html.P(live, className="caveat")] if live else []
    return text_card("episodes", title, [scrolling(Rows(title, headings, rows, "episodes")), *below], measure)


def _badge(episode: dict[str, Any], n_episodes: int, words: Language) -> str:
    return words.text("deadliest") if episode["is_deadliest"] and n_episodes > 1 else ""


def _meaning(part: dict[str, Any], words: Language) -> str:
    if part["pillar"] == "persistence":
        return words.text("{share} of the last ten years with 25 or more deaths", share=words.percent(part["value"]))
    if part["pillar"] == "burden":
        return words.texts("{n} death", "{n} deaths", round(part["value"]))
    return words.text(PILLAR_MEANINGS[part["pillar"]], value=words.amount(part["value"]))
