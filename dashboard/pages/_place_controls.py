"""How does a reader set the record of a place: in which unit, on which scale, over which years?"""

from typing import Any

from dash import html

from dashboard import ids
from dashboard.controls import choice, period
from dashboard.frame import Frame
from dashboard.url_state import GROUND_PERIODS, PlaceView, period_asked, place_choices
from dashboard.words import SCALE_LABELS, UNIT_LABELS
from language import message
from reading.parts import COUNTRY, kind_of

UNIT, SCALE = message("Unit"), message("Scale")
PERIOD = message("Years shown, by year and by month")


def annual_controls(frame: Frame, place_id: str, view: PlaceView) -> tuple[Any, ...]:
    """The controls over the annual record; no source counts the people of a part, so its unit is no choice."""
    words = frame.words
    if kind_of(place_id) == COUNTRY:
        unit: Any = choice(ids.UNIT, UNIT, UNIT_LABELS, view.unit, words)
    else:
        unit = html.Div(choice(ids.UNIT, UNIT, {"deaths": UNIT_LABELS["deaths"]}, "deaths", words), hidden=True)
    return (
        unit,
        choice(ids.SCALE, SCALE, SCALE_LABELS, view.scale, words),
        period(ids.PERIOD, PERIOD, frame.record.years.tolist(), view.span, words),
    )


def asked_view(
    frame: Frame, place_id: str, unit: str, scale: str, span: str | None, ground: str = GROUND_PERIODS[0]
) -> PlaceView:
    """What the controls say."""
    asked = {"unit": unit, "scale": scale, "ground": ground, **period_asked(span)}
    return PlaceView.from_query(asked, place_choices(place_id, frame.record.years.tolist()))[0]
