"""Since when has there been active conflict, and how often has it come back?

A spell is a run of active periods in which no more than two quiet years, or twelve
quiet months, follow each other. A month is active where the twelve months that end
with it hold 25 deaths; twelve quiet ones of those are about two quieter years, so both
mean the same and years agree with the episodes that tempo is told from.
"""

from dataclasses import dataclass

import numpy as np

from indicators._annual import ACTIVE_YEAR_DEATHS

QUIET_YEARS_INSIDE = 2  # as in tempo: a third quiet year ends the spell
QUIET_MONTHS_INSIDE = 12


@dataclass(frozen=True)
class Spells:
    """Places x periods: the spell as seen from each period, knowing nothing later."""

    length: np.ndarray  # periods from its first to its newest active one; 0 where none is going on
    returns: np.ndarray  # whether a spell begins here after an earlier one on record


def spells(deaths: np.ndarray, quiet_inside: int) -> Spells:
    """Follow the spells through time; deaths are a year's or those of twelve months, a missing one counts as quiet."""
    active = np.nan_to_num(deaths) >= ACTIVE_YEAR_DEATHS
    length, returns = np.zeros(deaths.shape, dtype="int64"), np.zeros(deaths.shape, dtype=bool)
    never = -1
    first = np.full(len(deaths), never)
    newest = np.full(len(deaths), never)
    for now in range(deaths.shape[1]):
        goes_on = (newest != never) & (now - newest <= quiet_inside + active[:, now])
        begins = active[:, now] & ~goes_on
        returns[:, now] = begins & (newest != never)
        first = np.where(begins, now, first)
        newest = np.where(active[:, now], now, newest)
        length[:, now] = np.where(goes_on | begins, newest - first + 1, 0)
    return Spells(length, returns)
