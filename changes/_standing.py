"""Which places stand elsewhere than they did? Class and rank of severity, tempo, and the tempo as it looks from inside.

A rank moves by one or two whenever anybody's figures do; it counts where the new one lies outside
the interval that the older release gave. Severity is of each place's newest month.
"""

import numpy as np
import pandas as pd

from changes._reading import Pair
from contracts.release_change import (
    EPISODE,
    GONE,
    MOVED_ON,
    NEW,
    REVISED,
    SEVERITY_CLASS,
    SEVERITY_RANK,
    TEMPO,
    TEMPO_NOW,
)
from contracts.severity import CLASS_EDGES

KEYS = ["place_id", "place_kind"]
ENDED, ONGOING = "ended", "ongoing"


def changed_severity(pair: Pair) -> pd.DataFrame | None:
    """Places whose severity stands in another class, or whose rank left its interval; None where a table is lacking."""
    columns = [*KEYS, "month", "severity", "rank", "rank_low", "rank_high"]
    tables = pair.tables("severity", columns)
    if tables is None:
        return None
    was, now = (table.sort_values("month").drop_duplicates(KEYS, keep="last") for table in tables)
    both = was.merge(now, on=KEYS, how="outer", suffixes=("_was", "_is"), validate="one_to_one")
    classes = both[["severity_was", "severity_is"]].apply(class_numbers)
    other_class = classes["severity_was"].ne(classes["severity_is"])
    left = both["rank_is"].lt(both["rank_low_was"]) | both["rank_is"].gt(both["rank_high_was"])
    return pd.concat(
        [
            _numbers(both[other_class], "severity", SEVERITY_CLASS),
            _numbers(both[left & ~other_class], "rank", SEVERITY_RANK),
        ],
        ignore_index=True,
    )


def class_numbers(values: pd.Series) -> pd.Series:
    """0 for no severity, then one class per edge; -1 without a figure."""
    numbers = np.where(values > 0, np.digitize(values.fillna(0), CLASS_EDGES) + 1, 0)
    return pd.Series(np.where(values.isna(), -1, numbers), index=values.index)


def changed_tempo(pair: Pair) -> pd.DataFrame | None:
    """Places whose deadliest episode has another tempo, or ended, or goes on again."""
    tables = pair.tables("tempo_episode", [*KEYS, "first_year", "last_year", "tempo", "is_deadliest", "is_ongoing"])
    if tables is None:
        return None
    was, now = (table[table["is_deadliest"]].drop_duplicates(KEYS) for table in tables)
    both = was.merge(now, on=KEYS, how="outer", suffixes=("_was", "_is"), validate="one_to_one")
    for side in ("was", "is"):
        both[f"episode_{side}"] = both[f"is_ongoing_{side}"].map({True: ONGOING, False: ENDED})
        first, last = (both[f"{end}_year_{side}"].astype("Int64").astype("str") for end in ("first", "last"))
        both[f"span_{side}"] = (first + "/" + last).where(both[f"tempo_{side}"].notna())
    ended = both["tempo_was"].eq(both["tempo_is"]) & both["episode_was"].ne(both["episode_is"])
    return pd.concat([_words(both, "tempo", TEMPO), _words(both[ended], "episode", EPISODE)], ignore_index=True)


def changed_tempo_now(pair: Pair) -> pd.DataFrame | None:
    """Places that look otherwise from inside."""
    tables = pair.tables("tempo_now", [*KEYS, "month", "tempo_now", "is_provisional"])
    if tables is None:
        return None
    was, now = tables
    both = was.merge(now, on=KEYS, how="outer", suffixes=("_was", "_is"), validate="one_to_one")
    for side in ("was", "is"):
        both[f"span_{side}"] = both[f"month_{side}"].dt.strftime("%Y-%m")
    found = _words(both, "tempo_now", TEMPO_NOW)
    provisional = both.set_index("place_id")["is_provisional_is"].eq(True)
    return found.assign(is_provisional=found["place_id"].map(provisional).astype(bool))


def _numbers(both: pd.DataFrame, column: str, figure: str) -> pd.DataFrame:
    was, now = both[f"{column}_was"].astype("float64"), both[f"{column}_is"].astype("float64")
    months = [both[f"month_{side}"].dt.strftime("%Y-%m") for side in ("was", "is")]
    how = pd.Series(REVISED, index=both.index).mask(months[0].ne(months[1]), MOVED_ON)
    return pd.DataFrame(
        {
            "figure": figure,
            "how": how.mask(both["month_was"].isna(), NEW).mask(both["month_is"].isna(), GONE),
            "place_id": both["place_id"],
            "place_kind": both["place_kind"],
            "period": months[1],
            "period_was": months[0],
            "was": was,
            "is": now,
            "is_provisional": False,
            "size": (now.fillna(0) - was.fillna(0)).abs(),
        }
    )


def _words(both: pd.DataFrame, column: str, figure: str) -> pd.DataFrame:
    was, now = both[f"{column}_was"], both[f"{column}_is"]
    found = both[was.fillna("").ne(now.fillna(""))]
    was, now = was.loc[found.index], now.loc[found.index]
    how = pd.Series(REVISED, index=found.index).mask(found["span_was"].ne(found["span_is"]), MOVED_ON)
    return pd.DataFrame(
        {
            "figure": figure,
            "how": how.mask(was.isna(), NEW).mask(now.isna(), GONE),
            "place_id": found["place_id"],
            "place_kind": found["place_kind"],
            "period": found["span_is"],
            "period_was": found["span_was"],
            "word_was": was,
            "word_is": now,
            "is_provisional": False,
            "size": 1.0,
        }
    )
