"""Two tables beside each other: which sums differ? What only one of them has is missing on the other side, not zero."""

from collections.abc import Sequence

import pandas as pd


def sums(table: pd.DataFrame, measure: str, by: Sequence[str | pd.Series]) -> pd.Series:
    """A measure summed by columns; where every value is missing the sum is."""
    summed: pd.Series = (
        table[measure]
        .astype("float64")
        .groupby([table[key] if isinstance(key, str) else key for key in by])
        .sum(min_count=1)
    )
    return summed


def differing(was: pd.Series, now: pd.Series) -> pd.DataFrame:
    """The entries that differ, with both sides as `was` and `is`."""
    both = pd.concat([was.rename("was"), now.rename("is")], axis=1).sort_index()
    return both[both["was"].ne(both["is"]) & both.notna().any(axis=1)].reset_index()
