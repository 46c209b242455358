"""The monthly watch that the overview offers: of the places most severe at the end of the newest year."""

from dashboard.brief_form import brief_form
from dashboard.frame import Frame
from dashboard.native import Briefing
from dashboard.pages._compared_places import most_severe
from dashboard.store import Store

BRIEFED = 10  # places on one page of paper


def offered_watch(store: Store, frame: Frame) -> list[Briefing]:
    """The form, or nothing where briefings are switched off."""
    return brief_form(store, frame, "monthly-watch", most_severe(frame.countries, BRIEFED))
