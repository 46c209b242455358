"""Whose recorded deaths are others than they were? Years of every place, and the months that are new or still open.

A year counted by another source, or over other types of violence, is no revision. Months within a
whole year are told by the year; only those after the last whole year stand for themselves.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd

from changes._reading import Pair
from changes._sums import differing, sums
from contracts._columns import ALL_TYPES
from contracts.release_change import (
    DEATHS_MONTH,
    DEATHS_MONTHS,
    DEATHS_YEAR,
    GONE,
    NEW,
    OTHER_SOURCE,
    REDEFINED,
    REVISED,
)

SHARED = ("place_id", "place_kind", "source_id", "types_covered", "fatalities_best", "is_provisional")
BEST = "fatalities_best"


def changed_years(pair: Pair) -> pd.DataFrame | None:
    """Place-years whose total differs, or that only one release has; None where a release lacks the table."""
    tables = pair.tables("violence_year", [*SHARED, "year"])
    return None if tables is None else _changed(*tables, "year", DEATHS_YEAR, str)


def changed_months(pair: Pair) -> pd.DataFrame | None:
    """Months after the last whole year that differ, and what the new ones hold together."""
    tables = pair.tables("violence_month", [*SHARED, "month"])
    if tables is None:
        return None
    was, now = tables
    whole = min(pair.largest("violence_year", "year"), default=0)
    open_was, open_now = (table[table["month"].dt.year > whole] for table in tables)
    revised = _changed(open_was, open_now, "month", DEATHS_MONTH, lambda month: month.strftime("%Y-%m"))
    revised = revised[revised["was"].notna() & revised["is"].notna()]
    return pd.concat([revised, _new_months(was, now)], ignore_index=True)


def _changed(
    was: pd.DataFrame, now: pd.DataFrame, period: str, figure: str, written: Callable[[Any], str]
) -> pd.DataFrame:
    keys = ["place_id", "place_kind", period]
    found = differing(sums(was, BEST, keys), sums(now, BEST, keys))
    for side, table in (("was", was), ("is", now)):
        found = found.merge(_described(table, keys, side), on=keys, how="left", validate="one_to_one")
    spelled = found[period].map(written)
    return pd.DataFrame(
        {
            "figure": figure,
            "how": _how(found),
            "place_id": found["place_id"],
            "place_kind": found["place_kind"],
            "source_id": found["source_is"].fillna(found["source_was"]),
            "source_was": found["source_was"].where(found["source_was"].ne(found["source_is"]) & found["is"].notna()),
            "period": spelled,
            "period_was": spelled.where(found["was"].notna()),
            "was": found["was"],
            "is": found["is"],
            "is_provisional": found["provisional_is"].eq(True) | found["provisional_was"].eq(True) & found["is"].isna(),
            "size": (found["is"].fillna(0) - found["was"].fillna(0)).abs(),  # only to put the largest first
        }
    )


def _described(table: pd.DataFrame, keys: list[str], side: str) -> pd.DataFrame:
    """Who speaks for a place's period, over which types."""
    narrow = table.assign(is_narrow=table["types_covered"].ne(ALL_TYPES))
    grouped = narrow.groupby(keys, as_index=False).agg(
        source=("source_id", "first"), narrow=("is_narrow", "max"), provisional=("is_provisional", "max")
    )
    return grouped.rename(columns={name: f"{name}_{side}" for name in ("source", "narrow", "provisional")})


def _how(found: pd.DataFrame) -> pd.Series:
    how = pd.Series(REVISED, index=found.index)
    how = how.mask(found["source_was"].ne(found["source_is"]), OTHER_SOURCE)
    how = how.mask(found["narrow_was"].ne(found["narrow_is"]), REDEFINED)
    return how.mask(found["was"].isna(), NEW).mask(found["is"].isna(), GONE)


def _new_months(was: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Of each place with months, the later ones that the newer release adds, with the deaths in them."""
    keys = ["place_id", "place_kind"]
    last = was.groupby(keys)["month"].max().rename("last").reset_index()
    later = now.merge(last, on=keys, validate="many_to_one")
    later = later[later["month"] > later["last"]]
    grouped = later.groupby(keys, as_index=False).agg(
        first_new=("month", "min"),
        last_new=("month", "max"),
        deaths=(BEST, "sum"),
        source=("source_id", "last"),
        provisional=("is_provisional", "max"),
    )
    first, end = (grouped[name].dt.strftime("%Y-%m") for name in ("first_new", "last_new"))
    return pd.DataFrame(
        {
            "figure": DEATHS_MONTHS,
            "how": NEW,
            "place_id": grouped["place_id"],
            "place_kind": grouped["place_kind"],
            "source_id": grouped["source"],
            "source_was": None,
            "period": first.where(first.eq(end), first + "/" + end),
            "period_was": None,
            "was": float("nan"),
            "is": grouped["deaths"].astype("float64"),
            "is_provisional": grouped["provisional"].astype(bool),
            "size": grouped["deaths"].astype("float64"),
        }
    )
