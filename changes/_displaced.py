"""Whose displaced people are counted otherwise, or at a later date?

A later reference date stands beside the earlier one and is no revision; mid-year stands in June and is
never set against December. Counts of 1 to 9 living people could point at somebody and are left out.
"""

import pandas as pd

from changes._reading import Pair
from contracts.release_change import (
    ASYLUM_SEEKERS,
    DISPLACED,
    GONE,
    MOVED_ON,
    NEW,
    OTHERS,
    REDEFINED,
    REFUGEES,
    REVISED,
)

FIGURES = (REFUGEES, ASYLUM_SEEKERS, OTHERS, DISPLACED)
SOURCE = "unhcr_population"
COMPARABLE = "ok"
FEWEST = 10  # a count of living people below this, but 0, is not passed on
KEYS = ["indicator_id", "place_id", "place_kind"]


def changed_displacement(pair: Pair) -> pd.DataFrame | None:
    """Places whose newest count differs or is of a later date; None where a release lacks the table."""
    tables = pair.tables("indicator_scores", [*KEYS, "month", "value", "status", "is_provisional"])
    if tables is None:
        return None
    was, now = (_newest(table) for table in tables)
    both = was.merge(now, on=KEYS, how="outer", suffixes=("_was", "_is"), validate="one_to_one")
    same_date = both["month_was"].eq(both["month_is"])
    small = both[["value_was", "value_is"]].apply(lambda side: side.gt(0) & side.lt(FEWEST)).any(axis=1)
    both = both[~(same_date & both["value_was"].eq(both["value_is"])) & ~small]
    how = pd.Series(REVISED, index=both.index).mask(both["month_was"].ne(both["month_is"]), MOVED_ON)
    breaks = both["status_is"].ne(COMPARABLE) & both["status_is"].notna() & both["status_is"].ne(both["status_was"])
    how = how.mask(breaks, REDEFINED)
    return pd.DataFrame(
        {
            "figure": both["indicator_id"],
            "how": how.mask(both["month_was"].isna(), NEW).mask(both["month_is"].isna(), GONE),
            "place_id": both["place_id"],
            "place_kind": both["place_kind"],
            "source_id": SOURCE,
            "period": both["month_is"].dt.strftime("%Y-%m"),
            "period_was": both["month_was"].dt.strftime("%Y-%m"),
            "was": both["value_was"],
            "is": both["value_is"],
            "is_provisional": both["is_provisional_is"].eq(True),
            "size": (both["value_is"].fillna(0) - both["value_was"].fillna(0)).abs(),
        }
    )


def _newest(table: pd.DataFrame) -> pd.DataFrame:
    counted = table[table["indicator_id"].isin(FIGURES) & table["value"].notna()]
    return counted.sort_values("month", kind="stable").drop_duplicates(KEYS, keep="last")
