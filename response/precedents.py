"""What was done in crises that burnt like this one?

Alike are episodes of the same tempo, with a share of one-sided violence that differs by
at most fifteen hundredths and no more than twice or less than half as many active years. Only
crises of which we keep entries are listed: few and checked rather than many. A crisis
whose record holds state-based deaths only is compared by the record of its country. The
list is in the order of kinds, with aid and talk first and force last. It says what was
done, not what it brought about, and no likeness makes one case a model for another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from contracts.precedent import PRECEDENT
from contracts.response_entry import ENTRY_KINDS
from reference.crises import crises
from reference.responses import responses
from response.timeline import known_entries, places_of

SHARE_APART = 0.15  # of all deaths: wider apart, who is killed is another pattern
YEARS_RATIO = 2.0  # of active years: ten years are not like twenty-five
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


def precedents(place_id: str, episodes: pd.DataFrame, violence_year: pd.DataFrame) -> pd.DataFrame:
    """precedent of a place, from tempo_episode and violence_year."""
    own = pattern_of(place_id, episodes, violence_year)
    if own is None:
        return PRECEDENT.empty()
    near = {*places_of(place_id), *places_of(own.place_id)}
    found = []
    for other_id in sorted({one.place_id for one in responses()} - near):
        years = [one.date.year for one in responses() if one.place_id == other_id]
        other = pattern_of(other_id, episodes, violence_year, years)
        if other is not None and other.place_id not in near and own.is_like(other):
            found.append(_measures(other_id, other, own))
    if not found:
        return PRECEDENT.empty()
    rows = pd.concat(found, ignore_index=True)
    rows = rows.assign(kind_order=rows["kind"].map({kind: number for number, kind in enumerate(ENTRY_KINDS)}))
    rows = rows.sort_values(["kind_order", "date", "precedent_place_id", "symbol"], ignore_index=True)
    return PRECEDENT.validate(rows.assign(place_id=place_id, order=np.arange(1, len(rows) + 1)))


def pattern_of(
    place_id: str, episodes: pd.DataFrame, violence_year: pd.DataFrame, years: Sequence[int] = ()
) -> Pattern | None:
    """The ongoing episode of a place, else its deadliest, with all types on record; or the one that holds most of `years`."""
    recorded = episodes[episodes["types_covered"] == ALL_TYPES]
    compared = _recorded_place(place_id, set(recorded["place_id"]))
    rows = recorded[recorded["place_id"] == compared]
    if rows.empty:
        return None
    held = [
        sum(first - YEARS_AROUND <= year <= last + YEARS_AROUND for year in years)
        for first, last in zip(rows["first_year"], rows["last_year"], strict=True)
    ]
    one = rows.assign(held=held).sort_values(["held", "is_ongoing", "is_deadliest"], ascending=False).iloc[0]
    deaths = violence_year[
        (violence_year["place_id"] == compared) & violence_year["year"].between(one["first_year"], one["last_year"])
    ]
    one_sided = deaths.loc[deaths["violence_type"] == "one_sided", "fatalities_best"].sum()
    return Pattern(
        place_id=str(one["place_id"]),
        tempo=str(one["tempo"]),
        first_year=int(one["first_year"]),
        last_year=int(one["last_year"]),
        active_years=int(one["active_years"]),
        one_sided_share=float(one_sided / deaths["fatalities_best"].sum()),
    )


def _recorded_place(place_id: str, recorded: set[str]) -> str | None:
    """The place itself, or the country where a crisis of which only state-based deaths are on record was fought first."""
    if place_id in recorded or place_id not in crises():
        return place_id
    return next((country for country in crises()[place_id].countries if country in recorded), None)


def _measures(place_id: str, other: Pattern, own: Pattern) -> pd.DataFrame:
    entries = known_entries([place_id])
    years = entries["date"].dt.year
    entries = entries[years.between(other.first_year - YEARS_AROUND, other.last_year + YEARS_AROUND)]
    return entries.rename(columns={"place_id": "precedent_place_id"}).assign(
        pattern_place_id=other.place_id,
        tempo=other.tempo,
        first_year=other.first_year,
        last_year=other.last_year,
        active_years=other.active_years,
        own_active_years=own.active_years,
        one_sided_share=other.one_sided_share,
        own_one_sided_share=own.one_sided_share,
    )
