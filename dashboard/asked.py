"""What was asked for each place and what came, year by year, with the gap beside it? Found at once by place and year.

Rows of response_year and response_gap, read once per release; a year still open is
left out, since money of it still comes in.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from contracts.response_year import NOT_KNOWN
from reading.absent import table_or_empty
from releases.read import Release

GAP_MEASURE = "received_usd"  # of response_gap
KEPT_AS = "dashboard.asked"


@dataclass(frozen=True)
class Asked:
    """Money of plans for one country in one ended year; dollars are 0 in states without them."""

    state: str  # one of contracts.response_year.APPEAL_STATES
    asked: float
    received: float
    coverage: float | None


@dataclass(frozen=True)
class Gap:
    """How far the rank by money stands behind the rank by severity, from -1 to 1, with its interval."""

    gap: float
    low: float
    high: float
    severity_rank: int
    response_rank: int
    n_compared: int


@dataclass(frozen=True)
class AskedByPlace:
    """Every ended year of every place."""

    rows: Mapping[tuple[str, int], Asked]
    gaps: Mapping[tuple[str, int], Gap]
    newest_ended: int | None  # None where the release holds no money

    def at(self, place_id: str, year: int) -> Asked | None:
        return self.rows.get((place_id, year))


def asked_by_place(release: Release) -> AskedByPlace:
    """The rows of one release, made once."""
    if KEPT_AS not in release.cache:
        release.cache[KEPT_AS] = _read(release)
    found: AskedByPlace = release.cache[KEPT_AS]
    return found


def _read(release: Release) -> AskedByPlace:
    table = table_or_empty(release, "response_year")
    ended = table[~table["is_provisional"].astype(bool)]
    known = ended.loc[ended["appeal_state"] != NOT_KNOWN, "year"]
    money = {name: _numbers(ended[name]) for name in ("requirements_usd", "funding_usd", "coverage")}
    states = zip(ended["appeal_state"], *money.values(), strict=True)
    rows = {
        key: Asked(str(state), asked or 0.0, came or 0.0, coverage)
        for key, (state, asked, came, coverage) in zip(_keys(ended), states, strict=True)
    }
    return AskedByPlace(rows, _gaps(release), int(known.max()) if len(known) else None)


def _gaps(release: Release) -> dict[tuple[str, int], Gap]:
    table = table_or_empty(release, "response_gap")
    names = ["gap", "gap_low", "gap_high", "severity_rank", "response_rank", "n_compared"]
    table = table[table["response_measure"] == GAP_MEASURE].dropna(subset=names)
    columns = zip(*(table[name].tolist() for name in names), strict=True)
    return {
        key: Gap(gap, low, high, int(severity), int(response), int(n))
        for key, (gap, low, high, severity, response, n) in zip(_keys(table), columns, strict=True)
    }


def _keys(table: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(table["place_id"].astype(str), table["year"].astype(int), strict=True))


def _numbers(column: pd.Series) -> list[float | None]:
    values = column.astype("float64").tolist()
    return [None if math.isnan(value) else value for value in values]
