"""In which order do the pairs of a view stand, with which share, neighbours, and how far from the year before?

A difference is told of equal reference dates, a year apart, and never across a break. "Unknown" and the like count in
the total and stand at the end, without a rank.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from reading.flows import PAIR, Flows, is_place_of_people
from reference.borders import borders

NOTABLE = 0.05  # of all in the view: broken pairs that hold less leave its total comparable


@dataclass(frozen=True)
class Asked:
    """What is looked at: an origin, a country of asylum, or the world; and a country to be marked in it."""

    measure: str
    year: int
    origin: str | None = None
    asylum: str | None = None
    marked: str | None = None

    @property
    def place(self) -> str | None:
        """The place that the view is about; an origin speaks before a country of asylum."""
        return self.origin or self.asylum


@dataclass(frozen=True)
class Pair:
    """One origin in one country of asylum on one date."""

    origin: str
    asylum: str
    number: int | None  # missing where hidden, or where only cases are counted
    cases: int | None
    is_masked: bool
    share: float | None = None  # of all in the view
    before: int | None = None  # a year earlier; missing where a break stands between or nothing is on record
    is_break: bool = False
    is_near: bool = False  # they share a border
    rank: int | None = None

    @property
    def difference(self) -> int | None:
        return None if self.number is None or self.before is None else self.number - self.before

    def other(self, asked: Asked) -> str | None:
        """The place at the other end; None in a view of the world."""
        return self.asylum if asked.origin else self.origin if asked.asylum else None


@dataclass(frozen=True)
class Pairs:
    """The pairs of a view, the most people first."""

    asked: Asked
    day: pd.Timestamp
    pairs: tuple[Pair, ...]
    total: int  # of what is known, in persons
    total_before: int | None  # None across a break, or where nothing is on record
    is_break: bool  # of the origin as a whole, or of pairs that are a notable part of the view
    nowhere: int  # persons whose other end is no place
    n_known: int  # pairs of places with a number

    @property
    def ranked(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.rank is not None)

    def marked(self) -> Pair | None:
        """The pair of the country to be marked."""
        return next((pair for pair in self.pairs if self.asked.marked in (pair.other(self.asked),)), None)


def pairs_of(flows: Flows, asked: Asked, most: int | None = None) -> Pairs | None:
    """The pairs of a view in its year, or the `most` largest; None where nothing is on record in it."""
    rows = flows.in_year(asked.year, asked.origin, None if asked.origin else asked.asylum)
    if rows.empty:
        return None
    day, total = flows.days[asked.year], int(rows["number"].sum())
    nowhere = {place for key in PAIR for place in rows[key].unique() if not is_place_of_people(place)}
    is_somewhere = ~(rows["origin_id"].isin(nowhere) | rows["asylum_id"].isin(nowhere))
    told = rows if most is None else rows[is_somewhere].nlargest(most, "number")
    earlier = _a_year_before(flows, asked, day)
    found = [_pair(flows, row, earlier, total, asked.year) for row in told.to_dict("records")]
    found.sort(key=lambda pair: (not _is_between_places(pair), -(pair.number or 0), -(pair.cases or 0), pair.asylum))
    is_break = _crosses_break(flows, asked, rows, earlier, total)
    return Pairs(
        asked,
        day,
        _with_ranks(found),
        total,
        sum(earlier.values()) if earlier and not is_break else None,
        is_break,
        int(rows.loc[~is_somewhere, "number"].sum()),
        int((is_somewhere & rows["number"].notna()).sum()),
    )


def _crosses_break(
    flows: Flows, asked: Asked, rows: pd.DataFrame, earlier: dict[tuple[str, str], int], total: int
) -> bool:
    """Whether the totals of the two years are not comparable: the origin as a whole jumped, or a notable part did."""
    if asked.origin is not None and (asked.origin, None, asked.year) in flows.breaks:
        return True
    now = dict(zip(zip(rows["origin_id"], rows["asylum_id"], strict=True), rows["number"].fillna(0), strict=True))
    broken = [key for key in now.keys() | earlier.keys() if flows.is_break(key[0], key[1], asked.year)]
    of_both = ((now, total), (earlier, sum(earlier.values())))
    return any(sum(counts.get(key, 0) for key in broken) > NOTABLE * whole for counts, whole in of_both)


def newest_year(flows: Flows, asked: Asked) -> int | None:
    """The newest year in which the view has a row at all."""
    rows = flows.rows(asked.origin, None if asked.origin else asked.asylum)
    return int(rows["year"].max()) if len(rows) else None


def _a_year_before(flows: Flows, asked: Asked, day: pd.Timestamp) -> dict[tuple[str, str], int]:
    """Persons by pair at the same day of the year before."""
    rows = flows.in_year(asked.year - 1, asked.origin, None if asked.origin else asked.asylum)
    rows = rows[(rows["reference_date"] == day - pd.DateOffset(years=1)) & rows["number"].notna()]
    counts = rows["number"].astype("int64").tolist()
    return dict(zip(zip(rows["origin_id"], rows["asylum_id"], strict=True), counts, strict=True))


def _pair(flows: Flows, row: dict[Hashable, Any], before: dict[tuple[str, str], int], total: int, year: int) -> Pair:
    origin, asylum = str(row["origin_id"]), str(row["asylum_id"])
    number = _count(row["number"])
    is_break = flows.is_break(origin, asylum, year)
    return Pair(
        origin,
        asylum,
        number,
        _count(row["cases"]),
        bool(row["is_masked"]) and number is None,
        share=number / total if number is not None and total else None,
        before=None if is_break else before.get((origin, asylum)),
        is_break=is_break,
        is_near=asylum in borders().get(origin, ()),
    )


def _with_ranks(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Equal numbers share a rank; the pairs stand in order."""
    ranked: list[Pair] = []
    for at, pair in enumerate(pairs, start=1):
        if pair.number is None or not _is_between_places(pair):
            ranked.append(pair)
            continue
        is_tie = bool(ranked) and ranked[-1].number == pair.number
        ranked.append(replace(pair, rank=ranked[-1].rank if is_tie else at))
    return tuple(ranked)


def _is_between_places(pair: Pair) -> bool:
    return is_place_of_people(pair.origin) and is_place_of_people(pair.asylum)


def _count(value: Any) -> int | None:
    return None if pd.isna(value) else int(str(value))
