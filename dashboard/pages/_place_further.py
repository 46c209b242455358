"""What is on record of a place beside its deaths? The further cards in their order, for every kind of place."""

from typing import Any

from dashboard.frame import Frame
from dashboard.pages._place_displacement import displacement_card
from dashboard.pages._place_health import health_card
from dashboard.pages._place_indices import indices_card
from dashboard.pages._place_killings import killings_card
from dashboard.pages._place_like import like_card
from dashboard.pages._place_money import money_card
from dashboard.pages._place_world import world_card
from reading.parts import COUNTRY, CRISIS, kind_of


def further_cards(frame: Frame, place_id: str) -> list[Any]:
    """To whom killings are attributed, who fled, what was asked and done; a card without anything to show is not there."""
    said = killings_card(frame, place_id)
    if kind_of(place_id) not in (COUNTRY, CRISIS):  # nobody appeals or decides for a unit of ours
        return said
    said += [*displacement_card(frame, place_id), *health_card(frame, place_id), *indices_card(frame, place_id)]
    return [*said, *money_card(frame, place_id), *world_card(frame, place_id), *like_card(frame, place_id)]
