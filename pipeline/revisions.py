"""What changed between two releases, by source, place and period: the revision report.

Sums of each measure are compared; a period that only one release has is listed with
the other side missing, which is not zero.
"""

from collections.abc import Mapping

import pandas as pd

from ingest import SourceModule
from releases.read import Release

COLUMNS = ["source_id", "place_column", "place_id", "period", "measure", "was", "is"]


def revisions(modules: Mapping[str, SourceModule], old: Release, new: Release) -> pd.DataFrame:
    """One row per source, place, period and measure whose sum differs between two releases."""
    found = [
        _of_one(module, old, new, column, measure)
        for source_id, module in modules.items()
        if old.has(f"sources/{source_id}.parquet") and new.has(f"sources/{source_id}.parquet")
        for column in module.SOURCE.table.places
        for measure in module.SOURCE.table.measures
    ]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=COLUMNS)


def _of_one(module: SourceModule, old: Release, new: Release, column: str, measure: str) -> pd.DataFrame:
    was, now = (_sums(module, release, column, measure) for release in (old, new))
    both = pd.concat([was.rename("was"), now.rename("is")], axis=1).sort_index()
    differing = both[both["was"].ne(both["is"]) & both.notna().any(axis=1)].reset_index()
    differing = differing.rename(columns={column: "place_id"})
    return differing.assign(source_id=module.SOURCE.id, place_column=column, measure=measure)[COLUMNS]


def _sums(module: SourceModule, release: Release, column: str, measure: str) -> pd.Series:
    table, contract = release.source_table(module.SOURCE.id), module.SOURCE.table
    period = contract.periods(table).rename("period")
    return table[measure].astype("float64").groupby([table[column], period]).sum(min_count=1)
