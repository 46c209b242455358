"""What changed between two releases, by source, place and period: the revision report.

Sums of each measure are compared; a period that only one release has is listed with
the other side missing, which is not zero.
"""

from collections.abc import Mapping

import pandas as pd

from changes._sums import differing, sums
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
    contract, tables = module.SOURCE.table, (old.source_table(module.SOURCE.id), new.source_table(module.SOURCE.id))
    was, now = (sums(table, measure, [column, contract.periods(table).rename("period")]) for table in tables)
    found = differing(was, now).rename(columns={column: "place_id"})
    return found.assign(source_id=module.SOURCE.id, place_column=column, measure=measure)[COLUMNS]
