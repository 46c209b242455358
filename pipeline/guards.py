"""Is a new table believable beside the last good one? Like is compared with like: same place, same period, same unit.

A guard holds back, it never mends. What it finds is a question for a person, who
may accept the table with a reason; the reason then stands in the release.
"""

from collections.abc import Callable

import pandas as pd

from contracts._contract import TableContract
from ingest._source import Source
from pipeline.guards_by_place import explained_by_one_place, place_collapsed

SMALL_TOTAL = 100.0  # period totals below this move by large shares for no reason
SAME_FACTOR = 0.01  # how alike the ratios of all periods must be to look like a change of scale
NOTABLE_FACTOR = 0.2  # a common factor within 1 +- this is a revision, not a scale
SAME_FIGURES = 0.9  # share of figures that mid-year and year-end have in common where one is the other; really a third
MAY_TURN_ZERO = 0.02  # share of places' periods with a figure that may turn to zero between two releases
SHOWN = 5

Guard = Callable[[pd.DataFrame, pd.DataFrame, Source], str | None]


def findings(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> list[str]:
    """Everything that speaks against publishing `new` after `old`, each as a sentence."""
    window = source.table.window
    if window and not old.empty and not new.empty:
        if new[window].max() < old[window].max():
            return [f"{window} is {new[window].max()}, earlier than {old[window].max()}: an older file was served"]
        old = old[old[window].isin(new[window].unique())]  # a file about the next period is compared with nothing
    if old.empty:
        return []
    return [said for guard in GUARDS if (said := guard(old, new, source)) is not None]


def _older_data(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    was, now = source.table.newest(old), source.table.newest(new)
    if was is not None and (now is None or now < was):
        return f"newest data is {now}, earlier than {was} in the last release: an older file was served"
    return None


def _fewer_rows(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    if len(new) < (1 - source.may_shrink) * len(old):
        return f"rows fell from {len(old)} to {len(new)}, more than {source.may_shrink:.0%}: a part may be missing"
    return None


def _place_gone(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    for column in source.table.places:
        gone = sorted(set(old[column].dropna().unique()) - set(new[column].dropna().unique()))
        if gone:
            return f"{len(gone)} places vanished from {column}: {', '.join(gone[:SHOWN])}"
    return None


def _unit_changed(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    for column in source.table.units:
        keys = [key for key in source.table.key if key != column]
        was, now = (table[[*keys, column]].drop_duplicates(keys, keep=False) for table in (old, new))
        both = was.merge(now, on=keys, suffixes=("_was", "_is"))  # rows that are counted in one unit only
        changed = both[both[f"{column}_was"] != both[f"{column}_is"]]
        if len(changed) > MAY_TURN_ZERO * len(both):
            first = changed.iloc[0]
            return (
                f"{column} changed in {len(changed)} rows, such as {first[f'{column}_was']} to {first[f'{column}_is']}"
            )
    return None


def _scale_or_totals(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    if source.table.window:
        old, new = _rows_in_both(old, new, source.table)
    for measure in source.table.measures:
        was, now = _totals(old, source.table, measure), _totals(new, source.table, measure)
        both = pd.concat([was, now], axis=1, keys=["was", "now"]).dropna()
        both = both[both["was"] >= SMALL_TOTAL]
        if both.empty:
            continue
        ratio = both["now"] / both["was"]
        middle = float(ratio.median())
        alike = ((ratio / middle - 1).abs() <= SAME_FACTOR).mean() if middle > 0 else 0.0
        if len(both) >= 3 and alike > 0.8 and abs(middle - 1) > NOTABLE_FACTOR:
            return f"{measure} of nearly every past period is {middle:.3g} times what it was: has the scale or unit changed?"
        off = (ratio - 1).abs()
        bands = _bands(both.index, source)
        moved = both[off > bands]
        explained = [
            entry
            for entry in moved.index
            if explained_by_one_place(old, new, source, measure, entry, float(bands[entry]), SMALL_TOTAL) is not None
        ]  # a recount of one place, such as Tigray's of 2021; the revision report lists it
        moved = moved.drop(explained)
        if len(moved):
            worst = int(off[moved.index].argmax())
            return (
                f"{measure} of {_spelled(moved.index[worst])} moved "
                f"from {moved['was'].iloc[worst]:.0f} to {moved['now'].iloc[worst]:.0f} "
                f"({len(moved)} past periods beyond {source.may_move:.0%})"
            )
    return None


def _turned_zero(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    for measure in source.table.measures:
        was, now = _cells(old, source.table, measure), _cells(new, source.table, measure)
        both = pd.concat([was, now], axis=1, keys=["was", "now"]).dropna()
        figures = both[both["was"] > 0]
        zero = figures["now"].eq(0)
        if zero.any() and zero.mean() > MAY_TURN_ZERO:
            return f"{measure} is 0 in {zero.sum()} of {len(figures)} places and periods that had a figure"
    return None


def _mid_year_again(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    """A year-end date over figures that were published as mid-year ones: the publisher has not updated yet."""
    if source.table.time != "reference_date":
        return None
    fresh = sorted(set(new["reference_date"].unique()) - set(old["reference_date"].unique()))
    keys = [key for key in source.table.key if key != "reference_date"]
    for day in (day for day in fresh if day.month == 12):
        half = old[old["reference_date"] == pd.Timestamp(day.year, 6, 30)]
        for measure in source.table.measures:
            both = half.merge(new[new["reference_date"] == day], on=keys, suffixes=("_was", "_is"))
            figures = both[both[f"{measure}_was"] > 0]
            same = figures[f"{measure}_was"] == figures[f"{measure}_is"]
            if figures[f"{measure}_was"].sum() >= SMALL_TOTAL and same.mean() > SAME_FIGURES:
                return f"{measure} of {day:%d %B %Y} equals that of 30 June: mid-year figures under a year-end date"
    return None


def _totals(table: pd.DataFrame, contract: TableContract, measure: str) -> pd.Series:
    """Totals by period and unit; what is counted in different units is never added up."""
    period = contract.periods(table).rename("period")
    totals = table[measure].astype("float64").groupby([period, *(table[unit] for unit in contract.units)]).sum()
    if contract.window:
        return totals
    if contract.open_flag:
        still_open = period[table[contract.open_flag]].unique().tolist()
    elif contract.has_closed_periods:
        return totals
    else:
        still_open = [period.max()]  # the newest one is still filling up
    return totals[~totals.index.get_level_values(0).isin(still_open)]


def _bands(index: pd.Index, source: Source) -> pd.Series:
    """The share by which each total may move: wider for the units that the source says are revised more."""
    bands = pd.Series(source.may_move, index=index)
    for unit, band in source.may_move_by_unit:
        bands[[unit in (entry if isinstance(entry, tuple) else (entry,)) for entry in index]] = band
    return bands


def _spelled(entry: object) -> str:
    """A period, with its unit where there is one: 2023, or 2022-12-31 returned_idps."""
    parts = entry if isinstance(entry, tuple) else (entry,)
    return " ".join(f"{part:%Y-%m-%d}" if isinstance(part, pd.Timestamp) else f"{part!s}" for part in parts)


def _rows_in_both(old: pd.DataFrame, new: pd.DataFrame, contract: TableContract) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows whose key stands in both: a window fills up for a year, so only its old rows can be compared."""
    keys = list(contract.key)
    return old.merge(new[keys], on=keys), new.merge(old[keys], on=keys)


def _cells(table: pd.DataFrame, contract: TableContract, measure: str) -> pd.Series:
    keys = [table[column] for column in (*contract.places, *contract.units)]
    keys.append(contract.periods(table).rename("period"))
    return table[measure].astype("float64").groupby(keys).sum(min_count=1)


GUARDS: tuple[Guard, ...] = (
    _older_data,
    _fewer_rows,
    _place_gone,
    _unit_changed,
    _mid_year_again,
    _scale_or_totals,
    place_collapsed,
    _turned_zero,
)
