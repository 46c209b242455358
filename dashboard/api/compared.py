"""Which rows say what changed? Those of the release that answers beside an older one, compared once."""

from dataclasses import replace

import pandas as pd

from contracts._contract import Column
from contracts.release_change import RELEASE_CHANGE
from reading.changes import changes_since
from releases.read import Release

COMPARED_WITH = Column("compared_with", "text", "the older release")
CHANGES = replace(RELEASE_CHANGE, columns=(*RELEASE_CHANGE.columns, COMPARED_WITH))


def change_rows(release: Release, beside: tuple[Release, ...]) -> pd.DataFrame:
    """Every change since the older release; none where there is no older one."""
    if not beside:
        return CHANGES.empty()
    return changes_since(beside[0], release).table.assign(compared_with=beside[0].id)
