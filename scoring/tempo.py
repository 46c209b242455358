"""At which tempo did each crisis burn: all at once, or over years and decades?

An episode is a run of years with 25 or more deaths in which no more than two
quiet years follow each other. Its effective number of years, N_eff = (sum d)^2 /
sum d^2, is 1 when all died in one year and the number of years when the dying was
even; quiet years inside the episode count with their deaths. Retrospective: an
episode that goes on may still change its name. A crisis counted by dyads has the
tempo of its state-based deaths, and says so; its years without a row had too few
deaths to be listed, which is quiet.

The name says how it burnt, never how much: an episode of one active year has N_eff 1 and
is sudden by arithmetic, be it of 27 deaths. N_eff cannot exceed the years there have
been, so a young war is never a slow burn; and two wars with two quiet years between
them are one episode. Its range is from the series of all low and all high estimates,
which is no interval of confidence.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import STATE_BASED_ONLY, TYPES_COVERED
from contracts.tempo_episode import TEMPO_EPISODE
from indicators._annual import ACTIVE_YEAR_DEATHS, AnnualDeaths, annual_deaths
from reference.admin1 import admin1_units
from reference.countries import countries
from reference.crises import crises

QUIET_YEARS_INSIDE = 2  # a third quiet year ends the episode
SUDDEN_BELOW = 2.0  # Rwanda 1990-2001 is 1.1, Kosovo 1998-99 1.9
SLOW_FROM = 8.0  # DR Congo is 10.7, Sudan 23.2
SLOW_ACTIVE_YEARS = 10
SURGES_ACTIVE_YEARS = 8


@dataclass(frozen=True)
class _Span:
    first: int
    last: int


@dataclass(frozen=True)
class _Record:
    """First column on record and last one, or None where no further year will follow."""

    first: int
    last: int | None


def tempo_of(effective_years: float, active_years: int) -> str:
    """The class of an episode by its effective and active years."""
    if effective_years < SUDDEN_BELOW:
        return "sudden"
    if effective_years >= SLOW_FROM and active_years >= SLOW_ACTIVE_YEARS:
        return "slow_burn"
    return "slow_burn_with_surges" if active_years >= SURGES_ACTIVE_YEARS else "short"


def effective_years(deaths: np.ndarray) -> float:
    """N_eff of a run of annual deaths; 1 for a run without deaths."""
    squares = float((deaths**2).sum())
    return float(deaths.sum()) ** 2 / squares if squares else 1.0


def episodes(violence_year: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """All episodes of all places up to as_of as tempo_episode."""
    rows = []
    for types_covered in TYPES_COVERED:
        deaths = annual_deaths(violence_year, as_of, types_covered)
        for row in range(len(deaths.place_id)):
            record = _record(deaths, row, types_covered)
            rows += [
                _described(deaths, row, span, record) | {"types_covered": types_covered}
                for span in _spans(deaths.best[row])
            ]
    if not rows:
        return TEMPO_EPISODE.empty()
    table = pd.DataFrame(rows)
    deadliest = table.groupby("place_id")["fatalities_best"].transform("idxmax")
    return TEMPO_EPISODE.validate(table.assign(is_deadliest=deadliest == table.index))


def _spans(best: np.ndarray) -> list[_Span]:
    """Column ranges of the episodes; a missing year counts as quiet, since nobody says it was not."""
    active = np.flatnonzero(np.nan_to_num(best, nan=0.0) >= ACTIVE_YEAR_DEATHS)
    if not len(active):
        return []
    breaks = np.flatnonzero(np.diff(active) > QUIET_YEARS_INSIDE + 1)
    firsts, lasts = np.concatenate([[0], breaks + 1]), np.concatenate([breaks, [len(active) - 1]])
    return [_Span(int(active[first]), int(active[last])) for first, last in zip(firsts, lasts, strict=True)]


def _record(deaths: AnnualDeaths, row: int, types_covered: str) -> _Record:
    """From which to which column the place is on record, as far as the beginning and the end of an episode depend on it."""
    place_id, kind = str(deaths.place_id[row]), deaths.place_kind[row]
    recorded = np.flatnonzero(~np.isnan(deaths.best[row]))
    newest = len(deaths.years) - 1
    if kind == "country":
        country = countries().get(place_id)
        has_ended = country is not None and country.valid_to is not None
        # A record that stops says nothing of the violence; only a state that has ended ends its episodes.
        return _Record(0, None if has_ended else int(recorded[-1]))
    if kind == "crisis":
        is_closed = place_id in crises() and crises()[place_id].last_year is not None
        listed_to = newest if types_covered == STATE_BASED_ONLY else int(recorded[-1])
        return _Record(0, None if is_closed else listed_to)
    is_closed = place_id in admin1_units() and admin1_units()[place_id].valid_to is not None
    return _Record(int(recorded[0]), None if is_closed else int(recorded[-1]))


def _described(deaths: AnnualDeaths, row: int, span: _Span, record: _Record) -> dict[str, object]:
    within = slice(span.first, span.last + 1)
    series = {bound: np.nan_to_num(getattr(deaths, bound)[row, within], nan=0.0) for bound in ("best", "low", "high")}
    effective = {bound: effective_years(values) for bound, values in series.items()}
    active = {bound: int((values >= ACTIVE_YEAR_DEATHS).sum()) for bound, values in series.items()}
    return {
        "place_id": deaths.place_id[row],
        "place_kind": deaths.place_kind[row],
        "first_year": int(deaths.years[span.first]),
        "last_year": int(deaths.years[span.last]),
        "recorded_years": int((~np.isnan(deaths.best[row, within])).sum()),
        "active_years": active["best"],
        **{f"fatalities_{bound}": int(values.sum()) for bound, values in series.items()},
        "effective_years": effective["best"],
        "effective_years_low": min(effective.values()),
        "effective_years_high": max(effective.values()),
        "tempo": tempo_of(effective["best"], active["best"]),
        "is_ongoing": record.last is not None and record.last - span.last <= QUIET_YEARS_INSIDE,
        "is_left_censored": span.first == record.first,
        "is_near_bound": len({tempo_of(effective[bound], active[bound]) for bound in effective}) > 1,
    }
