"""Which crises burnt alike? Those of the same tempo, of similar length, with a similar share of one-sided violence.

The rule is declared once: what was done elsewhere (precedents) and whom a place is like
rest on it. An episode is compared, not a place's whole record; of a place its ongoing
one, else its deadliest. Alike says nothing of causes nor of what comes next.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from reference.crises import crises

SHARE_APART = 0.15  # of all deaths: wider apart, who is killed is another pattern
YEARS_RATIO = 2.0  # of active years: ten years are not like twenty-five
LEAST_YEARS = 3  # active: shorter ones are like every other that is as short
YEARS_AROUND = 1  # a measure may come a year before the episode is one, or a year after it


@dataclass(frozen=True)
class Pattern:
    """One episode and what it is compared by."""

    place_id: str
    tempo: str
    first_year: int
    last_year: int
    active_years: int
    one_sided_share: float

    def is_like(self, other: "Pattern") -> bool:
        """Same tempo, similar share of one-sided violence, similar length."""
        ratio = self.active_years / other.active_years
        return (
            self.tempo == other.tempo
            and abs(self.one_sided_share - other.one_sided_share) <= SHARE_APART
            and 1 / YEARS_RATIO <= ratio <= YEARS_RATIO
        )


@dataclass(frozen=True)
class Recorded:
    """Episodes with all types on record, and deaths by year, of every place: laid out once for all comparisons."""

    episodes: Mapping[str, Sequence[Mapping[Hashable, Any]]]
    deaths: Mapping[tuple[str, int], tuple[float, float]]  # all, and one-sided


def recorded(episodes: pd.DataFrame, violence_year: pd.DataFrame) -> Recorded:
    """Lay tempo_episode and violence_year out, for the places that both hold."""
    by_place: dict[str, list[dict[Hashable, Any]]] = {}
    counted_too = episodes["place_id"].isin(violence_year["place_id"].unique())
    for row in episodes[(episodes["types_covered"] == ALL_TYPES) & counted_too].to_dict("records"):
        by_place.setdefault(str(row["place_id"]), []).append(row)
    ours = violence_year[violence_year["place_id"].isin(list(by_place))]
    one_sided = np.where(ours["violence_type"] == "one_sided", ours["fatalities_best"], 0)
    summed = ours.assign(one_sided=one_sided).groupby(["place_id", "year"])[["fatalities_best", "one_sided"]].sum()
    counted = zip(summed["fatalities_best"].tolist(), summed["one_sided"].tolist(), strict=True)
    return Recorded(by_place, dict(zip(summed.index.tolist(), counted, strict=True)))


def pattern_of(place_id: str, known: Recorded, years: Sequence[int] = ()) -> Pattern | None:
    """The ongoing episode of a place, else its deadliest, with all types on record; or the one that holds most of `years`."""
    compared = _recorded_place(place_id, known)
    rows = known.episodes.get(compared) if compared is not None else None
    if not rows:
        return None

    def order(row: Mapping[Hashable, Any]) -> tuple[int, bool, bool]:
        first, last = row["first_year"] - YEARS_AROUND, row["last_year"] + YEARS_AROUND
        return sum(first <= year <= last for year in years), bool(row["is_ongoing"]), bool(row["is_deadliest"])

    one = max(rows, key=order)
    span = range(int(one["first_year"]), int(one["last_year"]) + 1)
    counted = [known.deaths.get((str(compared), year), (0.0, 0.0)) for year in span]
    return Pattern(
        place_id=str(one["place_id"]),
        tempo=str(one["tempo"]),
        first_year=span[0],
        last_year=span[-1],
        active_years=int(one["active_years"]),
        one_sided_share=float(sum(part for _, part in counted) / sum(total for total, _ in counted)),
    )


def patterns_like(place_id: str, known: Recorded, near: frozenset[str]) -> tuple[Pattern | None, list[Pattern]]:
    """The place's own pattern, and those of other places that are like it, the most similar share first.

    `near` are places whose deaths are counted with its own, wholly or partly: likeness to them would say nothing.
    """
    own = pattern_of(place_id, known)
    if own is None or own.active_years < LEAST_YEARS:
        return own, []
    others = [pattern_of(other, known) for other in known.episodes if other not in near | {place_id, own.place_id}]
    alike = [other for other in others if other is not None and own.is_like(other) and not _repeats(other, known)]
    return own, sorted(
        alike, key=lambda other: (round(abs(other.one_sided_share - own.one_sided_share), 6), other.place_id)
    )


def _repeats(one: Pattern, known: Recorded) -> bool:
    """Whether it is the pattern of a crisis that is counted as its whole country, which stands there already."""
    countries = crises()[one.place_id].countries if one.place_id in crises() else ()
    wholes = (pattern_of(country, known) for country in countries)
    return any(whole is not None and replace(whole, place_id=one.place_id) == one for whole in wholes)


def _recorded_place(place_id: str, known: Recorded) -> str | None:
    """The place itself, or the country where a crisis of which only state-based deaths are on record was fought first."""
    if place_id in known.episodes or place_id not in crises():
        return place_id
    return next((country for country in crises()[place_id].countries if country in known.episodes), None)
