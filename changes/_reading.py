"""The tables of two releases that a comparison reads, and what is said where one of them has none.

A release of another version may lack a table or a column. It is read into a release object of
its own, so that what was only read to be compared does not stay in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import pyarrow.parquet as parquet

from releases.read import Release


@dataclass(frozen=True)
class Pair:
    """An older and a newer release."""

    old: Release
    new: Release

    def tables(self, name: str, columns: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame] | None:
        """The same columns of a table in both; None where one of the releases does not hold them all."""
        file = f"{name}.parquet"
        if not all(_holds(release, file, columns) for release in (self.old, self.new)):
            return None
        if self.old.manifest["files"][file].get("sha256") == self.new.manifest["files"][file].get("sha256", ""):
            nothing = parquet.read_schema(self.new.folder / file).empty_table().select(list(columns)).to_pandas()
            return nothing, nothing  # the same bytes: they need not be read to know that they do not differ
        old, new = (replace(release, cache={}).table(name, columns) for release in (self.old, self.new))
        return old, new

    def holds(self, name: str) -> bool:
        """Whether any of the two holds the table at all."""
        return any(release.has(f"{name}.parquet") for release in (self.old, self.new))

    def largest(self, name: str, column: str) -> list[int]:
        """The largest whole number of a column in each that holds it."""
        held = [release for release in (self.old, self.new) if _holds(release, f"{name}.parquet", [column])]
        columns = (replace(release, cache={}).table(name, [column])[column] for release in held)
        return [int(values.max()) for values in columns if len(values)]


def _holds(release: Release, file: str, columns: Sequence[str]) -> bool:
    return release.has(file) and set(columns) <= set(parquet.read_schema(release.folder / file).names)
