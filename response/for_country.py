"""How does this crisis touch this country: every component side by side, none blended, no crisis ranked by them?

`tables` holds source tables by source id and computed tables by name, as the release has them;
one that the release lacks may be missing from it. READS says which columns are looked at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from reference.countries import countries
from reference.crises import crises
from response import (
    applications,
    attention,
    elsewhere,
    health,
    hosted,
    listed_groups,
    outlook_of_applications,
    own_money,
    own_people,
)
from response.component import Asked, Component, Figure

Compute = Callable[[Asked], tuple[Figure, ...]]
COMPONENTS: tuple[tuple[Component, Compute], ...] = (
    (hosted.COMPONENT, hosted.hosted),
    (elsewhere.COMPONENT, elsewhere.elsewhere),
    (applications.COMPONENT, applications.applications),
    (outlook_of_applications.COMPONENT, outlook_of_applications.next_year),
    (health.COMPONENT, health.health),
    (listed_groups.COMPONENT, listed_groups.listed_group_activity),
    (own_people.COMPONENT, own_people.own_people),
    (own_money.COMPONENT, own_money.own_money),
    (attention.COMPONENT, attention.attention),
)
STOCKS = ("origin_id", "asylum_id", "population_type", "reference_date", "persons", "is_masked")
FLOWS = (
    "origin_id",
    "asylum_id",
    "reference_date",
    "flow",
    "application_type",
    "decision_level",
    "counted_in",
    "number",
    "is_masked",
)
SOURCE_TABLES: dict[str, tuple[str, ...]] = {
    "unhcr_population": STOCKS,
    "unhcr_unrwa": STOCKS,
    "unhcr_solutions": ("origin_id", "asylum_id", "solution", "reference_date", "persons", "is_masked"),
    "unhcr_applications": FLOWS,
    "unhcr_decisions": FLOWS,
    "who_outbreaks": ("notice_id", "place_id", "date", "url"),
    "inform_risk": ("place_id", "year", "risk_index", "risk_score"),
    "ucdp_battle_deaths": (
        "year",
        "side_a",
        "side_b",
        "battle_place_ids",
        "fatalities_best",
        "fatalities_low",
        "fatalities_high",
    ),
    "un_sanctions": ("reference_number",),
    "un_personnel": ("month", "mission", "contributor_place_id", "personnel"),
    "wikipedia_views": ("place_id", "language", "month", "views"),
    "gdelt_volume": ("place_id", "language", "week", "news_share"),
}
COMPUTED_TABLES = (
    "violence_month",
    "own_money_year",
    "mission_death_count",
    "outbreak_month",
    "listed_group_month",
    "candidate_month",
    "asylum_outlook",
    "asylum_outlook_error",
)


@dataclass(frozen=True)
class Answer:
    """One component with its figures."""

    component: Component
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Exposure:
    """How a crisis touches a country: the components in their fixed order."""

    place_id: str
    places: tuple[str, ...]
    receiver: str
    as_of: pd.Timestamp
    answers: tuple[Answer, ...]

    def answer(self, component_id: str) -> Answer:
        """The answer of one component."""
        return next(one for one in self.answers if one.component.id == component_id)


class UnknownPlaceError(ValueError):
    """No crisis, country or receiving country of that id."""


def for_country(
    tables: Mapping[str, pd.DataFrame],
    place_id: str,
    receiver: str,
    as_of: pd.Timestamp,
    off: frozenset[str] = frozenset(),
) -> Exposure:
    """Every component for a crisis or a country, as the release knows it on that day."""
    if receiver not in countries():
        raise UnknownPlaceError(f"receiver={receiver} is no place of countries.csv")
    places = countries_of(place_id)
    asked = Asked(tables, places, receiver, as_of, off)
    answers = tuple(Answer(component, compute(asked)) for component, compute in COMPONENTS)
    return Exposure(place_id, places, receiver, as_of, answers)


def countries_of(place_id: str) -> tuple[str, ...]:
    """The countries that a crisis lies in: people flee, and money goes, by country and not by crisis."""
    if place_id in crises():
        return crises()[place_id].countries
    country = place_id.split(":")[1] if place_id.startswith("adm1:") else place_id
    if country not in countries():
        raise UnknownPlaceError(f"place_id={place_id} is neither a crisis nor a country")
    return (country,)
