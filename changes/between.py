"""What differs between two releases? Every comparison together, and which of them could not be made."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from changes._deaths import changed_months, changed_years
from changes._displaced import changed_displacement
from changes._reading import Pair
from changes._sources import changed_sources
from changes._standing import changed_severity, changed_tempo, changed_tempo_now
from contracts.release_change import NEWEST_DATA, RELEASE_CHANGE
from releases.read import Release


@dataclass(frozen=True)
class Differences:
    """What differs between an older and a newer release."""

    old_id: str
    old_as_of: date
    new_id: str
    table: pd.DataFrame  # RELEASE_CHANGE, the largest first
    not_compared: tuple[str, ...]  # the tables that only one of the two holds
    has_same_sources: bool  # every source has the same table, byte for byte, in both

    @cached_property
    def rows(self) -> tuple[dict[str, Any], ...]:
        """The table row by row; what is missing is None."""
        plain = self.table.astype(object).where(self.table.notna(), None)
        return tuple({str(name): value for name, value in row.items()} for row in plain.to_dict("records"))

    @cached_property
    def is_by_method_alone(self) -> bool:
        """Whether figures differ though every source is the same: then it comes from how they are made."""
        return self.has_same_sources and bool(self.table["figure"].ne(NEWEST_DATA).any())


def differences(old: Release, new: Release) -> Differences:
    """Compare two releases; what one of them lacks is named, not guessed."""
    pair = Pair(old, new)
    found = {
        "violence_year": changed_years(pair),
        "violence_month": changed_months(pair),
        "severity": changed_severity(pair),
        "tempo_episode": changed_tempo(pair),
        "tempo_now": changed_tempo_now(pair),
        "indicator_scores": changed_displacement(pair),
        "sources": changed_sources(old, new),
    }
    parts = [RELEASE_CHANGE.empty(), *(_whole(table) for table in found.values() if table is not None and len(table))]
    table = RELEASE_CHANGE.validate(pd.concat(parts, ignore_index=True))
    digests_was, digests_is = ({name: one.digest for name, one in side.sources.items()} for side in (old, new))
    return Differences(
        old.id,
        old.as_of,
        new.id,
        table.sort_values(["figure", "size"], ascending=[True, False], kind="stable", ignore_index=True),
        tuple(name for name, one in found.items() if one is None and pair.holds(name)),
        digests_was == digests_is,
    )


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """With every column of the contract, in its type, so that what is missing has one form."""
    given = {column.name: table[column.name] for column in RELEASE_CHANGE.columns if column.name in table}
    empty = {column.name: pd.Series(index=table.index, dtype=column.dtype) for column in RELEASE_CHANGE.columns}
    return pd.DataFrame({name: given.get(name, empty[name]).astype(one.dtype) for name, one in empty.items()})
