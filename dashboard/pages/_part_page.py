"""What is on record for a named crisis or a unit of a country: the same page as a country's, on its own rung."""

from typing import Any

from dash import html

from dashboard import ids
from dashboard.card import card, text_card
from dashboard.controls import choice
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.pages._part_facts import boundary_card, kind_line, part_facts, units_of_crisis_card
from dashboard.pages._part_spread import spread_card
from dashboard.pages._part_words import STATE_BASED_TEMPO, rung_sentence
from dashboard.pages._place_exposure import exposure_card
from dashboard.pages._place_further import further_cards
from dashboard.pages._place_months import is_without_months
from dashboard.pages._place_parts import episodes_card
from dashboard.pages._place_sources import sources_card, spans
from dashboard.pages._place_where import where_card
from dashboard.url_state import PlaceView, place_choices
from dashboard.words import SCALE_LABELS, UNIT_LABELS
from figures.labels import DEATHS_NOTE
from language import Language, language, message
from reading.charts import draw_annual, draw_months
from reading.names import name_of
from reading.parts import CRISIS
from reading.spans import is_state_based_only
from reading.tempo_words import tempo_sentence

UNIT, SCALE = message("Unit"), message("Scale")


def known_part(frame: Frame, place: str, view: PlaceView) -> list[Any]:
    """Everything on record for a crisis or unit."""
    words = frame.words
    annual = draw_annual(frame, place, view)
    parameters = {"place": place, **view.parameters(place_choices(place))}
    controls = (
        html.Div(choice(ids.UNIT, UNIT, {"deaths": UNIT_LABELS["deaths"]}, "deaths", words), hidden=True),
        choice(ids.SCALE, SCALE, SCALE_LABELS, view.scale, words),
    )
    return [
        heading(frame, place),
        html.P(tempo_words(frame, place), className="lead"),
        html.P(rung_sentence(frame, place), className="lead rung"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        part_facts(frame, place),
        card(ids.ANNUAL, annual, hrefs(frame, "annual", parameters), words, controls),
        part_months_card(frame, place),
        html.Div([boundary_card(frame, place), episodes_card(frame, place)], className="pair"),
        *beside(units_of_crisis_card(frame, place), spread_card(frame, place)),
        *where_card(frame, place, view.ground),
        *further_cards(frame, place),
        exposure_card(frame, place),
        sources_card(frame, place),
    ]


def beside(left: list[Any], right: list[Any]) -> list[Any]:
    """Two cards side by side where both are there."""
    return [html.Div([*left, *right], className="pair")] if left and right else [*left, *right]


def heading(frame: Frame, place: str) -> Any:
    """Its name, the one in the other language, and where it lies."""
    words, other = frame.words, _other_name(place, frame.words)
    return html.Div(
        [
            html.H1(name_of(place, words)),
            html.P(other, lang="en" if words.code == "fr" else "fr", className="other") if other else None,
            html.P(kind_line(frame, place), className="other scope"),
        ],
        className="heading",
    )


def tempo_words(frame: Frame, place: str) -> str:
    """The tempo in a sentence; of a crisis counted by dyads, whose deaths it is the tempo of."""
    words, record = frame.words, frame.record
    episodes = record.episodes.get(place, [])
    if not episodes:
        return words.text("No year on record reaches 25 deaths in organised violence, so no tempo is given.")
    said = tempo_sentence(name_of(place, words), episodes, words)
    return f"{said} {words.text(STATE_BASED_TEMPO)}" if is_state_based_only(record, place) else said


def part_months_card(frame: Frame, place: str) -> Any:
    """The months of a crisis or unit, or why there are none."""
    words, said = frame.words, months_words(frame, place)
    drawn = draw_months(frame, place)
    if drawn is None:
        none = words.text("The record knows no month with a death here.")
        title = words.text("No monthly figures stand behind this place")
        return text_card(ids.MONTHS, title, [html.P(said or none)])
    about = [html.P(said, className="caveat")] if said else []
    return card(ids.MONTHS, drawn, hrefs(frame, "months", {"place": place}), words, about)


def months_words(frame: Frame, place: str) -> str:
    """For which years no months stand here, and why."""
    words, record = frame.words, frame.record
    if is_state_based_only(record, place):
        return words.text(
            "UCDP publishes battle deaths by dyad for whole years. Annual figures are not spread over months."
        )
    without = [year for year in record.years.tolist() if is_without_months(frame, place, year)]
    if not without:
        return ""
    if record.kind != CRISIS:
        return words.text(
            "Months of units are kept for the last ten years on record; {years}: years alone.", years=spans(without)
        )
    total = sum(record.deaths.at("best", place, year) for year in without)
    return words.text(
        "No monthly figures of all types stand behind {years} ({deaths}). "
        "Annual figures are not spread over months, so those months are shown as missing, not as zero.",
        years=spans(without),
        deaths=words.texts("{n} death", "{n} deaths", int(total)),
    )


def _other_name(place: str, words: Language) -> str:
    other = name_of(place, language("en" if words.code == "fr" else "fr"))
    return "" if other == name_of(place, words) else other
