"""What does the page of a place say that has no figures of its own: counted under another name, or by no source here?"""

from typing import Any

from dash import dcc, html

from dashboard.frame import Frame
from dashboard.pages._place_exposure import exposure_card
from dashboard.pages._place_further import further_cards
from dashboard.pages._place_sources import sources_card
from dashboard.store import Store
from dashboard.team_cards import dates_card, notes_card
from dashboard.watching import watch_bar
from figures.labels import DEATHS_NOTE
from reading.names import country_name, name_of, unit_name, unit_note
from reference.territories import Unit


def written(frame: Frame, store: Store, place_id: str) -> list[Any]:
    """What the team has written on the place: notes, and dates to come."""
    return [*notes_card(frame, store, [place_id]), *dates_card(frame, store, [place_id])]


def hidden_place(frame: Frame, store: Store, place_id: str, unit: Unit) -> list[Any]:
    """A place that the source counts under another name: not separable is not zero."""
    words = frame.words
    link = dcc.Link(unit_name(unit, words), href=frame.href(f"/place/{unit.place_id}"))
    return [
        html.H1(country_name(place_id, words)),
        watch_bar(frame, place_id),
        html.P(
            [html.Strong(words.text("Not separable in this source.")), " ", unit_note(unit, words)], className="lead"
        ),
        html.P([words.text("Its figures stand under:"), " ", link], className="onward"),
        html.P(words.text(DEATHS_NOTE), className="note"),
        *written(frame, store, place_id),
        *further_cards(frame, place_id),
        exposure_card(frame, place_id),
        sources_card(frame, place_id),
    ]


def silent_place(frame: Frame, store: Store, place_id: str) -> list[Any]:
    """A place that no source here has a row for."""
    words = frame.words
    said = words.text(
        "No source here has figures for this place. That is not zero: it is not on record under a name of its own."
    )
    return [
        html.H1(name_of(place_id, words)),
        watch_bar(frame, place_id),
        html.P(said, className="lead"),
        *written(frame, store, place_id),
        sources_card(frame, place_id),
    ]
