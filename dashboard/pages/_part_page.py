"""What is on record for a named crisis or a unit of a country: the same page as a country's, on its own rung."""

from typing import Any

from dash import html

from dashboard import ids
from dashboard.card import card
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.pages._part_facts import boundary_card, kind_line, part_facts, units_of_crisis_card
from dashboard.pages._part_spread import spread_card
from dashboard.pages._part_words import STATE_BASED_TEMPO, rung_sentence
from dashboard.pages._place_controls import annual_controls
from dashboard.pages._place_exposure import exposure_card
from dashboard.pages._place_following import months_place
from dashboard.pages._place_further import further_cards
from dashboard.pages._place_parts import episodes_card
from dashboard.pages._place_sources import sources_card
from dashboard.pages._place_where import where_card
from dashboard.url_state import PlaceView, place_choices
from figures.labels import DEATHS_NOTE
from language import Language, language
from reading.charts import draw_annual
from reading.names import name_of
from reading.spans import is_state_based_only
from reading.tempo_words import tempo_sentence


def known_part(frame: Frame, place: str, view: PlaceView) -> list[Any]:
    """Everything on record for a crisis or unit."""
    words = frame.words
    annual = draw_annual(frame, place, view)
    parameters = {"place": place, **view.parameters(place_choices(place, frame.record.years.tolist()))}
    return [
        heading(frame, place),
        html.P(tempo_words(frame, place), className="lead"),
        html.P(rung_sentence(frame, place), className="lead rung"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        part_facts(frame, place),
        card(ids.ANNUAL, annual, hrefs(frame, "annual", parameters), words, annual_controls(frame, place, view)),
        months_place(frame, place, view),
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


def _other_name(place: str, words: Language) -> str:
    other = name_of(place, language("en" if words.code == "fr" else "fr"))
    return "" if other == name_of(place, words) else other
